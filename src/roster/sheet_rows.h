// One row of a roster sheet → one person as it says, with everything that is wrong with it. It
// must not know the books or the other rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "roster/resident_checks.h"
#include "roster/sheet_columns.h"
#include "roster/sheets.h"

namespace jishan::roster {

struct PersonRow {
  std::size_t row = 0;
  // Which household, as the row says after filling down; "" where it does not say.
  std::string household_number;
  std::string head_name;
  std::int64_t group = 0;
  std::string address;
  std::string head_phone;
  HouseholdClass household_class = HouseholdClass::ordinary;
  EnteredResident person;
  bool is_head = false;
  bool has_head_so_far = false;  // of the rows that follow one another in its household
  bool is_left_out = false;
};

// What a row needs beside itself.
struct RowSurroundings {
  Date today;
  const std::map<std::string, std::int64_t>& groups_by_name;
  // Some ID number of the sheet was rounded, so none that ends with 000 can be trusted.
  CellForm id_form = CellForm::text;
};

// A block of merged cells leaves all but its first one blank: what a blank cell of the household's
// columns stands for is taken from the row above, unless this row begins a household (a second
// 户主 where nothing names the household).
PersonRow read_row(const SheetRow& row, std::size_t number, const Columns& columns,
                   const std::optional<PersonRow>& above, const RowSurroundings& around,
                   std::vector<SheetFinding>& findings);

// "3", "3组", "第三组", "三组", "十二" → number; also the name of a group. Nothing else.
std::optional<std::int64_t> group_from(std::string_view text,
                                       const std::map<std::string, std::int64_t>& groups_by_name);

// Text of a finding: at most 40 characters, an ID number with its birthday covered.
std::string shown_in_finding(std::string_view text, std::optional<Column> column);

}  // namespace jishan::roster
