// Text and plain shapes as the design has them. Draws into the current window; no behaviour.
#pragma once

#include <imgui.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ui/paint_log.h"
#include "ui/rect.h"
#include "ui/theme.h"

namespace jishan::ui {

struct Ui;

enum class Align { left, center, right };

struct Look {
  TextSize size = TextSize::body;
  Weight weight = Weight::regular;
  ImU32 color = 0;  // 0: the theme's text colour
  Align align = Align::left;
  Words words = Words::own;
};

struct Run {
  std::string_view text;
  Look look;
  float gap_before = 0;  // px at 100 %
};

float text_width(const Ui& ui, std::string_view text, TextSize size = TextSize::body,
                 Weight weight = Weight::regular);

// One line, centred vertically in the box; too long a text ends in an ellipsis. Gives the width.
float draw_text(Ui& ui, const Rect& box, std::string_view text, const Look& look = {});
// Several pieces on one baseline. Gives the width.
float draw_runs(Ui& ui, const Rect& box, std::initializer_list<Run> runs, Align align = Align::left);
// A text with byte ranges in bold accent: what matched a search.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};
float draw_marked(Ui& ui, const Rect& box, std::string_view text, const std::vector<Span>& marks,
                  const Look& look = {});

// Lines for a width: breaks after any Han character, never before closing or after opening
// punctuation, Latin words whole where they fit.
std::vector<std::string_view> broken_into_lines(const Ui& ui, std::string_view text, float width,
                                                TextSize size, Weight weight = Weight::regular);
// Gives the height used.
float draw_paragraph(Ui& ui, const Rect& box, std::string_view text, const Look& look = {});

void fill(Ui& ui, const Rect& box, ImU32 color, float rounding = 0);
void outline(Ui& ui, const Rect& box, ImU32 color, float rounding = 0, float width = 1);
void hairline_below(Ui& ui, const Rect& box);
void hairline_right(Ui& ui, const Rect& box);
// White sheet with a hairline border.
void panel(Ui& ui, const Rect& box);
// One with a head above a hairline: gives the head's place for words, leaves what is below it.
Rect panel_with_head(Ui& ui, Rect& rest);
// 2 px, 1 px outside the border.
void focus_ring(Ui& ui, const Rect& box, float rounding);

}  // namespace jishan::ui
