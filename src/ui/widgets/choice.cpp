#include "ui/widgets/choice.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

float choice_width(const Ui& ui, std::string_view text, ChoiceSize size) {
  const TextSize letters = size == ChoiceSize::small ? TextSize::small : TextSize::body;
  return std::ceil(text_width(ui, text, letters, Weight::bold)) +
         2 * ui.px(size == ChoiceSize::small ? 10 : 14);
}

// ← → and digits move the choice of a focused row of choices.
int steered(Ui& ui, int chosen, int count) {
  int wanted = chosen;
  if (ui.pressed({ImGuiKey_RightArrow, 0})) ++wanted;
  if (ui.pressed({ImGuiKey_LeftArrow, 0})) --wanted;
  const int digit = ui.focus.is_on_top() ? ui.keys.take_digit() : 0;
  if (digit >= 1 && digit <= count) wanted = digit - 1;
  return std::clamp(wanted, 0, count - 1);
}

void report_choice(Ui& ui, ImGuiID id, ImGuiID parent, Role role, std::string_view label,
                   const Rect& box, bool is_chosen, bool is_focused) {
  MirrorRow& row = ui.mirror.add(id, role, label, box);
  row.parent = parent;
  row.is_focused = is_focused;
  (role == Role::tab ? row.selected : row.checked) = is_chosen ? Tri::on : Tri::off;
}

}  // namespace

float segment_width(const Ui& ui, const std::vector<std::string_view>& choices, ChoiceSize size) {
  float width = 0;
  for (const std::string_view choice : choices) width += choice_width(ui, choice, size);
  return width;
}

bool segment(Ui& ui, const Rect& box, std::string_view label,
             const std::vector<std::string_view>& choices, int& chosen, ChoiceSize size) {
  const IdScope scope(label);
  const ImGuiID id = id_of("segment");
  const bool is_focused = ui.focus.stop({.id = id, .box = box});
  const int count = static_cast<int>(choices.size());
  int wanted = is_focused ? steered(ui, chosen, count) : chosen;
  if (is_focused && ui.pressed(chords::enter)) ui.focus.next();
  fill(ui, box, ui.color().surface, 4);
  Rect rest = box;
  const float natural = segment_width(ui, choices, size);
  const float spare = std::max(0.0F, box.w - natural) / static_cast<float>(count);
  for (int i = 0; i < count; ++i) {
    const std::string_view text = choices[static_cast<std::size_t>(i)];
    const Rect cell = i + 1 == count
                          ? rest
                          : rest.cut_left(std::floor(choice_width(ui, text, size) + spare));
    const IdScope place(i);
    const Pressable press = pressable(ui, id_of("choice"), cell, Reach::by_mouse_only);
    if (press.is_pressed) {
      wanted = i;
      ui.focus.give(id, FocusedBy::mouse);
    }
    const bool is_chosen = i == chosen;
    if (is_chosen || press.is_hovered) {
      fill(ui, cell, is_chosen ? ui.color().sel : ui.color().hover, 4);
    }
    if (i + 1 < count) fill(ui, {cell.right(), cell.y, ui.px(1), cell.h}, ui.color().line2);
    draw_text(ui, cell, text,
              {size == ChoiceSize::small ? TextSize::small : TextSize::body,
               is_chosen ? Weight::bold : Weight::regular,
               is_chosen ? ui.color().accent : ui.color().text2, Align::center});
    report_choice(ui, id_of("choice"), id, Role::radio, text, cell, is_chosen,
                  is_focused && is_chosen);
  }
  outline(ui, box, ui.color().line2, 4);
  if (ui.focus.shows_ring(id)) focus_ring(ui, box, 4);
  const bool is_changed = wanted != chosen;
  chosen = wanted;
  return is_changed;
}

bool tabs(Ui& ui, const Rect& box, std::string_view label,
          const std::vector<std::string_view>& choices, int& chosen) {
  const IdScope scope(label);
  const ImGuiID id = id_of("tabs");
  const bool is_focused = ui.focus.stop({.id = id, .box = box});
  int wanted = is_focused ? steered(ui, chosen, static_cast<int>(choices.size())) : chosen;
  Rect rest = box;
  rest.cut_left(ui.px(12));
  for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
    const std::string_view text = choices[static_cast<std::size_t>(i)];
    const float width = std::ceil(text_width(ui, text, TextSize::body, Weight::bold)) + ui.px(8);
    const Rect cell = rest.cut_left(width);
    rest.cut_left(ui.px(16));
    const IdScope place(i);
    if (pressable(ui, id_of("tab"), cell, Reach::by_mouse_only).is_pressed) {
      wanted = i;
      ui.focus.give(id, FocusedBy::mouse);
    }
    const bool is_chosen = i == chosen;
    draw_text(ui, cell, text,
              {TextSize::body, is_chosen ? Weight::bold : Weight::regular,
               is_chosen ? ui.color().accent : ui.color().text2, Align::center});
    if (is_chosen) {
      fill(ui, {cell.x, cell.bottom() - ui.px(3), cell.w, ui.px(3)}, ui.color().accent);
      if (ui.focus.shows_ring(id)) outline(ui, cell.inset(0, ui.px(4)), ui.color().focus, 2, 2);
    }
    report_choice(ui, id_of("tab"), id, Role::tab, text, cell, is_chosen, is_focused && is_chosen);
  }
  const bool is_changed = wanted != chosen;
  chosen = wanted;
  return is_changed;
}

namespace {

enum class Reveal { no, selected };

// In the window of the list: scrolls as little as brings the row into view.
void reveal_row(float top, float height, float shown_height) {
  if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
  if (top + height > ImGui::GetScrollY() + shown_height) {
    ImGui::SetScrollY(top + height - shown_height);
  }
}

// Gives the index that was taken, or −1.
int draw_choices(Ui& ui, ImGuiID list, const Rect& frame, DropDownState& state,
                 const std::vector<std::string>& choices, Reveal reveal) {
  const float row = ui.px(36);
  const float content = row * static_cast<float>(choices.size());
  const float height = std::min(content, 8 * row) + 2 * ui.px(1);
  const Rect box = popup_place(ui, frame, frame.w, height);
  const PopupWindow popup(ui, "choices", box);
  int taken = -1;
  {
    const Rect shown_part = box.inset(ui.px(1), ui.px(1));
    const ScrollArea area(ui, "rows", shown_part, content);
    Rect rest = area.content();
    if (reveal == Reveal::selected) {
      reveal_row(row * static_cast<float>(state.selected), row, shown_part.h);
    }
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
      const IdScope scope(i);
      const Rect place = rest.cut_top(row);
      const Pressable press = pressable(ui, id_of("option"), place, Reach::by_mouse_only);
      const bool is_selected = i == state.selected;
      if (is_selected || press.is_hovered) {
        fill(ui, place, is_selected ? ui.color().sel : ui.color().hover);
      }
      const std::string& text = choices[static_cast<std::size_t>(i)];
      draw_text(ui, place.inset(ui.px(10), 0), text, {.words = Words::of_the_book});
      MirrorRow& shown = ui.mirror.add(id_of("option"), Role::option, text, place);
      shown.parent = list;
      shown.selected = is_selected ? Tri::on : Tri::off;
      if (press.is_pressed) taken = i;
    }
  }
  if (popup.was_clicked_away(frame)) state.is_open = false;
  return taken;
}

int steer_open(Ui& ui, DropDownState& state, int count) {
  if (ui.pressed(chords::down)) state.selected = std::min(state.selected + 1, count - 1);
  if (ui.pressed(chords::up)) state.selected = std::max(state.selected - 1, 0);
  if (ui.pressed(chords::escape)) state.is_open = false;
  return ui.pressed(chords::enter) || ui.pressed(chords::space) ? state.selected : -1;
}

}  // namespace

bool drop_down_box(Ui& ui, const Rect& box, DropDownState& state, const DropDownSpec& spec,
                   int& chosen) {
  const IdScope scope(spec.label);
  const ImGuiID id = id_of("drop down");
  const int count = static_cast<int>(spec.choices.size());
  const bool is_focused = ui.focus.stop({.id = id, .box = box});
  const Pressable press = pressable(ui, id_of("box"), box, Reach::by_mouse_only);
  int taken = -1;
  const int selected_before = state.is_open ? state.selected : -1;  // opened now: shown as well
  if (is_focused && state.is_open) {
    taken = steer_open(ui, state, count);
  } else if (is_focused) {
    if (ui.pressed(chords::open_list) || ui.pressed(chords::space)) state.is_open = true;
    if (ui.pressed(chords::down)) taken = std::min(chosen + 1, count - 1);
    if (ui.pressed(chords::up)) taken = std::max(chosen - 1, 0);
    if (ui.pressed(chords::enter)) ui.focus.next();
    if (state.is_open) state.selected = chosen;
  }
  if (press.is_pressed) {
    state.is_open = !state.is_open;
    state.selected = chosen;
    ui.focus.give(id, FocusedBy::mouse);
  }
  draw_field_frame(ui, box, FrameState::normal);
  Rect inner = box.inset(ui.px(10), 0);
  draw_icon(*ImGui::GetWindowDrawList(), Icon::down, inner.cut_right(ui.px(18)), ui.px(18),
            ui.stroke_px(), ui.color().text2);
  const std::string_view shown =
      chosen >= 0 && chosen < count ? spec.choices[static_cast<std::size_t>(chosen)]
                                    : std::string_view();
  draw_text(ui, inner, shown, {.words = Words::of_the_book});
  if (is_focused) draw_field_frame(ui, box, FrameState::focused);
  if (state.is_open && count > 0) {
    const Reveal reveal = state.selected != selected_before ? Reveal::selected : Reveal::no;
    const int clicked = draw_choices(ui, id, box, state, spec.choices, reveal);
    if (clicked >= 0) taken = clicked;
  }
  MirrorRow& row = ui.mirror.add(id, Role::combobox, spec.label, box);
  row.value = shown;
  row.is_focused = is_focused;
  row.is_required = spec.need == Need::required;
  row.expanded = state.is_open ? Tri::on : Tri::off;
  if (taken < 0 || count == 0) return false;
  state.is_open = false;
  const bool is_changed = taken != chosen;
  chosen = taken;
  return is_changed;
}

bool drop_down(Ui& ui, const Rect& block, DropDownState& state, const DropDownSpec& spec,
               int& chosen) {
  const FieldBlock parts = field_block(ui, block);
  draw_field_label(ui, parts.label, spec.label, spec.need);
  draw_field_hint(ui, parts.hint, spec.hint, HintKind::plain);
  return drop_down_box(ui, parts.frame, state, spec, chosen);
}

namespace {

// At the left end of its place. Gives the box that was drawn.
Rect draw_tick(Ui& ui, const Rect& place, bool is_on) {
  const float side = ui.px(18);
  const Rect tick{place.x, place.y + std::floor((place.h - side) / 2), side, side};
  const Tokens& c = ui.color();
  fill(ui, tick, is_on ? c.accent : c.surface, 3);
  outline(ui, tick, is_on ? c.accent : c.field, 3);
  if (is_on) {
    draw_icon(*ImGui::GetWindowDrawList(), Icon::check, tick, ui.px(16), ui.px(2), c.on_accent);
  }
  return tick;
}

}  // namespace

bool checkbox(Ui& ui, const Rect& box, std::string_view label, bool& is_on) {
  const ImGuiID id = id_of(label);
  const Pressable press = pressable(ui, id, box);
  if (press.is_pressed) is_on = !is_on;
  const Rect tick = draw_tick(ui, box, is_on);
  Rect text = box;
  text.cut_left(tick.w + ui.px(8));
  draw_text(ui, text, label);
  if (ui.focus.shows_ring(id)) focus_ring(ui, tick, 3);
  MirrorRow& row = ui.mirror.add(id, Role::checkbox, label, box);
  row.checked = is_on ? Tri::on : Tri::off;
  row.is_focused = ui.focus.has(id);
  return press.is_pressed;
}

bool row_tick(Ui& ui, const Rect& cell, bool is_on) {
  const Rect place{cell.x, cell.y, ui.px(28), cell.h};
  draw_tick(ui, place, is_on);
  return pressable(ui, id_of("tick"), place, Reach::by_mouse_only).is_pressed;
}

bool radio(Ui& ui, const Rect& box, std::string_view label, bool is_on) {
  const ImGuiID id = id_of(label);
  const Pressable press = pressable(ui, id, box);
  const float side = ui.px(18);
  const Rect ring{box.x, box.y + std::floor((box.h - side) / 2), side, side};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled(ring.center(), side / 2, ui.color().surface);
  list.AddCircle(ring.center(), side / 2 - 0.5F, is_on ? ui.color().accent : ui.color().field, 0,
                 ui.stroke_px());
  if (is_on) list.AddCircleFilled(ring.center(), ui.px(5), ui.color().accent);
  Rect text = box;
  text.cut_left(side + ui.px(8));
  draw_text(ui, text, label);
  if (ui.focus.shows_ring(id)) focus_ring(ui, ring, 9);
  MirrorRow& row = ui.mirror.add(id, Role::radio, label, box);
  row.checked = is_on ? Tri::on : Tri::off;
  row.is_focused = ui.focus.has(id);
  return press.is_pressed && !is_on;
}

namespace {

bool stepper_end(Ui& ui, const Rect& box, Icon icon, std::string_view name) {
  const Pressable press = pressable(ui, id_of(name), box, Reach::by_mouse_only);
  if (press.is_hovered) fill(ui, box, ui.color().hover, 4);
  draw_icon(*ImGui::GetWindowDrawList(), icon, box, ui.px(16), ui.stroke_px(), ui.color().text2);
  return press.is_pressed;
}

// A digit typed first replaces, one typed directly after another goes behind it.
std::int64_t with_typed_digit(Ui& ui, ImGuiID id, std::int64_t quantity) {
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const bool goes_on = storage.GetInt(id, 0) == 1;
  for (int digit = 0; digit <= 9; ++digit) {
    if (!ui.keys.take({static_cast<ImGuiKey>(ImGuiKey_0 + digit), 0}) &&
        !ui.keys.take({static_cast<ImGuiKey>(ImGuiKey_Keypad0 + digit), 0})) {
      continue;
    }
    storage.SetInt(id, 1);
    return goes_on ? quantity * 10 + digit : digit;
  }
  return quantity;
}

}  // namespace

bool stepper(Ui& ui, const Rect& box, std::int64_t& quantity, const StepperSpec& spec) {
  const IdScope scope(spec.label);
  const ImGuiID id = id_of("stepper");
  const bool is_focused = ui.focus.stop({.id = id, .box = box});
  std::int64_t wanted = quantity;
  fill(ui, box, ui.color().surface, 4);
  Rect rest = box;
  const float end = std::floor(box.w * 28 / 92);
  if (stepper_end(ui, rest.cut_left(end), Icon::minus, "less")) --wanted;
  if (stepper_end(ui, rest.cut_right(end), Icon::plus, "more")) ++wanted;
  if (pressable(ui, id_of("figure"), rest, Reach::by_mouse_only).is_pressed) {
    ui.focus.give(id, FocusedBy::mouse);
  }
  if (is_focused && ui.focus.is_on_top()) {
    if (ui.keys.take({ImGuiKey_Equal, ImGuiMod_Shift}) || ui.keys.take({ImGuiKey_Equal, 0}) ||
        ui.keys.take({ImGuiKey_KeypadAdd, 0})) {
      ++wanted;
    }
    if (ui.keys.take({ImGuiKey_Minus, 0}) || ui.keys.take({ImGuiKey_KeypadSubtract, 0})) --wanted;
    wanted = with_typed_digit(ui, id, wanted);
    if (ui.keys.take({ImGuiKey_Backspace, 0})) wanted /= 10;
    if (ui.pressed(chords::enter)) ui.focus.next();
  } else {
    ImGui::GetStateStorage()->SetInt(id, 0);
  }
  fill(ui, {rest.x, rest.y, ui.px(1), rest.h}, ui.color().line2);
  fill(ui, {rest.right() - ui.px(1), rest.y, ui.px(1), rest.h}, ui.color().line2);
  outline(ui, box, ui.color().line2, 4);
  draw_text(ui, rest, count_text(quantity), {.align = Align::center});
  if (is_focused) focus_ring(ui, box, 4);
  MirrorRow& row = ui.mirror.add(id, Role::spinbutton, spec.label, box);
  row.value = std::to_string(quantity);
  row.is_focused = is_focused;
  wanted = std::clamp(wanted, spec.min, spec.max);
  const bool is_changed = wanted != quantity;
  quantity = wanted;
  return is_changed;
}

}  // namespace jishan::ui
