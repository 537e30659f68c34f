#include "ui/input_gate.h"

namespace jishan::ui {
namespace {

// A field becomes active one frame after it was given the focus, in a new window two. One that
// never does must not stop everything.
constexpr int frames_waited_max = 3;

bool is_modifier(ImGuiKey key) {
  return (key & ImGuiMod_Mask_) != 0 ||
         (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper);
}

bool is_press(const ImGuiInputEvent& event) {
  return event.Type == ImGuiInputEventType_Key && event.Key.Down && !is_modifier(event.Key.Key);
}

// It means nothing to a field.
bool is_release(const ImGuiInputEvent& event) {
  return event.Type == ImGuiInputEventType_Key && !event.Key.Down && !is_modifier(event.Key.Key);
}

// Such a key and its character belong together.
bool says_character(ImGuiKey key) {
  return (key >= ImGuiKey_0 && key <= ImGuiKey_Z) ||
         (key >= ImGuiKey_Apostrophe && key <= ImGuiKey_GraveAccent) ||
         (key >= ImGuiKey_Keypad0 && key <= ImGuiKey_KeypadEqual && key != ImGuiKey_KeypadEnter) ||
         key == ImGuiKey_Space;
}

}  // namespace

// Dear ImGui takes several keys in one frame, and its text field heeds one of them; and the field
// that is being left would still take what was meant for the next.
int InputGate::count_let_in() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const bool is_on_its_way = g.NavNextActivateId != 0 && m_frames_waited < frames_waited_max;
  m_frames_waited = is_on_its_way ? m_frames_waited + 1 : 0;
  const ImVector<ImGuiInputEvent>& queue = g.InputEventsQueue;
  bool has_press = false;
  bool has_command = false;
  for (int i = 0; i < queue.Size; ++i) {
    if (is_on_its_way && !is_release(queue[i])) return i;
    const bool is_text = queue[i].Type == ImGuiInputEventType_Text;
    if ((has_press && is_press(queue[i])) || (has_command && is_text)) return i;
    if (!is_press(queue[i])) continue;
    has_press = true;
    has_command = !says_character(queue[i].Key.Key);
  }
  return queue.Size;
}

void InputGate::close() {
  ImVector<ImGuiInputEvent>& queue = ImGui::GetCurrentContext()->InputEventsQueue;
  const int let_in = count_let_in();
  for (int i = let_in; i < queue.Size; ++i) m_held.push_back(queue[i]);
  queue.resize(let_in);
}

void InputGate::open() {
  ImVector<ImGuiInputEvent>& queue = ImGui::GetCurrentContext()->InputEventsQueue;
  for (const ImGuiInputEvent& event : m_held) queue.push_back(event);
  m_held.resize(0);
}

}  // namespace jishan::ui
