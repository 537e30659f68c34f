#include "ui/widgets/table_columns.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

constexpr float cell_padding = 10;
constexpr float width_min = 44;
constexpr float rest_min = 60;  // of the column that takes the rest
constexpr float grip = 5;       // to either side of an edge

struct Edge {
  std::size_t column = 0;  // whose width changes
  float direction = 1;     // of that width, when the mouse goes right
};

bool is_flexible(const Column& column) { return column.width <= 0; }

// Left of the column that takes the rest an edge belongs to the column before it; right of it to
// the one behind, because those stand at the right end.
Edge edge_after(const std::vector<Column>& columns, std::size_t before) {
  const auto flexible = std::find_if(columns.begin(), columns.end(), is_flexible);
  const auto place = static_cast<std::size_t>(std::distance(columns.begin(), flexible));
  return before < place ? Edge{before, 1} : Edge{before + 1, -1};
}

float room_for_the_rest(const Ui& ui, const Rect& row, const std::vector<Column>& columns) {
  float fixed = 0;
  float flexible = 0;
  for (const Column& column : columns) {
    if (!has_room(ui, row, column)) continue;
    fixed += ui.px(column.width);
    if (is_flexible(column)) ++flexible;
  }
  const float rest = row.w - fixed - 2 * ui.px(table_edge - cell_padding);
  return flexible > 0 ? rest / flexible : rest;
}

// Within what leaves place for the letters of this column and for the one that takes the rest.
void give_width(Ui& ui, const Rect& head, const TableSpec& spec, const Column& column, float grown_px) {
  const float now = ui.px(column.width);
  const float most = now + room_for_the_rest(ui, head, spec.columns) - ui.px(rest_min);
  const float least = ui.px(width_min);
  const float wanted = std::clamp(now + grown_px, least, std::max(least, most));
  ui.column_widths.set(spec.label, column.title,
                       static_cast<int>(std::lround(wanted / ui.theme.scale())));
}

bool has_own_width(const Column& column) { return !column.title.empty() && !is_flexible(column); }

}  // namespace

bool has_room(const Ui& ui, const Rect& row, const Column& column) {
  return row.w >= ui.px(column.needs_width);
}

std::vector<Rect> cells_of(const Ui& ui, const Rect& row, const std::vector<Column>& columns) {
  const float rest = std::max(0.0F, room_for_the_rest(ui, row, columns));
  std::vector<Rect> cells;
  float x = row.x + ui.px(table_edge - cell_padding);
  for (const Column& column : columns) {
    if (!has_room(ui, row, column)) {
      cells.push_back({x, row.y, 0, 0});
      continue;
    }
    const float width = is_flexible(column) ? rest : ui.px(column.width);
    cells.push_back(Rect{x, row.y, width, row.h}.inset(ui.px(cell_padding), 0));
    x += width;
  }
  return cells;
}

std::vector<Column> with_kept_widths(const Ui& ui, const Rect& row, const TableSpec& spec) {
  std::vector<Column> columns = spec.columns;
  for (Column& column : columns) {
    const int kept = ui.column_widths.of(spec.label, column.title);
    if (kept > 0 && !is_flexible(column)) column.width = static_cast<float>(kept);
  }
  const bool has_flexible = std::any_of(columns.begin(), columns.end(), is_flexible);
  const float needed = has_flexible ? ui.px(rest_min) : 0;
  return room_for_the_rest(ui, row, columns) < needed ? spec.columns : columns;
}

void drag_edges(Ui& ui, const Rect& head, const TableSpec& spec) {
  const std::vector<Rect> cells = cells_of(ui, head, spec.columns);
  const ImGuiIO& io = ImGui::GetIO();
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (cells[i].h <= 0 || cells[i + 1].h <= 0) continue;
    const Edge edge = edge_after(spec.columns, i);
    const Column& column = spec.columns[edge.column];
    if (!has_own_width(column)) continue;
    const IdScope scope(static_cast<int>(i));
    const float x = cells[i].right() + ui.px(cell_padding);
    const Pressable press = pressable(ui, id_of("edge"),
                                      {x - ui.px(grip), head.y, 2 * ui.px(grip), head.h},
                                      Reach::by_mouse_only);
    if (press.is_hovered || press.is_held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (press.is_pressed && io.MouseClickedLastCount[0] >= 2) {
      ui.column_widths.set(spec.label, column.title, 0);
      return;
    }
    if (!press.is_held || !ImGui::IsMouseDragging(ImGuiMouseButton_Left)) continue;
    give_width(ui, head, spec, column, edge.direction * (io.MousePos.x - x));
  }
}

void step_width(Ui& ui, const Rect& head, const TableSpec& spec, int sort_column, int direction) {
  constexpr float step = 12;
  const auto shown = [&](const Column& column) {
    return has_own_width(column) && has_room(ui, head, column);
  };
  auto column = std::find_if(spec.columns.begin(), spec.columns.end(), shown);
  if (sort_column >= 0) {
    const auto sorted = spec.columns.begin() + sort_column;
    if (shown(*sorted)) column = sorted;
  }
  if (column != spec.columns.end()) {
    give_width(ui, head, spec, *column, static_cast<float>(direction) * ui.px(step));
  }
}

bool step_order(TableState& state, const std::vector<Column>& columns, int direction) {
  std::vector<int> sortable;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].sorting == Sorting::on) sortable.push_back(static_cast<int>(i));
  }
  if (sortable.empty()) return false;
  const int count = 2 * static_cast<int>(sortable.size());
  const auto now = std::find(sortable.begin(), sortable.end(), state.sort_column);
  // Without any order yet the first one is that of the first column.
  const int place = now == sortable.end()
                        ? (direction > 0 ? -1 : 0)
                        : 2 * static_cast<int>(std::distance(sortable.begin(), now)) +
                              (state.is_descending ? 1 : 0);
  const int next = (place + direction + count) % count;
  state.sort_column = sortable[static_cast<std::size_t>(next / 2)];
  state.is_descending = next % 2 == 1;
  return true;
}

}  // namespace jishan::ui
