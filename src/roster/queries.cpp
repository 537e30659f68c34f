#include "roster/queries.h"

#include "roster/relations.h"
#include "roster/rules.h"

namespace jishan::roster {
namespace {

// Read in this order by resident_from.
#define JISHAN_RESIDENT_COLUMNS                                                            \
  "r.id, r.household, COALESCE(h.number, ''), r.relation, r.state, r.name, r.sex, r.born," \
  " r.minor, r.phone, r.id_number"

ResidentView resident_from(const db::Statement& row) {
  ResidentView view;
  view.id = row.id<ResidentId>(0);
  view.household = row.id<HouseholdId>(1);
  view.household_number = row.str(2);
  view.relation = row.str(3);
  view.state = resident_state_from(row.text(4));
  view.name = Personal(row.str(5));
  view.sex = static_cast<Sex>(row.integer(6));
  view.born = Date::from_iso(row.text(7));
  view.is_minor_as_typed = row.integer(8) != 0;
  view.phone = Personal(row.str(9));
  view.id_number = Personal(row.str(10));
  return view;
}

std::string root_text(db::Database& database, std::string_view id) {
  db::Statement& row = database.cached("SELECT root FROM roster_alias WHERE member = ?");
  std::string root = row.bind(id).step() ? row.str(0) : std::string(id);
  row.reset();
  return root;
}

}  // namespace

HouseholdId root_of(db::Database& database, const HouseholdId& id) {
  return HouseholdId::from_text(root_text(database, id.text())).value_or(id);
}

ResidentId root_of(db::Database& database, const ResidentId& id) {
  return ResidentId::from_text(root_text(database, id.text())).value_or(id);
}

std::vector<HouseholdId> members_of(db::Database& database, const HouseholdId& id) {
  db::Statement& rows =
      database.cached("SELECT member FROM roster_alias WHERE root = ? ORDER BY member");
  std::vector<HouseholdId> members;
  rows.bind(root_text(database, id.text()));
  while (rows.step()) members.push_back(rows.id<HouseholdId>(0));
  if (members.empty()) members.push_back(id);
  return members;
}

std::vector<GroupView> groups(db::Database& database) {
  // Two laptops may have made the same group: the smaller id stands for both.
  db::Statement& rows = database.cached(
      "SELECT min(g.id), g.number, max(g.name),"
      " (SELECT count(*) FROM roster_household h WHERE h.is_gone = 0 AND h.grp = g.number)"
      " FROM roster_group g GROUP BY g.number ORDER BY g.number");
  std::vector<GroupView> views;
  rows.bind();
  while (rows.step()) {
    views.push_back({rows.id<CellId>(0), rows.integer(1), rows.str(2), rows.integer(3)});
  }
  return views;
}

std::optional<HouseholdView> find_household(db::Database& database, const HouseholdId& id) {
  db::Statement& row = database.cached(
      "SELECT id, number, grp, class, state, head, head_name, address, note, people"
      " FROM roster_household WHERE id = ?");
  if (!row.bind(root_text(database, id.text())).step()) return std::nullopt;
  HouseholdView view;
  view.id = row.id<HouseholdId>(0);
  view.number = row.str(1);
  view.group = row.integer(2);
  view.household_class = household_class_from(row.text(3));
  view.state = household_state_from(row.text(4));
  view.head = row.id<ResidentId>(5);
  view.head_name = Personal(row.str(6));
  view.address = Personal(row.str(7));
  view.note = Personal(row.str(8));
  view.people = row.integer(9);
  row.reset();
  return view;
}

std::optional<ResidentView> find_resident(db::Database& database, const ResidentId& id) {
  db::Statement& row =
      database.cached("SELECT " JISHAN_RESIDENT_COLUMNS
                      " FROM roster_resident r LEFT JOIN roster_household h ON h.id = r.household"
                      " WHERE r.id = ?");
  if (!row.bind(root_text(database, id.text())).step()) return std::nullopt;
  ResidentView view = resident_from(row);
  row.reset();
  return view;
}

std::optional<HouseholdId> household_by_number(db::Database& database, std::string_view number) {
  if (number.empty()) return std::nullopt;
  db::Statement& row = database.cached(
      "SELECT id FROM roster_household WHERE number = ? ORDER BY is_gone, id LIMIT 1");
  if (!row.bind(number).step()) return std::nullopt;
  const auto id = row.id<HouseholdId>(0);
  row.reset();
  return id;
}

std::optional<ResidentId> resident_by_id_number(db::Database& database, std::string_view number) {
  if (number.empty()) return std::nullopt;
  db::Statement& row = database.cached(
      "SELECT id FROM roster_resident WHERE id_number = ? AND id_number <> ''"
      " ORDER BY is_gone, id LIMIT 1");
  if (!row.bind(number).step()) return std::nullopt;
  const auto id = row.id<ResidentId>(0);
  row.reset();
  return id;
}

std::vector<ResidentView> residents_of(db::Database& database, const HouseholdId& household) {
  const std::string root = root_text(database, household.text());
  // Relations sort by their code, which lists children by age; people without one come last.
  db::Statement& rows =
      database.cached("SELECT " JISHAN_RESIDENT_COLUMNS
                      " FROM roster_resident r LEFT JOIN roster_household h ON h.id = r.household"
                      " WHERE r.household = ? AND r.household <> ''"
                      " ORDER BY r.is_gone, r.id <> h.head, r.relation = '', r.relation, r.born = "
                      "'', r.born, r.id");
  std::vector<ResidentView> views;
  rows.bind(root);
  while (rows.step()) views.push_back(resident_from(rows));
  return views;
}

bool is_minor(const ResidentView& resident, Date day) {
  return resident.born ? age_on(*resident.born, day) < adult_age_years : resident.is_minor_as_typed;
}

RosterCounts counts(db::Database& database) {
  RosterCounts counts;
  db::Statement& row = database.cached(
      "SELECT count(*), COALESCE(sum(people), 0) FROM roster_household WHERE is_gone = 0");
  row.bind().step();
  counts.households = row.integer(0);
  counts.residents = row.integer(1);
  row.reset();
  return counts;
}

}  // namespace jishan::roster
