// The rows of a score sheet: cells to type in, as in a spreadsheet; only what is in view is drawn.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ui/screens/score_sheet.h"
#include "ui/screens/score_sheet_check.h"
#include "ui/screens/score_sheet_frame.h"
#include "ui/screens/score_sheet_keys.h"
#include "ui/screens/score_sheet_places.h"

namespace jishan::ui {
namespace {

using app::CellPlace;

constexpr int rows_per_notch = 3;

class Grid {
 public:
  Grid(ScreenContext& context, const Rect& box, ScoreSheetState& state)
      : m_context(context), m_ui(context.ui), m_state(state), m_at(grid_places(context.ui, box, state)),
        m_box(box), m_id(id_of("grid")) {}

  void draw() {
    m_is_focused = m_ui.focus.stop({.id = m_id, .opening = Opening::first_list, .box = m_box});
    if (m_is_focused && m_ui.focus.is_on_top()) steer();
    m_at = grid_places(m_ui, m_box, m_state);
    MirrorRow& shown = m_ui.mirror.add(m_id, Role::grid, m_ui.say(Key::sheet_grid), m_box);
    shown.value = std::to_string(m_state.sheet.households.size());
    draw_sheet_frame(m_context, m_at, m_state, m_id);
    draw_rows();
  }

 private:
  void steer() {
    const int page = std::max(1, static_cast<int>(m_at.rows.h / m_ui.px(sheet_row_height)) - 1);
    const SheetKeysOutcome keys =
        take_sheet_keys(m_ui, m_state.editing, m_state.sheet, m_state.rules, page);
    m_state.is_changed = m_state.is_changed || keys.is_changed;
    if (keys.is_changed) m_state.other_error.clear();
    m_state.is_to_reveal = m_state.is_to_reveal || keys.is_moved || keys.is_changed;
  }

  void draw_rows() {
    const float height = m_ui.px(sheet_row_height);
    const auto count = static_cast<int>(m_state.sheet.households.size());
    const Rect& box = m_at.rows;
    ImGui::SetCursorScreenPos(box.min());
    ImGui::SetNextWindowContentSize({0, height * static_cast<float>(count)});
    if (std::exchange(m_state.is_to_reveal, false)) {
      const float top = height * static_cast<float>(m_state.editing.at.row);
      const float shown = std::clamp(m_state.scroll_y, top + height - box.h, top);
      ImGui::SetNextWindowScroll({-1, std::max(0.0F, shown)});
    }
    ImGui::BeginChild("rows", {box.w, box.h}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    turn_wheel(height);
    m_state.scroll_y = ImGui::GetScrollY();
    ImGuiListClipper clipper;
    clipper.Begin(count, height);
    while (clipper.Step()) {
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
        draw_row(static_cast<std::size_t>(row), height);
      }
    }
    take_click();
    ImGui::EndChild();
  }

  void turn_wheel(float height) {
    if (!ImGui::IsWindowHovered()) return;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0) {
      ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseWheel * rows_per_notch * height);
    }
    if (io.MouseWheelH > 0 && m_state.first_column > 0) --m_state.first_column;
    if (io.MouseWheelH < 0 && m_at.last_column() < m_state.sheet.codes.size()) ++m_state.first_column;
  }

  void take_click() {
    if (!ImGui::IsWindowHovered() || !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
    const auto place = cell_under_mouse(m_ui, m_at, m_state);
    if (!place) return;
    go_to_cell(m_state.editing, *place);
    m_ui.focus.give(m_id, FocusedBy::mouse);
  }

  void draw_row(std::size_t row, float height) {
    const IdScope scope(static_cast<int>(row));
    m_ui.mirror.count_table_row();
    const Rect& rows = m_at.rows;
    const float y = rows.y - m_state.scroll_y + height * static_cast<float>(row);
    const Rect place{rows.x, y, rows.w, height};
    const Tokens& c = m_ui.color();
    const SheetHousehold& household = m_state.households[row];
    if (row == m_state.editing.at.row) fill(m_ui, place, c.hover);
    hairline_below(m_ui, place);
    const ImGuiID id = id_of("row");
    m_ui.mirror.add(id, Role::row, household.head, place).parent = m_id;
    if (m_at.number_w > 0) {
      sheet_figure(m_ui, id, -3, m_ui.say(Key::column_number),
                   {m_at.number_x, y, m_at.number_w - m_ui.px(4), height}, household.number,
                   {.color = c.text2, .words = Words::of_the_book});
    }
    sheet_figure(m_ui, id, -2, m_ui.say(Key::column_head),
                 {m_at.name_x, y, m_ui.px(sheet_name_width - 10), height}, household.head,
                 {.words = Words::of_the_book});
    for (std::size_t column = m_at.first_column; column < m_at.last_column(); ++column) {
      draw_cell(id, {row, column}, m_at.cell(column, y, height));
    }
    line_left_of(m_ui, {m_at.total_x, y, 0, height}, c.line2);
    const bool is_wrong = m_state.sums.is_row_wrong[row];
    const Points sum = m_state.sums.rows[row];
    const std::string total = is_wrong        ? std::string(m_ui.say(Key::sheet_row_wrong))
                              : sum.is_zero() ? std::string()
                                              : to_display_signed(sum);
    sheet_figure(m_ui, id, -1, m_ui.say(Key::total), m_at.total(y, height), total,
                 {.weight = Weight::bold,
                  .color = is_wrong || sum.is_negative() ? c.err : c.text,
                  .align = Align::right,
                  .words = Words::of_the_book});
  }

  void draw_cell(ImGuiID row, CellPlace place, const Rect& box) {
    const IdScope scope(static_cast<int>(place.column));
    const Tokens& c = m_ui.color();
    const bool is_current = place == m_state.editing.at;
    const bool has_caret = is_current && m_is_focused;
    const std::string error = cell_error(m_ui, m_state, place);
    const std::string shown = shown_in(place, has_caret);
    if (!error.empty()) {
      fill(m_ui, box, c.err_soft);
    } else if (is_current) {
      fill(m_ui, box, c.surface);
    }
    line_left_of(m_ui, box, c.line);
    if (!error.empty()) outline(m_ui, box, c.err, 0, 2);
    if (is_current) outline(m_ui, box, has_caret ? c.focus : c.field, 0, 2);
    const float width =
        draw_text(m_ui, box.inset(m_ui.px(4), 0), shown,
                  {.weight = error.empty() ? Weight::regular : Weight::bold,
                   .color = error.empty() ? c.text : c.err,
                   .align = Align::center,
                   .words = Words::of_the_book});
    if (has_caret && (m_state.editing.is_typing || shown.empty())) {
      const float x = std::floor(box.center().x + width / 2) + m_ui.px(1);
      fill(m_ui, {x, box.y + m_ui.px(6), m_ui.px(1), box.h - m_ui.px(12)}, c.text);
    }
    MirrorRow& cell = m_ui.mirror.add(id_of("cell"), Role::gridcell, cell_name(m_state, place), box);
    cell.parent = row;
    cell.value = shown;
    cell.description = error;
    cell.is_invalid = !error.empty();
    cell.is_focused = has_caret;
  }

  // A tick is shown as one; while it is typed, what is typed.
  [[nodiscard]] std::string shown_in(CellPlace place, bool has_caret) const {
    const std::string& typed = app::typed_in(m_state.sheet, place);
    const std::optional<points::Rule>& rule = m_state.rules[place.column];
    if (typed.empty() || !rule || (has_caret && m_state.editing.is_typing)) return typed;
    const app::CellReading reading = app::read_cell(*rule, typed);
    if (reading.problem != app::CellProblem::none) return typed;
    if (!reading.is_entry) return "0";
    if (reading.quantity) return to_display(Points::hundredths(*reading.quantity));
    return reading.chosen ? to_display(*reading.chosen) : std::string("√");
  }

  ScreenContext& m_context;
  Ui& m_ui;
  ScoreSheetState& m_state;
  GridPlaces m_at;
  Rect m_box;
  ImGuiID m_id;
  bool m_is_focused = false;
};

}  // namespace

void score_sheet_grid(ScreenContext& context, const Rect& box, ScoreSheetState& state) {
  const IdScope scope("grid");
  panel(context.ui, box);
  Grid(context, box.inset(context.ui.px(1), context.ui.px(1)), state).draw();
}

}  // namespace jishan::ui
