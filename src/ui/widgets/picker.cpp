#include "ui/widgets/picker.h"

#include <algorithm>

#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr int rows_shown_max = 8;
constexpr float row_height = 36;
constexpr float caption_height = 28;

float height_of(const PickerRow& row) {
  return row.kind == PickerRowKind::caption ? caption_height : row_height;
}

bool can_be_taken(const PickerRow& row) { return row.kind != PickerRowKind::caption; }

// The next row in a direction that Enter could take; stays at the ends.
int next_row(const std::vector<PickerRow>& rows, int from, int direction) {
  for (int i = from + direction; i >= 0 && i < static_cast<int>(rows.size()); i += direction) {
    if (can_be_taken(rows[static_cast<std::size_t>(i)])) return i;
  }
  return from;
}

void draw_row_text(Ui& ui, Rect place, const PickerRow& row) {
  const Tokens& c = ui.color();
  const Look small{TextSize::small, Weight::regular, c.text2, Align::left, Words::of_the_book};
  if (row.kind == PickerRowKind::caption) {
    draw_text(ui, place.inset(ui.px(12), 0), row.text, small);
    return;
  }
  Rect rest = place.inset(ui.px(12), 0);
  if (row.kind == PickerRowKind::action) {
    draw_icon(*ImGui::GetWindowDrawList(), Icon::plus, rest.cut_left(ui.px(18)), ui.px(18),
              ui.stroke_px(), c.accent);
    rest.cut_left(ui.px(8));
    draw_text(ui, rest, row.text, {.color = c.accent});
    return;
  }
  const float right = text_width(ui, row.right, TextSize::small);
  draw_text(ui, rest.cut_right(right), row.right, small);
  const Look look{.color = row.is_dim ? c.text3 : c.text, .words = Words::of_the_book};
  const float width = draw_marked(ui, rest, row.text, row.marks, look);
  rest.cut_left(width + ui.px(10));
  draw_text(ui, rest, row.facts, small);
}

// True when the row was clicked.
bool draw_row(Ui& ui, ImGuiID list, int index, const Rect& place, const PickerRow& row,
              bool is_selected) {
  const IdScope scope(index);
  const ImGuiID id = id_of("option");
  Pressable press;
  if (can_be_taken(row)) press = pressable(ui, id, place, Reach::by_mouse_only);
  if (row.kind == PickerRowKind::caption) fill(ui, place, ui.color().sub);
  if (is_selected) {
    fill(ui, place, ui.color().sel);
    fill(ui, {place.x, place.y, ui.px(3), place.h}, ui.color().accent);
  } else if (press.is_hovered) {
    fill(ui, place, ui.color().hover);
  }
  draw_row_text(ui, place, row);
  if (can_be_taken(row)) {
    MirrorRow& shown = ui.mirror.add(id, Role::option, row.text, place);
    shown.parent = list;
    shown.value = row.facts;
    shown.description = row.right;
    shown.selected = is_selected ? Tri::on : Tri::off;
  }
  return press.is_pressed;
}

// Gives the index of the row that was clicked, or −1.
int draw_list(Ui& ui, ImGuiID list, const Rect& frame, const std::vector<PickerRow>& rows,
              PickerState& state) {
  float content = 0;
  for (const PickerRow& row : rows) content += ui.px(height_of(row));
  const float height = std::min(content, ui.px(row_height) * rows_shown_max) + 2 * ui.px(1);
  const Rect box = popup_place(ui, frame, std::max(frame.w, ui.px(300)), height);
  const PopupWindow popup(ui, "picker", box);
  int clicked = -1;
  {
    const ScrollArea area(ui, "rows", box.inset(ui.px(1), ui.px(1)), content);
    Rect rest = area.content();
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
      const PickerRow& row = rows[static_cast<std::size_t>(i)];
      const Rect place = rest.cut_top(ui.px(height_of(row)));
      const bool is_selected = i == state.selected;
      if (draw_row(ui, list, i, place, row, is_selected)) clicked = i;
      if (is_selected && (place.bottom() > box.bottom() || place.y < box.y)) {
        ImGui::SetScrollFromPosY(place.center().y - ImGui::GetWindowPos().y, 0.5F);
      }
    }
  }
  if (popup.was_clicked_away(frame)) state.is_open = false;
  return clicked;
}

PickerOutcome draw_chosen(Ui& ui, const FieldBlock& parts, PickerState& state,
                          const PickerSpec& spec) {
  PickerOutcome outcome;
  const ImGuiID id = id_of("chosen");
  const Tokens& c = ui.color();
  fill(ui, parts.frame, c.surface, 4);
  outline(ui, parts.frame, c.field, 4);
  Rect inner = parts.frame.inset(ui.px(10), 0);
  const Rect cross = inner.cut_right(ui.px(28));
  draw_icon(*ImGui::GetWindowDrawList(), spec.icon, inner.cut_left(ui.px(18)), ui.px(18),
            ui.stroke_px(), c.text2);
  inner.cut_left(ui.px(8));
  const Look small{TextSize::small, Weight::regular, c.text2, Align::left, Words::of_the_book};
  const float right = text_width(ui, spec.chosen_right, TextSize::small);
  draw_text(ui, inner.cut_right(right), spec.chosen_right, small);
  draw_runs(ui, inner, {{spec.chosen, {.words = Words::of_the_book}}, {spec.chosen_facts, small, 12}});
  outcome.is_focused = ui.focus.stop({.id = id, .box = parts.frame});
  const bool is_clicked = pressable(ui, id_of("frame"), parts.frame, Reach::by_mouse_only).is_pressed;
  if (is_clicked) ui.focus.give(id, FocusedBy::mouse);
  if (outcome.is_focused) focus_ring(ui, parts.frame, 4);
  draw_icon(*ImGui::GetWindowDrawList(), Icon::close, cross, ui.px(18), ui.stroke_px(), c.text2);
  const bool is_cross = is_clicked && cross.contains(ImGui::GetMousePos());
  const bool is_erased = outcome.is_focused && (ui.keys.take({ImGuiKey_Backspace, 0}) ||
                                                ui.keys.take({ImGuiKey_Delete, 0}));
  if (is_cross || is_erased) {
    outcome.is_cleared = true;
    state = {};
  } else if (outcome.is_focused && ui.pressed(chords::enter)) {
    ui.focus.next();
  }
  MirrorRow& row = ui.mirror.add(id, Role::combobox, spec.label, parts.frame);
  row.value = spec.chosen;
  row.description = spec.hint;
  row.is_focused = outcome.is_focused;
  row.is_required = spec.need == Need::required;
  row.expanded = Tri::off;
  return outcome;
}

// Arrows, Enter, Esc; gives the row taken, or −1.
int steer(Ui& ui, PickerState& state, const std::vector<PickerRow>& rows,
          const InputLineOutcome& line) {
  if (!line.is_focused) return -1;
  if (ui.pressed(chords::open_list)) state.is_open = !state.is_open;
  if (ui.pressed(chords::down)) {
    if (state.is_open) state.selected = next_row(rows, state.selected, 1);
    state.is_open = true;
  }
  if (state.is_open && ui.pressed(chords::up)) state.selected = next_row(rows, state.selected, -1);
  if (state.is_open && ui.pressed(chords::escape)) {
    state.is_open = false;
  } else if (!state.is_open && !state.typed.empty() && ui.pressed(chords::escape)) {
    state.typed.clear();
    reload_active_line();
  }
  const bool takes = line.is_entered && state.is_open && state.selected >= 0 &&
                     state.selected < static_cast<int>(rows.size()) &&
                     can_be_taken(rows[static_cast<std::size_t>(state.selected)]);
  return takes ? state.selected : -1;
}

}  // namespace

PickerOutcome picker(Ui& ui, const Rect& block, PickerState& state, const PickerSpec& spec) {
  const IdScope scope(spec.label);
  const FieldBlock parts = field_block(ui, block);
  draw_field_label(ui, parts.label, spec.label, spec.need);
  const bool is_wrong = state.was_left && spec.chosen.empty() && !spec.error.empty();
  draw_field_hint(ui, parts.hint, is_wrong ? spec.error : spec.hint,
                  is_wrong ? HintKind::error : HintKind::plain);
  if (!spec.chosen.empty()) return draw_chosen(ui, parts, state, spec);

  PickerOutcome outcome;
  draw_field_frame(ui, parts.frame, is_wrong ? FrameState::wrong : FrameState::normal);
  Rect inner = parts.frame.inset(ui.px(10), 0);
  draw_icon(*ImGui::GetWindowDrawList(), spec.icon, inner.cut_left(ui.px(18)), ui.px(18),
            ui.stroke_px(), ui.color().text2);
  inner.cut_left(ui.px(8));
  Rect count_place = inner.cut_right(state.typed.empty() ? 0 : ui.px(60));
  const InputLineOutcome line =
      input_line(ui, spec.label, parts.frame, inner, state.typed,
                 {.placeholder = spec.placeholder,
                  .on_enter = OnEnter::stay,
                  .opening = Opening::empty_field});
  outcome.is_focused = line.is_focused;
  if (spec.is_search_of_screen && ui.focus.is_on_top() && ui.keys.take_search()) {
    ui.focus.give(line.id, FocusedBy::keyboard);
  }
  if (line.is_focused) {
    draw_field_frame(ui, parts.frame,
                     is_wrong ? FrameState::wrong_and_focused : FrameState::focused);
  }
  if (line.is_changed) state.is_open = true;
  std::vector<PickerRow> rows;
  if (state.is_open) rows = spec.rows(state.typed);
  if (line.is_changed) state.selected = next_row(rows, -1, 1);
  const int steered = steer(ui, state, rows, line);
  const int clicked = state.is_open ? draw_list(ui, line.id, parts.frame, rows, state) : -1;
  if (state.is_open && spec.found && !state.typed.empty()) {
    const auto count = static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(),
        [](const PickerRow& row) { return row.kind == PickerRowKind::choice; }));
    draw_text(ui, count_place, spec.found(count),
              {TextSize::small, Weight::regular, ui.color().text3, Align::right});
  }
  const int taken = clicked >= 0 ? clicked : steered;
  if (taken >= 0 && can_be_taken(rows[static_cast<std::size_t>(taken)])) {
    const PickerRow& row = rows[static_cast<std::size_t>(taken)];
    outcome.is_action = row.kind == PickerRowKind::action;
    outcome.is_chosen = !outcome.is_action;
    outcome.key = row.key;
    state = {};
    ui.focus.next();
  } else if (line.is_entered && state.typed.empty()) {
    ui.focus.next();
  }
  if (line.is_left && taken < 0 && clicked < 0 && !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    state.is_open = false;
    state.was_left = true;
  }
  MirrorRow& row = ui.mirror.add(line.id, Role::combobox, spec.label, parts.frame);
  row.value = outcome.is_chosen ? std::string() : state.typed;
  row.description = is_wrong ? spec.error : spec.hint;
  row.is_focused = line.is_focused;
  row.is_invalid = is_wrong;
  row.is_required = spec.need == Need::required;
  row.expanded = state.is_open ? Tri::on : Tri::off;
  return outcome;
}

}  // namespace jishan::ui
