#include "ui/screens/score_sheet_edit.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace jishan::ui {
namespace {

using app::CellPlace;
using app::ScoreSheet;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

CellChange change_of(const ScoreSheet& sheet, CellPlace place) {
  return {sheet.households[place.row], sheet.codes[place.column], app::typed_in(sheet, place)};
}

// The first `count` characters, none of them in part.
std::string beginning(std::string_view text, std::size_t count) {
  std::string kept;
  while (!text.empty() && count > 0) {
    const FrontCodePoint front = front_code_point(text);
    kept += text.substr(0, front.size_bytes);
    text.remove_prefix(front.size_bytes);
    --count;
  }
  return kept;
}

}  // namespace

void go_to_cell(SheetEditing& editing, CellPlace place) {
  editing.at = place;
  editing.is_typing = false;
  editing.left_by_digit.reset();
}

void move_caret(SheetEditing& editing, const ScoreSheet& sheet, int rows, int columns) {
  const auto moved = [](std::size_t from, int by, std::size_t count) {
    const auto wanted = static_cast<std::ptrdiff_t>(from) + by;
    const auto last = static_cast<std::ptrdiff_t>(count) - 1;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, std::max<std::ptrdiff_t>(last, 0)));
  };
  go_to_cell(editing, {moved(editing.at.row, rows, sheet.households.size()),
                       moved(editing.at.column, columns, sheet.codes.size())});
}

bool step_caret(SheetEditing& editing, const ScoreSheet& sheet, EntryOrder order, int direction) {
  const std::size_t rows = sheet.households.size();
  const std::size_t columns = sheet.codes.size();
  const bool is_by_row = order == EntryOrder::by_household;
  const std::size_t inner = is_by_row ? columns : rows;
  const std::size_t number = is_by_row ? editing.at.row * columns + editing.at.column
                                       : editing.at.column * rows + editing.at.row;
  const auto wanted = static_cast<std::ptrdiff_t>(number) + direction;
  if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(rows * columns)) {
    editing.is_typing = false;
    return false;
  }
  const auto place = static_cast<std::size_t>(wanted);
  go_to_cell(editing, is_by_row ? CellPlace{place / inner, place % inner}
                                : CellPlace{place % inner, place / inner});
  return true;
}

void keep_caret_inside(SheetEditing& editing, const ScoreSheet& sheet) {
  if (editing.at.row >= sheet.households.size() || editing.at.column >= sheet.codes.size()) {
    move_caret(editing, sheet, 0, 0);
  }
}

bool type_character(SheetEditing& editing, ScoreSheet& sheet, const ColumnRules& rules,
                    char character) {
  if (!is_digit(character) && character != '.' && character != '-') return false;
  const auto left = std::exchange(editing.left_by_digit, std::nullopt);
  if (character == '.' && left && app::typed_in(sheet, editing.at).empty()) {
    editing.at = *left;
    editing.is_typing = true;
  }
  std::string text = editing.is_typing ? app::typed_in(sheet, editing.at) : std::string();
  if (text.size() >= cell_characters_max) return false;
  if (!editing.is_typing) editing.done.push_back({change_of(sheet, editing.at)});
  editing.is_typing = true;
  text += character;
  app::type_in(sheet, editing.at, text);
  const std::optional<points::Rule>& rule = rules[editing.at.column];
  if (is_digit(character) && rule && !app::may_grow(*rule, text)) {
    const CellPlace from = editing.at;
    if (step_caret(editing, sheet, editing.order, 1)) editing.left_by_digit = from;
  }
  return true;
}

void erase_character(SheetEditing& editing, ScoreSheet& sheet) {
  std::string text = app::typed_in(sheet, editing.at);
  if (text.empty()) {
    step_caret(editing, sheet, editing.order, -1);
  } else if (editing.is_typing) {
    text.pop_back();
    app::type_in(sheet, editing.at, std::move(text));
  } else {
    empty_cell(editing, sheet);
  }
  editing.left_by_digit.reset();
}

void empty_cell(SheetEditing& editing, ScoreSheet& sheet) {
  if (app::typed_in(sheet, editing.at).empty()) return;
  editing.done.push_back({change_of(sheet, editing.at)});
  app::type_in(sheet, editing.at, {});
  go_to_cell(editing, editing.at);
}

void empty_sheet(SheetEditing& editing, ScoreSheet& sheet) {
  if (sheet.cells.empty()) return;
  std::vector<CellChange> changes;
  for (const auto& [key, text] : sheet.cells) changes.push_back({key.first, key.second, text});
  editing.done.push_back(std::move(changes));
  sheet.cells.clear();
  go_to_cell(editing, {});
}

bool take_back_change(SheetEditing& editing, ScoreSheet& sheet) {
  while (!editing.done.empty()) {
    const std::vector<CellChange> changes = std::move(editing.done.back());
    editing.done.pop_back();
    bool is_changed = false;
    // Backwards, so that the caret ends at the first one.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      const auto row = std::find(sheet.households.begin(), sheet.households.end(), change->household);
      const auto column = std::find(sheet.codes.begin(), sheet.codes.end(), change->code);
      // Its row or column was taken off the sheet since.
      if (row == sheet.households.end() || column == sheet.codes.end()) continue;
      const CellPlace place{static_cast<std::size_t>(row - sheet.households.begin()),
                            static_cast<std::size_t>(column - sheet.codes.begin())};
      is_changed = is_changed || app::typed_in(sheet, place) != change->before;
      app::type_in(sheet, place, change->before);
      go_to_cell(editing, place);
    }
    if (is_changed) return true;
  }
  return false;
}

PastedBlock paste_block(SheetEditing& editing, ScoreSheet& sheet, const Sheet& block) {
  PastedBlock pasted;
  std::vector<CellChange> changes;
  for (std::size_t y = 0; y < block.rows.size(); ++y) {
    for (std::size_t x = 0; x < block.rows[y].size(); ++x) {
      const CellPlace place{editing.at.row + y, editing.at.column + x};
      const std::string_view text = trimmed(block.rows[y][x].text);
      if (place.row >= sheet.households.size() || place.column >= sheet.codes.size()) {
        if (!text.empty()) ++pasted.outside;
        continue;
      }
      changes.push_back(change_of(sheet, place));
      app::type_in(sheet, place, beginning(normalised_input(text), cell_characters_max));
      ++pasted.cells;
    }
  }
  if (!changes.empty()) editing.done.push_back(std::move(changes));
  go_to_cell(editing, editing.at);
  return pasted;
}

}  // namespace jishan::ui
