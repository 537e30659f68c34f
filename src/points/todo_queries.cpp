#include <algorithm>
#include <map>

#include "ledger/events.h"
#include "ledger/ledger.h"
#include "ledger/members.h"
#include "points/queries.h"
#include "village/rules.h"

namespace jishan::points {
namespace {

// Refs of the live lines by which the component redeemed points, for the basis of a to-do.
std::vector<std::string> live_redemptions(db::Database& database, HouseholdId household) {
  std::vector<std::string> refs;
  for (const std::string& member : ledger::members_of_account(database, household.text())) {
    db::Statement& rows = database.cached(
        "SELECT DISTINCT lower(hex(a.h)) || ':' || a.line"
        " FROM ledger_transfer t JOIN ledger_act a ON a.number = t.act"
        " WHERE t.debit = ?1 AND t.unit = ?2 AND t.credit = ?3 AND a.standing = 0");
    rows.bind(member, ledger::points_unit, ledger::redeemed);
    while (rows.step()) refs.push_back(rows.str(0));
  }
  return refs;
}

std::optional<Overdraft> overdraft_of(db::Database& database, const journal::Journal& journal,
                                      const Account& account) {
  Overdraft overdraft{account.root, account.spendable, {"overdraft", account.root.str(), ""}};
  const std::int64_t floor = village::settled_floor(database, journal, overdraft.todo.id());
  if (account.spendable.hundredths() >= std::min<std::int64_t>(0, floor)) return std::nullopt;
  std::vector<std::string> evidence = live_redemptions(database, account.root);
  if (evidence.empty()) return std::nullopt;
  evidence.push_back("spendable " + std::to_string(account.spendable.hundredths()));
  overdraft.todo.basis = village::basis_of(std::move(evidence));
  if (village::is_settled(database, overdraft.todo.id(), overdraft.todo.basis)) {
    return std::nullopt;
  }
  return overdraft;
}

// Events that meet under one key of a to-do: local number → what names them in the evidence.
using Meeting = std::map<std::int64_t, std::vector<std::string>>;

bool has_strangers(const journal::Journal& journal, const Meeting& meeting) {
  for (auto a = meeting.begin(); a != meeting.end(); ++a) {
    for (auto b = std::next(a); b != meeting.end(); ++b) {
      if (journal.are_concurrent(a->first, b->first)) return true;
    }
  }
  return false;
}

void add_open(db::Database& database, const journal::Journal& journal, std::string_view type,
              const std::map<std::string, Meeting>& meetings, std::vector<village::Todo>& todos) {
  for (const auto& [key, meeting] : meetings) {
    if (!has_strangers(journal, meeting)) continue;
    std::vector<std::string> evidence;
    for (const auto& [number, refs] : meeting) {
      evidence.insert(evidence.end(), refs.begin(), refs.end());
    }
    village::Todo todo{std::string(type), key, village::basis_of(std::move(evidence))};
    if (!village::is_settled(database, todo.id(), todo.basis)) todos.push_back(std::move(todo));
  }
}

}  // namespace

std::vector<Overdraft> overdrafts(db::Database& database, const journal::Journal& journal) {
  std::vector<Overdraft> found;
  for (const auto& [root, account] : accounts(database)) {
    if (!account.spendable.is_negative()) continue;
    auto overdraft = overdraft_of(database, journal, account);
    if (overdraft) found.push_back(std::move(*overdraft));
  }
  return found;
}

// Claims with a source are ONCE: their twins are settled by the ledger and nobody is asked.
std::vector<village::Todo> claims_twice(db::Database& database, const journal::Journal& journal) {
  std::map<std::string, Meeting> meetings;
  db::Statement& rows = database.cached(
      "SELECT c.household, c.code, c.date, a.event, lower(hex(a.h)) || ':' || a.line"
      " FROM (SELECT household, code, date FROM points_claim"
      "  GROUP BY household, code, date HAVING count(*) > 1) twice"
      " JOIN points_claim c ON c.household = twice.household AND c.code = twice.code"
      "  AND c.date = twice.date"
      " JOIN ledger_act a ON a.number = c.act WHERE a.standing = 0 AND a.once_key = ''");
  rows.bind();
  while (rows.step()) {
    meetings[rows.str(0) + " " + rows.str(1) + " " + rows.str(2)][rows.integer(3)].push_back(
        rows.str(4));
  }
  std::vector<village::Todo> todos;
  add_open(database, journal, "claim-twice", meetings, todos);
  return todos;
}

std::vector<village::Todo> rule_books_twice(db::Database& database,
                                            const journal::Journal& journal) {
  std::map<std::string, Meeting> meetings;
  db::Statement& rows = database.cached("SELECT valid_from, event, lower(hex(h)) FROM points_book");
  rows.bind();
  while (rows.step()) meetings[rows.str(0)][rows.integer(1)].push_back(rows.str(2));
  std::vector<village::Todo> todos;
  add_open(database, journal, "rules-from", meetings, todos);
  return todos;
}

}  // namespace jishan::points
