// Icons as polylines on a 20×20 grid, drawn at any size with a stroke of 1.5.
#pragma once

#include <imgui.h>

#include "ui/rect.h"

namespace jishan::ui {

enum class Icon {
  none,
  home, award, sheet, review, notice, redeem, stock, house, volunteer, exchange, settings,
  search, check, ok, clock, warn, error, info, close, down, up, right, left, plus, minus,
  calendar, print, undo, laptop, folder, file, out, in, lock, person, flag, photo, recuse, disk,
  moon,
};

// Centred in the box; size_px is the side of the square, stroke_px the width of its lines.
void draw_icon(ImDrawList& list, Icon icon, const Rect& box, float size_px, float stroke_px,
               ImU32 color);

}  // namespace jishan::ui
