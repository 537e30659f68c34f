// A whole paper score sheet at once: households × rules, filled in like a spreadsheet and submitted
// as one entry.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/happenings.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "ui/desk.h"
#include "ui/screens/pickers.h"
#include "ui/screens/score_sheet_draft.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

// A table of thousands of rows is no sheet of paper any more.
inline constexpr std::size_t sheet_households_max = 1'000;
inline constexpr std::size_t sheet_rules_max = 40;

struct SheetHousehold {
  std::string number;
  std::string head;
};

// What the sheet adds up to, worked out after each change.
struct SheetSums {
  std::vector<Points> rows;
  std::vector<Points> columns;
  std::vector<bool> is_row_wrong;
  Points total;
  std::size_t entries = 0;
  std::size_t households = 0;           // with an entry
  std::vector<app::CellPlace> wrong;    // in the order of the rows
};

// What the submission said about a cell; it holds while the cell's text is the same.
struct CellRefusal {
  std::string typed;
  std::string words;
};

struct ScoreSheetState {
  app::ScoreSheet sheet;  // the draft
  SheetEditing editing;
  SheetSide side = SheetSide::layout;
  DateFieldState date;
  FieldState note;
  std::map<std::pair<HouseholdId, std::string>, CellRefusal> refusals;
  decltype(app::ScoreSheet::cells) checked_cells;  // when the book was asked last
  std::string other_error;  // of the whole sheet

  // Laying it out.
  PickerState rule_picker;
  PickerState household_picker;
  DropDownState group_list;
  int group = 0;  // 0: none; 1: the whole village; else groups[group − 2]
  TableState rule_table;
  TableState household_table;

  // As read from the book.
  Freshness freshness;
  Date shown_day;
  bool is_changed = true;
  bool are_rows_changed = true;
  std::string kept_draft;  // as the store has it
  bool was_draft_offered = false;
  std::optional<points::RuleBook> book;
  std::vector<roster::GroupView> groups;
  ColumnRules rules;
  std::vector<SheetHousehold> households;
  SheetSums sums;

  // What of the grid is in view.
  std::size_t first_column = 0;
  float scroll_y = 0;
  bool is_to_reveal = false;
};

void score_sheet_screen(ScreenContext& context, ScoreSheetState& state);
// True when it took what was pasted.
bool hear_in_score_sheet(Desk& desk, ScoreSheetState& state, const app::Happening& happening);

// Parts of the screen, in files of their own.
void score_sheet_layout(ScreenContext& context, const Rect& body, ScoreSheetState& state);
void score_sheet_grid(ScreenContext& context, const Rect& box, ScoreSheetState& state);
// 张三丰 · 义务打扫村部
std::string cell_name(const ScoreSheetState& state, app::CellPlace place);
std::string column_text(const ScoreSheetState& state, std::size_t column);

}  // namespace jishan::ui
