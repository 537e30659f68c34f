// The buttons of an action bar: the primary one at the right end, the others left of it; with very
// large text those stand in a menu behind 更多. It must not know what they do.
#pragma once

#include <vector>

#include "ui/context.h"
#include "ui/widgets/button.h"

namespace jishan::ui {

// Gives the index of what was pressed, by mouse, keyboard or its key; −1: nothing. The first one is
// the primary one. Cuts its place off the bar.
int actions(Ui& ui, Rect& bar, const std::vector<ButtonSpec>& specs);

}  // namespace jishan::ui
