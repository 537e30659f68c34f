// What pickers find: households, rules, goods, people, as rows for the list below a field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "points/queries.h"
#include "ui/desk.h"
#include "ui/widgets/picker.h"

namespace jishan::ui {

enum class LastRow { none, new_household };

// Keys are household ids.
std::vector<PickerRow> household_choices(ScreenContext& context, std::string_view typed,
                                         LastRow last_row);
std::string household_facts(const Ui& ui, std::string_view number, std::int64_t group,
                            std::int64_t people);
// Keys are rule codes.
std::vector<PickerRow> rule_choices(const Ui& ui, const points::RuleBook& book,
                                    std::string_view typed);
// 每小时 2 分, 5 分, 3 到 8 分
std::string rule_worth(const Ui& ui, const points::Rule& rule);
// Keys are goods ids; offered goods of the default outlet.
std::vector<PickerRow> goods_choices(ScreenContext& context, std::string_view typed);
// Keys are resident ids.
std::vector<PickerRow> resident_choices(ScreenContext& context, std::string_view typed);

// Ctrl+K: one place to find everything.
struct FinderState {
  bool is_open = false;
  PickerState picker;
};
void draw_finder(ScreenContext& context, FinderState& state);

}  // namespace jishan::ui
