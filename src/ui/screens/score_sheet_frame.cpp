#include "ui/screens/score_sheet_frame.h"

#include <algorithm>
#include <cmath>

#include "ui/cap_words.h"
#include "ui/screens/score_sheet_check.h"
#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

using app::CellPlace;

class Frame {
 public:
  Frame(ScreenContext& context, const GridPlaces& at, ScoreSheetState& state, ImGuiID grid)
      : m_context(context), m_ui(context.ui), m_at(at), m_state(state), m_id(grid) {}

  void draw() {
    draw_head();
    draw_foot();
    draw_caption();
  }

 private:
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
    head_word({m_at.name_x, head.y, m_ui.px(sheet_name_width), head.h}, Key::column_head, Align::left);
    for (std::size_t column = m_at.first_column; column < m_at.last_column(); ++column) {
      draw_column_head(column);
    }
    line_left_of(m_ui, {m_at.total_x, head.y, 0, head.h}, c.line2);
    head_word(m_at.total(head.y, head.h), Key::total, Align::right);
    hairline_below(m_ui, head);
  }

  // The beginning of the rule's text, below it its code.
  void draw_column_head(std::size_t column) {
    const IdScope scope(static_cast<int>(column));
    const Tokens& c = m_ui.color();
    const Rect box = m_at.cell(column, m_at.head.y, m_at.head.h);
    const bool is_current = column == m_state.editing.at.column;
    if (is_current) fill(m_ui, box, c.sel);
    line_left_of(m_ui, box, c.line2);
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
    for (std::size_t column = m_at.first_column; column < m_at.last_column(); ++column) {
      const Points sum = m_state.sums.columns[column];
      const Rect box = m_at.cell(column, foot.y, foot.h);
      line_left_of(m_ui, box, c.line);
      sheet_figure(m_ui, row, static_cast<int>(column), column_text(m_state, column), box,
                  sum.is_zero() ? std::string() : to_display(sum),
                  {.weight = Weight::bold, .align = Align::center, .words = Words::of_the_book});
    }
    line_left_of(m_ui, {m_at.total_x, foot.y, 0, foot.h}, c.line2);
    sheet_figure(m_ui, row, -1, total, m_at.total(foot.y, foot.h), to_display(m_state.sums.total),
                {.weight = Weight::bold, .align = Align::right, .words = Words::of_the_book});
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
    const std::string error = cell_error(m_ui, m_state, place);
    const std::string name = cell_name(m_state, place);
    const Look small{TextSize::small, Weight::regular, c.text2, Align::left, Words::of_the_book};
    Look tail = small;
    tail.color = error.empty() ? c.text2 : c.err;
    const std::string told = error.empty() ? worth_and_cap(place) : error;
    const float tail_width = std::min(text_width(m_ui, told, TextSize::small), rest.w / 2);
    Rect left = rest;
    left.w = std::max(0.0F, rest.w - tail_width - m_ui.px(12));
    rest.cut_left(draw_text(m_ui, left, name, small) + m_ui.px(12));
    draw_text(m_ui, rest, told, tail);
    m_ui.mirror.add(id_of("caption"), Role::note, name, m_at.caption).value = told;
  }

  // What the cell takes, and how far the household's cap is used with it.
  [[nodiscard]] std::string worth_and_cap(CellPlace place) const {
    const std::optional<points::Rule>& rule = m_state.rules[place.column];
    if (!rule) return {};
    std::string told = rule_worth(m_ui, *rule);
    const auto use = points::cap_use(m_context.database(), *rule, m_state.sheet.households[place.row],
                                     {}, m_state.shown_day);
    if (!use) return told;
    const app::CellReading reading = app::read_cell(*rule, app::typed_in(m_state.sheet, place));
    const std::int64_t added =
        reading.is_entry ? added_to_cap(use->cap.measure, reading.points, reading.quantity) : 0;
    return told + m_ui.say(Key::sheet_cap_used, {cap_name(m_ui, use->cap), cap_figure(*use, added)});
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
                 {std::to_string(m_state.first_column + 1), std::to_string(m_at.last_column()),
                  std::to_string(m_state.sheet.codes.size())});
    const float width = text_width(m_ui, shown, TextSize::small) + m_ui.px(8);
    draw_text(m_ui, rest.cut_right(width), shown,
              {TextSize::small, Weight::regular, m_ui.color().text2, Align::center});
    const bool is_before = icon_button(m_ui, button_place(), Icon::left, m_ui.say(Key::sheet_columns_before));
    rest.cut_right(m_ui.px(12));
    if (is_after) m_state.first_column = std::min(m_at.last_column(), m_state.sheet.codes.size() - m_at.columns);
    if (is_before) m_state.first_column -= std::min(m_state.first_column, m_at.columns);
  }

  ScreenContext& m_context;
  Ui& m_ui;
  const GridPlaces& m_at;
  ScoreSheetState& m_state;
  ImGuiID m_id;
};

}  // namespace

void draw_sheet_frame(ScreenContext& context, const GridPlaces& at, ScoreSheetState& state,
                      ImGuiID grid) {
  Frame(context, at, state, grid).draw();
}

void line_left_of(Ui& ui, const Rect& box, ImU32 color) {
  fill(ui, {box.x, box.y, ui.px(1), box.h}, color);
}

void sheet_figure(Ui& ui, ImGuiID row, int place, std::string_view label, const Rect& box,
                  const std::string& text, const Look& look) {
  const IdScope scope(place);
  draw_text(ui, box, text, look);
  MirrorRow& cell = ui.mirror.add(id_of("sum"), Role::cell, label, box);
  cell.parent = row;
  cell.value = text;
}

}  // namespace jishan::ui
