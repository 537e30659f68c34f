#include "ui/screens/rules_section.h"

#include <algorithm>
#include <cmath>

#include "ui/strings/keys.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/search.h"

namespace jishan::ui {
namespace {

using points::PublishStatus;
using points::Rule;

std::size_t changed_count(const RulesSection& state) {
  std::size_t changed = 0;
  for (const Rule& rule : state.rules) {
    const auto before = std::find_if(state.book.rules.begin(), state.book.rules.end(),
                                     [&](const Rule& known) { return known.code == rule.code; });
    if (before == state.book.rules.end() || !(*before == rule)) ++changed;
  }
  for (const Rule& rule : state.book.rules) {
    const auto after = std::find_if(state.rules.begin(), state.rules.end(),
                                    [&](const Rule& known) { return known.code == rule.code; });
    if (after == state.rules.end()) ++changed;
  }
  return changed;
}

void filter(RulesSection& state) {
  points::RuleBook desk_copy = state.book;
  desk_copy.rules = state.rules;
  state.shown = points::find_rules(desk_copy, state.typed);
}

void take_book_in_force(ScreenContext& context, RulesSection& state) {
  state.book =
      points::rule_book_on(context.database(), context.ui.today).value_or(points::RuleBook());
  state.rules = state.book.rules;
  state.form = RuleForm();
  state.is_new = false;
  state.name.text = state.book.name;
  set_date(state.from, context.ui.today);
  filter(state);
}

void draw_list(ScreenContext& context, Rect rest, RulesSection& state) {
  Ui& ui = context.ui;
  Rect tools = rest.cut_top(ui.px(52)).inset(ui.px(12), ui.px(8));
  const std::string found =
      ui.say(Key::rule_book_found, {count_text(static_cast<std::int64_t>(state.shown.size()))});
  if (search_box(ui, tools, state.typed,
                 {.label = ui.say(Key::rule_book_title),
                  .placeholder = ui.say(Key::rule_book_search),
                  .found = found})
          .is_changed) {
    filter(state);
    state.table.selected = 0;
  }
  const bool is_wide = ui.room == Room::wide;
  TableSpec spec{.label = ui.say(Key::rule_book_title),
                 .columns = {{ui.say(Key::rule_book_column_code), is_wide ? 60.0F : 58.0F},
                             {ui.say(Key::rule_book_column_text)},
                             {ui.say(Key::rule_book_column_points), is_wide ? 130.0F : 76.0F,
                              Align::right}},
                 .row_count = static_cast<int>(state.shown.size()),
                 .density = Density::dense};
  const auto rule_at = [&](int row) -> const Rule& {
    return state.rules[state.shown[static_cast<std::size_t>(row)]];
  };
  spec.row_label = [&](int row) { return rule_at(row).code; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const Rule& rule = rule_at(row);
    cells.text(rule.code, {.color = ui.color().text2});
    cells.text(rule.text);
    cells.text(points_text(ui, rule));
  };
  if (state.shown.empty()) spec.note = ui.say(Key::rule_book_nothing_found);
  const TableOutcome outcome = table(ui, rest, state.table, spec);
  if (outcome.is_selected || outcome.clicked >= 0 || outcome.opened >= 0) state.is_new = false;
}

void publish(ScreenContext& context, RulesSection& state, points::UnlawfulWords words) {
  const auto from = date_of(context.ui, state.from);
  if (!from) {
    state.from.field.was_left = true;
    return;
  }
  points::PublishRequest request{
      .name = state.name.text, .from = *from, .rules = state.rules, .unlawful_words = words};
  context.commands.act([request, &state](app::App& app) {
    state.outcome = points::plan_publish(app.context(), request);
    app.perform(state.outcome);
    state.was_published = true;
  });
}

std::string outcome_text(const Ui& ui, const RulesSection& state) {
  switch (state.outcome.status) {
    case PublishStatus::accepted:
      return std::string(ui.say(Key::rule_book_published));
    case PublishStatus::already_recorded:
      return std::string(ui.say(Key::rule_book_error_same));
    case PublishStatus::name_missing:
      return std::string(ui.say(Key::rule_book_error_name));
    case PublishStatus::text_too_long:
      return std::string(ui.say(Key::rule_book_error_text_long));
    case PublishStatus::no_rules:
      return std::string(ui.say(Key::rule_book_error_no_rules));
    case PublishStatus::too_many_rules:
    case PublishStatus::too_large:
      return std::string(ui.say(Key::rule_book_error_too_large));
    case PublishStatus::rule_problem:
      return std::string(ui.say(Key::rule_book_error_points));
    case PublishStatus::unlawful_wording:
      return state.outcome.unlawful.empty()
                 ? std::string()
                 : ui.say(Key::rule_book_unlawful, {state.outcome.unlawful.front().word});
  }
  return {};
}

void action_bar(ScreenContext& context, RulesSection& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  const bool is_unlawful =
      state.was_published && state.outcome.status == PublishStatus::unlawful_wording;
  const std::size_t changed = changed_count(state);
  std::vector<ButtonSpec> buttons{{.label = ui.say(Key::rule_book_publish),
                                   .kind = ButtonKind::primary,
                                   .icon = Icon::check,
                                   .key = chords::primary}};
  if (is_unlawful) buttons.push_back({.label = ui.say(Key::rule_book_publish_all_the_same)});
  if (changed > 0) buttons.push_back({.label = ui.say(Key::rule_book_discard_changes)});
  const int pressed = actions(ui, bar, buttons);
  if (pressed == 0) {
    publish(context, state, points::UnlawfulWords::refuse);
  } else if (pressed == 1 && is_unlawful) {
    publish(context, state, points::UnlawfulWords::publish_all_the_same);
  } else if (pressed > 0) {
    take_book_in_force(context, state);
  }
  const bool is_refused = state.was_published && state.outcome.status != PublishStatus::accepted;
  const std::string text = state.was_published ? outcome_text(ui, state)
                           : changed > 0       ? ui.say(Key::rule_book_changed_rules,
                                                        {count_text(static_cast<std::int64_t>(changed))})
                                         : std::string(ui.say(Key::rule_book_nothing_changed));
  action_bar_note(ui, bar, text, is_refused ? ui.color().err : ui.color().text2);
  if (state.was_published) {
    ui.mirror.add(id_of("rules_outcome"), is_refused ? Role::alert : Role::status, text, bar);
  }
}

}  // namespace

std::string points_text(const Ui& ui, const Rule& rule) {
  switch (rule.type) {
    case points::RuleType::fixed:
      return to_display_signed(rule.points);
    case points::RuleType::range:
      return to_display_signed(rule.low) + " – " + to_display_signed(rule.high);
    case points::RuleType::per_quantity:
      return ui.say(Key::rule_book_per_unit, {rule.unit, to_display_signed(rule.points)});
  }
  return {};
}

namespace {

void list_beside_form(ScreenContext& context, Rect rest, RulesSection& state) {
  Ui& ui = context.ui;
  const float list_share = ui.room == Room::wide ? 0.58F : 0.4F;
  const Rect list = rest.cut_left(std::floor(rest.w * list_share));
  hairline_right(ui, list);
  draw_list(context, list, state);
  const ScrollArea area(ui, "rule form", rest.inset(ui.px(4), ui.px(8)), ui.px(rule_form_height));
  rule_form(context, area.content().inset(ui.px(12), 0), state);
}

void list_above_form(ScreenContext& context, const Rect& rest, RulesSection& state) {
  Ui& ui = context.ui;
  constexpr float list_height = 52 + 28 + 30 * 5;
  const ScrollArea area(ui, "rules", rest.inset(ui.px(1), ui.px(1)),
                        ui.px(list_height + 8 + rule_form_height));
  Rect content = area.content();
  draw_list(context, content.cut_top(ui.px(list_height)), state);
  content.cut_top(ui.px(8));
  rule_form(context, content.inset(ui.px(12), 0), state);
}

}  // namespace

void rules_section(ScreenContext& context, const Rect& sheet, RulesSection& state) {
  Ui& ui = context.ui;
  // A book published here or merged from a colleague replaces an untouched desk copy only.
  if (state.freshness.is_stale(context.app) && changed_count(state) == 0) {
    take_book_in_force(context, state);
  }
  Rect rest = sheet;
  const Rect head = panel_with_head(ui, rest);
  const std::string facts =
      state.book.h.empty()
          ? std::string(ui.say(Key::rule_book_no_book))
          : ui.say(Key::rule_book_book_in_force,
                   {state.book.name, state.book.from,
                    count_text(static_cast<std::int64_t>(state.book.rules.size()))});
  draw_runs(ui, head,
            {{ui.say(Key::rule_book_title), {.weight = Weight::bold}},
             {facts,
              {.size = TextSize::small, .color = ui.color().text2, .words = Words::of_the_book},
              12}});
  if (ui.room == Room::narrow) {
    list_above_form(context, rest, state);
  } else {
    list_beside_form(context, rest, state);
  }
  action_bar(context, state);
}

}  // namespace jishan::ui
