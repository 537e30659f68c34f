// The top of the page: brand, which village, finder, who is working. It knows no screen.
#pragma once

#include "ui/layout.h"

namespace jishan::ui {

// Seal and name at the left end; cuts its place off the bar.
void draw_brand(Ui& ui, Rect& bar);
// Gives what is left beside the brand: where there is little room, the head of the screen.
Rect top_bar(Ui& ui, const Rect& bar, const ShellView& view, ShellState& state,
             ShellOutcome& outcome);
// What hangs under the operator's name.
void operator_menu(Ui& ui, const ShellView& view, ShellState& state, ShellOutcome& outcome);

}  // namespace jishan::ui
