// F1: what the screen that is shown is for, its keys, and the keys that work everywhere.
#pragma once

#include "ui/context.h"
#include "ui/screens/help_topics.h"

namespace jishan::ui {

struct HelpState {
  bool is_open = false;
};

enum class TourOffer { none, shown };
enum class HelpOutcome { none, wants_tour };

// Opens by F1, closes by F1 or Esc; arrows scroll where the window is too low for it.
HelpOutcome draw_help(Ui& ui, HelpState& state, const HelpTopic& topic, TourOffer tour);

}  // namespace jishan::ui
