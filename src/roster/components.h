// Aliases as components: which ids name one household or one resident. The root of a component is
// its smallest id.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace jishan::roster {

// Member → root, of components of two and more.
using Components = std::map<std::string, std::string>;

// From the pairs that are in force, in any order.
Components components_of(const std::vector<std::pair<std::string, std::string>>& pairs);

// Every id whose component is another one now than before.
std::set<std::string> changed_members(const Components& before, const Components& now);

}  // namespace jishan::roster
