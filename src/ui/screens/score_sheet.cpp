#include "ui/screens/score_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "exchange/delimited.h"
#include "ui/widgets/button.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

using app::CellPlace;
using points::AwardStatus;

// A new draft. The items stay: the next group is scored for the same ones.
void begin_sheet(ScreenContext& context, ScoreSheetState& state) {
  app::ScoreSheet next;
  next.act = ActId::make(context.app.ports().random);
  next.codes = std::move(state.sheet.codes);
  state.sheet = std::move(next);
  const EntryOrder order = state.editing.order;
  state.editing = {};
  state.editing.order = order;
  state.is_being_filled = false;
  state.date = {};
  if (!context.app.context().is_clock_suspicious) set_date(state.date, context.ui.today);
  state.note = {};
  state.refusals.clear();
  state.other_error.clear();
  state.household_picker = {};
  state.group = 0;
  state.first_column = 0;
  state.is_changed = true;
}

void read_households(ScreenContext& context, ScoreSheetState& state) {
  state.households.clear();
  for (const HouseholdId& id : state.sheet.households) {
    const auto household = roster::find_household(context.database(), id);
    state.households.push_back(household ? SheetHousehold{household->number,
                                                          mask(household->head_name, Audience::desk)}
                                         : SheetHousehold());
  }
}

void read_rules(ScoreSheetState& state) {
  state.rules.clear();
  for (const std::string& code : state.sheet.codes) {
    state.rules.emplace_back();
    if (!state.book) continue;
    const auto found =
        std::find_if(state.book->rules.begin(), state.book->rules.end(),
                     [&](const points::Rule& rule) { return rule.code == code; });
    if (found != state.book->rules.end()) state.rules.back() = *found;
  }
}

void add_up(const Ui& ui, ScoreSheetState& state) {
  SheetSums sums;
  const app::ScoreSheet& sheet = state.sheet;
  sums.rows.resize(sheet.households.size());
  sums.columns.resize(sheet.codes.size());
  sums.is_row_wrong.resize(sheet.households.size());
  for (CellPlace at; at.row < sheet.households.size(); ++at.row) {
    bool has_entry = false;
    for (at.column = 0; at.column < sheet.codes.size(); ++at.column) {
      const std::string& typed = app::typed_in(sheet, at);
      if (typed.empty()) continue;
      if (!cell_error(ui, state, at).empty()) {
        sums.wrong.push_back(at);
        sums.is_row_wrong[at.row] = true;
        continue;
      }
      const app::CellReading reading = app::read_cell(*state.rules[at.column], typed);
      if (!reading.is_entry) continue;
      has_entry = true;
      ++sums.entries;
      sums.rows[at.row] += reading.points;
      sums.columns[at.column] += reading.points;
      sums.total += reading.points;
    }
    if (has_entry) ++sums.households;
  }
  state.sums = std::move(sums);
}

void refresh(ScreenContext& context, ScoreSheetState& state) {
  if (state.sheet.act.is_empty()) begin_sheet(context, state);
  const Date day = date_of(context.ui, state.date).value_or(context.ui.today);
  const bool is_stale = state.freshness.is_stale(context.app);
  if (is_stale || !(day == state.shown_day)) {
    state.shown_day = day;
    state.book = points::rule_book_on(context.database(), day);
    state.groups = roster::groups(context.database());
    state.group = std::min(state.group, static_cast<int>(state.groups.size()) + 1);
    state.is_changed = true;
  }
  if (!std::exchange(state.is_changed, false)) return;
  // While it is filled in only another book changes its rows.
  if (is_stale || !state.is_being_filled) read_households(context, state);
  read_rules(state);
  keep_caret_inside(state.editing, state.sheet);
  add_up(context.ui, state);
}

std::string refusal_words(const Ui& ui, AwardStatus status) {
  switch (status) {
    case AwardStatus::book_locked: return std::string(ui.say(Key::error_book_locked));
    case AwardStatus::no_lines: return std::string(ui.say(Key::sheet_empty));
    case AwardStatus::too_many_lines: return std::string(ui.say(Key::sheet_too_many));
    case AwardStatus::date_needed: return std::string(ui.say(Key::error_date_needed));
    case AwardStatus::date_in_future: return std::string(ui.say(Key::date_in_future));
    case AwardStatus::text_too_long: return std::string(ui.say(Key::error_text_500));
    case AwardStatus::no_rule_book: return std::string(ui.say(Key::error_no_rule_book));
    case AwardStatus::household_unknown:
    case AwardStatus::household_gone: return std::string(ui.say(Key::error_household_gone));
    case AwardStatus::rule_not_in_force: return std::string(ui.say(Key::error_rule_not_in_force));
    case AwardStatus::cap_reached: return std::string(ui.say(Key::error_cap));
    case AwardStatus::village_cap_reached: return std::string(ui.say(Key::error_village_cap));
    default: return std::string(ui.say(Key::error_cannot_save));
  }
}

void show_refusals(const Ui& ui, ScoreSheetState& state, const app::ScoreSheetPlan& plan) {
  state.refusals.clear();
  for (const app::RefusedCell& refused : plan.refused) {
    const CellPlace at = refused.place;
    state.refusals[{state.sheet.households[at.row], state.sheet.codes[at.column]}] = {
        app::typed_in(state.sheet, at), refusal_words(ui, refused.why)};
  }
  const bool is_of_cells = !plan.refused.empty() || !plan.unreadable.empty();
  state.other_error = is_of_cells ? std::string() : refusal_words(ui, plan.award.status);
  state.is_changed = true;
  if (!is_of_cells) return;
  go_to_cell(state.editing, plan.refused.empty() ? plan.unreadable.front() : plan.refused.front().place);
  state.is_to_reveal = true;
}

void submit(ScreenContext& context, ScoreSheetState& state) {
  app::ScoreSheet sheet = state.sheet;
  sheet.typed_date = date_of(context.ui, state.date);
  sheet.note = trimmed(state.note.text);
  const std::string households = count_text(static_cast<std::int64_t>(state.sums.households));
  context.commands.act([&desk = context.desk, &state, sheet, households](app::App& app) {
    // Pressed twice in one frame: the first press has ended this sheet.
    if (!(sheet.act == state.sheet.act)) return;
    const app::ScoreSheetPlan plan = app::plan_score_sheet(app.context(), sheet);
    const std::string entries = count_text(static_cast<std::int64_t>(plan.entries));
    const auto undo = [&](const std::vector<journal::Event>&) {
      return app::Undoable{desk.ui.say(Key::sheet_undo_label, {entries}),
                           [act = sheet.act](app::App& running) {
                             const auto back = points::plan_undo_award(running.context(), act);
                             return running.perform(back) == ledger::ReverseStatus::accepted;
                           }};
    };
    const auto status = app.perform(plan, undo);
    if (status != app::ScoreSheetStatus::accepted &&
        status != app::ScoreSheetStatus::already_recorded) {
      show_refusals(desk.ui, state, plan);
      return;
    }
    if (status == app::ScoreSheetStatus::accepted) {
      desk.toasts.show(desk.ui,
                       desk.ui.say(Key::sheet_submitted,
                                   {households, entries, to_display_signed(plan.award.total)}),
                       Tone::good, true);
    }
    state.sheet.act = {};  // a new sheet begins with the next frame
    desk.ui.focus.open_screen();
  });
}

// To the first cell that is wrong; true when there is none.
bool is_ready(const Ui& ui, ScoreSheetState& state) {
  state.other_error.clear();
  if (state.sums.wrong.empty() && state.sums.entries > 0) return true;
  if (state.sums.wrong.empty()) {
    state.other_error = ui.say(Key::sheet_empty);
  } else {
    go_to_cell(state.editing, state.sums.wrong.front());
    state.is_to_reveal = true;
  }
  return false;
}

bool is_laid_out(const Ui& ui, ScoreSheetState& state) {
  state.rule_picker.was_left = state.sheet.codes.empty();
  state.household_picker.was_left = state.sheet.households.empty();
  state.date.field.was_left = true;
  const bool has_date = date_of(ui, state.date) && !is_date_unreal(ui, state.date);
  return has_date && !state.sheet.codes.empty() && !state.sheet.households.empty();
}

enum class Side { layout, grid };
// Before the next frame, so that its own first stop gets the focus.
void turn_over(ScreenContext& context, ScoreSheetState& state, Side side) {
  context.commands.ask([&desk = context.desk, &state, side](app::App&) {
    state.is_being_filled = side == Side::grid;
    state.is_changed = true;
    state.is_to_reveal = true;
    desk.ui.focus.open_screen();
  });
}

void layout_bar(ScreenContext& context, ScoreSheetState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  if (button_right(ui, bar,
                   {.label = ui.say(Key::sheet_fill),
                    .kind = ButtonKind::primary,
                    .icon = Icon::sheet,
                    .key = chords::primary})) {
    if (is_laid_out(ui, state)) {
      turn_over(context, state, Side::grid);
    } else {
      ui.focus.open_screen();
    }
  }
  action_bar_note(ui, bar,
                  ui.say(Key::sheet_layout_foot, {std::to_string(state.sheet.households.size()),
                                                  std::to_string(state.sheet.codes.size())}));
}

void fill_bar(ScreenContext& context, ScoreSheetState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  if (button_right(ui, bar,
                   {.label = ui.say(Key::sheet_submit),
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    if (is_ready(ui, state)) submit(context, state);
    ui.focus.open_screen();
  }
  if (button_right(ui, bar, {.label = ui.say(Key::sheet_clear)})) {
    empty_sheet(state.editing, state.sheet);
    state.is_changed = true;
  }
  if (!state.other_error.empty()) {
    ui.mirror.add(id_of("error"), Role::alert, state.other_error, bar);
    action_bar_note(ui, bar, state.other_error, ui.color().err);
    return;
  }
  if (!state.sums.wrong.empty()) {
    const CellPlace wrong = state.sums.wrong.front();
    const std::string told = ui.say(Key::sheet_wrong_cell,
                                    {cell_name(state, wrong), cell_error(ui, state, wrong)});
    ui.mirror.add(id_of("error"), Role::alert, told, bar);
    action_bar_note(ui, bar, told, ui.color().err, Words::of_the_book);
    return;
  }
  const SheetSums& sums = state.sums;
  const std::string told =
      ui.say(Key::sheet_foot, {std::to_string(sums.households),
                               std::to_string(state.sheet.households.size() - sums.households),
                               std::to_string(sums.entries), to_display_signed(sums.total)});
  ui.mirror.add(id_of("sums"), Role::note, told, bar);
  action_bar_note(ui, bar, told);
}

void fill_head(ScreenContext& context, ScoreSheetState& state) {
  Ui& ui = context.ui;
  ui.focus.set_region(Region::head);
  const std::vector<std::string_view> orders{ui.say(Key::sheet_by_household),
                                             ui.say(Key::sheet_by_rule)};
  const ButtonSpec change{.label = ui.say(Key::sheet_change), .key = chords::edit};
  const bool has_orders = ui.room != Room::narrow;
  const float segment_w = has_orders ? segment_width(ui, orders) : 0;
  const std::string facts =
      ui.say(Key::sheet_facts, {date_in_words(ui, state.shown_day),
                                std::to_string(state.sheet.households.size()),
                                std::to_string(state.sheet.codes.size())});
  Rect tools = head_with_tools(ui, context.places, ui.say(Key::screen_score_sheet), facts,
                               button_width(ui, change) + segment_w + 2 * ui.px(12));
  if (button_right(ui, tools, change)) turn_over(context, state, Side::layout);
  if (!has_orders) {
    ui.focus.set_region(Region::body);
    return;
  }
  Rect place = tools.cut_right(segment_w);
  place = {place.x, place.y + std::floor((place.h - ui.px(field_height)) / 2), place.w,
           ui.px(field_height)};
  int order = state.editing.order == EntryOrder::by_household ? 0 : 1;
  if (segment(ui, place, ui.say(Key::sheet_order), orders, order)) {
    state.editing.order = order == 0 ? EntryOrder::by_household : EntryOrder::by_rule;
  }
  ui.focus.set_region(Region::body);
}

}  // namespace

std::string column_text(const ScoreSheetState& state, std::size_t column) {
  const std::optional<points::Rule>& rule = state.rules[column];
  const std::string& code = state.sheet.codes[column];
  return rule ? code + " " + rule->text : code;
}

std::string cell_name(const ScoreSheetState& state, CellPlace place) {
  return state.households[place.row].head + " · " + column_text(state, place.column);
}

std::string cell_error(const Ui& ui, const ScoreSheetState& state, CellPlace place) {
  const std::string& typed = app::typed_in(state.sheet, place);
  if (typed.empty()) return {};
  const std::optional<points::Rule>& rule = state.rules[place.column];
  if (!rule) return std::string(ui.say(Key::error_rule_not_in_force));
  switch (app::read_cell(*rule, typed).problem) {
    case app::CellProblem::none: break;
    case app::CellProblem::no_tick: return std::string(ui.say(Key::sheet_no_tick));
    case app::CellProblem::no_number: return std::string(ui.say(Key::sheet_no_number));
    case app::CellProblem::outside: {
      const std::string low = to_display(rule->low);
      const std::string high = to_display(rule->high);
      if (rule->type == points::RuleType::range) return ui.say(Key::error_points_range, {low, high});
      const app::CellLimits limits = *app::cell_limits(*rule);
      return ui.say(Key::sheet_quantity_range,
                    {to_display(Points::hundredths(limits.high)), rule->unit});
    }
  }
  const auto refused =
      state.refusals.find({state.sheet.households[place.row], state.sheet.codes[place.column]});
  const bool holds = refused != state.refusals.end() && refused->second.typed == typed;
  return holds ? refused->second.words : std::string();
}

bool hear_in_score_sheet(Desk& desk, ScoreSheetState& state, const app::Happening& happening) {
  const auto* pasted = std::get_if<app::TextPasted>(&happening);
  if (pasted == nullptr || !state.is_being_filled) return false;
  const Sheet block = exchange::sheet_from_text(pasted->text, exchange::Delimiter::tab);
  const PastedBlock done = paste_block(state.editing, state.sheet, block);
  state.is_changed = true;
  state.other_error.clear();
  const std::string cells = std::to_string(done.cells);
  if (done.outside > 0) {
    desk.toasts.show(desk.ui,
                     desk.ui.say(Key::sheet_pasted_outside, {cells, std::to_string(done.outside)}),
                     Tone::amber, false);
  } else if (done.cells > 0) {
    desk.toasts.show(desk.ui, desk.ui.say(Key::sheet_pasted, {cells}), Tone::good, false);
  }
  return true;
}

void score_sheet_screen(ScreenContext& context, ScoreSheetState& state) {
  Ui& ui = context.ui;
  refresh(context, state);
  if (state.is_being_filled) {
    fill_head(context, state);
    score_sheet_grid(context, context.places.body, state);
  } else {
    head_title(ui, context.places.head, ui.say(Key::screen_score_sheet),
               ui.say(Key::sheet_layout_subtitle));
    score_sheet_layout(context, context.places.body, state);
  }
  refresh(context, state);  // what was typed in this frame counts in what follows
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  if (state.is_being_filled) {
    fill_bar(context, state);
  } else {
    layout_bar(context, state);
  }
}

}  // namespace jishan::ui
