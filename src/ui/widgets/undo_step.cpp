#include "ui/widgets/undo_step.h"

#include <imgui_internal.h>

#include <algorithm>

// What ImGui's text field notes for its undo is declared in a header that must be read with the
// same types as ImGui reads it.
#define IMSTB_TEXTEDIT_STRING ImGuiInputTextState
#define IMSTB_TEXTEDIT_CHARTYPE char
namespace ImStb {
#include <imstb_textedit.h>
}

namespace jishan::ui {
namespace {

// "Insert" and "delete" are what taking back will do: a note of typing deletes. One character after
// another, where the one before ended, and the first perhaps in the place of what was selected.
bool goes_on(const ImStb::StbUndoRecord& before, const ImStb::StbUndoRecord& after) {
  return after.insert_length == 0 && after.where == before.where + before.delete_length;
}

}  // namespace

UndoStep::UndoStep(ImGuiID input) : m_input(input) {
  ImGuiInputTextState* line = ImGui::GetInputTextState(input);
  if (line == nullptr) return;
  m_notes_before = line->Stb->undostate.undo_point;
  m_notes_expected = ImGui::GetIO().InputQueueCharacters.Size + (line->HasSelection() ? 1 : 0);
}

void UndoStep::join() const {
  ImGuiInputTextState* line = ImGui::GetInputTextState(m_input);
  if (line == nullptr || m_notes_expected < 2) return;
  ImStb::StbUndoState& notes = line->Stb->undostate;
  // The oldest are forgotten when there are too many: then only how many were expected is known.
  const bool was_full = m_notes_before + m_notes_expected > IMSTB_TEXTEDIT_UNDOSTATECOUNT;
  int made = was_full ? m_notes_expected : notes.undo_point - m_notes_before;
  made = std::min(made, static_cast<int>(notes.undo_point));
  for (; made > 1; --made) {
    const ImStb::StbUndoRecord& last = notes.undo_rec[notes.undo_point - 1];
    ImStb::StbUndoRecord& before = notes.undo_rec[notes.undo_point - 2];
    if (!goes_on(before, last)) return;
    before.delete_length += last.delete_length;
    --notes.undo_point;
  }
}

}  // namespace jishan::ui
