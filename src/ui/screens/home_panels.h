// The panels of the home screen beside the to-dos: the figures of the quarter with the bars of the
// year, the classes of the year, and the copies of the book.
#pragma once

#include "ui/screens/home.h"

namespace jishan::ui {

// px at 100 %: head, figures, chart; and the least that copies are worth showing in.
inline constexpr float home_figures_height = 82;
inline constexpr float home_chart_height = 96;
inline constexpr float home_panel_head_height = 40;
inline constexpr float home_copies_head_height = 32;
inline constexpr float home_copy_row_height = 31;

void quarter_panel(ScreenContext& context, const Rect& sheet, HomeState& state);
// What classes of rules gave this year; nothing to show while it gave nothing.
float shares_height(const HomeState& state);
void shares_panel(ScreenContext& context, const Rect& sheet, HomeState& state);
void copies_panel(ScreenContext& context, const Rect& sheet, HomeState& state);

}  // namespace jishan::ui
