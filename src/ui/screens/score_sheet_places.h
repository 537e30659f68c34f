// Where the parts of a score sheet's grid stand: frozen head, names and totals, the rows, and the
// columns that fit beside them. It draws nothing.
#pragma once

#include <cstddef>
#include <optional>

#include "ui/screens/score_sheet.h"

namespace jishan::ui {

// px at 100 %.
inline constexpr float sheet_row_height = 30;
inline constexpr float sheet_name_width = 92;

// Columns are shown whole or not at all.
struct GridPlaces {
  Rect head;
  Rect rows;
  Rect foot;  // of no height where there is no room
  Rect caption;
  float number_x = 0;
  float number_w = 0;  // 0: no room for it
  float name_x = 0;
  float cells_x = 0;
  float cell_w = 0;
  float total_x = 0;
  float total_w = 0;
  std::size_t columns = 0;       // in view
  std::size_t first_column = 0;  // of them

  [[nodiscard]] std::size_t last_column() const { return first_column + columns; }
  [[nodiscard]] Rect cell(std::size_t column, float y, float height) const {
    return {cells_x + cell_w * static_cast<float>(column - first_column), y, cell_w, height};
  }
  [[nodiscard]] Rect total(float y, float height) const { return {total_x, y, total_w, height}; }
};

// Brings the column of the caret into view, when it is to be revealed.
GridPlaces grid_places(const Ui& ui, const Rect& box, ScoreSheetState& state);

// Under the mouse; beside the columns the one where the caret is. Nothing below the last row.
std::optional<app::CellPlace> cell_under_mouse(const Ui& ui, const GridPlaces& at,
                                               const ScoreSheetState& state);

}  // namespace jishan::ui
