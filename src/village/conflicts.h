// Registers that laptops set differently without knowing of each other: to-dos, closed by writing
// the field again or by a recorded decision. They are read from b only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "journal/journal.h"
#include "journal/registers.h"
#include "village/queries.h"

namespace jishan::village {

// An entity: the register keys that stand for it, more than one where aliases made them one.
struct Entity {
  std::string name;
  std::vector<std::string> keys;
};

// The hashes of the causally maximal writes of this field, ascending, if they differ in value;
// else nothing.
std::vector<std::string> conflicting_writes(const journal::Registers& registers,
                                            const journal::Journal& journal,
                                            std::string_view table, const Entity& entity,
                                            std::string_view field);

// The to-do of this type and key, unless a decision on exactly this evidence closed it.
void add_if_open(db::Database& database, std::string_view type, std::string key,
                 std::vector<std::string> evidence, std::vector<Todo>& todos);

// [type, key, basis] rows for the state document.
void append_rows(const std::vector<Todo>& todos, journal::Json::Array& rows);

}  // namespace jishan::village
