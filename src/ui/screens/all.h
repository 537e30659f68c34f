// The state of every screen, kept between frames, and which one is shown.
#pragma once

#include "ui/desk.h"
#include "ui/screens/exchange.h"
#include "ui/screens/households.h"
#include "ui/screens/operator_screen.h"
#include "ui/screens/settings_screen.h"
#include "ui/screens/setup.h"

namespace jishan::ui {

struct Screens {
  Screen current = Screen::home;
  SetupState setup;
  OperatorChoiceState operator_choice;
  ExchangeState exchange;
  HouseholdsState households;
  SettingsState settings;
};

}  // namespace jishan::ui
