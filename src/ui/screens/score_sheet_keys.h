// The keyboard in a score sheet: keys and characters in the order in which they were pressed.
#pragma once

#include "ui/context.h"
#include "ui/screens/score_sheet_edit.h"

namespace jishan::ui {

struct SheetKeysOutcome {
  bool is_changed = false;  // of the cells
  bool is_moved = false;
};
// While the grid has the focus. `page_rows`: how far PageDown goes. Tab leaves the grid at its end
// only, Shift+Tab at its beginning.
SheetKeysOutcome take_sheet_keys(Ui& ui, SheetEditing& editing, app::ScoreSheet& sheet,
                                 const ColumnRules& rules, int page_rows);

}  // namespace jishan::ui
