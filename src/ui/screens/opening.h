// What stands where no screen can be: the book is being opened, or cannot be opened.
#pragma once

#include "ui/desk.h"
#include "ui/held_keys.h"

namespace jishan::ui {

void draw_opening(ScreenContext& context, const HeldKeys& held);
void draw_trouble(ScreenContext& context);

}  // namespace jishan::ui
