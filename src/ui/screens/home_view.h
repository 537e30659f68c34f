// Gathers what the home screen shows; asked again when the book or the day has changed.
#pragma once

#include "ui/screens/home.h"

namespace jishan::ui {

void refresh_home(ScreenContext& context, HomeState& state);

}  // namespace jishan::ui
