#include "ui/widgets/table.h"

#include <imgui_internal.h>

#include <algorithm>
#include <optional>

#include "ui/widgets/button.h"
#include "ui/widgets/table_columns.h"

namespace jishan::ui {
namespace {

constexpr int rows_per_notch = 3;

float row_height(const Ui& ui, const TableSpec& spec) {
  if (spec.row_height > 0) return ui.px(spec.row_height);
  return ui.px(spec.density == Density::dense ? 30 : 34);
}

void draw_sort_arrow(Ui& ui, const Rect& title, float text_width_px, Align align, bool descending) {
  const float x = align == Align::right ? title.right() - text_width_px - ui.px(14)
                                        : title.x + text_width_px + ui.px(6);
  const float y = title.center().y;
  const float half = ui.px(4);
  const float tall = ui.px(2.5F);
  const float tip = descending ? y + tall : y - tall;
  const float base = descending ? y - tall : y + tall;
  ImGui::GetWindowDrawList()->AddTriangleFilled({x, base}, {x + 2 * half, base}, {x + half, tip},
                                                ui.color().text2);
}

// A row, head or footer without the place of the scroll bar, so that all columns stand in line.
Rect beside_scrollbar(Rect line, float scrollbar) {
  line.cut_right(scrollbar);
  return line;
}

// A tip gives way to rows where there is place for a few of them only.
bool has_room_for_note(const Ui& ui, const Rect& below_head, const TableSpec& spec) {
  constexpr float rows_min = 3;
  return !spec.note.empty() &&
         below_head.h >= ui.px(40) + std::min(rows_min, static_cast<float>(spec.row_count)) *
                                         row_height(ui, spec);
}

// Head and footer often lie in the corners of a panel, whose border is round there.
void fill_sub(Ui& ui, const Rect& box, ImDrawFlags round_corners) {
  constexpr float inside_of_a_panel = 5;
  if (PaintLog* paint = ui.mirror.paint()) paint->on_fill(box, ui.color().sub);
  ImGui::GetWindowDrawList()->AddRectFilled(box.min(), box.max(), ui.color().sub,
                                            ui.px(inside_of_a_panel), round_corners);
}

// What WAI-ARIA calls the order of a column; "" where it cannot be sorted.
std::string_view order_of(const Column& column, bool is_current, bool is_descending) {
  if (column.sorting == Sorting::off) return {};
  if (!is_current) return "none";
  return is_descending ? "descending" : "ascending";
}

// A head that sorts. Tab passes it over, a screen reader goes there. True when it was pressed.
bool sorting_head(Ui& ui, ImGuiID id, const Rect& cell) {
  const bool is_pressed = pressable(ui, id, cell, Reach::by_mouse_only).is_pressed;
  const bool is_focused =
      ui.focus.stop({.id = id, .box = cell, .tabbing = Tabbing::passed_over});
  if (ui.focus.shows_ring(id)) outline(ui, cell, ui.color().focus, 0, 2);
  return is_pressed || (is_focused && (ui.pressed(chords::enter) || ui.pressed(chords::space)));
}

// True when another order was asked for.
bool draw_head(Ui& ui, const Rect& head, float scrollbar, TableState& state, const TableSpec& spec,
               ImGuiID parent) {
  fill_sub(ui, head, ImDrawFlags_RoundCornersTop);
  bool is_sorted = false;
  const Rect line = beside_scrollbar(head, scrollbar);
  const std::vector<Rect> cells = cells_of(ui, line, spec.columns);
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    const Column& column = spec.columns[i];
    if (!has_room(ui, line, column)) continue;
    const IdScope scope(static_cast<int>(i));
    const ImGuiID id = id_of("head");
    const bool is_current = state.sort_column == static_cast<int>(i);
    const Look look{TextSize::small, Weight::regular, ui.color().text2, column.align};
    const float width = draw_text(ui, cells[i], column.title, look);
    if (column.sorting == Sorting::on) {
      if (sorting_head(ui, id, cells[i])) {
        state.is_descending = is_current && !state.is_descending;
        state.sort_column = static_cast<int>(i);
        is_sorted = true;
      }
      if (is_current) draw_sort_arrow(ui, cells[i], width, column.align, state.is_descending);
    }
    if (column.title.empty()) continue;
    MirrorRow& row = ui.mirror.add(id, Role::columnheader, column.title, cells[i]);
    row.parent = parent;
    row.value = order_of(column, is_current, state.is_descending);
    row.is_focused = ui.focus.has(id);
  }
  drag_edges(ui, line, spec);
  hairline_below(ui, head);
  return is_sorted;
}

void draw_footer(Ui& ui, const Rect& footer, float scrollbar, const TableSpec& spec,
                 ImGuiID parent) {
  fill_sub(ui, footer, ImDrawFlags_RoundCornersBottom);
  fill(ui, {footer.x, footer.y, footer.w, ui.px(1)}, ui.color().line);
  if (spec.footer.empty()) {
    draw_text(ui, footer.inset(ui.px(table_edge), 0), spec.note,
              {TextSize::small, Weight::regular, ui.color().text3});
    return;
  }
  const std::vector<Rect> cells = cells_of(ui, beside_scrollbar(footer, scrollbar), spec.columns);
  const ImGuiID row = id_of("footer");
  ui.mirror.add(row, Role::row, spec.footer.front(), footer).parent = parent;
  for (std::size_t i = 0; i < spec.columns.size() && i < spec.footer.size(); ++i) {
    if (!has_room(ui, beside_scrollbar(footer, scrollbar), spec.columns[i])) continue;
    draw_text(ui, cells[i], spec.footer[i],
              {.weight = Weight::bold, .align = spec.columns[i].align});
    const IdScope scope(static_cast<int>(i));
    MirrorRow& cell = ui.mirror.add(id_of("total"), Role::cell, spec.columns[i].title, cells[i]);
    cell.parent = row;
    cell.value = spec.footer[i];
  }
}

void draw_row_ground(Ui& ui, const Rect& row, bool is_selected, bool is_hovered, bool is_focused) {
  if (is_selected) {
    fill(ui, row, ui.color().sel);
    fill(ui, {row.x, row.y, ui.px(3), row.h}, ui.color().accent);
    if (ui.theme.is_high_contrast()) outline(ui, row, ui.color().accent);
  } else if (is_hovered) {
    fill(ui, row, ui.color().hover);
  }
  hairline_below(ui, row);
  if (is_selected && is_focused) outline(ui, row.inset(0, 0), ui.color().focus, 0, 2);
}

class TableDrawing {
 public:
  TableDrawing(Ui& ui, float scrollbar, TableState& state, const TableSpec& spec,
               TableOutcome& outcome)
      : m_ui(ui), m_state(state), m_spec(spec), m_outcome(outcome),
        m_row_height(row_height(ui, spec)), m_scrollbar(scrollbar) {}

  void rows(const Rect& box) {
    ImGui::SetCursorScreenPos(box.min());
    ImGui::SetNextWindowContentSize({0, m_row_height * static_cast<float>(m_spec.row_count)});
    ImGui::BeginChild("rows", {box.w, box.h}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    scroll(box);
    ImGuiListClipper clipper;
    clipper.Begin(m_spec.row_count, m_row_height);
    while (clipper.Step()) {
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) draw(box, row);
    }
    ImGui::EndChild();
  }

 private:
  void scroll(const Rect& box) {
    const float wheel = ImGui::GetIO().MouseWheel;
    if (wheel != 0 && ImGui::IsWindowHovered()) {
      ImGui::SetScrollY(ImGui::GetScrollY() - wheel * rows_per_notch * m_row_height);
    }
    if (!m_state.is_to_reveal) return;
    m_state.is_to_reveal = false;
    const float top = m_row_height * static_cast<float>(m_state.selected);
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + m_row_height > ImGui::GetScrollY() + box.h) {
      ImGui::SetScrollY(top + m_row_height - box.h);
    }
  }

  void draw(const Rect& box, int row) {
    const IdScope scope(row);
    const float top =
        box.y - ImGui::GetScrollY() + m_row_height * static_cast<float>(row);
    const Rect place{box.x, top, box.w, m_row_height};
    const Rect content = beside_scrollbar(place, m_scrollbar);
    const ImGuiID id = id_of("row");
    m_ui.mirror.count_table_row();
    const bool is_selected = row == m_state.selected;
    const bool is_under_mouse =
        ImGui::IsWindowHovered() && content.contains(ImGui::GetIO().MousePos);
    const bool is_marked =
        is_selected && (m_spec.marking == Marking::always || m_outcome.is_focused);
    draw_row_ground(m_ui, place, is_marked, is_under_mouse, m_outcome.is_focused);
    MirrorRow& shown = m_ui.mirror.add(id, Role::row,
                                       m_spec.row_label ? m_spec.row_label(row) : std::string(),
                                       content);
    shown.parent = m_outcome.id;
    shown.selected = is_selected ? Tri::on : Tri::off;
    const std::vector<Rect> cells = cells_of(m_ui, content, m_spec.columns);
    RowPainter painter(m_ui, m_spec.columns, cells, id);
    m_spec.draw_row(row, painter);
    // After the widgets inside the row: who asks first gets the click.
    if (!pressable(m_ui, id, content, Reach::by_mouse_only).is_pressed) return;
    m_outcome.is_selected = m_state.selected != row;
    m_state.selected = row;
    m_outcome.clicked = row;
    if (ImGui::GetIO().MouseClickedLastCount[0] >= 2) m_outcome.opened = row;
    m_ui.focus.give(m_outcome.id, FocusedBy::mouse);
  }

  Ui& m_ui;
  TableState& m_state;
  const TableSpec& m_spec;
  TableOutcome& m_outcome;
  float m_row_height;
  float m_scrollbar;
};

void steer(Ui& ui, float visible_rows, TableState& state, const TableSpec& spec,
           TableOutcome& outcome) {
  const int last = spec.row_count - 1;
  const int page = std::max(1, static_cast<int>(visible_rows) - 1);
  int wanted = state.selected;
  if (ui.pressed(chords::down)) ++wanted;
  if (ui.pressed(chords::up)) --wanted;
  if (ui.pressed({ImGuiKey_PageDown, 0})) wanted += page;
  if (ui.pressed({ImGuiKey_PageUp, 0})) wanted -= page;
  if (ui.pressed({ImGuiKey_Home, 0})) wanted = 0;
  if (ui.pressed({ImGuiKey_End, 0})) wanted = last;
  wanted = std::clamp(wanted, 0, std::max(0, last));
  if (wanted != state.selected) {
    state.selected = wanted;
    state.is_to_reveal = true;
    outcome.is_selected = true;
  }
  for (const int direction : {1, -1}) {
    const ImGuiKey key = direction > 0 ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow;
    if (!ui.pressed({key, ImGuiMod_Ctrl})) continue;
    if (step_order(state, spec.columns, direction)) outcome.is_sorted = true;
  }
  if (ui.pressed(chords::enter) && state.selected <= last) outcome.opened = state.selected;
  if (ui.pressed(chords::space)) outcome.is_toggled = true;
}

// In the place of the first row, so that the list does not stand there mute, and has a ring.
void draw_emptiness(Ui& ui, Rect rest, float height, const TableSpec& spec,
                    const TableOutcome& outcome) {
  const Rect place = rest.cut_top(std::min(rest.h, height));
  if (outcome.is_focused) outline(ui, place, ui.color().focus, 0, 2);
  if (place.h < height) return;
  const std::string_view words = spec.empty.empty() ? ui.say(Key::sheet_none_yet) : spec.empty;
  draw_text(ui, place.inset(ui.px(table_edge), 0), words,
            {TextSize::small, Weight::regular, ui.color().text2});
  ui.mirror.add(id_of("empty"), Role::note, words, place);
}

void steer_width(Ui& ui, const Rect& head, const TableState& state, const TableSpec& spec) {
  for (const int direction : {1, -1}) {
    const ImGuiKey key = direction > 0 ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow;
    if (ui.pressed({key, ImGuiMod_Ctrl | ImGuiMod_Shift})) {
      step_width(ui, head, spec, state.sort_column, direction);
    }
  }
}

}  // namespace

void RowPainter::report(const Rect& cell, std::string_view value) {
  const IdScope scope(static_cast<int>(m_column));
  MirrorRow& row = m_ui.mirror.add(id_of("cell"), Role::cell, m_columns[m_column].title, cell);
  row.parent = m_row;
  row.value = value;
}

Rect RowPainter::place() { return m_cells[m_column++]; }

Rect RowPainter::place(std::string_view told) {
  report(m_cells[m_column], told);
  return place();
}

bool RowPainter::has_place() {
  if (m_cells[m_column].h > 0) return true;
  ++m_column;
  return false;
}

void RowPainter::text(std::string_view text, Look look) {
  if (!has_place()) return;
  const Rect& cell = m_cells[m_column];
  look.align = m_columns[m_column].align;
  look.words = Words::of_the_book;
  draw_text(m_ui, cell, text, look);
  report(cell, text);
  ++m_column;
}

void RowPainter::marked(std::string_view text, const std::vector<Span>& marks,
                        std::string_view facts) {
  if (!has_place()) return;
  Rect cell = m_cells[m_column];
  report(cell, text);
  cell.cut_left(draw_marked(m_ui, cell, text, marks, {.words = Words::of_the_book}) + m_ui.px(6));
  draw_text(m_ui, cell, facts,
            {TextSize::small, Weight::regular, m_ui.color().text2, Align::left, Words::of_the_book});
  ++m_column;
}

void RowPainter::tag(std::string_view text, TagKind kind) { tags({{text, kind}}); }

void RowPainter::tags(const std::vector<Tag>& tags) {
  if (!has_place()) return;
  Rect cell = m_cells[m_column];
  std::string all;
  for (const Tag& tag : tags) {
    draw_tag(m_ui, cell, tag);
    if (!all.empty()) all += ' ';
    all += tag.text;
  }
  report(m_cells[m_column], all);
  ++m_column;
}

void RowPainter::icon_and_text(Icon icon, std::string_view text, ImU32 color) {
  if (!has_place()) return;
  Rect cell = m_cells[m_column];
  report(cell, text);
  draw_icon(*ImGui::GetWindowDrawList(), icon, cell.cut_left(m_ui.px(18)), m_ui.px(16),
            m_ui.stroke_px(), color);
  cell.cut_left(m_ui.px(4));
  draw_text(m_ui, cell, text,
            {TextSize::small, Weight::regular, color, Align::left, Words::of_the_book});
  ++m_column;
}

TableOutcome table(Ui& ui, const Rect& box, TableState& state, const TableSpec& designed) {
  const IdScope scope(designed.label);
  TableOutcome outcome;
  outcome.id = id_of("table");
  state.selected = std::clamp(state.selected, 0, std::max(0, designed.row_count - 1));
  Rect rest = box;
  outcome.is_focused =
      ui.focus.stop({.id = outcome.id, .opening = designed.opening, .box = box});
  MirrorRow& shown = ui.mirror.add(outcome.id, Role::table, designed.label, box);
  shown.is_focused = outcome.is_focused;
  shown.value = std::to_string(designed.row_count);
  const Rect head = rest.cut_top(ui.px(designed.density == Density::dense ? 28 : 32));
  const bool has_footer = !designed.footer.empty() || has_room_for_note(ui, rest, designed);
  const Rect footer = rest.cut_bottom(has_footer ? ui.px(designed.footer.empty() ? 40 : 34) : 0);
  const float rows_height = row_height(ui, designed) * static_cast<float>(designed.row_count);
  const float scrollbar = rows_height > rest.h ? ImGui::GetStyle().ScrollbarSize : 0;
  std::optional<TableSpec> changed;
  if (!ui.column_widths.are_all_as_designed()) {
    changed = designed;
    changed->columns = with_kept_widths(ui, beside_scrollbar(head, scrollbar), designed);
  }
  const TableSpec& spec = changed ? *changed : designed;
  outcome.is_sorted = draw_head(ui, head, scrollbar, state, spec, outcome.id);
  if (has_footer) draw_footer(ui, footer, scrollbar, spec, outcome.id);
  if (outcome.is_focused) {
    steer(ui, rest.h / row_height(ui, spec), state, spec, outcome);
    steer_width(ui, beside_scrollbar(head, scrollbar), state, spec);
  }
  if (spec.row_count == 0) draw_emptiness(ui, rest, row_height(ui, spec), spec, outcome);
  TableDrawing(ui, scrollbar, state, spec, outcome).rows(rest);
  return outcome;
}

}  // namespace jishan::ui
