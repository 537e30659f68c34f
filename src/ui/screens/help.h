// F1: the keys, as a page over whatever is shown.
#pragma once

#include "ui/context.h"

namespace jishan::ui {

// Opens by F1, closes by F1 or Esc.
void draw_help(Ui& ui, bool& is_open);

}  // namespace jishan::ui
