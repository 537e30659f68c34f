// The right half of the households screen: one household, its people and its passbook.
#pragma once

#include <cstdint>
#include <string>

#include "ui/screens/households.h"

namespace jishan::ui {

// "第3组"; a dash for none.
std::string group_text(const Ui& ui, std::int64_t group);
// The household that the list stands on; empty when nothing was found.
HouseholdId selected_household(const HouseholdsState& state);
void household_detail_panel(ScreenContext& context, const Rect& sheet, HouseholdsState& state);

}  // namespace jishan::ui
