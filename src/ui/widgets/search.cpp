#include "ui/widgets/search.h"

#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

namespace jishan::ui {
namespace {

void draw_search_icon(Ui& ui, const Rect& box) {
  draw_icon(*ImGui::GetWindowDrawList(), Icon::search, {box.x + ui.px(10), box.y, ui.px(18), box.h},
            ui.px(18), ui.stroke_px(), ui.color().text2);
}

// Letters typed in the list belong to the search box, which takes them as soon as it is ready.
bool is_begun_from_list(Ui& ui, ImGuiID line, std::string& typed) {
  if (!ui.focus.is_in_list() || !ui.focus.is_on_top() || !is_letter_typed()) return false;
  typed.clear();
  ui.focus.give(line, FocusedBy::keyboard);
  return true;
}

}  // namespace

SearchOutcome search_box(Ui& ui, const Rect& box, std::string& typed, const SearchSpec& spec) {
  SearchOutcome outcome;
  const bool was_begun = is_begun_from_list(ui, input_line_id(spec.label), typed);
  draw_field_frame(ui, box, FrameState::normal);
  draw_search_icon(ui, box);
  Rect inner = box.inset(ui.px(10), 0);
  inner.cut_left(ui.px(26));
  Rect clear = inner.cut_right(typed.empty() ? 0 : ui.px(24));
  if (!typed.empty()) {
    const float width = text_width(ui, spec.found, TextSize::small) + ui.px(8);
    draw_text(ui, inner.cut_right(width), spec.found,
              {TextSize::small, Weight::regular, ui.color().text3, Align::center});
  }
  const InputLineOutcome line =
      input_line(ui, spec.label, box, inner, typed,
                 {.placeholder = spec.placeholder, .on_enter = OnEnter::stay});
  if (line.is_focused) draw_field_frame(ui, box, FrameState::focused);
  outcome.is_changed = line.is_changed || was_begun;
  outcome.is_entered = line.is_entered;
  outcome.wants_list = line.is_focused && ui.pressed(chords::down);
  const IdScope scope(spec.label);
  const bool is_cleared = !typed.empty() &&
                          (icon_button(ui, clear, Icon::close, ui.say(Key::clear_search)) ||
                           (line.is_focused && ui.pressed(chords::escape)));
  if (is_cleared) {
    typed.clear();
    reload_active_line();
    outcome.is_changed = true;
  }
  if (ui.focus.is_on_top() && ui.keys.take_search()) {
    ui.focus.give(line.id, FocusedBy::keyboard);
  }
  MirrorRow& row = ui.mirror.add(line.id, Role::searchbox, spec.label, box);
  row.value = typed;
  row.description = spec.found;
  row.is_focused = line.is_focused;
  return outcome;
}

}  // namespace jishan::ui
