#include "ui/held_keys.h"

#include "ui/keys.h"

namespace jishan::ui {
namespace {

// Nobody types that much ahead on purpose.
constexpr std::size_t held_max = 400;

ImGuiInputEvent key_event(ImGuiKey key, bool is_down) {
  ImGuiInputEvent event;
  event.Type = ImGuiInputEventType_Key;
  event.Source = ImGuiInputSource_Keyboard;
  event.Key.Key = key;
  event.Key.Down = is_down;
  event.Key.AnalogValue = is_down ? 1.0F : 0.0F;
  return event;
}

bool leads_somewhere(Chord pressed) {
  if (pressed.mods == ImGuiMod_Alt) return pressed.key >= ImGuiKey_0 && pressed.key <= ImGuiKey_9;
  return pressed == chords::award || pressed == chords::redeem || pressed == chords::find_anything ||
         pressed == chords::export_book;
}

}  // namespace

void HeldKeys::follow(app::Phase before, app::Phase now) {
  if (now == app::Phase::opening) {
    take_frame();
    // Else the screen that opens would be given the letters, whatever they were meant for.
    ImGui::GetIO().InputQueueCharacters.resize(0);
  } else if (before == app::Phase::opening && now == app::Phase::working) {
    // They came before anybody saw the screen. Else they would be heard twice; what is really held
    // comes again with the others.
    take_frame();
    if (!m_held.empty()) ImGui::GetIO().ClearInputKeys();
  } else {
    m_held.clear();
  }
}

void HeldKeys::take_frame() {
  for (const ImGuiInputEvent& event : ImGui::GetCurrentContext()->InputEventsTrail) take(event);
}

void HeldKeys::follow_modifier(const ImGuiInputEvent& event) {
  if (event.Key.Key == ImGuiMod_Ctrl) m_has_ctrl = event.Key.Down;
  if (event.Key.Key == ImGuiMod_Alt) m_has_alt = event.Key.Down;
  if (event.Key.Key == ImGuiMod_Shift) m_has_shift = event.Key.Down;
}

void HeldKeys::take(const ImGuiInputEvent& event) {
  const bool is_key = event.Type == ImGuiInputEventType_Key;
  if (!is_key && event.Type != ImGuiInputEventType_Text) return;
  if (is_key) follow_modifier(event);
  if (m_held.size() >= held_max) return;
  if (m_held.empty()) {
    const int mods = (m_has_ctrl ? ImGuiMod_Ctrl : 0) | (m_has_alt ? ImGuiMod_Alt : 0) |
                     (m_has_shift ? ImGuiMod_Shift : 0);
    if (!is_key || !event.Key.Down || !leads_somewhere({event.Key.Key, mods})) return;
    if (m_has_ctrl) m_held.push_back(key_event(ImGuiMod_Ctrl, true));
    if (m_has_alt) m_held.push_back(key_event(ImGuiMod_Alt, true));
  }
  m_held.push_back(event);
}

void HeldKeys::give_back() {
  if (m_held.empty()) return;
  ImGuiContext& g = *ImGui::GetCurrentContext();
  // What is really held now, whatever the person let go of meanwhile.
  m_held.push_back(key_event(ImGuiMod_Ctrl, m_has_ctrl));
  m_held.push_back(key_event(ImGuiMod_Alt, m_has_alt));
  m_held.push_back(key_event(ImGuiMod_Shift, m_has_shift));
  for (auto held = m_held.rbegin(); held != m_held.rend(); ++held) {
    held->EventId = g.InputEventsNextEventId++;
    g.InputEventsQueue.insert(g.InputEventsQueue.begin(), *held);
  }
  m_held.clear();
}

}  // namespace jishan::ui
