// Typing in a score sheet as in a spreadsheet: where the caret is, what a key does to the cells, and
// how to take it back. It draws nothing and knows no keys of a keyboard.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/workflows/score_sheet.h"
#include "base/sheet.h"

namespace jishan::ui {

// A sheet is read house by house, or item by item: where Enter and a full cell lead to.
enum class EntryOrder { by_household, by_rule };

inline constexpr std::size_t cell_characters_max = 12;

struct CellChange {
  HouseholdId household;
  std::string code;
  std::string before;
};

struct SheetEditing {
  app::CellPlace at;
  EntryOrder order = EntryOrder::by_household;
  bool is_typing = false;  // the next character goes behind the cell's text, else it replaces it
  // A cell that was left by itself with its last digit: a decimal point still belongs to it.
  std::optional<app::CellPlace> left_by_digit;
  std::vector<std::vector<CellChange>> done;  // the newest last
};

// The rules of the columns; nothing for one that is not in force.
using ColumnRules = std::vector<std::optional<points::Rule>>;

// Digits, minus and point; others are passed over. True when the cell changed.
bool type_character(SheetEditing& editing, app::ScoreSheet& sheet, const ColumnRules& rules,
                    char character);
// The last character; in an empty cell back to the one before. A cell that was come to is emptied.
void erase_character(SheetEditing& editing, app::ScoreSheet& sheet);
void empty_cell(SheetEditing& editing, app::ScoreSheet& sheet);
void empty_sheet(SheetEditing& editing, app::ScoreSheet& sheet);
// Takes the last change back and goes there. False when there is none.
bool take_back_change(SheetEditing& editing, app::ScoreSheet& sheet);

void go_to_cell(SheetEditing& editing, app::CellPlace place);
// By so many rows and columns, as far as the sheet goes.
void move_caret(SheetEditing& editing, const app::ScoreSheet& sheet, int rows, int columns);
// To the next cell (1) or the one before (−1). False at the end, where it stays.
bool step_caret(SheetEditing& editing, const app::ScoreSheet& sheet, EntryOrder order,
                int direction);
// Back into the sheet after rows or columns went.
void keep_caret_inside(SheetEditing& editing, const app::ScoreSheet& sheet);

struct PastedBlock {
  std::size_t cells = 0;    // filled or emptied
  std::size_t outside = 0;  // with text, beyond the last row or column
};
// From the caret to the right and down. What a cell cannot mean stays there as it came.
PastedBlock paste_block(SheetEditing& editing, app::ScoreSheet& sheet, const Sheet& block);

}  // namespace jishan::ui
