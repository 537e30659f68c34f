#include "ui/screens/score_sheet_places.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace jishan::ui {
namespace {

constexpr float number_width = 84;
constexpr float total_width = 84;
constexpr float cell_width_min = 56;
constexpr float cell_width_max = 120;
constexpr float foot_height = 32;
constexpr float edge = 10;

void choose_first_column(GridPlaces& at, ScoreSheetState& state) {
  const std::size_t caret = state.editing.at.column;
  std::size_t& first = state.first_column;
  if (state.is_to_reveal) {
    first = std::min(first, caret);
    if (caret >= first + at.columns) first = caret + 1 - at.columns;
  }
  first = std::min(first, state.sheet.codes.size() - at.columns);
  at.first_column = first;
}

}  // namespace

GridPlaces grid_places(const Ui& ui, const Rect& box, ScoreSheetState& state) {
  GridPlaces at;
  Rect rest = box;
  at.caption = rest.cut_bottom(ui.px(foot_height));
  // Large text leaves room for few rows: they come first.
  at.foot = rest.cut_bottom(ui.room == Room::narrow ? 0 : ui.px(foot_height));
  const float lines = ui.room == Room::wide ? 2 : 1;
  at.head = rest.cut_top(lines * ui.theme.pitch_px(TextSize::small) + ui.px(28));
  at.rows = rest;
  at.number_x = box.x + ui.px(16);
  at.number_w = ui.room == Room::narrow ? 0 : ui.px(number_width);
  at.name_x = at.number_x + at.number_w;
  at.cells_x = at.name_x + ui.px(sheet_name_width);
  const float scrollbar = ImGui::GetStyle().ScrollbarSize;
  const float room = box.right() - at.cells_x - ui.px(total_width) - scrollbar;
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(room / ui.px(cell_width_min))));
  at.columns = std::min(fitting, state.sheet.codes.size());
  at.cell_w = std::floor(std::min(room / static_cast<float>(at.columns), ui.px(cell_width_max)));
  at.total_x = at.cells_x + at.cell_w * static_cast<float>(at.columns);
  at.total_w = ui.px(total_width) - ui.px(edge);
  choose_first_column(at, state);
  return at;
}

std::optional<app::CellPlace> cell_under_mouse(const Ui& ui, const GridPlaces& at,
                                               const ScoreSheetState& state) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float row = (mouse.y - at.rows.y + state.scroll_y) / ui.px(sheet_row_height);
  const float column = (mouse.x - at.cells_x) / at.cell_w;
  app::CellPlace place = state.editing.at;
  place.row = static_cast<std::size_t>(std::max(0.0F, row));
  if (column >= 0 && column < static_cast<float>(at.columns)) {
    place.column = at.first_column + static_cast<std::size_t>(column);
  }
  if (place.row >= state.sheet.households.size()) return std::nullopt;
  return place;
}

}  // namespace jishan::ui
