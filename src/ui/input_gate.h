// What is typed ahead keeps its order: a frame takes in one key, and none while the focus is on its
// way into a text field. What is held back comes first in the next frame. It knows no widget.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace jishan::ui {

class InputGate {
 public:
  // Before ImGui::NewFrame.
  void close();
  // After it.
  void open();

 private:
  [[nodiscard]] int count_let_in();

  ImVector<ImGuiInputEvent> m_held;
  int m_frames_waited = 0;
};

}  // namespace jishan::ui
