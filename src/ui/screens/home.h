// What must be done today, and how the quarter stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "points/queries.h"
#include "shop/queries.h"
#include "ui/desk.h"
#include "ui/screens/entries.h"
#include "ui/screens/service_lines.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/table.h"
#include "village/queries.h"
#include "volunteers/queries.h"

namespace jishan::ui {

struct HomeTask {
  Icon icon = Icon::info;
  Tone tone = Tone::info;
  std::string title;
  std::string facts;
  std::string when;  // since when, or until when; may be empty
  Screen leads_to{};
  HouseholdId household;  // shown there, if it is about one
  Key verb{};             // 去处理
};

// One of the two lists: what waits for somebody today, and what the next days bring.
struct TaskList {
  std::vector<HomeTask> tasks;  // the most urgent first
  TableState table;
  ImGuiID id = 0;  // of the table when it was drawn last
};

// Where else the book is, and how old that is.
struct CopyLine {
  Icon icon = Icon::none;
  std::string name;
  std::string facts;
  bool is_late = false;
};

// What was gained this year under rules of these classes.
struct ClassShare {
  std::string classes;  // as in points::FigureQuestion
  std::string name;
  Points points;
};

struct MonthFigures {
  Points gained;
  Points redeemed;
};

struct HomeState {
  Freshness freshness;
  Date day;
  TaskList today;
  TaskList soon;
  Period quarter;
  Points gained;
  shop::RedeemedFigure redeemed;
  Points balance;
  std::int64_t accounts = 0;
  volunteers::ServiceFigure service;
  std::vector<MonthFigures> months;  // of this year, January first
  std::vector<ClassShare> shares;    // the largest first, the small ones joined
  ChartState months_chart;
  ChartState shares_chart;
  std::vector<CopyLine> copies;
  TableState copy_table;
  std::optional<UtcMinutes> copied_at;  // what the lines were made of
  UtcMinutes merged_at = 0;
  std::string sheet_draft;
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
