// What a score sheet adds up to and what is wrong with it, worked out after each change: cells that
// mean nothing, and rows that the book would refuse. It draws nothing.
#pragma once

#include <string>

#include "points/commands.h"
#include "ui/screens/score_sheet.h"

namespace jishan::ui {

// Asks the book about the rows that have changed since the last time: caps of a household are told
// while it is typed. What only the whole sheet exceeds is told when it is submitted.
void check_rows(ScreenContext& context, ScoreSheetState& state);
void add_up(const Ui& ui, ScoreSheetState& state);

// Remembers what the book said about these cells.
void keep_refusals(const Ui& ui, ScoreSheetState& state, const app::ScoreSheet& asked,
                   const app::ScoreSheetPlan& plan);
std::string refusal_words(const Ui& ui, points::AwardStatus status);

// Why a cell is wrong, or "".
std::string cell_error(const Ui& ui, const ScoreSheetState& state, app::CellPlace place);

}  // namespace jishan::ui
