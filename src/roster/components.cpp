#include "roster/components.h"

#include <algorithm>

namespace jishan::roster {
namespace {

using Parents = std::map<std::string, std::string>;

// The smallest id known so far of the component; shortens the way for the next one who asks.
const std::string& root_in(Parents& parents, const std::string& id) {
  std::string& parent = parents.try_emplace(id, id).first->second;
  if (parent != id) parent = root_in(parents, parent);
  return parent;
}

std::map<std::string, std::set<std::string>> members_by_root(const Components& components) {
  std::map<std::string, std::set<std::string>> members;
  for (const auto& [member, root] : components) members[root].insert(member);
  return members;
}

}  // namespace

Components components_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Parents parents;
  for (const auto& [a, b] : pairs) {
    const std::string root_a = root_in(parents, a);
    const std::string root_b = root_in(parents, b);
    parents[std::max(root_a, root_b)] = std::min(root_a, root_b);
  }
  Components components;
  for (const auto& [id, parent] : Parents(parents)) components[id] = root_in(parents, id);
  // An id paired with itself is alone.
  for (const auto& [root, members] : members_by_root(components)) {
    if (members.size() == 1) components.erase(root);
  }
  return components;
}

std::set<std::string> changed_members(const Components& before, const Components& now) {
  const auto members_before = members_by_root(before);
  const auto members_now = members_by_root(now);
  std::set<std::string> changed;
  const auto add_unless_same = [&](const auto& components, const auto& others) {
    for (const auto& [root, members] : components) {
      const auto other = others.find(root);
      if (other == others.end() || other->second != members) {
        changed.insert(members.begin(), members.end());
      }
    }
  };
  add_unless_same(members_before, members_now);
  add_unless_same(members_now, members_before);
  return changed;
}

}  // namespace jishan::roster
