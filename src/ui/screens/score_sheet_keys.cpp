#include "ui/screens/score_sheet_keys.h"

#include <imgui_internal.h>

#include <array>

namespace jishan::ui {
namespace {

struct Modifiers {
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
};

// What was held before the first event of this frame.
Modifiers held_before(const ImVector<ImGuiInputEvent>& events) {
  const ImGuiIO& io = ImGui::GetIO();
  Modifiers held{io.KeyCtrl, io.KeyShift, io.KeyAlt};
  for (int i = events.Size - 1; i >= 0; --i) {
    if (events[i].Type != ImGuiInputEventType_Key) continue;
    const bool was_down = !events[i].Key.Down;
    if (events[i].Key.Key == ImGuiMod_Ctrl) held.ctrl = was_down;
    if (events[i].Key.Key == ImGuiMod_Shift) held.shift = was_down;
    if (events[i].Key.Key == ImGuiMod_Alt) held.alt = was_down;
  }
  return held;
}

void follow(Modifiers& held, const ImGuiInputEventKey& event) {
  if (event.Key == ImGuiMod_Ctrl) held.ctrl = event.Down;
  if (event.Key == ImGuiMod_Shift) held.shift = event.Down;
  if (event.Key == ImGuiMod_Alt) held.alt = event.Down;
}

class Typist {
 public:
  Typist(Ui& ui, SheetEditing& editing, app::ScoreSheet& sheet, const ColumnRules& rules, int page_rows)
      : m_ui(ui), m_editing(editing), m_sheet(sheet), m_rules(rules), m_page_rows(page_rows) {}

  SheetKeysOutcome take() {
    const ImVector<ImGuiInputEvent>& events = ImGui::GetCurrentContext()->InputEventsTrail;
    Modifiers held = held_before(events);
    for (const ImGuiInputEvent& event : events) {
      if (event.Type == ImGuiInputEventType_Text) {
        type(event.Text.Char);
      } else if (event.Type == ImGuiInputEventType_Key) {
        follow(held, event.Key);
        if (event.Key.Down) press(event.Key.Key, held);
      }
    }
    repeat_held_keys(held);
    // With nothing to take back here Ctrl+Z means the last entry in the book.
    if (!m_editing.done.empty() && m_ui.pressed(chords::undo)) {
      m_outcome.is_changed = take_back_change(m_editing, m_sheet) || m_outcome.is_changed;
    }
    return m_outcome;
  }

 private:
  void type(unsigned int character) {
    if (character > 0x7F) return;
    if (type_character(m_editing, m_sheet, m_rules, static_cast<char>(character))) {
      m_outcome.is_changed = true;
    }
  }

  void press(ImGuiKey key, const Modifiers& held) {
    if (held.alt) return;
    const app::CellPlace before = m_editing.at;
    if (held.ctrl) {
      jump(key);
    } else if (key == ImGuiKey_Tab) {
      tab(held.shift);
    } else if (key == ImGuiKey_Enter || key == ImGuiKey_KeypadEnter) {
      step_caret(m_editing, m_sheet, m_editing.order, held.shift ? -1 : 1);
    } else if (key == ImGuiKey_Backspace) {
      erase_character(m_editing, m_sheet);
      m_outcome.is_changed = true;
    } else if (key == ImGuiKey_Delete) {
      empty_cell(m_editing, m_sheet);
      m_outcome.is_changed = true;
    } else {
      move(key);
    }
    m_outcome.is_moved = m_outcome.is_moved || !(m_editing.at == before);
  }

  void move(ImGuiKey key) {
    const auto all_columns = static_cast<int>(m_sheet.codes.size());
    switch (key) {
      case ImGuiKey_UpArrow: move_caret(m_editing, m_sheet, -1, 0); break;
      case ImGuiKey_DownArrow: move_caret(m_editing, m_sheet, 1, 0); break;
      case ImGuiKey_LeftArrow: move_caret(m_editing, m_sheet, 0, -1); break;
      case ImGuiKey_RightArrow: move_caret(m_editing, m_sheet, 0, 1); break;
      case ImGuiKey_PageUp: move_caret(m_editing, m_sheet, -m_page_rows, 0); break;
      case ImGuiKey_PageDown: move_caret(m_editing, m_sheet, m_page_rows, 0); break;
      case ImGuiKey_Home: move_caret(m_editing, m_sheet, 0, -all_columns); break;
      case ImGuiKey_End: move_caret(m_editing, m_sheet, 0, all_columns); break;
      default: break;
    }
  }

  void jump(ImGuiKey key) {
    const auto rows = static_cast<int>(m_sheet.households.size());
    const auto columns = static_cast<int>(m_sheet.codes.size());
    if (key == ImGuiKey_Home) move_caret(m_editing, m_sheet, -rows, -columns);
    if (key == ImGuiKey_End) move_caret(m_editing, m_sheet, rows, columns);
  }

  // Tab always goes along the row, whatever Enter does.
  void tab(bool is_back) {
    if (step_caret(m_editing, m_sheet, EntryOrder::by_household, is_back ? -1 : 1)) {
      m_ui.focus.keep_tab();
    }
  }

  // A held key sends no events; ImGui's clock says when it repeats.
  void repeat_held_keys(const Modifiers& held) {
    constexpr std::array repeating{ImGuiKey_UpArrow,   ImGuiKey_DownArrow, ImGuiKey_LeftArrow,
                                   ImGuiKey_RightArrow, ImGuiKey_PageUp,   ImGuiKey_PageDown,
                                   ImGuiKey_Backspace};
    for (const ImGuiKey key : repeating) {
      if (ImGui::IsKeyPressed(key, true) && !ImGui::IsKeyPressed(key, false)) press(key, held);
    }
  }

  Ui& m_ui;
  SheetEditing& m_editing;
  app::ScoreSheet& m_sheet;
  const ColumnRules& m_rules;
  int m_page_rows;
  SheetKeysOutcome m_outcome;
};

}  // namespace

SheetKeysOutcome take_sheet_keys(Ui& ui, SheetEditing& editing, app::ScoreSheet& sheet,
                                 const ColumnRules& rules, int page_rows) {
  return Typist(ui, editing, sheet, rules, page_rows).take();
}

}  // namespace jishan::ui
