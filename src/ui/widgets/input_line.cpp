#include "ui/widgets/input_line.h"

#include <imgui_internal.h>

#include "base/text.h"
#include "ui/widgets/undo_step.h"

namespace jishan::ui {
namespace {

struct Edit {
  std::string* text = nullptr;
  bool was_cut = false;
};

// Byte length of the first `count` characters.
std::size_t bytes_of_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    --count;
  }
  return at;
}

int on_input(ImGuiInputTextCallbackData* event) {
  Edit& edit = *static_cast<Edit*>(event->UserData);
  if (event->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    edit.text->resize(static_cast<std::size_t>(event->BufTextLen));
    event->Buf = edit.text->data();
    return 0;
  }
  const std::string_view typed(event->Buf, static_cast<std::size_t>(event->BufTextLen));
  if (!fits(typed, field_characters_max)) {
    const auto keep = static_cast<int>(bytes_of_characters(typed, field_characters_max));
    event->DeleteChars(keep, event->BufTextLen - keep);
    edit.was_cut = true;
  }
  return 0;
}

// ImGui drops what is typed before a field that was given the focus by key is active.
bool is_becoming_active(ImGuiID input, bool is_focused) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.ActiveId == input) return false;
  return g.NavActivateId == input || (is_focused && g.ActiveId == 0);
}

// A field in a window that just appeared misses its activation; it is asked for again.
void become_active(ImGuiID input) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.ActiveId != 0 || g.NavActivateId == input || ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    return;
  }
  g.NavNextActivateId = input;
  g.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

// ImGui's field cannot align right: its box is only as wide as the text, at the right end.
Rect typing_box(const Ui& ui, const Rect& inner, std::string_view text, const InputLineSpec& spec) {
  if (spec.align != Align::right) return inner;
  const float wanted = text_width(ui, text, spec.size) + ui.px(3);
  const float width = std::min(inner.w, std::max(wanted, ui.px(8)));
  return {inner.right() - width, inner.y, width, inner.h};
}

}  // namespace

ImGuiID input_line_id(std::string_view name) {
  const IdScope scope(name);
  return id_of("line");
}

InputLineOutcome input_line(Ui& ui, std::string_view name, const Rect& frame, const Rect& inner,
                            std::string& text, const InputLineSpec& spec) {
  const IdScope scope(name);
  InputLineOutcome outcome;
  outcome.id = id_of("line");
  const ImGuiID input = ImGui::GetID("##input");
  if (is_becoming_active(input, ui.focus.has(outcome.id))) keep_typed_for_next_frame();
  outcome.is_focused =
      ui.focus.stop({.id = outcome.id, .input = input, .opening = spec.opening, .box = frame});
  if (outcome.is_focused) become_active(input);
  const bool is_pressed_beside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                                 ImGui::IsWindowHovered() && frame.contains(ImGui::GetMousePos());

  const Rect box = typing_box(ui, inner, text, spec);
  const float size = ui.theme.font_px(spec.size);
  ImGui::PushFont(ui.theme.font(Weight::regular), size);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, std::max(0.0F, (box.h - size) / 2)});
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemWidth(box.w);
  Edit edit{&text, false};
  const UndoStep step(input);
  outcome.is_changed = ImGui::InputText(
      "##input", text.data(), text.capacity() + 1,
      ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit, on_input, &edit);
  step.join();
  const bool is_active = ImGui::IsItemActive();
  outcome.is_left = ImGui::IsItemDeactivated();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  outcome.was_cut = edit.was_cut;
  if (text.empty() && !spec.placeholder.empty()) {
    draw_text(ui, inner, spec.placeholder,
              {spec.size, Weight::regular, ui.color().text3, spec.align});
  }
  if (is_pressed_beside && !is_active) ui.focus.give(outcome.id, FocusedBy::mouse);
  // Asked after the field, so that characters typed before this Enter are in the text.
  if (outcome.is_focused && ui.pressed(chords::enter)) {
    outcome.is_entered = true;
    if (spec.on_enter == OnEnter::next_field) {
      ui.focus.next();
    } else {
      ui.focus.give(outcome.id, FocusedBy::keyboard);
    }
  }
  return outcome;
}

void reload_active_line(Caret caret) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.ActiveId == 0 || g.InputTextState.ID != g.ActiveId) return;
  ImGuiInputTextState& line = g.InputTextState;
  if (caret == Caret::selects_all) {
    line.ReloadUserBufAndSelectAll();
    return;
  }
  line.ReloadUserBufAndKeepSelection();
  if (!line.HasSelection()) line.ReloadSelectionStart = line.ReloadSelectionEnd = line.GetCursorPos();
}

}  // namespace jishan::ui
