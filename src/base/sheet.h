// Rows of cells, as a spreadsheet, a CSV file or the clipboard gives them. It must not know what a
// column means.
#pragma once

#include <string>
#include <vector>

namespace jishan {

enum class CellKind {
  text,
  number,  // the spreadsheet held a number: an 18-digit ID number in it has lost its last digits
};

struct Cell {
  std::string text;  // UTF-8
  CellKind kind = CellKind::text;
};

using SheetRow = std::vector<Cell>;

struct Sheet {
  std::vector<SheetRow> rows;  // rows may differ in length
};

}  // namespace jishan
