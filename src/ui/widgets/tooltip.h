// Explains a number or an icon, after half a second or at once by F1 on the focused item. Never
// the only copy of a fact.
#pragma once

#include <string_view>

#include "ui/context.h"

namespace jishan::ui {

// To be called while the item is hovered or focused.
void tooltip(Ui& ui, ImGuiID id, const Rect& item, std::string_view text);

}  // namespace jishan::ui
