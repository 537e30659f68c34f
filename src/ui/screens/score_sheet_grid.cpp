// The grid of a score sheet: frozen head, names and totals; only rows and columns in view are drawn.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ui/screens/score_sheet.h"
#include "ui/screens/score_sheet_keys.h"
#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

using app::CellPlace;

constexpr float number_width = 84;
constexpr float name_width = 92;
constexpr float total_width = 84;
constexpr float cell_width_min = 56;
constexpr float cell_width_max = 120;
constexpr float row_height = 30;
constexpr float foot_height = 32;
constexpr float edge = 10;
constexpr int rows_per_notch = 3;

// Where everything stands; columns are shown whole or not at all.
struct GridPlaces {
  Rect head;
  Rect rows;
  Rect foot;
  Rect caption;
  float number_x = 0;
  float number_w = 0;  // 0: no room for it
  float name_x = 0;
  float cells_x = 0;
  float cell_w = 0;
  float total_x = 0;
  std::size_t columns = 0;  // in view
};

GridPlaces places_of(const Ui& ui, const Rect& box, const ScoreSheetState& state) {
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
  at.cells_x = at.name_x + ui.px(name_width);
  const float scrollbar = ImGui::GetStyle().ScrollbarSize;
  const float room = box.right() - at.cells_x - ui.px(total_width) - scrollbar;
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(room / ui.px(cell_width_min))));
  at.columns = std::min(fitting, state.sheet.codes.size());
  at.cell_w = std::floor(std::min(room / static_cast<float>(at.columns), ui.px(cell_width_max)));
  at.total_x = at.cells_x + at.cell_w * static_cast<float>(at.columns);
  return at;
}

class Grid {
 public:
  Grid(ScreenContext& context, const Rect& box, ScoreSheetState& state)
      : m_ui(context.ui), m_state(state), m_at(places_of(context.ui, box, state)), m_box(box),
        m_id(id_of("grid")) {}

  void draw() {
    m_is_focused = m_ui.focus.stop({.id = m_id, .opening = Opening::first_list, .box = m_box});
    if (m_is_focused && m_ui.focus.is_on_top()) steer();
    reveal_column();
    MirrorRow& shown = m_ui.mirror.add(m_id, Role::grid, m_ui.say(Key::sheet_grid), m_box);
    shown.value = std::to_string(m_state.sheet.households.size());
    draw_head();
    draw_foot();
    draw_rows();
    draw_caption();
  }

 private:
  void steer() {
    const int page = std::max(1, static_cast<int>(m_at.rows.h / m_ui.px(row_height)) - 1);
    const SheetKeysOutcome keys =
        take_sheet_keys(m_ui, m_state.editing, m_state.sheet, m_state.rules, page);
    m_state.is_changed = m_state.is_changed || keys.is_changed;
    if (keys.is_changed) m_state.other_error.clear();
    m_state.is_to_reveal = m_state.is_to_reveal || keys.is_moved || keys.is_changed;
  }

  void reveal_column() {
    const std::size_t count = m_state.sheet.codes.size();
    const std::size_t last_first = count - m_at.columns;
    std::size_t& first = m_state.first_column;
    if (m_state.is_to_reveal) {
      first = std::min(first, m_state.editing.at.column);
      if (m_state.editing.at.column >= first + m_at.columns) {
        first = m_state.editing.at.column + 1 - m_at.columns;
      }
    }
    first = std::min(first, last_first);
  }

  [[nodiscard]] Rect cell_box(std::size_t column, float y, float height) const {
    const auto place = static_cast<float>(column - m_state.first_column);
    return {m_at.cells_x + m_at.cell_w * place, y, m_at.cell_w, height};
  }
  [[nodiscard]] std::size_t last_column() const { return m_state.first_column + m_at.columns; }
  [[nodiscard]] Rect total_box(float y, float height) const {
    return {m_at.total_x, y, m_ui.px(total_width) - m_ui.px(edge), height};
  }
  void line_left_of(const Rect& box, ImU32 color) const {
    fill(m_ui, {box.x, box.y, m_ui.px(1), box.h}, color);
  }

  void head_word(Rect box, Key word, Align align) {
    const IdScope scope(static_cast<int>(word));
    draw_text(m_ui, box, m_ui.say(word),
              {TextSize::small, Weight::regular, m_ui.color().text2, align});
    m_ui.mirror.add(id_of("head"), Role::columnheader, m_ui.say(word), box).parent = m_id;
  }

  void draw_head() {
    const Tokens& c = m_ui.color();
    fill(m_ui, m_at.head, c.sub);
    const Rect& head = m_at.head;
    if (m_at.number_w > 0) {
      head_word({m_at.number_x, head.y, m_at.number_w, head.h}, Key::column_number, Align::left);
    }
    head_word({m_at.name_x, head.y, m_ui.px(name_width), head.h}, Key::column_head, Align::left);
    for (std::size_t column = m_state.first_column; column < last_column(); ++column) {
      draw_column_head(column);
    }
    line_left_of({m_at.total_x, head.y, 0, head.h}, c.line2);
    head_word(total_box(head.y, head.h), Key::total, Align::right);
    hairline_below(m_ui, head);
  }

  // The beginning of the rule's text, below it its code.
  void draw_column_head(std::size_t column) {
    const IdScope scope(static_cast<int>(column));
    const Tokens& c = m_ui.color();
    const Rect box = cell_box(column, m_at.head.y, m_at.head.h);
    const bool is_current = column == m_state.editing.at.column;
    if (is_current) fill(m_ui, box, c.sel);
    line_left_of(box, c.line2);
    Rect rest = box.inset(m_ui.px(4), m_ui.px(4));
    const std::string& code = m_state.sheet.codes[column];
    const std::optional<points::Rule>& rule = m_state.rules[column];
    const std::string_view text = rule ? std::string_view(rule->text) : std::string_view();
    const float pitch = m_ui.theme.pitch_px(TextSize::small);
    const Look look{TextSize::small, Weight::regular, c.text, Align::center, Words::of_the_book};
    // What the last line has no room for becomes an ellipsis.
    std::size_t begin = 0;
    if (m_ui.room == Room::wide) {
      const auto lines = broken_into_lines(m_ui, text, rest.w, TextSize::small);
      draw_text(m_ui, rest.cut_top(pitch), lines.front(), look);
      begin = lines.size() > 1 ? static_cast<std::size_t>(lines[1].data() - text.data()) : text.size();
    }
    draw_text(m_ui, rest.cut_top(pitch), text.substr(begin), look);
    draw_text(m_ui, rest, code,
              {TextSize::small, Weight::regular, c.text2, Align::center, Words::of_the_book});
    m_ui.mirror.add(id_of("head"), Role::columnheader, column_text(m_state, column), box).parent = m_id;
  }

  void draw_foot() {
    const Tokens& c = m_ui.color();
    const Rect& foot = m_at.foot;
    if (foot.h <= 0) return;
    const IdScope scope("foot");
    fill(m_ui, foot, c.sub);
    fill(m_ui, {foot.x, foot.y, foot.w, m_ui.px(1)}, c.line);
    const ImGuiID row = id_of("row");
    const std::string_view total = m_ui.say(Key::total);
    m_ui.mirror.add(row, Role::row, total, foot).parent = m_id;
    draw_text(m_ui, {m_at.number_x, foot.y, m_at.cells_x - m_at.number_x, foot.h}, total,
              {TextSize::small, Weight::regular, c.text2});
    for (std::size_t column = m_state.first_column; column < last_column(); ++column) {
      const Points sum = m_state.sums.columns[column];
      const Rect box = cell_box(column, foot.y, foot.h);
      line_left_of(box, c.line);
      figure_cell(row, static_cast<int>(column), column_text(m_state, column), box,
                  sum.is_zero() ? std::string() : to_display(sum),
                  {.weight = Weight::bold, .align = Align::center, .words = Words::of_the_book});
    }
    line_left_of({m_at.total_x, foot.y, 0, foot.h}, c.line2);
    figure_cell(row, -1, total, total_box(foot.y, foot.h), to_display(m_state.sums.total),
                {.weight = Weight::bold, .align = Align::right, .words = Words::of_the_book});
  }

  void figure_cell(ImGuiID row, int place, std::string_view label, const Rect& box,
                   const std::string& text, const Look& look) {
    const IdScope scope(place);
    draw_text(m_ui, box, text, look);
    MirrorRow& cell = m_ui.mirror.add(id_of("sum"), Role::cell, label, box);
    cell.parent = row;
    cell.value = text;
  }

  void draw_rows() {
    const float height = m_ui.px(row_height);
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
    take_click(height);
    ImGui::EndChild();
  }

  void turn_wheel(float height) {
    if (!ImGui::IsWindowHovered()) return;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0) {
      ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseWheel * rows_per_notch * height);
    }
    if (io.MouseWheelH > 0 && m_state.first_column > 0) --m_state.first_column;
    if (io.MouseWheelH < 0 && last_column() < m_state.sheet.codes.size()) ++m_state.first_column;
  }

  void take_click(float height) {
    if (!ImGui::IsWindowHovered() || !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float row = (mouse.y - m_at.rows.y + m_state.scroll_y) / height;
    const float column = (mouse.x - m_at.cells_x) / m_at.cell_w;
    CellPlace place = m_state.editing.at;
    place.row = static_cast<std::size_t>(std::max(0.0F, row));
    if (column >= 0 && column < static_cast<float>(m_at.columns)) {
      place.column = m_state.first_column + static_cast<std::size_t>(column);
    }
    if (place.row >= m_state.sheet.households.size()) return;
    go_to_cell(m_state.editing, place);
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
      figure_cell(id, -3, m_ui.say(Key::column_number),
                  {m_at.number_x, y, m_at.number_w - m_ui.px(4), height}, household.number,
                  {.color = c.text2, .words = Words::of_the_book});
    }
    figure_cell(id, -2, m_ui.say(Key::column_head),
                {m_at.name_x, y, m_ui.px(name_width) - m_ui.px(edge), height}, household.head,
                {.words = Words::of_the_book});
    for (std::size_t column = m_state.first_column; column < last_column(); ++column) {
      draw_cell(id, {row, column}, cell_box(column, y, height));
    }
    line_left_of({m_at.total_x, y, 0, height}, c.line2);
    const bool is_wrong = m_state.sums.is_row_wrong[row];
    const Points sum = m_state.sums.rows[row];
    const std::string total = is_wrong        ? std::string(m_ui.say(Key::sheet_row_wrong))
                              : sum.is_zero() ? std::string()
                                              : to_display_signed(sum);
    figure_cell(id, -1, m_ui.say(Key::total), total_box(y, height), total,
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
    line_left_of(box, c.line);
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

  // What the cell with the caret is, what it takes, and what is wrong with it.
  void draw_caption() {
    Rect rest = m_at.caption;
    const Tokens& c = m_ui.color();
    fill(m_ui, rest, c.sub);
    fill(m_ui, {rest.x, rest.y, rest.w, m_ui.px(1)}, c.line);
    rest = rest.inset(m_ui.px(16), 0);
    if (m_at.columns < m_state.sheet.codes.size()) draw_pager(rest);
    const CellPlace place = m_state.editing.at;
    const std::optional<points::Rule>& rule = m_state.rules[place.column];
    const std::string error = cell_error(m_ui, m_state, place);
    const std::string worth = rule ? rule_worth(m_ui, *rule) : std::string();
    const std::string name = cell_name(m_state, place);
    const Look small{TextSize::small, Weight::regular, c.text2, Align::left, Words::of_the_book};
    Look tail = small;
    tail.color = error.empty() ? c.text2 : c.err;
    const std::string_view told = error.empty() ? std::string_view(worth) : std::string_view(error);
    const float tail_width = std::min(text_width(m_ui, told, TextSize::small), rest.w / 2);
    Rect left = rest;
    left.w = std::max(0.0F, rest.w - tail_width - m_ui.px(12));
    rest.cut_left(draw_text(m_ui, left, name, small) + m_ui.px(12));
    draw_text(m_ui, rest, told, tail);
    m_ui.mirror.add(id_of("caption"), Role::note, name, m_at.caption).value = told;
  }

  void draw_pager(Rect& rest) {
    const float side = m_ui.px(28);
    const auto button_place = [&] {
      const Rect place = rest.cut_right(side);
      return Rect{place.x, place.y + std::floor((place.h - side) / 2), side, side};
    };
    const bool is_after = icon_button(m_ui, button_place(), Icon::right, m_ui.say(Key::sheet_columns_after));
    const std::string shown =
        m_ui.say(Key::sheet_columns_shown,
                 {std::to_string(m_state.first_column + 1), std::to_string(last_column()),
                  std::to_string(m_state.sheet.codes.size())});
    const float width = text_width(m_ui, shown, TextSize::small) + m_ui.px(8);
    draw_text(m_ui, rest.cut_right(width), shown,
              {TextSize::small, Weight::regular, m_ui.color().text2, Align::center});
    const bool is_before = icon_button(m_ui, button_place(), Icon::left, m_ui.say(Key::sheet_columns_before));
    rest.cut_right(m_ui.px(12));
    if (is_after) m_state.first_column = std::min(last_column(), m_state.sheet.codes.size() - m_at.columns);
    if (is_before) m_state.first_column -= std::min(m_state.first_column, m_at.columns);
  }

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
