// Keys pressed while the book is still being opened. From the first one that leads to a screen they
// are kept, and pressed again when that screen can be shown; the ones before it mean nothing yet.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <vector>

#include "app/app.h"

namespace jishan::ui {

class HeldKeys {
 public:
  // Once a frame, before anything hears its keys.
  void follow(app::Phase before, app::Phase now);
  // To the front of what Dear ImGui has queued, for the next frame.
  void give_back();
  [[nodiscard]] bool is_empty() const { return m_held.empty(); }

 private:
  void take_frame();
  void take(const ImGuiInputEvent& event);
  void follow_modifier(const ImGuiInputEvent& event);

  bool m_has_ctrl = false;
  bool m_has_alt = false;
  bool m_has_shift = false;
  std::vector<ImGuiInputEvent> m_held;
};

}  // namespace jishan::ui
