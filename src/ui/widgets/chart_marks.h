// How the marks of charts look and move the keyboard among each other: shared by bars, lines and
// shares. It knows no amounts.
#pragma once

#include <cstddef>
#include <string_view>

#include "ui/context.h"
#include "ui/paint.h"

namespace jishan::ui {

struct ChartState;

// Series differ by filling, too: who sees no colours, or prints, still tells them apart.
void fill_mark(Ui& ui, const Rect& box, std::size_t series);
ImU32 mark_color(const Ui& ui, std::size_t series);
// A 10 px square of the series, cut off the left end of the line together with a gap.
void draw_legend_square(Ui& ui, Rect& line, std::size_t series);

struct Mark {
  int index = 0;   // in the order of the arrow keys
  int count = 0;
  std::string_view label;
  std::string_view value;
  Rect place;      // where a press means it
};
struct MarkOutcome {
  bool is_opened = false;
  bool is_looked_at = false;  // keyboard or mouse is there
};
// To be called once for each mark, between the group's row and whatever follows it.
MarkOutcome mark(Ui& ui, ImGuiID group, ChartState& state, const Mark& spec);

}  // namespace jishan::ui
