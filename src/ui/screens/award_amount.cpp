#include "ui/screens/award_amount.h"

#include <algorithm>

#include "base/text.h"
#include "ui/cap_words.h"
#include "ui/words.h"

namespace jishan::ui {

std::optional<std::int64_t> typed_amount(const AwardState& state) {
  return hundredths_from_text(fold_full_width(trimmed(state.quantity.text)));
}

points::Amount amount_now(const AwardState& state) {
  if (!state.rule) return {};
  const auto typed = typed_amount(state);
  std::optional<std::int64_t> quantity;
  std::optional<Points> chosen;
  if (state.rule->type == points::RuleType::per_quantity) quantity = typed;
  if (state.rule->type == points::RuleType::range && typed) chosen = Points::hundredths(*typed);
  return points::amount_of(*state.rule, quantity, chosen);
}

namespace {

std::string amount_error(const Ui& ui, const AwardState& state) {
  if (!state.rule) return {};
  if (is_number_too_large(state.quantity.text)) return std::string(ui.say(Key::error_amount_large));
  switch (amount_now(state).problem) {
    case points::AmountProblem::none: break;
    case points::AmountProblem::quantity_missing:
      return std::string(ui.say(Key::error_quantity_missing));
    case points::AmountProblem::quantity_out_of_range:
      return std::string(ui.say(typed_amount(state).value_or(0) > 0 ? Key::error_amount_large
                                                                    : Key::error_quantity_range));
    case points::AmountProblem::points_missing:
      return std::string(ui.say(Key::error_points_missing));
    case points::AmountProblem::points_outside_range:
      return ui.say(Key::error_points_range,
                    {to_display(state.rule->low), to_display(state.rule->high)});
    case points::AmountProblem::amount_zero: return std::string(ui.say(Key::error_amount_zero));
    case points::AmountProblem::amount_out_of_range:
      return std::string(ui.say(Key::error_amount_large));
  }
  return state.refusals.amount;
}

std::int64_t added_by(const AwardState& state, points::CapMeasure measure) {
  const points::Amount amount = amount_now(state);
  if (amount.problem != points::AmountProblem::none) return 0;
  return added_to_cap(measure, amount.points, typed_amount(state));
}

}  // namespace

void award_amount_fields(Ui& ui, Rect& line, AwardState& state) {
  const std::string error = amount_error(ui, state);
  const bool is_range = state.rule && state.rule->type == points::RuleType::range;
  const bool is_fixed = state.rule && state.rule->type == points::RuleType::fixed;
  const std::string hint =
      is_range ? ui.say(Key::range_hint, {to_display(state.rule->low), to_display(state.rule->high)})
               : std::string();
  const std::string_view unit = is_range       ? ui.say(Key::points_unit)
                                : state.rule ? std::string_view(state.rule->unit)
                                               : std::string_view();
  if (is_fixed) {
    FieldState fixed{.text = "1"};
    fixed.was_left = true;
    number_field(ui, line.cut_left(ui.px(156)), fixed,
                 {.label = ui.say(Key::quantity),
                  .hint = state.refusals.amount,
                  .access = Access::read_only});
  } else {
    number_field(ui, line.cut_left(ui.px(156)), state.quantity,
                 {.label = ui.say(is_range ? Key::points_field : Key::quantity),
                  .hint = hint,
                  .error = error,
                  .unit = unit,
                  .need = Need::required});
  }
  line.cut_left(ui.px(16));
}

void this_entry(Ui& ui, const Rect& block, const AwardState& state) {
  const FieldBlock parts = field_block(ui, block);
  draw_field_label(ui, parts.label, ui.say(Key::this_entry), Need::optional);
  const points::Amount amount = amount_now(state);
  const bool is_known = state.rule && amount.problem == points::AmountProblem::none;
  const std::string figure = is_known ? to_display_signed(amount.points) : std::string();
  const Look small{TextSize::body, Weight::regular, ui.color().text2};
  std::string sum;
  if (is_known && state.rule->type == points::RuleType::per_quantity) {
    sum = ui.say(Key::sum_of_entry,
                 {to_display(Points::hundredths(typed_amount(state).value_or(0))), state.rule->unit,
                  to_display(state.rule->points)});
  }
  const ImU32 color = amount.points.is_negative() ? ui.color().err : ui.color().accent;
  draw_runs(ui, parts.frame,
            {{sum, small},
             {figure, {TextSize::figure, Weight::bold, color}, sum.empty() ? 0.0F : 8.0F},
             {is_known ? ui.say(Key::points_unit) : std::string_view(), small, 6}});
  MirrorRow& row = ui.mirror.add(id_of("this entry"), Role::figure, ui.say(Key::this_entry),
                                 parts.frame);
  row.value = figure;
  row.description = sum;
}

void award_caps(ScreenContext& context, const Rect& strip, const AwardState& state) {
  Ui& ui = context.ui;
  if (!state.rule || !state.rule->cap || state.household.is_empty()) return;
  const ResidentId person =
      state.person > 0 ? state.people[static_cast<std::size_t>(state.person - 1)].id : ResidentId();
  const auto use = points::cap_use(context.database(), *state.rule, state.household, person,
                                   state.shown_day);
  if (!use || use->cap.max <= 0) return;
  fill(ui, strip, ui.color().sub);
  Rect rest = strip.inset(ui.px(16), ui.px(8));
  draw_text(ui, rest.cut_top(ui.px(20)), ui.say(Key::caps_title),
            {TextSize::small, Weight::regular, ui.color().text2});
  Rect line = rest.cut_top(ui.px(30));
  const std::int64_t added = added_by(state, use->cap.measure);
  const std::int64_t total = use->used + added;
  const bool is_over = total > use->cap.max;
  const std::string name = cap_name(ui, use->cap);
  draw_text(ui, line.cut_left(ui.px(160)), name);
  const float max = static_cast<float>(use->cap.max);
  draw_bar(ui, line.cut_left(line.w * 0.4F), static_cast<float>(use->used) / max,
           static_cast<float>(added) / max,
           total >= use->cap.max ? BarKind::at_limit : BarKind::normal);
  line.cut_left(ui.px(16));
  const std::string figure = cap_figure(*use, added);
  line.cut_left(draw_text(ui, line, figure) + ui.px(12));
  const std::string left =
      ui.say(Key::cap_left, {cap_amount(use->cap.measure, std::max<std::int64_t>(0, use->cap.max - total))});
  if (is_over) {
    draw_tag(ui, line, {ui.say(Key::cap_over), TagKind::red});
  } else if (total == use->cap.max) {
    draw_tag(ui, line, {ui.say(Key::cap_at_limit), TagKind::amber});
  } else {
    draw_text(ui, line, left, {TextSize::small, Weight::regular, ui.color().text2});
  }
  MirrorRow& row = ui.mirror.add(id_of("cap"), Role::figure, name, strip);
  row.value = figure;
  row.description = is_over ? ui.say(Key::cap_over) : std::string_view(left);
}

}  // namespace jishan::ui
