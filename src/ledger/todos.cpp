#include <map>

#include "ledger/ledger.h"
#include "ledger/queries.h"
#include "ledger/rows.h"
#include "village/rules.h"

namespace jishan::ledger {
namespace {

std::string transfers_text(db::Database& database, std::int64_t act) {
  std::string text;
  db::Statement& rows = database.cached(
      "SELECT unit, debit, credit, amount FROM ledger_transfer WHERE act = ?1 ORDER BY position");
  rows.bind(act);
  while (rows.step()) {
    text += rows.str(0) + " " + rows.str(1) + " " + rows.str(2) + " " +
            std::to_string(rows.integer(3)) + "\n";
  }
  return text;
}

void add_if_open(db::Database& database, village::Todo todo, std::vector<village::Todo>& todos) {
  if (!village::is_settled(database, todo.id(), todo.basis)) todos.push_back(std::move(todo));
}

// What stands in a ledger for one key: its twins' refs, and whether they all move the same.
struct Twins {
  std::vector<std::string> refs;
  std::string transfers;
  bool differ = false;
};

void add_once_amounts(db::Database& database, std::vector<village::Todo>& todos) {
  std::map<std::string, Twins> keys;
  db::Statement& rows = database.cached(
      "SELECT a.once_key, a.number, a.h, a.line FROM ledger_act live JOIN ledger_act a"
      " ON a.once_key = live.once_key AND a.once_key <> '' AND a.gen = live.gen"
      " WHERE live.standing = 0 AND live.once_key IN (SELECT once_key FROM ledger_act"
      "  WHERE once_key <> '' GROUP BY once_key, gen HAVING count(*) > 1)");
  rows.bind();
  while (rows.step()) {
    Twins& twins = keys[rows.str(0)];
    const std::string transfers = transfers_text(database, rows.integer(1));
    if (!twins.refs.empty() && transfers != twins.transfers) twins.differ = true;
    twins.transfers = transfers;
    twins.refs.push_back(ref_text(hash_column(rows, 2), static_cast<int>(rows.integer(3))));
  }
  for (auto& [key, twins] : keys) {
    if (!twins.differ) continue;
    add_if_open(database, {"once-amount", key, village::basis_of(std::move(twins.refs))}, todos);
  }
}

// Only movements of goods know whether something came back.
void add_reversal_backs(db::Database& database, std::vector<village::Todo>& todos) {
  std::map<std::string, std::vector<std::string>> acts;
  db::Statement& rows = database.cached(
      "SELECT a.h, a.line, r.h FROM ledger_act a"
      " JOIN ledger_reversal r ON r.target_h = a.h AND r.target_line IN (-1, a.line)"
      " WHERE EXISTS (SELECT 1 FROM ledger_transfer t WHERE t.act = a.number"
      "  AND t.unit NOT IN (?1, ?2))"
      " AND (SELECT count(DISTINCT q.back) FROM ledger_reversal q"
      "  WHERE q.target_h = a.h AND q.target_line IN (-1, a.line)) > 1");
  rows.bind(points_unit, gift_unit);
  while (rows.step()) {
    acts[ref_text(hash_column(rows, 0), static_cast<int>(rows.integer(1)))].push_back(
        hash_column(rows, 2).hex());
  }
  for (auto& [ref, reversals] : acts) {
    add_if_open(database, {"reversal-back", ref, village::basis_of(std::move(reversals))}, todos);
  }
}

}  // namespace

std::vector<village::Todo> todos(db::Database& database) {
  std::vector<village::Todo> found;
  add_once_amounts(database, found);
  add_reversal_backs(database, found);
  return found;
}

void Ledger::list_todos(const journal::Journal&, journal::Json::Array& rows) const {
  for (const village::Todo& todo : todos(m_database)) {
    rows.push_back(journal::Json::Array{todo.type, todo.key, todo.basis});
  }
}

}  // namespace jishan::ledger
