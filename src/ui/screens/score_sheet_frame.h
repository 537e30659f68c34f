// What stands still around the rows of a score sheet: the names of its columns, their sums, and the
// caption of the cell with the caret. It changes no cell.
#pragma once

#include <string>
#include <string_view>

#include "ui/paint.h"
#include "ui/screens/score_sheet_places.h"

namespace jishan::ui {

// `grid`: the mirror's id of the whole.
void draw_sheet_frame(ScreenContext& context, const GridPlaces& at, ScoreSheetState& state,
                      ImGuiID grid);

void line_left_of(Ui& ui, const Rect& box, ImU32 color);
// A figure or name of a row that nobody types in.
void sheet_figure(Ui& ui, ImGuiID row, int place, std::string_view label, const Rect& box,
                  const std::string& text, const Look& look);

}  // namespace jishan::ui
