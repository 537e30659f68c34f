#include "ledger/killed.h"

#include "ledger/rows.h"

namespace jishan::ledger {

void add_killed(KilledGens& killed, std::int64_t gen, const Reversal& reversal) {
  const auto [place, is_new] = killed.try_emplace(gen, reversal);
  if (!is_new && reversal.place < place->second.place) place->second = reversal;
}

std::optional<Reversal> reversal_of_line(db::Database& database, const journal::Hash& h, int line) {
  std::optional<Reversal> first;
  db::Statement& found = database.cached(
      "SELECT number, lamport, h FROM ledger_reversal"
      " WHERE target_h = ?1 AND target_line IN (-1, ?2)");
  found.bind(h.bytes, line);
  while (found.step()) {
    keep_first(first, {found.integer(0), {found.integer(1), hash_column(found, 2), 0}});
  }
  return first;
}

KilledGens killed_gens(db::Database& database, std::string_view once_key) {
  KilledGens killed = killed_by_key(database, once_key);
  add_killed_by_line(killed, database, once_key);
  return killed;
}

KilledGens killed_by_key(db::Database& database, std::string_view once_key) {
  KilledGens killed;
  db::Statement& by_key = database.cached(
      "SELECT gen, number, lamport, h FROM ledger_reversal WHERE target = ?1 AND target_h IS NULL");
  by_key.bind(once_key);
  while (by_key.step()) {
    add_killed(killed, by_key.integer(0),
               {by_key.integer(1), {by_key.integer(2), hash_column(by_key, 3), 0}});
  }
  return killed;
}

void add_killed_by_line(KilledGens& killed, db::Database& database, std::string_view once_key) {
  db::Statement& by_line = database.cached(
      "SELECT a.gen, r.number, r.lamport, r.h FROM ledger_act a"
      " JOIN ledger_reversal r ON r.target_h = a.h AND r.target_line IN (-1, a.line)"
      " WHERE a.once_key = ?1 AND a.once_key <> ''");
  by_line.bind(once_key);
  while (by_line.step()) {
    add_killed(killed, by_line.integer(0),
               {by_line.integer(1), {by_line.integer(2), hash_column(by_line, 3), 0}});
  }
}

}  // namespace jishan::ledger
