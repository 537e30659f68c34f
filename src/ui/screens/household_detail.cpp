#include "ui/screens/household_detail.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "roster/commands.h"
#include "ui/relation_words.h"
#include "ui/screens/household_tabs.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/tooltip.h"
#include "ui/words.h"

namespace jishan::ui {

std::string group_text(const Ui& ui, std::int64_t group) {
  return group > 0 ? ui.say(Key::group_n, {std::to_string(group)})
                   : std::string(ui.say(Key::no_value));
}

HouseholdId selected_household(const HouseholdsState& state) {
  const auto place = static_cast<std::size_t>(state.list.selected);
  return place < state.hits.size() ? state.hits[place].id : HouseholdId();
}

namespace {

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
  detail.has_opening = std::any_of(rows.begin(), rows.end(), [](const points::PassbookRow& row) {
    return row.reason == points::EntryReason::opening && row.entry.reversal.empty() &&
           row.entry.face != ledger::EntryFace::reversal;
  });
  detail.passbook = lines_of(context.ui, context.database(), rows);
  state.detail = std::move(detail);
  state.passbook = {};
  state.services = {};
  state.changes = {};
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
  for (int i = 1; i < 4; ++i) {
    const float x = strip.x + width * static_cast<float>(i) - ui.px(2);
    fill(ui, {x, strip.y + ui.px(2), ui.px(1), strip.h - ui.px(14)}, ui.color().line);
  }
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
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  const auto at = [&residents](int row) -> const roster::ResidentView& {
    return residents[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return mask(at(row).name, Audience::desk); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const roster::ResidentView& resident = at(row);
    cells.text(mask(resident.name, Audience::desk));
    cells.text(relation_in_words(ui, resident.relation));
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
  const Look small{TextSize::small, Weight::regular, ui.color().text2, Align::left,
                   Words::of_the_book};
  const std::string group = household.group > 0 ? group_text(ui, household.group) : std::string();
  draw_runs(ui, line,
            {{name, {TextSize::title, Weight::bold, 0, Align::left, Words::of_the_book}},
             {household.number, small, 12},
             {group, small, 12}});
  ui.mirror.add(id_of("detail"), Role::heading, name, line).description = household.number;
}

}  // namespace

void household_detail_panel(ScreenContext& context, const Rect& sheet, HouseholdsState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  read_detail(context, state);
  if (!state.detail.household) return;
  const auto people = static_cast<float>(state.detail.residents.size());
  const float members_natural = ui.px(28 + 30 * people);
  constexpr float head_and_figures = 50 + 62;
  constexpr float passbook_height = 40 + 28 + 6 * 30;
  const bool is_alone = ui.room != Room::wide;
  const ScrollArea area(ui, "detail", sheet,
                        is_alone ? members_natural + ui.px(head_and_figures + passbook_height)
                                 : sheet.h);
  Rect rest = area.content();
  detail_head(context, rest.cut_top(ui.px(50)).inset(ui.px(16), 0), state);
  figures(context, rest.cut_top(ui.px(62)).inset(ui.px(12), 0), state);
  const float members_height =
      is_alone ? members_natural : std::min(members_natural, rest.h * 0.45F);
  fill(ui, {rest.x + ui.px(1), rest.y, rest.w - ui.px(2), ui.px(1)}, ui.color().line);
  members_table(context, rest.cut_top(members_height).inset(ui.px(1), 0), state);
  Rect tab_line = rest.cut_top(ui.px(40));
  tab_line.cut_right(ui.px(8));
  if (button_right(ui, tab_line,
                   {.label = ui.say(Key::add_person),
                    .kind = ButtonKind::text,
                    .size = ButtonSize::small,
                    .icon = Icon::plus})) {
    open_new_person(context, state.form, *state.detail.household);
  }
  tabs(ui, tab_line, "detail tabs",
       {ui.say(Key::tab_passbook), ui.say(Key::tab_services), ui.say(Key::tab_changes)}, state.tab);
  household_tab(context, rest, state);
}

}  // namespace jishan::ui
