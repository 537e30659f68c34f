// One entry by the rules: household, who did it, rule, quantity, date, details.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "points/commands.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "ui/desk.h"
#include "ui/screens/entries.h"
#include "ui/screens/pickers.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

// What a refusal of the command says, at the field that caused it.
struct AwardRefusals {
  std::string household;
  std::string person;
  std::string rule;
  std::string amount;
  std::string date;
  std::string details;
  std::string witness;
  std::string other;
};

struct AwardState {
  ActId act;  // made when the form opens, so that a retry adds nothing
  PickerState household_picker;
  HouseholdId household;
  std::string head_name;
  std::string household_facts;
  std::vector<roster::ResidentView> people;
  DropDownState people_list;
  int person = 0;  // 0: the household as such; else people[person − 1]
  PickerState rule_picker;
  std::optional<points::Rule> rule;
  FieldState quantity;  // of the rule's unit, or points of a range
  DateFieldState date;
  FieldState details;
  PickerState witness_picker;
  ResidentId witness;  // empty: nobody is named
  std::string witness_name;
  AwardRefusals refusals;

  Freshness freshness;
  Date shown_day;
  std::optional<points::RuleBook> book;
  std::vector<EntryLine> recent;
  std::vector<std::string> recent_times;
  TableState recent_table;
  ReversalState reversal;
};

void award_screen(ScreenContext& context, AwardState& state);

}  // namespace jishan::ui
