// The keys of a screen that the status bar names.
#pragma once

#include <string_view>
#include <vector>

#include "ui/context.h"
#include "ui/screens/all.h"

namespace jishan::ui {

std::vector<std::string_view> key_hints(const Ui& ui, const Screens& screens);

}  // namespace jishan::ui
