// To-dos of the roster, read from b only: fields set apart, equal numbers, heads.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "roster/kinds.h"
#include "roster/queries.h"
#include "roster/relations.h"
#include "village/conflicts.h"

namespace jishan::roster {
namespace {

using village::Entity;
using village::Todo;

// Households worth a closer look: a field written with different values, or several members.
std::map<std::string, std::set<std::string>> fields_to_compare(db::Database& database) {
  std::map<std::string, std::set<std::string>> fields;
  db::Statement& aliased =
      database.cached("SELECT DISTINCT root FROM roster_alias WHERE root >= 'h' AND root < 'i'");
  aliased.bind();
  while (aliased.step()) {
    const auto loud = loud_household_fields();
    fields[aliased.str(0)].insert(loud.begin(), loud.end());
  }
  db::Statement& rewritten = database.cached(
      "SELECT COALESCE((SELECT root FROM roster_alias WHERE member = key), key), field"
      " FROM registers_write WHERE area = 'hh'"
      " AND field IN ('class', 'grp', 'head', 'no', 'state')"
      " GROUP BY key, field HAVING count(*) > 1 AND min(value) <> max(value)");
  rewritten.bind();
  while (rewritten.step()) fields[rewritten.str(0)].insert(rewritten.str(1));
  return fields;
}

void add_field_conflicts(db::Database& database, const journal::Journal& journal,
                         std::vector<Todo>& todos) {
  const journal::Registers registers(database);
  for (const auto& [root, fields] : fields_to_compare(database)) {
    Entity entity{root, {}};
    for (const HouseholdId& member :
         members_of(database, HouseholdId::from_text(root).value_or(HouseholdId()))) {
      entity.keys.push_back(member.str());
    }
    for (const std::string& field : fields) {
      auto evidence =
          village::conflicting_writes(registers, journal, household_set.table, entity, field);
      if (evidence.empty()) continue;
      village::add_if_open(database, "hh-field", root + " " + field, std::move(evidence), todos);
    }
  }
}

// Rows of (key, evidence), sorted by key; keys with two pieces of evidence and more.
void add_shared(db::Database& database, std::string_view type, db::Statement& rows,
                std::vector<Todo>& todos) {
  std::map<std::string, std::vector<std::string>> evidence;
  while (rows.step()) evidence[rows.str(0)].push_back(rows.str(1));
  for (auto& [key, pieces] : evidence) {
    village::add_if_open(database, type, key, std::move(pieces), todos);
  }
}

}  // namespace

std::vector<Todo> todos(db::Database& database, const journal::Journal& journal) {
  std::vector<Todo> found;
  add_field_conflicts(database, journal, found);

  db::Statement& numbers = database.cached(
      "SELECT number, id FROM roster_household WHERE is_gone = 0 AND number IN"
      " (SELECT number FROM roster_household WHERE is_gone = 0 AND number <> ''"
      "  GROUP BY number HAVING count(*) > 1)");
  numbers.bind();
  add_shared(database, "hh-number", numbers, found);

  db::Statement& heads = database.cached(
      "SELECT household, id FROM roster_resident WHERE is_gone = 0 AND relation = ?1"
      " AND household IN"
      " (SELECT household FROM roster_resident WHERE is_gone = 0 AND relation = ?1"
      "  AND household <> '' GROUP BY household HAVING count(*) > 1)");
  heads.bind(relation_head);
  add_shared(database, "hh-heads", heads, found);

  db::Statement& elsewhere = database.cached(
      "SELECT h.id, r.id || ' ' || r.household"
      " FROM roster_household h JOIN roster_resident r ON r.id = h.head"
      " WHERE h.is_gone = 0 AND h.head_as_set <> '' AND r.household <> h.id");
  elsewhere.bind();
  add_shared(database, "hh-head", elsewhere, found);

  std::sort(found.begin(), found.end(), [](const Todo& a, const Todo& b) {
    return std::tie(a.type, a.key) < std::tie(b.type, b.key);
  });
  return found;
}

}  // namespace jishan::roster
