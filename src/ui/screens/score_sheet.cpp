#include "ui/screens/score_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "exchange/delimited.h"
#include "ui/screens/score_sheet_check.h"
#include "ui/screens/score_sheet_rows.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/button.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

using app::CellPlace;

constexpr float group_list_width = 168;
constexpr float tools_gap = 12;

// A new draft. The items stay: the next group is scored for the same ones.
void begin_sheet(ScreenContext& context, ScoreSheetState& state) {
  app::ScoreSheet next;
  next.act = ActId::make(context.app.ports().random);
  next.codes = std::move(state.sheet.codes);
  state.sheet = std::move(next);
  const EntryOrder order = state.editing.order;
  state.editing = {};
  state.editing.order = order;
  state.side = SheetSide::layout;
  state.date = {};
  if (!context.app.context().is_clock_suspicious) set_date(state.date, context.ui.today);
  state.note = {};
  state.refusals.clear();
  state.checked_cells.clear();
  state.other_error.clear();
  state.household_picker = {};
  state.group = 0;
  state.first_column = 0;
  state.is_changed = true;
  state.are_rows_changed = true;
}

// Kept with every change, because a page can be closed at any moment.
void keep_draft(ScreenContext& context, ScoreSheetState& state) {
  SheetDraft draft{state.sheet, state.editing.order, state.side, state.date.field.text};
  draft.sheet.note = state.note.text;
  std::string text = text_of(draft);
  if (text == state.kept_draft) return;
  state.kept_draft = text;
  context.commands.ask([text = std::move(text)](app::App& app) {
    app.ports().store.put_local({std::string(sheet_record), text});
  });
}

// Once after opening: the sheet of before, unless it was submitted.
void offer_draft(ScreenContext& context, ScoreSheetState& state) {
  if (std::exchange(state.was_draft_offered, true)) return;
  const auto kept = context.app.ports().store.local(sheet_record);
  auto draft = kept ? sheet_draft_from(*kept) : std::nullopt;
  if (!draft) return;
  points::AwardRequest request;
  request.id = draft->sheet.act;
  const auto plan = points::plan_award(context.app.context(), request);
  if (plan.status == points::AwardStatus::already_recorded) return;
  state.note.text = std::exchange(draft->sheet.note, {});
  state.sheet = std::move(draft->sheet);
  state.editing.order = draft->order;
  state.side = draft->side;
  state.date.field.text = draft->date_text;
  state.kept_draft = *kept;
  state.is_to_reveal = true;
  const std::string cells = std::to_string(state.sheet.cells.size());
  context.desk.toasts.show(context.ui, context.ui.say(Key::sheet_taken_up, {cells}), Tone::good, false);
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

void refresh(ScreenContext& context, ScoreSheetState& state) {
  if (state.sheet.act.is_empty()) {
    begin_sheet(context, state);
    offer_draft(context, state);
  }
  const Date day = date_of(context.ui, state.date).value_or(context.ui.today);
  const bool is_stale = state.freshness.is_stale(context.app);
  if (is_stale || !(day == state.shown_day)) {
    state.shown_day = day;
    state.book = points::rule_book_on(context.database(), day);
    state.groups = roster::groups(context.database());
    state.group = std::min(state.group, static_cast<int>(state.groups.size()) + 1);
    state.is_changed = true;
    state.checked_cells.clear();
    state.refusals.clear();
  }
  if (!std::exchange(state.is_changed, false)) return;
  if (std::exchange(state.are_rows_changed, false) || is_stale) read_households(context, state);
  if (state.side == SheetSide::grid && state.sheet.households.empty()) {
    state.side = SheetSide::layout;
    context.ui.focus.open_screen();
  }
  read_rules(state);
  keep_caret_inside(state.editing, state.sheet);
  check_rows(context, state);
  add_up(context.ui, state);
  keep_draft(context, state);
}

void show_refusals(const Ui& ui, ScoreSheetState& state, const app::ScoreSheetPlan& plan) {
  keep_refusals(ui, state, state.sheet, plan);
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

// Before the next frame, so that its own first stop gets the focus.
void turn_over(ScreenContext& context, ScoreSheetState& state, SheetSide side) {
  context.commands.ask([&desk = context.desk, &state, side](app::App&) {
    state.side = side;
    state.is_changed = true;
    state.is_to_reveal = true;
    desk.ui.focus.open_screen();
  });
}

// What the sheet comes to, or what is wrong with it.
void fill_note(Ui& ui, const Rect& bar, const ScoreSheetState& state) {
  const SheetSums& sums = state.sums;
  std::string error = state.other_error;
  if (error.empty() && !sums.wrong.empty()) {
    const CellPlace wrong = sums.wrong.front();
    error = ui.say(Key::sheet_wrong_cell, {cell_name(state, wrong), cell_error(ui, state, wrong)});
  }
  if (!error.empty()) {
    ui.mirror.add(id_of("error"), Role::alert, error, bar);
    action_bar_note(ui, bar, error, ui.color().err, Words::of_the_book);
    return;
  }
  const std::string told =
      ui.say(Key::sheet_foot, {std::to_string(sums.households),
                               std::to_string(state.sheet.households.size() - sums.households),
                               std::to_string(sums.entries), to_display_signed(sums.total)});
  ui.mirror.add(id_of("sums"), Role::note, told, bar);
  action_bar_note(ui, bar, told);
}

void begin_filling(ScreenContext& context, ScoreSheetState& state) {
  if (is_laid_out(context.ui, state)) {
    turn_over(context, state, SheetSide::grid);
  } else {
    context.ui.focus.open_screen();
  }
}

void hand_in(ScreenContext& context, ScoreSheetState& state) {
  if (is_ready(context.ui, state)) submit(context, state);
  context.ui.focus.open_screen();
}

void action_bar(ScreenContext& context, ScoreSheetState& state) {
  Ui& ui = context.ui;
  ui.focus.set_region(Region::action_bar);
  const IdScope scope("action bar");
  Rect bar = context.places.action_bar;
  const bool is_grid = state.side == SheetSide::grid;
  std::vector<ButtonSpec> specs{{.label = ui.say(is_grid ? Key::sheet_submit : Key::sheet_fill),
                                 .kind = ButtonKind::primary,
                                 .icon = is_grid ? Icon::check : Icon::sheet,
                                 .key = chords::primary}};
  if (is_grid) specs.push_back({.label = ui.say(Key::sheet_clear)});
  const int pressed = actions(ui, bar, specs);
  if (pressed == 0 && is_grid) hand_in(context, state);
  if (pressed == 0 && !is_grid) begin_filling(context, state);
  if (pressed == 1) {
    empty_sheet(state.editing, state.sheet);
    state.is_changed = true;
  }
  if (is_grid) {
    fill_note(ui, bar, state);
    return;
  }
  action_bar_note(ui, bar,
                  ui.say(Key::sheet_layout_foot, {std::to_string(state.sheet.households.size()),
                                                  std::to_string(state.sheet.codes.size())}));
}

Rect centred(const Ui& ui, const Rect& box) {
  const float height = ui.px(field_height);
  return {box.x, box.y + std::floor((box.h - height) / 2), box.w, height};
}

// The group on the sheet between the one before and the next.
void group_tools(ScreenContext& context, Rect& tools, ScoreSheetState& state) {
  Ui& ui = context.ui;
  const auto side_button = [&](Icon icon, Key label) {
    Rect place = tools.cut_right(ui.px(28));
    place.y += std::floor((place.h - ui.px(28)) / 2);
    place.h = ui.px(28);
    return icon_button(ui, place, icon, ui.say(label));
  };
  int by = side_button(Icon::right, Key::sheet_group_after) ? 1 : 0;
  const Rect box = centred(ui, tools.cut_right(ui.px(group_list_width)));
  const DropDownSpec groups{.label = ui.say(Key::sheet_group), .choices = group_choices(ui, state)};
  if (drop_down_box(ui, box, state.group_list, groups, state.group)) put_group_on_sheet(context, state);
  if (side_button(Icon::left, Key::sheet_group_before)) by = -1;
  if (by != 0) turn_to_group(context, state, by);
  tools.cut_right(ui.px(tools_gap));
}

void order_tools(Ui& ui, Rect& tools, ScoreSheetState& state) {
  const std::vector<std::string_view> orders{ui.say(Key::sheet_by_household),
                                             ui.say(Key::sheet_by_rule)};
  const Rect box = centred(ui, tools.cut_right(segment_width(ui, orders)));
  int order = state.editing.order == EntryOrder::by_household ? 0 : 1;
  if (!segment(ui, box, ui.say(Key::sheet_order), orders, order)) return;
  state.editing.order = order == 0 ? EntryOrder::by_household : EntryOrder::by_rule;
  state.is_changed = true;
}

void fill_head(ScreenContext& context, ScoreSheetState& state) {
  Ui& ui = context.ui;
  ui.focus.set_region(Region::head);
  const ButtonSpec change{.label = ui.say(Key::sheet_change), .key = chords::edit};
  const bool has_tools = ui.room != Room::narrow;
  const std::vector<std::string_view> orders{ui.say(Key::sheet_by_household),
                                             ui.say(Key::sheet_by_rule)};
  const float tools_width =
      has_tools ? segment_width(ui, orders) + ui.px(group_list_width + 2 * 28 + 2 * tools_gap) : 0;
  const std::string facts =
      ui.say(Key::sheet_facts, {date_in_words(ui, state.shown_day),
                                std::to_string(state.sheet.households.size()),
                                std::to_string(state.sheet.codes.size())});
  Rect tools = head_with_tools(ui, context.places, ui.say(Key::screen_score_sheet), facts,
                               button_width(ui, change) + tools_width + ui.px(tools_gap));
  if (button_right(ui, tools, change)) turn_over(context, state, SheetSide::layout);
  if (has_tools) {
    group_tools(context, tools, state);
    order_tools(ui, tools, state);
  }
  ui.focus.set_region(Region::body);
  if (ui.pressed(chords::next_group)) turn_to_group(context, state, 1);
  if (ui.pressed(chords::previous_group)) turn_to_group(context, state, -1);
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

bool hear_in_score_sheet(Desk& desk, ScoreSheetState& state, const app::Happening& happening) {
  const auto* pasted = std::get_if<app::TextPasted>(&happening);
  if (pasted == nullptr || state.side == SheetSide::layout) return false;
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
  if (state.side == SheetSide::grid) {
    fill_head(context, state);
    refresh(context, state);  // a group that was chosen there has its rows, or leaves none
    if (state.side == SheetSide::grid) score_sheet_grid(context, context.places.body, state);
  } else {
    head_title(ui, context.places.head, ui.say(Key::screen_score_sheet),
               ui.say(Key::sheet_layout_subtitle));
    score_sheet_layout(context, context.places.body, state);
  }
  refresh(context, state);  // what was typed in this frame counts in what follows
  action_bar(context, state);
}

}  // namespace jishan::ui
