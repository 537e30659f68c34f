// What is to be done, at the left of the home screen: today, and in the next days. With nothing to
// do it shows what was recorded last.
#pragma once

#include "ui/screens/home.h"

namespace jishan::ui {

void tasks_panel(ScreenContext& context, const Rect& sheet, HomeState& state);
// px at 100 %, with every row in view.
float tasks_height(const HomeState& state);

}  // namespace jishan::ui
