// Finds the heading row of a roster sheet among titles and notes, and what each heading means.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roster/sheets.h"

namespace jishan::roster {

// What a heading stands for: 公民身份号码, 身份证号码（必填）, 证件号码* … Nothing when it is not read.
std::optional<Column> column_of(std::string_view heading);

class Columns {
 public:
  // The first column with a meaning has it; a repeated heading is not read.
  Columns(const Sheet& sheet, std::size_t heading_row);

  [[nodiscard]] bool has(Column column) const { return at(column).has_value(); }
  // The cell of this row, or an empty one.
  [[nodiscard]] const Cell& cell(const SheetRow& row, Column column) const;
  [[nodiscard]] const std::vector<HeadingView>& headings() const { return m_headings; }

 private:
  [[nodiscard]] std::optional<std::size_t> at(Column column) const {
    return m_places[static_cast<std::size_t>(column)];
  }
  std::array<std::optional<std::size_t>, columns_count> m_places;
  std::vector<HeadingView> m_headings;
};

// The row with the most headings among the first ones, if it names people.
std::optional<std::size_t> heading_row_of(const Sheet& sheet);

// Rows that are no entry: blank ones, notes under the headings, sums and signatures below.
bool is_no_entry(const SheetRow& row, const Columns& columns);

}  // namespace jishan::roster
