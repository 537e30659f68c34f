#include "ledger/members.h"

#include "base/ids.h"
#include "roster/queries.h"

namespace jishan::ledger {

std::vector<std::string> members_of_account(db::Database& database, std::string_view account) {
  const std::optional<HouseholdId> household = HouseholdId::from_text(account);
  if (!household) return {std::string(account)};
  std::vector<std::string> members;
  for (const HouseholdId& member : roster::members_of(database, *household)) {
    members.push_back(member.str());
  }
  return members;
}

AliasRoots alias_roots(db::Database& database) {
  AliasRoots roots;
  db::Statement& rows = database.cached("SELECT member, root FROM roster_alias");
  rows.bind();
  while (rows.step()) {
    if (rows.text(0) != rows.text(1)) roots.emplace(rows.str(0), rows.str(1));
  }
  return roots;
}

}  // namespace jishan::ledger
