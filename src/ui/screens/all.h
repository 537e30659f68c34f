// The state of every screen, kept between frames, and which one is shown.
#pragma once

#include "ui/desk.h"
#include "ui/screens/award.h"
#include "ui/screens/exchange.h"
#include "ui/screens/home.h"
#include "ui/screens/households.h"
#include "ui/screens/operator_screen.h"
#include "ui/screens/pickers.h"
#include "ui/screens/recovery.h"
#include "ui/screens/redeem.h"
#include "ui/screens/score_sheet.h"
#include "ui/screens/settings_screen.h"
#include "ui/screens/setup.h"
#include "ui/screens/stock.h"
#include "ui/screens/volunteers.h"

namespace jishan::ui {

struct Screens {
  Screen current = Screen::home;
  SetupState setup;
  OperatorChoiceState operator_choice;
  RecoveryState recovery;
  HomeState home;
  AwardState award;
  ScoreSheetState score_sheet;
  RedeemState redeem;
  StockState stock;
  VolunteersState volunteers;
  ExchangeState exchange;
  FinderState finder;
  HouseholdsState households;
  SettingsState settings;
};

}  // namespace jishan::ui
