// Which households are the rows of a score sheet: one by one, or a group at a time.
#pragma once

#include <string>
#include <vector>

#include "ui/screens/score_sheet.h"

namespace jishan::ui {

// The choices of state.group, in words.
std::vector<std::string> group_choices(const Ui& ui, const ScoreSheetState& state);
// The group of state.group takes the place of the one before. What was typed stays on the sheet,
// above the new rows.
void put_group_on_sheet(ScreenContext& context, ScoreSheetState& state);
// The next group (1) or the one before (−1), in a circle.
void turn_to_group(ScreenContext& context, ScoreSheetState& state, int by);

void add_household(ScoreSheetState& state, const HouseholdId& household);
// With what was typed in its row.
void take_household_off(ScoreSheetState& state, std::size_t row);

}  // namespace jishan::ui
