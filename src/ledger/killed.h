// Which lines and generations reversals name, as the tables hold them. The fold and the queries
// share it, so that what a command re-enters is what the fold will count.
#pragma once

#include <optional>
#include <string_view>

#include "db/database.h"
#include "ledger/rules.h"

namespace jishan::ledger {

// The first reversal that names this line, or all lines of its event.
std::optional<Reversal> reversal_of_line(db::Database& database, const journal::Hash& h, int line);

// The reversed generations of a key: named by its text, or through a line of one of its twins.
KilledGens killed_gens(db::Database& database, std::string_view once_key);

}  // namespace jishan::ledger
