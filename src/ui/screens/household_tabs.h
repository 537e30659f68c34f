// What stands below a household's people: its passbook, their volunteer work, who changed what.
#pragma once

#include "ui/screens/households.h"

namespace jishan::ui {

// The chosen one of the three, for the household that the detail shows.
void household_tab(ScreenContext& context, const Rect& box, HouseholdsState& state);

}  // namespace jishan::ui
