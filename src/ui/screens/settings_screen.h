// 设置: the village, its rule book, operators and this laptop, display, books on this computer.
// One section at a time; each is a file of its own.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "ui/desk.h"
#include "ui/screens/rules_section.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"
#include "village/commands.h"
#include "village/queries.h"

namespace jishan::ui {

struct SettingsView {
  village::Settings village;
  struct Operator {
    OperatorId id;
    std::string name;
    std::string role;
    bool is_on = true;
  };
  std::vector<Operator> operators;
  std::string laptop;
  std::vector<app::BookListing> books;
  std::string open_book;
};
SettingsView settings_view(app::App& app);

struct VillageSection {
  bool is_filled = false;
  FieldState name;
  FieldState town;
  FieldState rate;
  FieldState week_cap;   // points a household may earn; empty: as many as it likes
  FieldState month_cap;
  int step = 2;
  int mask = 0;
  village::SettingsStatus status{};
  bool was_saved = false;
};
struct OperatorsSection {
  TableState operators;
  FieldState name;
  FieldState role;
  FieldState laptop;
  bool is_laptop_filled = false;
  village::OperatorStatus status{};
  bool was_saved = false;
  bool was_laptop_saved = false;
};
struct SettingsState {
  TableState sections;
  VillageSection village;
  OperatorsSection operators;
  RulesSection rules;
  TableState books;
};

void settings_screen(ScreenContext& context, SettingsState& state);

// The sections: each fills the panel and its own action bar.
void village_section(ScreenContext& context, const Rect& sheet, const SettingsView& view,
                     VillageSection& state);
void operators_section(ScreenContext& context, const Rect& sheet, const SettingsView& view,
                       OperatorsSection& state);
void display_section(ScreenContext& context, const Rect& sheet);
void books_section(ScreenContext& context, const Rect& sheet, const SettingsView& view,
                   TableState& state);

}  // namespace jishan::ui
