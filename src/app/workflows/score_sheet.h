// A paper score sheet: households × rules, as typed, read cell by cell and planned as one award. It
// knows no screen; the sheet is plain so that it can be kept as a draft.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/points.h"
#include "journal/command.h"
#include "points/commands.h"
#include "points/rules.h"

namespace jishan::app {

struct ScoreSheet {
  ActId act;  // made with the sheet: submitting twice adds nothing
  std::vector<HouseholdId> households;  // its rows, none twice
  std::vector<std::string> codes;       // its columns: rules, none twice
  // What was typed; a cell without text is absent.
  std::map<std::pair<HouseholdId, std::string>, std::string> cells;
  std::optional<Date> typed_date;  // empty: today
  std::string note;                // one for the whole sheet
};

struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
  friend bool operator==(const CellPlace& a, const CellPlace& b) {
    return a.row == b.row && a.column == b.column;
  }
};
const std::string& typed_in(const ScoreSheet& sheet, CellPlace place);
void type_in(ScoreSheet& sheet, CellPlace place, std::string text);

// What a cell of a column takes, in hundredths: points of a range (of a deduction without its
// sign), or a quantity up to what one entry may have. A fixed rule takes a tick: nothing here.
struct CellLimits {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
std::optional<CellLimits> cell_limits(const points::Rule& rule);

enum class CellProblem {
  none,
  no_tick,    // a fixed rule: 1, √ or the rule's own points
  no_number,
  outside,    // of its limits
};
struct CellReading {
  CellProblem problem = CellProblem::none;
  bool is_entry = false;  // gives points; an empty cell and a 0 that the rule allows do not
  Points points;
  std::optional<std::int64_t> quantity;  // hundredths
  std::optional<Points> chosen;
};
// A deduction is taken with or without its minus.
CellReading read_cell(const points::Rule& rule, std::string_view typed);
// Whether more digits behind these could still be meant.
bool may_grow(const points::Rule& rule, std::string_view typed);

enum class ScoreSheetStatus {
  accepted,
  already_recorded,
  no_entries,
  cells_unreadable,  // see unreadable
  award_refused,     // .award has the status; see refused, where it is about cells
};
struct RefusedCell {
  CellPlace place;
  points::AwardStatus why{};
};
struct ScoreSheetPlan : journal::Planned<ScoreSheetStatus> {
  points::AwardPlan award;  // its total, when accepted
  std::size_t entries = 0;
  std::vector<CellPlace> unreadable;
  std::vector<RefusedCell> refused;  // of those that can be read
};
// One award of all cells: one transaction, whole or not at all.
ScoreSheetPlan plan_score_sheet(const journal::CommandContext& context, const ScoreSheet& sheet);

}  // namespace jishan::app
