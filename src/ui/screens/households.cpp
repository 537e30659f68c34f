#include "ui/screens/households.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "roster/relations.h"
#include "roster/rules.h"
#include "ui/widgets/search.h"
#include "ui/widgets/tooltip.h"
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

std::string group_text(const Ui& ui, std::int64_t group) {
  return group > 0 ? ui.say(Key::group_n, {std::to_string(group)})
                   : std::string(ui.say(Key::no_value));
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

HouseholdId selected_household(const HouseholdsState& state) {
  const auto place = static_cast<std::size_t>(state.list.selected);
  return place < state.hits.size() ? state.hits[place].id : HouseholdId();
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
  TableSpec spec{.label = ui.say(Key::screen_households),
                 .columns = {{ui.say(Key::column_number), 84, Align::left, Sorting::on},
                             {ui.say(Key::column_head), 0, Align::left, Sorting::on},
                             {ui.say(Key::column_group), 70, Align::left, Sorting::on},
                             {ui.say(Key::column_people), 60, Align::right},
                             {ui.say(Key::column_spendable), 84, Align::right},
                             {ui.say(Key::column_quarter), 76, Align::right},
                             {ui.say(Key::column_tags), 180}},
                 .row_count = static_cast<int>(state.hits.size()),
                 .note = ui.say(Key::households_tip)};
  if (sheet.w < ui.px(640)) spec.columns.resize(6);
  spec.row_label = [&](int row) { return mask(row_at(context, state, row).head_name, Audience::desk); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    if (spec.columns.size() == 7) {
      draw_row(context, state, row, cells);
      return;
    }
    const roster::HouseholdRowView& shown = row_at(context, state, row);
    cells.text(shown.number);
    cells.text(mask(shown.head_name, Audience::desk));
    cells.text(group_text(ui, shown.group));
    cells.text(count_text(shown.people));
    const auto account = state.accounts.find(shown.id);
    cells.text(account == state.accounts.end() ? "0" : to_display(account->second.spendable));
    const auto change = state.quarter.find(shown.id);
    cells.text(change == state.quarter.end() ? "0" : to_display_signed(change->second));
  };
  const TableOutcome outcome = table(ui, sheet, state.list, spec);
  if (outcome.is_sorted) find_again(context, state);
  if (outcome.opened >= 0) state.is_detail_open = true;
}

void read_detail(ScreenContext& context, HouseholdsState& state) {
  const HouseholdId id = selected_household(state);
  if (id == state.detail.id) return;
  HouseholdDetail detail;
  detail.id = id;
  db::Database& database = context.database();
  detail.household = roster::find_household(database, id);
  detail.residents = roster::residents_of(database, id);
  detail.account = points::account_of(database, id);
  const auto change = state.quarter.find(id);
  if (change != state.quarter.end()) detail.quarter = change->second;
  auto rows = points::passbook(database, context.journal(), id);
  std::reverse(rows.begin(), rows.end());
  detail.passbook = lines_of(context, rows);
  state.detail = std::move(detail);
  state.passbook = {};
  state.members = {};
}

void open_balance(ScreenContext& context, HouseholdsState& state) {
  const std::string head = mask(state.detail.household->head_name, Audience::desk);
  open_figure(context, state.entries, context.ui.say(Key::passbook_all, {head}),
              {points::FigureKind::balance, state.detail.id, {}});
}

void figures(ScreenContext& context, Rect strip, HouseholdsState& state) {
  Ui& ui = context.ui;
  const points::Account& account = state.detail.account;
  const std::string_view unit = ui.say(Key::points_unit);
  const std::string spendable = to_display(account.spendable);
  const std::string balance = to_display(account.balance);
  const std::string lock = to_display(account.lock);
  const std::string quarter = to_display_signed(state.detail.quarter);
  const float width = std::floor(strip.w / 4);
  const Rect first = strip.cut_left(width);
  const bool is_sum_asked = figure(ui, first.inset(ui.px(4), 0),
                                   {.label = ui.say(Key::spendable),
                                    .value = spendable,
                                    .unit = unit,
                                    .color = account.spendable.is_negative() ? ui.color().err
                                                                             : ui.color().accent});
  tooltip(ui, id_of(ui.say(Key::spendable)), first,
          ui.say(Key::spendable_as_sum, {balance, lock, spendable}));
  const bool is_balance_asked =
      figure(ui, strip.cut_left(width).inset(ui.px(4), 0),
             {.label = ui.say(Key::balance), .value = balance, .unit = unit});
  figure(ui, strip.cut_left(width).inset(ui.px(4), 0),
         {.label = ui.say(Key::base_points), .value = lock, .unit = unit});
  const bool is_quarter_asked =
      figure(ui, strip.inset(ui.px(4), 0),
             {.label = ui.say(Key::this_quarter), .value = quarter, .unit = unit});
  if (is_sum_asked || is_balance_asked || is_quarter_asked) open_balance(context, state);
}

std::string note_of(const Ui& ui, const roster::ResidentView& resident) {
  switch (resident.state) {
    case roster::ResidentState::away: return std::string(ui.say(Key::away_note));
    case roster::ResidentState::moved: return std::string(ui.say(Key::moved_note));
    case roster::ResidentState::dead: return std::string(ui.say(Key::dead_note));
    case roster::ResidentState::here: break;
  }
  const bool is_child = resident.born && roster::age_on(*resident.born, ui.today) <
                                             roster::sensitive_age_years;
  return is_child ? std::string(ui.say(Key::minor_note)) : std::string();
}

void members_table(ScreenContext& context, const Rect& box, HouseholdsState& state) {
  Ui& ui = context.ui;
  const auto& residents = state.detail.residents;
  const std::string title = ui.say(Key::members, {std::to_string(residents.size())});
  TableSpec spec{.label = title,
                 .columns = {{title, 110},
                             {ui.say(Key::column_relation), 100},
                             {ui.say(Key::column_age), 60, Align::right},
                             {ui.say(Key::column_note)}},
                 .row_count = static_cast<int>(residents.size()),
                 .density = Density::dense};
  const auto at = [&residents](int row) -> const roster::ResidentView& {
    return residents[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return mask(at(row).name, Audience::desk); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const roster::ResidentView& resident = at(row);
    cells.text(mask(resident.name, Audience::desk));
    cells.text(roster::relation_word(resident.relation));
    cells.text(resident.born ? std::to_string(roster::age_on(*resident.born, ui.today))
                             : std::string(ui.say(Key::no_value)));
    cells.text(note_of(ui, resident), {.color = ui.color().text2});
  };
  const TableOutcome outcome = table(ui, box, state.members, spec);
  if (outcome.opened >= 0) open_person(context, state.form, at(outcome.opened));
}

void detail_head(ScreenContext& context, Rect line, HouseholdsState& state) {
  Ui& ui = context.ui;
  const roster::HouseholdView& household = *state.detail.household;
  if (button_right(ui, line,
                   {.label = ui.say(Key::edit),
                    .kind = ButtonKind::text,
                    .size = ButtonSize::small,
                    .key = chords::edit})) {
    open_household(context, state.form, household);
  }
  const std::string name =
      ui.say(Key::household_of, {mask(household.head_name, Audience::desk)});
  const Look small{TextSize::small, Weight::regular, ui.color().text2};
  const std::string group = household.group > 0 ? group_text(ui, household.group) : std::string();
  draw_runs(ui, line,
            {{name, {TextSize::title, Weight::bold}}, {household.number, small, 12}, {group, small, 12}});
  ui.mirror.add(id_of("detail"), Role::heading, name, line).description = household.number;
}

void detail_panel(ScreenContext& context, const Rect& sheet, HouseholdsState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  read_detail(context, state);
  if (!state.detail.household) return;
  const IdScope scope("detail");
  Rect rest = sheet;
  detail_head(context, rest.cut_top(ui.px(50)).inset(ui.px(16), 0), state);
  figures(context, rest.cut_top(ui.px(62)).inset(ui.px(12), 0), state);
  const auto people = static_cast<float>(state.detail.residents.size());
  const float members_height = std::min(ui.px(28 + 30 * people), rest.h * 0.45F);
  members_table(context, rest.cut_top(members_height), state);
  Rect tab_line = rest.cut_top(ui.px(40));
  if (button_right(ui, tab_line,
                   {.label = ui.say(Key::add_person),
                    .kind = ButtonKind::text,
                    .size = ButtonSize::small,
                    .icon = Icon::plus})) {
    open_new_person(context, state.form, *state.detail.household);
  }
  tabs(ui, tab_line, "detail tabs", {ui.say(Key::tab_passbook)}, state.tab);
  if (state.detail.passbook.empty()) {
    draw_text(ui, rest.cut_top(ui.px(40)).inset(ui.px(16), 0), ui.say(Key::passbook_empty),
              {TextSize::small, Weight::regular, ui.color().text2});
    return;
  }
  draw_passbook(context, rest.inset(ui.px(1), ui.px(1)), state.detail.passbook, state.passbook,
                state.reversal);
}

void head(ScreenContext& context, HouseholdsState& state) {
  Ui& ui = context.ui;
  ui.focus.set_region(Region::head);
  const std::string subtitle = ui.say(Key::households_subtitle, {count_text(state.counts.households),
                                                                 count_text(state.counts.residents)});
  Rect rest = head_title(ui, context.places.head, ui.say(Key::screen_households), subtitle);
  Rect tools = rest;
  if (button_right(ui, tools, {.label = ui.say(Key::import_roster), .icon = Icon::in})) {
    ask_for_roster(context);
  }
  if (button_right(ui, tools, {.label = ui.say(Key::add_household), .icon = Icon::plus})) {
    open_new_household(context, state.form);
  }
  const float top = std::floor((tools.h - ui.px(36)) / 2);
  Rect groups = tools.cut_right(ui.px(124));
  groups = {groups.x, groups.y + top, groups.w, ui.px(36)};
  tools.cut_right(ui.px(12));
  DropDownSpec spec{.label = ui.say(Key::column_group), .choices = {std::string(ui.say(Key::all_groups))}};
  for (const roster::GroupView& group : state.groups) {
    spec.choices.push_back(group.name.empty() ? group_text(ui, group.number) : group.name);
  }
  Rect search = tools.cut_right(std::min(tools.w, ui.px(290)));
  search = {search.x, search.y + top, search.w, ui.px(36)};
  const std::string found = ui.say(Key::found_households, {count_text(static_cast<std::int64_t>(state.hits.size()))});
  const SearchOutcome outcome = search_box(ui, search, state.typed,
                                           {.label = ui.say(Key::search_household),
                                            .placeholder = ui.say(Key::search_household),
                                            .found = found});
  if (drop_down_box(ui, groups, state.group_list, spec, state.group) || outcome.is_changed) {
    state.list.selected = 0;
    state.list.is_to_reveal = true;
    find_again(context, state);
  }
  if (outcome.is_entered || outcome.wants_list) ui.focus.next_list();
  ui.focus.set_region(Region::body);
}

void action_bar(ScreenContext& context, HouseholdsState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const HouseholdId id = selected_household(state);
  context.desk.household = id;
  if (button_right(ui, bar,
                   {.label = ui.say(Key::award_this_household),
                    .kind = ButtonKind::primary,
                    .icon = Icon::award,
                    .key = chords::award})) {
    context.desk.go_to = Screen::award;
  }
  if (button_right(ui, bar,
                   {.label = ui.say(Key::redeem_for_household),
                    .icon = Icon::redeem,
                    .key = chords::redeem})) {
    context.desk.go_to = Screen::redeem;
  }
  if (state.typed.empty()) return;
  const auto by_member = std::count_if(state.hits.begin(), state.hits.end(), [](const auto& hit) {
    return hit.by == roster::FoundBy::member;
  });
  const auto all = static_cast<std::int64_t>(state.hits.size());
  draw_text(ui, bar,
            ui.say(Key::found_by_head, {count_text(all - by_member), count_text(by_member)}),
            {TextSize::small, Weight::regular, ui.color().text2});
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
  Ui& ui = context.ui;
  refresh(context, state);
  take_wishes(context, state);
  head(context, state);
  Rect body = context.places.body;
  if (ui.room == Room::wide) {
    list_panel(context, body.cut_left(body.w * 746 / 1186), state);
    body.cut_left(ui.px(12));
    detail_panel(context, body, state);
  } else if (state.is_detail_open) {
    detail_panel(context, body, state);
    if (ui.pressed(chords::escape)) state.is_detail_open = false;
  } else {
    list_panel(context, body, state);
  }
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
