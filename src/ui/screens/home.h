// What must be done today, and how the quarter stands.
#pragma once

#include <string>
#include <vector>

#include "points/queries.h"
#include "shop/queries.h"
#include "ui/desk.h"
#include "ui/screens/entries.h"
#include "ui/screens/service_lines.h"
#include "ui/widgets/table.h"
#include "village/queries.h"
#include "volunteers/queries.h"

namespace jishan::ui {

struct HomeTask {
  Icon icon = Icon::info;
  Tone tone = Tone::info;
  std::string title;
  std::string facts;
  Screen leads_to{};
  HouseholdId household;  // shown there, if it is about one
};

struct MonthFigures {
  Points gained;
  Points redeemed;
};

struct HomeState {
  Freshness freshness;
  Date day;
  std::vector<HomeTask> tasks;
  TableState task_table;
  Period quarter;
  Points gained;
  shop::RedeemedFigure redeemed;
  Points balance;
  std::int64_t accounts = 0;
  volunteers::ServiceFigure service;
  std::vector<MonthFigures> months;  // of this year, January first
  std::vector<village::WriterView> writers;
  std::string last_entry;
  // What fills the place of the tasks when there are none.
  std::vector<EntryLine> latest;
  std::vector<HouseholdId> latest_households;  // of each line
  TableState latest_table;
  EntriesState entries;
  ServiceLinesState services;
};

void home_screen(ScreenContext& context, HomeState& state);

}  // namespace jishan::ui
