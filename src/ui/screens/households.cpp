#include "ui/screens/households.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/screens/household_detail.h"
#include "ui/screens/list_screen.h"
#include "ui/widgets/actions.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

// Rows read around the one that is asked for; more than fit on any screen.
constexpr std::size_t window_size = 80;

std::vector<Tag> tags_of(const Ui& ui, const roster::HouseholdRowView& row) {
  std::vector<Tag> tags;
  switch (row.household_class) {
    case roster::HouseholdClass::ordinary: break;
    case roster::HouseholdClass::cadre: tags.push_back({ui.say(Key::tag_cadre), TagKind::good}); break;
    case roster::HouseholdClass::representative:
      tags.push_back({ui.say(Key::tag_representative), TagKind::neutral});
      break;
  }
  switch (row.state) {
    case roster::HouseholdState::here: break;
    case roster::HouseholdState::away:
      tags.push_back({ui.say(Key::tag_away), TagKind::outlined});
      break;
    case roster::HouseholdState::moved:
      tags.push_back({ui.say(Key::tag_moved), TagKind::outlined});
      break;
    case roster::HouseholdState::closed:
      tags.push_back({ui.say(Key::tag_closed), TagKind::outlined});
      break;
  }
  return tags;
}

void find_again(ScreenContext& context, HouseholdsState& state) {
  db::Database& database = context.database();
  state.filter.text = state.typed;
  state.filter.group =
      state.group > 0 ? state.groups[static_cast<std::size_t>(state.group - 1)].number : 0;
  constexpr std::array orders{roster::HouseholdOrder::number, roster::HouseholdOrder::pinyin,
                              roster::HouseholdOrder::group};
  const int column = std::clamp(state.list.sort_column, 0, 2);
  state.filter.order = orders[static_cast<std::size_t>(column)];
  state.filter.direction = state.list.is_descending ? roster::Direction::descending
                                                    : roster::Direction::ascending;
  state.hits = roster::find_households(database, state.filter);
  state.window.clear();
}

void refresh(ScreenContext& context, HouseholdsState& state) {
  if (!state.freshness.is_stale(context.app)) return;
  db::Database& database = context.database();
  if (state.list.sort_column < 0) state.list.sort_column = 1;
  state.counts = roster::counts(database);
  state.groups = roster::groups(database);
  state.group = std::min(state.group, static_cast<int>(state.groups.size()));
  state.accounts = points::accounts(database);
  const Period quarter = quarter_of(context.ui.today);
  state.quarter = points::changes(database, {quarter.first.iso(), quarter.last.iso()});
  state.detail.id = {};
  find_again(context, state);
}

const roster::HouseholdRowView& row_at(ScreenContext& context, HouseholdsState& state, int row) {
  const auto wanted = static_cast<std::size_t>(row);
  const bool is_held = wanted >= state.window_begin &&
                       wanted < state.window_begin + state.window.size();
  if (!is_held) {
    state.window_begin = wanted > window_size / 2 ? wanted - window_size / 2 : 0;
    state.window = roster::household_rows(context.database(), state.hits, state.filter,
                                          state.window_begin, window_size);
  }
  return state.window[wanted - state.window_begin];
}

std::vector<Span> span_of(const TextRange& range) {
  if (range.length == 0) return {};
  return {{range.begin, range.begin + range.length}};
}

void draw_row(ScreenContext& context, HouseholdsState& state, int row, RowPainter& cells) {
  const Ui& ui = context.ui;
  const roster::HouseholdRowView& shown = row_at(context, state, row);
  const std::string head = mask(shown.head_name, Audience::desk);
  cells.text(shown.number);
  if (shown.by == roster::FoundBy::member) {
    cells.marked(head, {},
                 std::string(ui.say(Key::found_by_member)) + " " +
                     mask(shown.member_name, Audience::desk));
  } else {
    cells.marked(head, shown.by == roster::FoundBy::head ? span_of(shown.match)
                                                         : std::vector<Span>());
  }
  cells.text(group_text(ui, shown.group));
  cells.text(count_text(shown.people));
  const auto account = state.accounts.find(shown.id);
  cells.text(account == state.accounts.end() ? "0" : to_display(account->second.spendable));
  const auto change = state.quarter.find(shown.id);
  cells.text(change == state.quarter.end() ? "0" : to_display_signed(change->second),
             {.color = ui.color().text2});
  cells.tags(tags_of(ui, shown));
}

void list_panel(ScreenContext& context, const Rect& sheet, HouseholdsState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  if (state.hits.empty()) {
    const bool is_search = !state.typed.empty();
    const std::string title = is_search ? ui.say(Key::nothing_found, {state.typed})
                                        : std::string(ui.say(Key::households_empty));
    const EmptyStateSpec empty{.icon = is_search ? Icon::search : Icon::house,
                               .title = title,
                               .first_line = ui.say(is_search ? Key::search_household
                                                              : Key::households_empty_first),
                               .second_line = is_search ? std::string_view()
                                                        : ui.say(Key::households_empty_second),
                               .action = is_search ? std::string_view() : ui.say(Key::import_roster),
                               .main_action = ui.say(Key::add_household)};
    const EmptyStateOutcome outcome = empty_state(ui, sheet, empty);
    if (outcome == EmptyStateOutcome::main_action) open_new_household(context, state.form);
    if (outcome == EmptyStateOutcome::action) ask_for_roster(context);
    return;
  }
  const bool is_english = ui.language == Language::en;
  TableSpec spec{.label = ui.say(Key::screen_households),
                 .columns = {{ui.say(Key::column_number), 84, Align::left, Sorting::on},
                             {ui.say(Key::column_head), 0, Align::left, Sorting::on},
                             {ui.say(Key::column_group), is_english ? 84.0F : 70.0F, Align::left,
                              Sorting::on},
                             {ui.say(Key::column_people), is_english ? 72.0F : 60.0F, Align::right},
                             {ui.say(Key::column_spendable), is_english ? 98.0F : 84.0F,
                              Align::right},
                             {ui.say(Key::column_quarter), 84, Align::right},
                             {.title = ui.say(Key::column_tags), .width = 140, .needs_width = 640}},
                 .row_count = static_cast<int>(state.hits.size()),
                 .note = ui.say(Key::households_tip)};
  spec.row_label = [&](int row) { return mask(row_at(context, state, row).head_name, Audience::desk); };
  spec.draw_row = [&](int row, RowPainter& cells) { draw_row(context, state, row, cells); };
  const TableOutcome outcome = table(ui, sheet.inset(ui.px(1), ui.px(1)), state.list, spec);
  if (outcome.is_sorted) find_again(context, state);
  if (outcome.opened >= 0) state.is_detail_open = true;
}

void head(ScreenContext& context, HouseholdsState& state) {
  Ui& ui = context.ui;
  const std::string subtitle = ui.say(Key::households_subtitle, {count_text(state.counts.households),
                                                                 count_text(state.counts.residents)});
  const std::string found =
      ui.say(Key::found_households, {count_text(static_cast<std::int64_t>(state.hits.size()))});
  ListFilter filter{{.label = ui.say(Key::column_group),
                     .choices = {std::string(ui.say(Key::all_groups))}},
                    state.group_list,
                    state.group,
                    124};
  for (const roster::GroupView& group : state.groups) {
    filter.spec.choices.push_back(group.name.empty() ? group_text(ui, group.number) : group.name);
  }
  const ListHeadOutcome outcome =
      list_head(ui, context.places,
                {.title = ui.say(Key::screen_households),
                 .subtitle = subtitle,
                 .search = ui.say(Key::search_household),
                 .found = found,
                 .buttons = {{.label = ui.say(Key::import_roster), .icon = Icon::in},
                             {.label = ui.say(Key::add_household), .icon = Icon::plus}}},
                state.typed, &filter);
  if (outcome.pressed == 0) ask_for_roster(context);
  if (outcome.pressed == 1) open_new_household(context, state.form);
  if (!outcome.is_changed) return;
  state.list.selected = 0;
  state.list.is_to_reveal = true;
  find_again(context, state);
}

void action_bar(ScreenContext& context, HouseholdsState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  const HouseholdId id = selected_household(state);
  context.desk.household = id;
  std::vector<ButtonSpec> specs{{.label = ui.say(Key::award_this_household),
                                .kind = ButtonKind::primary,
                                .icon = Icon::award,
                                .key = chords::award},
                               {.label = ui.say(Key::redeem_for_household),
                                .icon = Icon::redeem,
                                .key = chords::redeem}};
  // A paper book is carried over once; where the household is looked at.
  const HouseholdDetail& detail = state.detail;
  const bool lacks_opening = detail.household && detail.id == id && !detail.has_opening;
  if (lacks_opening) specs.push_back({.label = ui.say(Key::reason_opening)});
  const int pressed = actions(ui, bar, specs);
  if (pressed == 2) open_opening_balance(context, state.form, *detail.household);
  if (pressed == 0) context.desk.go_to = Screen::award;
  if (pressed == 1) context.desk.go_to = Screen::redeem;
  if (state.typed.empty()) return;
  const auto by_member = std::count_if(state.hits.begin(), state.hits.end(), [](const auto& hit) {
    return hit.by == roster::FoundBy::member;
  });
  const auto all = static_cast<std::int64_t>(state.hits.size());
  action_bar_note(ui, bar,
                  ui.say(Key::found_by_head, {count_text(all - by_member), count_text(by_member)}));
}

// Other screens send the person here to see or to add a household.
void take_wishes(ScreenContext& context, HouseholdsState& state) {
  Desk& desk = context.desk;
  if (std::exchange(desk.opens_new_household, false)) open_new_household(context, state.form);
  const HouseholdId wanted = std::exchange(desk.shown_household, HouseholdId());
  if (wanted.is_empty()) return;
  state.typed.clear();
  state.group = 0;
  find_again(context, state);
  const auto found = std::find_if(state.hits.begin(), state.hits.end(),
                                  [&](const auto& hit) { return hit.id == wanted; });
  if (found == state.hits.end()) return;
  state.list.selected = static_cast<int>(std::distance(state.hits.begin(), found));
  state.list.is_to_reveal = true;
  state.is_detail_open = true;
}

}  // namespace

void households_screen(ScreenContext& context, HouseholdsState& state) {
  refresh(context, state);
  take_wishes(context, state);
  head(context, state);
  list_and_detail(
      context.ui, context.places.body, 746, state.is_detail_open,
      [&](const Rect& sheet) { list_panel(context, sheet, state); },
      [&](const Rect& sheet) { household_detail_panel(context, sheet, state); });
  action_bar(context, state);
  draw_entries_dialog(context, state.entries);
  draw_reversal(context, state.reversal);
  draw_household_form(context, state.form);
  draw_roster_import(context, state.import);
}

bool hear_in_households(Desk& desk, app::App& app, HouseholdsState& state,
                        const app::Happening& happening) {
  return hear_roster(desk, app, state.import, happening);
}

}  // namespace jishan::ui
