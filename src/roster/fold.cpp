#include "roster/fold.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/pinyin.h"
#include "roster/components.h"
#include "roster/events.h"
#include "roster/kinds.h"
#include "roster/queries.h"
#include "roster/relations.h"
#include "roster/schema_sql.h"
#include "village/conflicts.h"

namespace jishan::roster {
namespace {

using journal::Json;
using village::RowParts;

std::string text_of(const Json& fields, std::string_view name) {
  return std::string(fields.string_at(name).value_or(""));
}

Components components_in_tables(db::Database& database) {
  Components components;
  db::Statement& rows = database.cached("SELECT member, root FROM roster_alias");
  rows.bind();
  while (rows.step()) components.emplace(rows.str(0), rows.str(1));
  return components;
}

Components components_in_force(const journal::Registers& registers) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& key : registers.keys(alias_set.table)) {
    if (registers.shown_integer(alias_set.table, key, "on") != 1) continue;
    const std::size_t blank = key.find(' ');
    pairs.emplace_back(key.substr(0, blank), key.substr(blank + 1));
  }
  return components_of(pairs);
}

std::string root_in(db::Database& database, const std::string& id) {
  db::Statement& row = database.cached("SELECT root FROM roster_alias WHERE member = ?");
  const std::string root = row.bind(id).step() ? row.str(0) : id;
  row.reset();
  return root;
}

// The id alone, or every member of the component that it is the root of.
std::vector<std::string> members_in(db::Database& database, const std::string& root) {
  db::Statement& rows =
      database.cached("SELECT member FROM roster_alias WHERE root = ? ORDER BY member");
  std::vector<std::string> members;
  rows.bind(root);
  while (rows.step()) members.push_back(rows.str(0));
  if (members.empty()) members.push_back(root);
  return members;
}

bool is_known(db::Database& database, const std::vector<std::string>& members) {
  db::Statement& row = database.cached("SELECT 1 FROM roster_known WHERE id = ?");
  return std::any_of(members.begin(), members.end(), [&](const std::string& member) {
    const bool found = row.bind(member).step();
    row.reset();
    return found;
  });
}

void remember(db::Database& database, const std::vector<std::string>& ids) {
  db::Statement& known =
      database.cached("INSERT INTO roster_known (id) VALUES (?) ON CONFLICT DO NOTHING");
  for (const std::string& id : ids) known.run(id);
}

// Digits padded to ten places: "2-7" becomes "0000000002-0000000007".
std::string natural_key(std::string_view number) {
  constexpr std::size_t places = 10;
  std::string key;
  std::string digits;
  const auto flush = [&] {
    if (!digits.empty() && digits.size() < places) key.append(places - digits.size(), '0');
    key += digits;
    digits.clear();
  };
  for (const char c : number) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else {
      flush();
      key += c;
    }
  }
  flush();
  return key;
}

void settle_group(db::Database& database, const journal::Registers& registers,
                  const std::string& id) {
  database.cached("DELETE FROM roster_group WHERE id = ?").run(id);
  const Json fields(registers.shown_fields(cell_set.table, id));
  const auto number = fields.integer_at("no");
  if (fields.string_at("level") != "group" || !number) return;
  database.cached("INSERT INTO roster_group (id, number, name) VALUES (?, ?, ?)")
      .run(id, *number, text_of(fields, "name"));
}

void settle_resident(db::Database& database, const journal::Registers& registers,
                     const std::string& id, std::set<std::string>& dirty_households) {
  db::Statement& before = database.cached("SELECT household FROM roster_resident WHERE id = ?");
  if (before.bind(id).step()) dirty_households.insert(before.str(0));
  before.reset();
  database.cached("DELETE FROM roster_resident WHERE id = ?").run(id);
  if (root_in(database, id) != id) return;
  const std::vector<std::string> members = members_in(database, id);
  if (!is_known(database, members)) return;

  const Json fields(registers.shown_fields(resident_set.table, members));
  const std::string household = root_in(database, text_of(fields, "hh"));
  const std::string state = text_of(fields, "state");
  const std::string name = text_of(fields, "name");
  database
      .cached(
          "INSERT INTO roster_resident (id, household, relation, state, is_gone, name,"
          " sort_key, sex, born, minor, phone, id_number)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(id, household, text_of(fields, "rel"), state, is_gone(resident_state_from(state)), name,
           name_sort_key(name), fields.integer_at("sex").value_or(0), text_of(fields, "born"),
           fields.integer_at("minor").value_or(0), text_of(fields, "phone"),
           text_of(fields, "idno"));
  dirty_households.insert(household);
}

struct Head {
  std::string id;
  std::string name;
};

// As set, as long as that resident is known; else the first one who is 户主 and has not gone.
Head head_of(db::Database& database, const std::string& household, const std::string& as_set) {
  Head head;
  db::Statement& chosen = database.cached("SELECT id, name FROM roster_resident WHERE id = ?");
  const std::string root = as_set.empty() ? as_set : root_in(database, as_set);
  if (chosen.bind(root).step()) head = {chosen.str(0), chosen.str(1)};
  chosen.reset();
  if (!head.id.empty()) return head;
  db::Statement& first = database.cached(
      "SELECT id, name FROM roster_resident WHERE household = ? AND relation = ? AND is_gone = 0"
      " ORDER BY id LIMIT 1");
  if (first.bind(household, relation_head).step()) head = {first.str(0), first.str(1)};
  first.reset();
  return head;
}

std::int64_t people_of(db::Database& database, const std::string& household) {
  db::Statement& row =
      database.cached("SELECT count(*) FROM roster_resident WHERE household = ? AND is_gone = 0");
  row.bind(household).step();
  const std::int64_t people = row.integer(0);
  row.reset();
  return people;
}

// Of the head, who may live elsewhere, then of the others.
std::string search_keys_of(db::Database& database, const std::string& household, const Head& head) {
  std::string keys = name_search_key(head.name);
  db::Statement& rows = database.cached(
      "SELECT id, name FROM roster_resident INDEXED BY roster_resident_present"
      " WHERE household = ? AND is_gone = 0 ORDER BY id");
  rows.bind(household);
  while (rows.step()) {
    if (rows.text(0) != head.id) keys += name_search_key(rows.text(1));
  }
  return keys;
}

void settle_household(db::Database& database, const journal::Registers& registers,
                      const std::string& id) {
  database.cached("DELETE FROM roster_household WHERE id = ?").run(id);
  if (id.empty() || root_in(database, id) != id) return;
  const std::vector<std::string> members = members_in(database, id);
  if (!is_known(database, members)) return;

  const Json fields(registers.shown_fields(household_set.table, members));
  const std::string number = text_of(fields, "no");
  const std::string number_key = natural_key(number);
  const std::string state = text_of(fields, "state");
  const std::string head_as_set = text_of(fields, "head");
  const Head head = head_of(database, id, head_as_set);
  database
      .cached(
          "INSERT INTO roster_household (id, number, number_key, grp, class, state, is_gone,"
          " head, head_as_set, head_name, sort_key, address, note, people, search_keys)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(id, number, number_key, fields.integer_at("grp").value_or(0), text_of(fields, "class"),
           state, is_gone(household_state_from(state)), head.id, head_as_set, head.name,
           head.name.empty() ? number_key : name_sort_key(head.name), text_of(fields, "addr"),
           text_of(fields, "note"), people_of(database, id), search_keys_of(database, id, head));
}

Json::Array texts_from(const db::Statement& row, int columns) {
  Json::Array texts;
  for (int column = 0; column < columns; ++column) texts.emplace_back(row.text(column));
  return texts;
}

}  // namespace

RosterFold::RosterFold(db::Database& database, journal::Registers& registers)
    : m_database(database), m_registers(registers) {}

void RosterFold::create_tables(db::Database& database) {
  database.execute(schema_sql);
}

bool RosterFold::knows(std::string_view kind, int version) const {
  constexpr std::array<std::string_view, 4> kinds = {kind_cell, kind_household, kind_resident,
                                                     kind_alias};
  return version == 1 && std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void RosterFold::take(const journal::FoldEvent& taken) {
  const auto write = [&](const village::SetKind& kind, std::set<std::string>& dirty) {
    const std::vector<std::string> keys = write_rows(m_registers, kind, taken, RowParts::all);
    dirty.insert(keys.begin(), keys.end());
    return keys;
  };
  if (taken.event.kind == kind_cell) {
    write(cell_set, m_dirty_cells);
  } else if (taken.event.kind == kind_household) {
    remember(m_database, write(household_set, m_dirty_households));
  } else if (taken.event.kind == kind_resident) {
    remember(m_database, write(resident_set, m_dirty_residents));
  } else if (taken.event.kind == kind_alias) {
    write(alias_set, m_dirty_aliases);
  }
}

void RosterFold::take_personal(const journal::FoldEvent& taken) {
  const auto write = [&](const village::SetKind& kind, std::set<std::string>& dirty) {
    const std::vector<std::string> keys = write_rows(m_registers, kind, taken, RowParts::personal);
    dirty.insert(keys.begin(), keys.end());
  };
  if (taken.event.kind == kind_household) write(household_set, m_dirty_households);
  if (taken.event.kind == kind_resident) write(resident_set, m_dirty_residents);
}

void RosterFold::settle() {
  regroup();
  for (const std::string& id : std::exchange(m_dirty_cells, {})) {
    settle_group(m_database, m_registers, id);
  }
  std::set<std::string> households;
  for (const std::string& id : std::exchange(m_dirty_households, {})) {
    households.insert({id, root_in(m_database, id)});
  }
  std::set<std::string> residents;
  for (const std::string& id : std::exchange(m_dirty_residents, {})) {
    residents.insert({id, root_in(m_database, id)});
  }
  for (const std::string& id : residents) {
    settle_resident(m_database, m_registers, id, households);
    // A head that was moved or renamed shows in the household that names it, wherever it lives.
    for (const std::string& member : members_in(m_database, root_in(m_database, id))) {
      db::Statement& headed =
          m_database.cached("SELECT id FROM roster_household WHERE head = ?1 OR head_as_set = ?1");
      headed.bind(member);
      while (headed.step()) households.insert(headed.str(0));
    }
  }
  for (const std::string& id : households) settle_household(m_database, m_registers, id);
}

// Brings roster_alias up to date and marks whatever belongs to a changed component.
void RosterFold::regroup() {
  m_regrouped.clear();
  if (std::exchange(m_dirty_aliases, {}).empty()) return;
  const Components before = components_in_tables(m_database);
  const Components now = components_in_force(m_registers);
  m_regrouped = changed_members(before, now);
  m_database.execute("DELETE FROM roster_alias");
  db::Statement& insert =
      m_database.cached("INSERT INTO roster_alias (member, root) VALUES (?, ?)");
  for (const auto& [member, root] : now) insert.run(member, root);

  db::Statement& people = m_database.cached("SELECT id FROM roster_resident WHERE household = ?");
  for (const std::string& id : m_regrouped) {
    if (ResidentId::from_text(id)) {
      m_dirty_residents.insert(id);
      continue;
    }
    m_dirty_households.insert(id);
    people.bind(id);
    while (people.step()) m_dirty_residents.insert(people.str(0));
  }
}

void RosterFold::dump(Json& books, Json& people) const {
  Json households{Json::Array()};
  db::Statement& accounts =
      m_database.cached("SELECT id, number, grp, state FROM roster_household ORDER BY id");
  accounts.bind();
  while (accounts.step()) {
    households.push_back(
        Json::Array{accounts.text(0), accounts.text(1), accounts.integer(2), accounts.text(3)});
  }
  books.set("household", std::move(households));

  Json addresses{Json::Array()};
  db::Statement& notes =
      m_database.cached("SELECT id, address, note FROM roster_household ORDER BY id");
  notes.bind();
  while (notes.step()) addresses.push_back(texts_from(notes, 3));
  people.set("household", std::move(addresses));

  Json residents{Json::Array()};
  db::Statement& rows = m_database.cached(
      "SELECT id, name, born, phone, id_number, sex, minor FROM roster_resident ORDER BY id");
  rows.bind();
  while (rows.step()) {
    Json::Array row = texts_from(rows, 5);
    row.emplace_back(rows.integer(5));
    row.emplace_back(rows.integer(6));
    residents.push_back(std::move(row));
  }
  people.set("resident", std::move(residents));
}

void RosterFold::explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const {
  const auto& [number, event] = closed;
  if (event.kind == kind_cell) explain_rows(cell_set, event.body, inert);
  if (event.kind == kind_household) explain_rows(household_set, event.body, inert);
  if (event.kind == kind_resident) explain_rows(resident_set, event.body, inert);
  if (event.kind == kind_alias) explain_rows(alias_set, event.body, inert);
}

void RosterFold::list_todos(const journal::Journal& journal, Json::Array& rows) const {
  village::append_rows(todos(m_database, journal), rows);
}

}  // namespace jishan::roster
