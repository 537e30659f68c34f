#include "ui/screens/score_sheet_check.h"

#include <algorithm>

#include "ui/words.h"

namespace jishan::ui {
namespace {

using app::CellPlace;
using points::AwardStatus;
using Cells = decltype(app::ScoreSheet::cells);

struct RowCells {
  Cells::const_iterator first;
  Cells::const_iterator last;
};
RowCells row_cells(const Cells& cells, const HouseholdId& household) {
  RowCells row{cells.lower_bound({household, std::string()}), cells.end()};
  row.last = row.first;
  while (row.last != cells.end() && row.last->first.first == household) ++row.last;
  return row;
}

void forget_refusals(ScoreSheetState& state, const HouseholdId& household) {
  const auto first = state.refusals.lower_bound({household, std::string()});
  auto last = first;
  while (last != state.refusals.end() && last->first.first == household) ++last;
  state.refusals.erase(first, last);
}

}  // namespace

void check_rows(ScreenContext& context, ScoreSheetState& state) {
  app::ScoreSheet rows;
  for (const HouseholdId& household : state.sheet.households) {
    const RowCells now = row_cells(state.sheet.cells, household);
    const RowCells before = row_cells(state.checked_cells, household);
    if (std::equal(now.first, now.last, before.first, before.last)) continue;
    forget_refusals(state, household);
    rows.households.push_back(household);
    rows.cells.insert(now.first, now.last);
  }
  state.checked_cells = state.sheet.cells;
  if (rows.cells.empty()) return;
  rows.act = state.sheet.act;
  rows.codes = state.sheet.codes;
  rows.typed_date = date_of(context.ui, state.date);
  keep_refusals(context.ui, state, rows, app::plan_score_sheet(context.app.context(), rows));
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

void keep_refusals(const Ui& ui, ScoreSheetState& state, const app::ScoreSheet& asked,
                   const app::ScoreSheetPlan& plan) {
  for (const app::RefusedCell& refused : plan.refused) {
    const CellPlace at = refused.place;
    state.refusals[{asked.households[at.row], asked.codes[at.column]}] = {
        app::typed_in(asked, at), refusal_words(ui, refused.why)};
  }
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

}  // namespace jishan::ui
