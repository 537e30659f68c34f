#include "ui/keys.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace jishan::ui {
namespace {

bool repeats(ImGuiKey key) {
  switch (key) {
    case ImGuiKey_UpArrow:
    case ImGuiKey_DownArrow:
    case ImGuiKey_LeftArrow:
    case ImGuiKey_RightArrow:
    case ImGuiKey_PageUp:
    case ImGuiKey_PageDown:
      return true;
    default:
      return false;
  }
}

// A character that a text field would take.
bool types_a_character(Chord chord) {
  if ((chord.mods & (ImGuiMod_Ctrl | ImGuiMod_Alt)) != 0) return false;
  return (chord.key >= ImGuiKey_0 && chord.key <= ImGuiKey_Z) || chord.key == ImGuiKey_Space ||
         chord.key == ImGuiKey_Slash || chord.key == ImGuiKey_Minus ||
         chord.key == ImGuiKey_Equal;
}

// A text field keeps undo, copy and select all for its own text.
bool belongs_to_field(Chord chord) {
  return types_a_character(chord) ||
         (chord.mods == ImGuiMod_Ctrl && (chord.key == ImGuiKey_Z || chord.key == ImGuiKey_A));
}

bool is_down(ImGuiKey key, bool repeat) {
  if (ImGui::IsKeyPressed(key, repeat)) return true;
  return key == ImGuiKey_Enter && ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, repeat);
}

}  // namespace

std::string name_of(Chord chord) {
  std::string name;
  if ((chord.mods & ImGuiMod_Ctrl) != 0) name += "Ctrl+";
  if ((chord.mods & ImGuiMod_Alt) != 0) name += "Alt+";
  if ((chord.mods & ImGuiMod_Shift) != 0) name += "Shift+";
  switch (chord.key) {
    case ImGuiKey_Escape: name += "Esc"; break;
    case ImGuiKey_UpArrow: name += "↑"; break;
    case ImGuiKey_DownArrow: name += "↓"; break;
    case ImGuiKey_Slash: name += "/"; break;
    default: name += ImGui::GetKeyName(chord.key); break;
  }
  return name;
}

bool Keys::take(Chord chord) {
  if (chord.is_none() || !is_down(chord.key, repeats(chord.key))) return false;
  const ImGuiIO& io = ImGui::GetIO();
  const int mods = (io.KeyCtrl ? ImGuiMod_Ctrl : 0) | (io.KeyAlt ? ImGuiMod_Alt : 0) |
                   (io.KeyShift ? ImGuiMod_Shift : 0);
  if (mods != chord.mods) return false;
  if (io.WantTextInput && belongs_to_field(chord)) return false;
  if (std::find(m_taken.begin(), m_taken.end(), chord) != m_taken.end()) return false;
  m_taken.push_back(chord);
  return true;
}

bool Keys::take_search() {
  return take({ImGuiKey_F3, 0}) || take({ImGuiKey_F, ImGuiMod_Ctrl}) || take({ImGuiKey_Slash, 0});
}

int Keys::take_digit() {
  for (int digit = 1; digit <= 9; ++digit) {
    if (take({static_cast<ImGuiKey>(ImGuiKey_0 + digit), 0})) return digit;
  }
  return 0;
}

bool is_letter_typed() {
  const ImVector<ImWchar>& typed = ImGui::GetIO().InputQueueCharacters;
  if (typed.empty() || typed.front() > 0x7F) return false;
  return std::isalnum(static_cast<int>(typed.front())) != 0;
}

void keep_typed_for_next_frame() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImVector<ImWchar>& typed = g.IO.InputQueueCharacters;
  // In front of what waits there already, because that was typed later.
  for (int i = typed.Size - 1; i >= 0; --i) {
    ImGuiInputEvent event;
    event.Type = ImGuiInputEventType_Text;
    event.Source = ImGuiInputSource_Keyboard;
    event.EventId = g.InputEventsNextEventId++;
    event.Text.Char = typed[i];
    g.InputEventsQueue.insert(g.InputEventsQueue.begin(), event);
  }
  typed.clear();
}

}  // namespace jishan::ui
