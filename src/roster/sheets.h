// A village's own roster sheet → households and residents. All rows are checked first; the person
// sees what would be entered and what is wrong, row by row, and then it is one transaction or
// nothing. Columns that the product does not store (religion, health, bank account, subsidy …)
// are never read, nor are free remarks, which mostly hold such things.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sheet.h"
#include "journal/command.h"
#include "roster/commands.h"

namespace jishan::roster {

// What a heading can stand for (domain knowledge: GB/T 31000-2015 and the headings in use).
enum class Column {
  household_number, head_name, name, relation, id_number, sex, born, phone, head_phone, group,
  address, resident_state, household_class, serial,
};
inline constexpr int columns_count = 14;

enum class SheetProblem {
  // about a row, which is then left out
  id_number_mangled,     // a spreadsheet rounded it: the last digits are lost
  id_number_malformed,
  id_number_twice,       // an earlier row of the sheet has it: .other_row
  name_missing,
  text_too_long,         // a name over 40 characters, a 户号 over 20, an address over 500
  born_impossible,
  born_in_future,
  group_impossible,      // neither 1–99 nor the name of a group of the village
  household_missing,     // nothing tells which household: no 户号, no 户主
  household_too_large,   // over 60 people in one household
  // doubts, which do not keep the row out
  id_wrong_check_digit,
  id_impossible_date,
  born_differs_from_id,
  born_without_day,      // 1980-05: left out
  sex_differs_from_id,
  sex_unknown,           // left out
  relation_unknown,      // left out
  phone_odd,             // left out
  no_head,               // a household without 户主: its first person becomes it
  two_heads,             // the first one counts: .other_row
  household_two_groups,  // rows of one household name different groups, the first one counts
  minor,                 // under 14
  moves_household,       // known by ID number, in another household: left where they are
  id_number_held,        // the ID number is in the books under another name: nothing is changed
};
bool keeps_row_out(SheetProblem problem);

struct SheetFinding {
  std::size_t row = 0;                  // of the sheet, from 0
  std::optional<Column> column;
  SheetProblem problem{};
  std::optional<std::size_t> other_row;
  std::string text;                     // the cell, cut to 40 characters; ID numbers masked
};

enum class SheetVerdict {
  readable,
  empty,
  no_headings,          // no row with a name column was found
  columns_missing,      // neither 户号 nor 户主 nor 与户主关系: rows cannot be put into households
  too_large,            // over 200,000 rows
};

struct HeadingView {
  std::size_t column = 0;
  std::string text;
  std::optional<Column> meaning;        // nothing: not read
};

// Counts of what would be entered.
struct SheetFigures {
  std::int64_t households_new = 0;
  std::int64_t households_known = 0;
  std::int64_t residents_new = 0;
  std::int64_t residents_known = 0;     // nothing is added for them
  std::int64_t rows_left_out = 0;
  std::int64_t rows_doubtful = 0;
};

// One household as it would be entered, for the preview's list.
struct SheetHousehold {
  HouseholdId id;
  bool is_known = false;
  std::string number;                   // "": the next free one of the group is given on entry
  std::int64_t group = 0;
  HouseholdClass household_class = HouseholdClass::ordinary;
  std::string address;
  ResidentId head;                      // of a new one
  std::size_t first_row = 0;
  std::vector<ResidentRow> residents;   // new ones
};

struct SheetPreview {
  SheetVerdict verdict = SheetVerdict::readable;
  std::size_t heading_row = 0;
  std::vector<HeadingView> headings;
  SheetFigures figures;
  std::vector<SheetFinding> findings;   // by row
  std::vector<SheetHousehold> households;
  std::vector<std::int64_t> groups_new; // numbers that the village has no group for yet
};

// Reads and checks everything; writes nothing. The ids of new households and residents are made
// here, so that entering the same preview twice cannot double them.
SheetPreview preview_roster(const journal::CommandContext& context, const Sheet& sheet);

enum class ImportStatus {
  accepted,
  nothing_to_add,
  not_readable,   // verdict is not readable
  stale,          // the books hold some of it by now: look again
};
// cell.set, hh.set and res.set for all that is new, in events within the limits, to be committed in
// one transaction.
journal::Planned<ImportStatus> plan_import(const journal::CommandContext& context,
                                           const SheetPreview& preview);

}  // namespace jishan::roster
