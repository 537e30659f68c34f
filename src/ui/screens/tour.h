// The tour of five steps for who sits here first: each tells of one place that it leaves bright. It
// is offered on the home screen until it was seen or declined once, and by F1 for ever.
#pragma once

#include "ui/desk.h"

namespace jishan::ui {

struct TourState {
  bool is_running = false;
  std::size_t step = 0;
  bool is_step_new = false;  // its first frame gives the focus
};

// Whether this computer still offers it.
bool is_tour_offered(app::App& app);
// In a head: takes it, or declines it for ever. What it needs of the head, px at 100 %.
float tour_offer_width(const Ui& ui);
void tour_offer(ScreenContext& context, Rect& bar);

void begin_tour(TourState& state);
// Over the home screen, while it runs. Ended or left, it is not offered again.
void draw_tour(ScreenContext& context, TourState& state);

}  // namespace jishan::ui
