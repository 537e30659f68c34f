#include <algorithm>

#include "ledger/ledger.h"
#include "ledger/members.h"
#include "points/queries.h"

namespace jishan::points {
namespace {

Points lock_of_member(db::Database& database, std::string_view household) {
  db::Statement& row = database.cached("SELECT pts FROM points_lock WHERE household = ?1");
  row.bind(household);
  const Points lock = row.step() ? row.points(0) : Points();
  row.reset();
  return lock;
}

HouseholdId root_of(db::Database& database, HouseholdId household) {
  const std::string root = ledger::members_of_account(database, household.text()).front();
  return HouseholdId::from_text(root).value_or(household);
}

}  // namespace

Account account_of(db::Database& database, HouseholdId household) {
  Account account;
  account.root = root_of(database, household);
  account.balance =
      Points::hundredths(ledger::balance(database, household.text(), ledger::points_unit));
  account.gift = Points::hundredths(ledger::balance(database, household.text(), ledger::gift_unit));
  for (const std::string& member : ledger::members_of_account(database, household.text())) {
    account.lock = std::max(account.lock, lock_of_member(database, member));
  }
  account.spendable = account.balance - account.lock;
  return account;
}

std::map<HouseholdId, Account> accounts(db::Database& database) {
  const ledger::AliasRoots roots = ledger::alias_roots(database);
  std::map<HouseholdId, Account> found;
  const auto account_at = [&](const std::string& member) -> Account* {
    const auto root = roots.find(member);
    const auto id = HouseholdId::from_text(root == roots.end() ? member : root->second);
    if (!id) return nullptr;
    Account& account = found[*id];
    account.root = *id;
    return &account;
  };
  // A row that came back to nothing is no row: a rebuild would not have it.
  db::Statement& balances = database.cached(
      "SELECT account, unit, amount FROM ledger_balance"
      " WHERE account >= 'h' AND account < 'i' AND unit IN (?1, ?2) AND amount <> 0");
  balances.bind(ledger::points_unit, ledger::gift_unit);
  while (balances.step()) {
    Account* const account = account_at(balances.str(0));
    if (account == nullptr) continue;
    (balances.text(1) == ledger::gift_unit ? account->gift : account->balance) +=
        balances.points(2);
  }
  db::Statement& locks = database.cached("SELECT household, pts FROM points_lock");
  locks.bind();
  while (locks.step()) {
    Account* const account = account_at(locks.str(0));
    if (account != nullptr) account->lock = std::max(account->lock, locks.points(1));
  }
  for (auto& [root, account] : found) account.spendable = account.balance - account.lock;
  return found;
}

std::map<HouseholdId, Points> changes(db::Database& database, ledger::DateSpan span) {
  const ledger::AliasRoots roots = ledger::alias_roots(database);
  std::map<HouseholdId, Points> found;
  db::Statement& rows = database.cached(
      "WITH line (date, debit, credit, amount) AS ("
      " SELECT a.date, t.debit, t.credit, t.amount FROM ledger_act a"
      "  JOIN ledger_transfer t ON t.act = a.number WHERE t.unit = ?1 AND a.standing IN (0, 1)"
      " UNION ALL SELECT r.date, t.credit, t.debit, t.amount FROM ledger_act a"
      "  JOIN ledger_reversal r ON r.number = a.reversal"
      "  JOIN ledger_transfer t ON t.act = a.number WHERE t.unit = ?1 AND a.standing = 1),"
      " inside AS (SELECT debit, credit, amount FROM line"
      "  WHERE (?2 = '' OR date >= ?2) AND (?3 = '' OR date <= ?3))"
      " SELECT account, sum(amount) FROM ("
      "  SELECT credit AS account, amount FROM inside"
      "  UNION ALL SELECT debit, -amount FROM inside)"
      " WHERE account >= 'h' AND account < 'i' GROUP BY account");
  rows.bind(ledger::points_unit, span.first, span.last);
  while (rows.step()) {
    const auto root = roots.find(rows.text(0));
    const auto id =
        HouseholdId::from_text(root == roots.end() ? rows.text(0) : std::string_view(root->second));
    if (id) found[*id] += rows.points(1);
  }
  return found;
}

}  // namespace jishan::points
