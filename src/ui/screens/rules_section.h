// The rule book in the settings: the rules in force, changed on the desk and published together
// as a new version with a date. What was entered keeps the text and value it was made with.
#pragma once

#include <string>
#include <vector>

#include "points/commands.h"
#include "points/queries.h"
#include "ui/desk.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

struct RuleForm {
  FieldState code;
  FieldState points;
  FieldState low;
  FieldState high;
  FieldState unit;
  FieldState clause;
  FieldState text;
  int type = 0;              // points::RuleType
  int shown_rule = -2;       // whose fields these are; −1: a new one
  bool was_applied = false;  // then errors are shown
};

struct RulesSection {
  Freshness freshness;
  points::RuleBook book;              // as published
  std::vector<points::Rule> rules;    // as changed here
  std::string typed;
  std::vector<std::size_t> shown;     // indices into `rules`
  TableState table;
  bool is_new = false;                // the form is for a new rule
  RuleForm form;
  FieldState name;
  DateFieldState from;
  points::PublishPlan outcome;
  bool was_published = false;
};

void rules_section(ScreenContext& context, const Rect& sheet, RulesSection& state);

// The form's part of it, and what it needs at least.
inline constexpr float rule_form_height = 28 + 4 * 78 + 44;
void rule_form(ScreenContext& context, Rect rest, RulesSection& state);
std::string points_text(const Ui& ui, const points::Rule& rule);

}  // namespace jishan::ui
