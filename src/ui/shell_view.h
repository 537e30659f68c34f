// What stands around the screens – village, operator, save state, fingerprint – in words.
#pragma once

#include "app/app.h"
#include "ui/context.h"
#include "ui/layout.h"

namespace jishan::ui {

ShellView shell_view(const Ui& ui, app::App& app);

}  // namespace jishan::ui
