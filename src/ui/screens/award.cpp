#include "ui/screens/award.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "roster/commands.h"
#include "ui/relation_words.h"
#include "ui/screens/award_amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr int recent_rows_max = 12;

void begin_form(ScreenContext& context, AwardState& state) {
  state.act = ActId::make(context.app.ports().random);
  state.household_picker = {};
  state.household = {};
  state.people.clear();
  state.person = 0;
  state.rule_picker = {};
  state.rule.reset();
  state.quantity = {};
  state.details = {};
  state.witness_picker = {};
  state.witness = {};
  state.date = {};
  state.refusals = {};
  if (!context.app.context().is_clock_suspicious) set_date(state.date, context.ui.today);
}

void choose_household(ScreenContext& context, AwardState& state, const HouseholdId& id) {
  const auto household = roster::find_household(context.database(), id);
  if (!household) return;
  state.household = household->id;
  state.head_name = mask(household->head_name, Audience::desk);
  state.household_facts =
      household_facts(context.ui, household->number, household->group, household->people);
  state.people.clear();
  state.person = 0;
  for (const roster::ResidentView& resident :
       roster::residents_of(context.database(), household->id)) {
    if (roster::is_gone(resident.state)) continue;
    state.people.push_back(resident);
    const bool is_head = resident.id == household->head;
    if (is_head) state.person = static_cast<int>(state.people.size());
  }
  state.refusals = {};
}

void refresh(ScreenContext& context, AwardState& state) {
  if (state.act.is_empty()) begin_form(context, state);
  const Date day = date_of(context.ui, state.date).value_or(context.ui.today);
  if (!state.freshness.is_stale(context.app) && day == state.shown_day) return;
  state.shown_day = day;
  db::Database& database = context.database();
  state.book = points::rule_book_on(database, day);
  const auto rows = points::recent_entries(database, context.journal(), recent_rows_max);
  state.recent = lines_with_households(context.ui, database, rows);
  state.recent_times.clear();
  for (const points::PassbookRow& row : rows) {
    const bool is_today = civil_date(row.entry.written.minutes, context.ui.offset_minutes) ==
                          context.ui.today;
    state.recent_times.push_back(is_today ? time_of_day(context.ui, row.entry.written.minutes)
                                          : date_in_table(context.ui, row.entry.date));
  }
}

points::AwardRequest request_of(const Ui& ui, const AwardState& state) {
  points::AwardLine line;
  line.household = state.household;
  if (state.person > 0) line.resident = state.people[static_cast<std::size_t>(state.person - 1)].id;
  line.code = state.rule ? state.rule->code : std::string();
  const auto typed = typed_amount(state);
  if (state.rule && state.rule->type == points::RuleType::per_quantity) line.quantity = typed;
  if (state.rule && state.rule->type == points::RuleType::range && typed) {
    line.chosen = Points::hundredths(*typed);
  }
  points::AwardRequest request;
  request.id = state.act;
  request.lines.push_back(std::move(line));
  request.typed_date = date_of(ui, state.date);
  request.witness = state.witness;
  request.note = trimmed(state.details.text);
  return request;
}

void refuse(const Ui& ui, AwardState& state, points::AwardStatus status) {
  using Status = points::AwardStatus;
  AwardRefusals& at = state.refusals;
  at = {};
  const auto say = [&ui](Key key) { return std::string(ui.say(key)); };
  switch (status) {
    case Status::accepted:
    case Status::already_recorded: return;
    case Status::household_unknown:
    case Status::no_lines: at.household = say(Key::pick_household_missing); break;
    case Status::household_gone: at.household = say(Key::error_household_gone); break;
    case Status::resident_unknown:
    case Status::resident_elsewhere: at.person = say(Key::error_person_elsewhere); break;
    case Status::no_rule_book: at.rule = say(Key::error_no_rule_book); break;
    case Status::rule_not_in_force: at.rule = say(Key::error_rule_not_in_force); break;
    case Status::cap_reached: at.amount = say(Key::error_cap); break;
    case Status::village_cap_reached: at.amount = say(Key::error_village_cap); break;
    case Status::quantity_missing: at.amount = say(Key::error_quantity_missing); break;
    case Status::quantity_out_of_range: at.amount = say(Key::error_quantity_range); break;
    case Status::points_missing: at.amount = say(Key::error_points_missing); break;
    case Status::amount_zero: at.amount = say(Key::error_amount_zero); break;
    case Status::points_outside_range:
    case Status::amount_out_of_range: at.amount = say(Key::error_amount_large); break;
    case Status::date_needed: at.date = say(Key::error_date_needed); break;
    case Status::date_in_future: at.date = say(Key::date_in_future); break;
    case Status::text_too_long: at.details = say(Key::error_text_500); break;
    case Status::witness_unknown: at.witness = say(Key::error_witness); break;
    case Status::book_locked: at.other = say(Key::error_book_locked); break;
    default: at.other = say(Key::error_cannot_save); break;
  }
  state.quantity.was_left = true;
  state.date.field.was_left = true;
  state.details.was_left = true;
}

void save(ScreenContext& context, AwardState& state) {
  context.commands.act([&desk = context.desk, &state, request = request_of(context.ui, state),
                        who = state.head_name](app::App& app) {
    const points::AwardPlan plan = points::plan_award(app.context(), request);
    const std::string amount = to_display_signed(plan.total);
    const auto undo = [&](const std::vector<journal::Event>&) {
      return app::Undoable{desk.ui.say(Key::award_undo_label, {who, amount}),
                           [act = request.id](app::App& running) {
                             const auto back = points::plan_undo_award(running.context(), act);
                             return running.perform(back) == ledger::ReverseStatus::accepted;
                           }};
    };
    const auto status = app.perform(plan, undo);
    if (status != points::AwardStatus::accepted && status != points::AwardStatus::already_recorded) {
      refuse(desk.ui, state, status);
      return;
    }
    if (status == points::AwardStatus::accepted) {
      desk.toasts.show(desk.ui, desk.ui.say(Key::awarded_toast, {who, amount}), Tone::good, true);
    }
    if (request.id == state.act) state.act = {};  // a new form begins with the next frame
    desk.ui.focus.open_screen();
  });
}

void household_line(ScreenContext& context, Rect line, AwardState& state) {
  Ui& ui = context.ui;
  const std::string name =
      state.household.is_empty() ? std::string() : ui.say(Key::household_of, {state.head_name});
  const PickerOutcome outcome = picker(
      ui, line.cut_left(std::min(ui.px(328), line.w * 0.57F)), state.household_picker,
      {.label = ui.say(Key::pick_household),
       .placeholder = ui.say(Key::pick_household_placeholder),
       .hint = state.refusals.household,
       .error = state.refusals.household.empty() ? ui.say(Key::pick_household_missing)
                                                 : std::string_view(state.refusals.household),
       .need = Need::required,
       .icon = Icon::house,
       .chosen = name,
       .chosen_facts = state.household_facts,
       .rows = [&](std::string_view typed) {
         return household_choices(context, typed, LastRow::new_household);
       },
       .found = [&ui](std::size_t count) {
         return ui.say(Key::found_households, {std::to_string(count)});
       }});
  if (outcome.is_cleared) {
    state.household = {};
    state.people.clear();
    state.person = 0;
  }
  if (outcome.is_chosen) {
    if (const auto id = HouseholdId::from_text(outcome.key)) choose_household(context, state, *id);
  }
  if (outcome.is_action) {
    context.desk.opens_new_household = true;
    context.desk.go_to = Screen::households;
  }
  line.cut_left(ui.px(16));
  DropDownSpec people{.label = ui.say(Key::person_who_did),
                      .hint = state.refusals.person.empty()
                                  ? ui.say(Key::person_hint)
                                  : std::string_view(state.refusals.person)};
  people.choices.emplace_back(ui.say(Key::whole_household));
  for (const roster::ResidentView& person : state.people) {
    people.choices.push_back(mask(person.name, Audience::desk) + "　" +
                             std::string(relation_in_words(ui, person.relation)));
  }
  drop_down(ui, line, state.people_list, people, state.person);
}

void rule_line(ScreenContext& context, const Rect& line, AwardState& state) {
  Ui& ui = context.ui;
  const points::RuleBook empty;
  const points::RuleBook& book = state.book ? *state.book : empty;
  const std::string chosen = state.rule ? state.rule->code + "　" + state.rule->text : std::string();
  const std::string worth = state.rule ? rule_worth(ui, *state.rule) : std::string();
  const std::string hint = !state.refusals.rule.empty() ? state.refusals.rule
                           : state.rule                 ? state.rule->clause
                                                        : std::string();
  const PickerOutcome outcome = picker(
      ui, line, state.rule_picker,
      {.label = ui.say(Key::rule_item),
       .placeholder = ui.say(Key::rule_placeholder),
       .hint = hint,
       .error = state.book ? ui.say(Key::rule_missing) : ui.say(Key::error_no_rule_book),
       .need = Need::required,
       .chosen = chosen,
       .chosen_right = worth,
       .rows = [&](std::string_view typed) { return rule_choices(ui, book, typed); },
       .found = [&ui](std::size_t count) {
         return ui.say(Key::rules_found, {std::to_string(count)});
       }});
  if (outcome.is_cleared) state.rule.reset();
  if (!outcome.is_chosen) return;
  const auto found = std::find_if(book.rules.begin(), book.rules.end(),
                                  [&](const auto& rule) { return rule.code == outcome.key; });
  if (found == book.rules.end()) return;
  state.rule = *found;
  state.quantity = {};
  state.refusals = {};
}

// What happened, and who saw it; both may stay empty.
void evidence_line(ScreenContext& context, Rect line, AwardState& state) {
  Ui& ui = context.ui;
  const Rect beside = line.cut_right(std::min(ui.px(200), line.w * 0.4F));
  line.cut_right(ui.px(16));
  text_field(ui, line, state.details,
             {.label = ui.say(Key::details), .error = state.refusals.details});
  const PickerOutcome outcome =
      picker(ui, beside, state.witness_picker,
             {.label = ui.say(Key::witness),
              .placeholder = ui.say(Key::column_name),
              .hint = state.refusals.witness,
              .icon = Icon::person,
              .chosen = state.witness.is_empty() ? std::string_view() : state.witness_name,
              .rows = [&](std::string_view typed) { return resident_choices(context, typed); }});
  if (outcome.is_cleared) state.witness = {};
  if (!outcome.is_chosen) return;
  const auto id = ResidentId::from_text(outcome.key);
  const auto resident = id ? roster::find_resident(context.database(), *id) : std::nullopt;
  if (!resident) return;
  state.witness = resident->id;
  state.witness_name = mask(resident->name, Audience::desk);
}

void form_panel(ScreenContext& context, const Rect& sheet, AwardState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  const float block = ui.px(field_block_height);
  const float gap = ui.px(8);
  const ScrollArea area(ui, "form", sheet, 4 * block + 3 * gap + ui.px(20 + 70));
  Rect rest = area.content();
  award_caps(context, rest.cut_bottom(ui.px(70)).inset(ui.px(1), ui.px(1)), state);
  rest = rest.inset(ui.px(16), ui.px(10));
  household_line(context, rest.cut_top(block), state);
  rest.cut_top(gap);
  rule_line(context, rest.cut_top(block), state);
  rest.cut_top(gap);
  Rect line = rest.cut_top(block);
  award_amount_fields(ui, line, state);
  date_field(ui, line.cut_left(ui.px(date_field_width)), state.date,
             {.label = ui.say(Key::business_date),
              .error = state.refusals.date,
              .need = Need::required});
  line.cut_left(ui.px(16));
  this_entry(ui, line, state);
  rest.cut_top(gap);
  evidence_line(context, rest.cut_top(block), state);
}

void recent_panel(ScreenContext& context, const Rect& sheet, AwardState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const Rect head = rest.cut_top(ui.px(40));
  draw_text(ui, head.inset(ui.px(16), 0), ui.say(Key::recent_entries), {.weight = Weight::bold});
  TableSpec spec{.label = ui.say(Key::recent_entries),
                 .columns = {{ui.say(Key::column_time), 70},
                             {ui.say(Key::column_household), 104},
                             {ui.say(Key::column_reason)},
                             {ui.say(Key::column_points), 64, Align::right}},
                 .row_count = static_cast<int>(state.recent.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  const auto at = [&state](int row) -> const EntryLine& {
    return state.recent[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).household + " " + at(row).reason; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const EntryLine& line = at(row);
    const Look look{.color = line.is_red ? ui.color().err : ui.color().text};
    cells.text(state.recent_times[static_cast<std::size_t>(row)]);
    cells.text(line.household);
    cells.text(line.reason, look);
    cells.text(to_display_signed(line.change), look);
  };
  const TableOutcome outcome =
      table(ui, rest.inset(ui.px(1), ui.px(1)), state.recent_table, spec);
  if (outcome.opened >= 0) open_reversal(state.reversal, at(outcome.opened));
}

// Shows what is missing; true when nothing is.
bool is_complete(ScreenContext& context, AwardState& state) {
  const bool has_household = !state.household.is_empty();
  const bool has_rule = state.rule.has_value();
  const bool has_amount = has_rule && amount_now(state).problem == points::AmountProblem::none;
  const auto date = date_of(context.ui, state.date);
  const bool has_date = date && !(context.ui.today < *date);
  state.household_picker.was_left = !has_household;
  state.rule_picker.was_left = !has_rule;
  state.quantity.was_left = true;
  state.date.field.was_left = true;
  if (state.date.field.text.empty()) state.refusals.date = context.ui.say(Key::error_date_needed);
  return has_household && has_rule && has_amount && has_date;
}

void action_bar(ScreenContext& context, AwardState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  if (button_right(ui, bar,
                   {.label = ui.say(Key::save_next),
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    if (is_complete(context, state)) {
      save(context, state);
    } else {
      ui.focus.open_screen();
    }
  }
  if (button_right(ui, bar, {.label = ui.say(Key::clear_form), .key = chords::escape})) {
    // Before the next frame: the fields of this one still are those of the form that is given up.
    context.commands.ask([&desk = context.desk, &state](app::App&) {
      state.act = {};
      desk.ui.focus.open_screen();
    });
  }
  const bool is_refused = !state.refusals.other.empty();
  action_bar_note(ui, bar,
                  is_refused ? std::string_view(state.refusals.other) : ui.say(Key::award_foot),
                  is_refused ? ui.color().err : ui.color().text2);
}

}  // namespace

void award_screen(ScreenContext& context, AwardState& state) {
  Ui& ui = context.ui;
  refresh(context, state);
  const HouseholdId brought = std::exchange(context.desk.household, HouseholdId());
  if (!brought.is_empty()) choose_household(context, state, brought);
  head_title(ui, context.places.head, ui.say(Key::screen_award), ui.say(Key::award_subtitle));
  Rect body = context.places.body;
  if (ui.room == Room::wide) {
    form_panel(context, body.cut_left(body.w * 620 / 1186), state);
    body.cut_left(ui.px(12));
    recent_panel(context, body, state);
  } else {
    form_panel(context, body, state);
  }
  action_bar(context, state);
  draw_reversal(context, state.reversal);
}

}  // namespace jishan::ui
