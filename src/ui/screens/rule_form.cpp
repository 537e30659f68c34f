#include <algorithm>
#include <optional>

#include "base/text.h"
#include "ui/screens/rules_section.h"
#include "ui/strings/keys.h"
#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

using points::Rule;
using points::RuleProblem;
using points::RuleType;

std::string typed_points(Points points) {
  return to_display(points);
}

void fill_form(RuleForm& form, const Rule& rule, int index) {
  form = RuleForm();
  form.code.text = rule.code;
  form.points.text = typed_points(rule.points);
  form.low.text = typed_points(rule.low);
  form.high.text = typed_points(rule.high);
  form.unit.text = rule.unit;
  form.clause.text = rule.clause;
  form.text.text = rule.text;
  form.type = static_cast<int>(rule.type);
  form.shown_rule = index;
}

// What is no number becomes a value that the rules refuse with the right words.
Points points_from(const FieldState& field) {
  return Points::hundredths(hundredths_from_text(fold_full_width(field.text)).value_or(0));
}

Rule rule_from(const RuleForm& form, const Rule& before) {
  Rule rule = before;
  rule.code = fold_full_width(trimmed(form.code.text));
  rule.rule_class = rule.code.empty() ? ' ' : rule.code.front();
  rule.type = static_cast<RuleType>(form.type);
  rule.points = points_from(form.points);
  rule.low = rule.type == RuleType::range ? points_from(form.low) : Points();
  rule.high = rule.type == RuleType::range ? points_from(form.high) : Points();
  if (rule.type == RuleType::range) rule.points = rule.low;
  rule.unit = rule.type == RuleType::per_quantity ? std::string(trimmed(form.unit.text)) : "";
  rule.clause = std::string(trimmed(form.clause.text));
  rule.text = std::string(trimmed(form.text.text));
  return rule;
}

// The form's own problem when the rule stands at `index` of the book (or at its end).
std::optional<RuleProblem> problem_at(std::vector<Rule> rules, std::size_t index,
                                      const Rule& rule) {
  if (index == rules.size()) {
    rules.push_back(rule);
  } else {
    rules[index] = rule;
  }
  for (const points::RuleFinding& finding : points::problems_of(rules)) {
    if (finding.rule == index || finding.problem == RuleProblem::code_twice) return finding.problem;
  }
  return std::nullopt;
}

Key words_for(RuleProblem problem) {
  switch (problem) {
    case RuleProblem::code_missing:
    case RuleProblem::code_malformed:
      return Key::rule_book_error_code;
    case RuleProblem::code_twice:
      return Key::rule_book_error_code_twice;
    case RuleProblem::class_malformed:
      return Key::rule_book_error_class;
    case RuleProblem::text_missing:
      return Key::rule_book_error_text;
    case RuleProblem::text_too_long:
      return Key::rule_book_error_text_long;
    case RuleProblem::points_zero:
      return Key::rule_book_error_points_zero;
    case RuleProblem::points_out_of_range:
      return Key::rule_book_error_points;
    case RuleProblem::range_inverted:
    case RuleProblem::range_crosses_zero:
      return Key::rule_book_error_range;
    case RuleProblem::unit_missing:
      return Key::rule_book_error_unit;
    case RuleProblem::cap_out_of_range:
      return Key::rule_book_error_cap;
  }
  return Key::rule_book_error_points;
}

// The words for this field, when its problem is one of these.
std::string_view error_for(const Ui& ui, std::optional<RuleProblem> problem,
                           std::initializer_list<RuleProblem> mine) {
  if (!problem || std::find(mine.begin(), mine.end(), *problem) == mine.end()) return {};
  return ui.say(words_for(*problem));
}

void value_fields(Ui& ui, Rect line, RuleForm& form, std::optional<RuleProblem> problem) {
  const float gap = ui.px(12);
  const float width = (line.w - gap) / 2;
  const std::string_view wrong_points =
      error_for(ui, problem, {RuleProblem::points_zero, RuleProblem::points_out_of_range});
  if (static_cast<RuleType>(form.type) == RuleType::range) {
    number_field(ui, line.cut_left(width), form.low,
                 {.label = ui.say(Key::rule_book_low),
                  .error = error_for(ui, problem,
                                     {RuleProblem::range_inverted, RuleProblem::range_crosses_zero,
                                      RuleProblem::points_zero, RuleProblem::points_out_of_range}),
                  .unit = ui.say(Key::points_unit)});
    line.cut_left(gap);
    number_field(ui, line, form.high,
                 {.label = ui.say(Key::rule_book_high), .unit = ui.say(Key::points_unit)});
    return;
  }
  number_field(ui, line.cut_left(width), form.points,
               {.label = ui.say(Key::rule_book_points),
                .error = wrong_points,
                .unit = ui.say(Key::points_unit)});
  line.cut_left(gap);
  if (static_cast<RuleType>(form.type) == RuleType::per_quantity) {
    text_field(ui, line, form.unit,
               {.label = ui.say(Key::rule_book_unit),
                .hint = ui.say(Key::rule_book_unit_hint),
                .error = error_for(ui, problem, {RuleProblem::unit_missing})});
  }
}

void form_buttons(ScreenContext& context, Rect line, RulesSection& state, std::size_t index,
                  const Rule& rule, std::optional<RuleProblem> problem) {
  Ui& ui = context.ui;
  const bool is_new = state.is_new;
  if (button_left(ui, line,
                  {.label = ui.say(is_new ? Key::rule_book_add : Key::rule_book_apply),
                   .size = ButtonSize::small})) {
    state.form.was_applied = true;
    for (FieldState* field : {&state.form.code, &state.form.points, &state.form.low,
                              &state.form.unit, &state.form.text}) {
      field->was_left = true;
    }
    if (!problem) {
      if (is_new) {
        state.rules.push_back(rule);
      } else {
        state.rules[index] = rule;
      }
      state.is_new = false;
      state.was_published = false;
      state.form.shown_rule = -2;
      state.typed.clear();
      points::RuleBook copy = state.book;
      copy.rules = state.rules;
      state.shown = points::find_rules(copy, {});
    }
  }
  if (!is_new && button_left(ui, line,
                             {.label = ui.say(Key::rule_book_add_new),
                              .size = ButtonSize::small,
                              .icon = ui.room == Room::wide ? Icon::plus : Icon::none})) {
    state.is_new = true;
  }
  if (!is_new && button_left(ui, line,
                             {.label = ui.say(Key::rule_book_remove),
                              .kind = ButtonKind::danger,
                              .size = ButtonSize::small})) {
    state.rules.erase(state.rules.begin() + static_cast<std::ptrdiff_t>(index));
    state.form.shown_rule = -2;
    state.was_published = false;
    points::RuleBook copy = state.book;
    copy.rules = state.rules;
    state.shown = points::find_rules(copy, state.typed);
    state.table.selected = std::max(0, state.table.selected - 1);
  }
}

void publish_fields(Ui& ui, Rect line, RulesSection& state) {
  const float gap = ui.px(12);
  text_field(ui, line.cut_left(line.w - gap - ui.px(date_field_width)), state.name,
             {.label = ui.say(Key::rule_book_book_name), .need = Need::required});
  line.cut_left(gap);
  date_field(
      ui, line, state.from,
      {.label = ui.say(Key::rule_book_from),
       .hint = ui.say(Key::rule_book_from_hint),
       .error = date_of(ui, state.from) ? std::string_view() : ui.say(Key::rule_book_error_date),
       .need = Need::required});
}

}  // namespace

void rule_form(ScreenContext& context, Rect rest, RulesSection& state) {
  Ui& ui = context.ui;
  const float block = ui.px(field_block_height);
  publish_fields(ui, rest.cut_bottom(block), state);
  const bool has_row = !state.shown.empty();
  if (!has_row) state.is_new = true;
  const auto row = static_cast<std::size_t>(
      std::clamp(state.table.selected, 0, std::max(0, static_cast<int>(state.shown.size()) - 1)));
  const std::size_t index = state.is_new ? state.rules.size() : state.shown[row];
  const int wanted = state.is_new ? -1 : static_cast<int>(index);
  if (state.form.shown_rule != wanted) {
    fill_form(state.form, state.is_new ? Rule() : state.rules[index], wanted);
    // Mostly one is typing in the search box, whose finds change which rule is shown.
    reload_active_line(Caret::stays);
  }
  const Rule rule = rule_from(state.form, state.is_new ? Rule() : state.rules[index]);
  const auto problem = problem_at(state.rules, index, rule);

  draw_text(ui, rest.cut_top(ui.px(28)),
            ui.say(state.is_new ? Key::rule_book_new_title : Key::rule_book_edit_title),
            {.weight = Weight::bold});
  Rect first = rest.cut_top(block);
  text_field(ui, first.cut_left(ui.px(96)), state.form.code,
             {.label = ui.say(Key::rule_book_code),
              .error = error_for(ui, problem,
                                 {RuleProblem::code_missing, RuleProblem::code_malformed,
                                  RuleProblem::code_twice, RuleProblem::class_malformed}),
              .need = Need::required,
              .content = Content::digits});
  first.cut_left(ui.px(12));
  draw_field_label(ui, first.cut_top(ui.px(18)), ui.say(Key::rule_book_type), Need::optional);
  first.cut_top(ui.px(4));
  segment(ui, first.cut_top(ui.px(field_height)), ui.say(Key::rule_book_type),
          {ui.say(Key::rule_book_type_fixed), ui.say(Key::rule_book_type_range),
           ui.say(Key::rule_book_type_per_quantity)},
          state.form.type, ChoiceSize::small);
  value_fields(ui, rest.cut_top(block), state.form, problem);
  text_field(
      ui, rest.cut_top(block), state.form.text,
      {.label = ui.say(Key::rule_book_text),
       .error = error_for(ui, problem, {RuleProblem::text_missing, RuleProblem::text_too_long}),
       .need = Need::required});
  form_buttons(context, rest.cut_top(ui.px(34)), state, index, rule, problem);
}

}  // namespace jishan::ui
