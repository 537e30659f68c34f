// The fields of the roster's `.set` kinds and what makes a value of them valid. Frozen once
// released: another type makes a row inert on every laptop or on none.
#pragma once

#include "village/set_rows.h"

namespace jishan::roster {

extern const village::SetKind cell_set;
extern const village::SetKind household_set;
extern const village::SetKind resident_set;
extern const village::SetKind alias_set;

// Fields of a household that ask for a decision when laptops set them apart.
std::span<const std::string_view> loud_household_fields();

}  // namespace jishan::roster
