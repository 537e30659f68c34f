// A list of rows with a frozen head: one stop for the keyboard, only visible rows are asked for.
// No zebra; hairlines; numbers right; totals in a footer. Edges of columns are moved, and stay.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/widgets/tag.h"

namespace jishan::ui {

enum class Density { normal, dense };
enum class Sorting { off, on };

// Whether the selected row shows when the keyboard is elsewhere: in a list that steers something
// beside it always, in a list inside a detail only while the keyboard is there.
enum class Marking { always, while_focused };

struct Column {
  std::string_view title;
  float width = 0;  // px at 100 %; 0 takes the rest
  Align align = Align::left;
  Sorting sorting = Sorting::off;
  float needs_width = 0;  // px at 100 %: left out where the table is narrower
};

struct TableState {
  int selected = 0;
  int sort_column = -1;
  bool is_descending = false;
  // Set when `selected` was changed from outside: the row is brought into view.
  bool is_to_reveal = false;
};

// Draws the cells of one row, left to right.
class RowPainter {
 public:
  RowPainter(Ui& ui, const std::vector<Column>& columns, const std::vector<Rect>& cells,
             ImGuiID row)
      : m_ui(ui), m_columns(columns), m_cells(cells), m_row(row) {}

  void text(std::string_view text, Look look = {});
  // Mirror and screen show the same text, the marks are bold accent.
  void marked(std::string_view text, const std::vector<Span>& marks,
              std::string_view facts = {});
  void tag(std::string_view text, TagKind kind);
  void tags(const std::vector<Tag>& tags);
  void icon_and_text(Icon icon, std::string_view text, ImU32 color);
  void skip() { ++m_column; }
  // The next cell for a widget of its own; the caller reports it to the mirror.
  Rect place();
  // For a drawing of its own, told in words.
  Rect place(std::string_view told);

 private:
  void report(const Rect& cell, std::string_view value);
  // False for a column that is left out; it is passed over then.
  bool has_place();

  Ui& m_ui;
  const std::vector<Column>& m_columns;
  const std::vector<Rect>& m_cells;
  ImGuiID m_row;
  std::size_t m_column = 0;
};

struct TableSpec {
  std::string_view label;  // for the mirror
  std::vector<Column> columns;
  int row_count = 0;
  Density density = Density::normal;
  float row_height = 0;  // px at 100 %, 0: 34, dense 30
  std::function<void(int row, RowPainter& cells)> draw_row;
  std::function<std::string(int row)> row_label;  // for the mirror: 李桂芳户
  // One text for each column; empty: no footer.
  std::vector<std::string> footer;
  std::string_view note;  // a footer line instead of totals
  std::string_view empty;  // said in the place of the first row where there is none; else 还没有
  Opening opening = Opening::first_list;
  Marking marking = Marking::always;
};

struct TableOutcome {
  int opened = -1;         // Enter or double click
  int clicked = -1;        // one click
  bool is_selected = false;  // the selection moved
  bool is_sorted = false;    // by the head or Ctrl+← →: sort_column or is_descending changed
  bool is_focused = false;
  bool is_toggled = false;   // Space on the selected row
  ImGuiID id = 0;
};

TableOutcome table(Ui& ui, const Rect& box, TableState& state, const TableSpec& designed);

}  // namespace jishan::ui
