#include "village/conflicts.h"

#include <algorithm>
#include <utility>

#include "village/rules.h"

namespace jishan::village {

std::vector<std::string> conflicting_writes(const journal::Registers& registers,
                                            const journal::Journal& journal, std::string_view table,
                                            const Entity& entity, std::string_view field) {
  std::vector<journal::RegisterWrite> maximal;
  for (const std::string& key : entity.keys) {
    for (journal::RegisterWrite& write : registers.maximal(table, key, field, journal)) {
      maximal.push_back(std::move(write));
    }
  }
  // What is maximal for one key may be known to a write of another.
  const std::vector<journal::RegisterWrite> all = maximal;
  std::erase_if(maximal, [&](const journal::RegisterWrite& write) {
    return std::any_of(all.begin(), all.end(), [&](const journal::RegisterWrite& other) {
      return journal.is_before(write.event_number, other.event_number);
    });
  });
  const bool differ = std::any_of(maximal.begin(), maximal.end(), [&](const auto& write) {
    return !(write.value == maximal.front().value);
  });
  std::vector<std::string> evidence;
  if (!differ) return evidence;
  for (const journal::RegisterWrite& write : maximal) {
    evidence.push_back(journal.event(write.event_number).h.hex());
  }
  std::sort(evidence.begin(), evidence.end());
  evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
  return evidence;
}

void add_if_open(db::Database& database, std::string_view type, std::string key,
                 std::vector<std::string> evidence, std::vector<Todo>& todos) {
  Todo todo{std::string(type), std::move(key), basis_of(std::move(evidence))};
  if (!is_settled(database, todo.id(), todo.basis)) todos.push_back(std::move(todo));
}

void append_rows(const std::vector<Todo>& todos, journal::Json::Array& rows) {
  for (const Todo& todo : todos) {
    rows.emplace_back(journal::Json::Array{todo.type, todo.key, todo.basis});
  }
}

}  // namespace jishan::village
