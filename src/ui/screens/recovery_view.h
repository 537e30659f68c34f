// What the recovery screen shows, in words. It draws nothing.
#pragma once

#include "ui/screens/recovery.h"

namespace jishan::ui {

// Makes the view again where something has changed.
void refresh_recovery(ScreenContext& context, RecoveryState& state);
RecoveryLack lack_of(app::App& app);

}  // namespace jishan::ui
