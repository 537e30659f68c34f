// A composed word that arrives in a text field at once is taken back at once. ImGui notes each of
// its characters by itself; here the notes of one frame become one. Must not know any field.
#pragma once

#include <imgui.h>

namespace jishan::ui {

class UndoStep {
 public:
  // To be made before ImGui's text field of this id is drawn.
  explicit UndoStep(ImGuiID input);
  // To be called after it.
  void join() const;

 private:
  ImGuiID m_input;
  int m_notes_before = 0;
  int m_notes_expected = 0;
};

}  // namespace jishan::ui
