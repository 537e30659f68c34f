// Rows of a `.set` kind → as few events as the limits allow (journal.md §2.1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/event.h"
#include "journal/json.h"

namespace jishan::village {

struct SetRow {
  journal::Json row;       // {key fields…, f}
  journal::Json personal;  // {} when there is nothing personal in it
};

// In order; a row's personal part is in the event of the row.
std::vector<journal::Draft> row_drafts(std::string_view kind, const std::vector<SetRow>& rows,
                                       const std::string& date);

}  // namespace jishan::village
