// Which lines and generations reversals name, as the tables hold them. The fold and the queries
// share it, so that what a command re-enters is what the fold will count.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "db/database.h"
#include "ledger/rules.h"

namespace jishan::ledger {

// The first reversal that names this line, or all lines of its event.
std::optional<Reversal> reversal_of_line(db::Database& database, const journal::Hash& h, int line);

// The reversed generations of a key: named by its text, or through a line of one of its twins.
KilledGens killed_gens(db::Database& database, std::string_view once_key);
// The two halves of it, for acts of which the table may not hold all.
KilledGens killed_by_key(db::Database& database, std::string_view once_key);
void add_killed_by_line(KilledGens& killed, db::Database& database, std::string_view once_key);
// Of several reversals of one generation the first is kept.
void add_killed(KilledGens& killed, std::int64_t gen, const Reversal& reversal);

}  // namespace jishan::ledger
