#include "ui/screens/score_sheet_rows.h"

#include <algorithm>

namespace jishan::ui {
namespace {

constexpr int group_none = 0;
constexpr int group_whole_village = 1;
constexpr int groups_begin = 2;

bool has_typed_cells(const app::ScoreSheet& sheet, const HouseholdId& household) {
  const auto first = sheet.cells.lower_bound({household, std::string()});
  return first != sheet.cells.end() && first->first.first == household;
}

}  // namespace

std::vector<std::string> group_choices(const Ui& ui, const ScoreSheetState& state) {
  std::vector<std::string> choices{std::string(ui.say(Key::sheet_group_none)),
                                   std::string(ui.say(Key::sheet_whole_village))};
  for (const roster::GroupView& group : state.groups) {
    choices.push_back(ui.say(
        Key::sheet_group_facts,
        {ui.say(Key::group_n, {std::to_string(group.number)}), count_text(group.households)}));
  }
  return choices;
}

void put_group_on_sheet(ScreenContext& context, ScoreSheetState& state) {
  std::vector<HouseholdId>& rows = state.sheet.households;
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [&](const HouseholdId& row) { return !has_typed_cells(state.sheet, row); }),
             rows.end());
  state.is_changed = true;
  state.are_rows_changed = true;
  const std::size_t kept = rows.size();
  if (state.group == group_none) return;
  roster::HouseholdFilter filter;
  filter.order = roster::HouseholdOrder::number;
  if (state.group != group_whole_village) {
    filter.group = state.groups[static_cast<std::size_t>(state.group - groups_begin)].number;
  }
  for (const roster::HouseholdHit& hit : roster::find_households(context.database(), filter)) {
    add_household(state, hit.id);
  }
  // Where the new paper begins; with nothing new on it, where one was.
  if (kept < rows.size()) go_to_cell(state.editing, {kept, 0});
  state.is_to_reveal = true;
}

void turn_to_group(ScreenContext& context, ScoreSheetState& state, int by) {
  const auto count = static_cast<int>(state.groups.size());
  const int before = by > 0 ? -1 : 0;  // so that the first step leads to an end of the row
  int place = state.group >= groups_begin ? state.group - groups_begin : before;
  for (int step = 0; step < count; ++step) {
    place = (place + by + count) % count;
    if (state.groups[static_cast<std::size_t>(place)].households == 0) continue;
    state.group = groups_begin + place;
    put_group_on_sheet(context, state);
    return;
  }
}

void add_household(ScoreSheetState& state, const HouseholdId& household) {
  std::vector<HouseholdId>& rows = state.sheet.households;
  const bool is_there = std::find(rows.begin(), rows.end(), household) != rows.end();
  if (rows.size() >= sheet_households_max || is_there) return;
  rows.push_back(household);
  state.is_changed = true;
  state.are_rows_changed = true;
}

void take_household_off(ScoreSheetState& state, std::size_t row) {
  std::vector<HouseholdId>& rows = state.sheet.households;
  const HouseholdId gone = rows[row];
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
  const auto first = state.sheet.cells.lower_bound({gone, std::string()});
  auto last = first;
  while (last != state.sheet.cells.end() && last->first.first == gone) ++last;
  state.sheet.cells.erase(first, last);
  state.is_changed = true;
  state.are_rows_changed = true;
}

}  // namespace jishan::ui
