// Where the columns of a table lie, and how a person moves their edges. It draws nothing.
#pragma once

#include <vector>

#include "ui/context.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

inline constexpr float table_edge = 16;  // px at 100 %, from the border to the first letters

// One that has no room is left out.
bool has_room(const Ui& ui, const Rect& row, const Column& column);
// The columns' places in a row; the first and the last keep 16 px to the edge. One that has no room
// has no place.
std::vector<Rect> cells_of(const Ui& ui, const Rect& row, const std::vector<Column>& columns);

// The columns with the widths that were kept for them, or as designed where those would leave too
// little for the column that takes the rest.
std::vector<Column> with_kept_widths(const Ui& ui, const Rect& row, const TableSpec& spec);
// The edges in the head: dragged they change a width, a double click gives back the designed one.
void drag_edges(Ui& ui, const Rect& head, const TableSpec& spec);
// The same by keys: the sorted column, or the first that has a width of its own where the sorted one
// takes the rest, grows (1) or shrinks (−1) by a step.
void step_width(Ui& ui, const Rect& head, const TableSpec& spec, int sort_column, int direction);

// The next order that Ctrl+→ (1) or Ctrl+← (−1) leads to: each sortable column up, then down. False
// when no column can be sorted.
bool step_order(TableState& state, const std::vector<Column>& columns, int direction);

}  // namespace jishan::ui
