// The ids that make up an account: for a household its alias component, else the account alone.
// Used when reading only; aliases are never written into rows, because an alias can be taken back.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"

namespace jishan::ledger {

// Ascending; the first one is the root.
std::vector<std::string> members_of_account(db::Database& database, std::string_view account);

// Household → root, for those whose root is another one.
using AliasRoots = std::map<std::string, std::string, std::less<>>;
AliasRoots alias_roots(db::Database& database);

}  // namespace jishan::ledger
