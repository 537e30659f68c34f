// Who wrote what about a household, and when: read from the registers, which keep every write.
#include <algorithm>
#include <tuple>

#include "roster/kinds.h"
#include "roster/queries.h"

namespace jishan::roster {
namespace {

// A change, and its place among all events of the book.
struct Placed {
  std::int64_t lamport = 0;
  journal::Hash h;
  std::int64_t event = 0;
  ChangeView change;
};

std::vector<ResidentId> members_of(db::Database& database, const ResidentId& root) {
  db::Statement& rows =
      database.cached("SELECT member FROM roster_alias WHERE root = ? ORDER BY member");
  std::vector<ResidentId> members;
  rows.bind(root);
  while (rows.step()) members.push_back(rows.id<ResidentId>(0));
  if (members.empty()) members.push_back(root);
  return members;
}

// The writes to one entity, which several ids may stand for.
template <class Id>
std::vector<Placed> writes_to(db::Database& database, std::string_view area,
                              const std::vector<Id>& members, const ResidentId& resident) {
  db::Statement& rows = database.cached(
      "SELECT event, l, h, field FROM registers_write WHERE area = ? AND key = ?"
      " ORDER BY l, h, line, field");
  std::vector<Placed> writes;
  for (const Id& member : members) {
    const auto begin = static_cast<std::ptrdiff_t>(writes.size());
    rows.bind(area, member);
    while (rows.step()) {
      const bool goes_on = begin < static_cast<std::ptrdiff_t>(writes.size()) &&
                           writes.back().event == rows.integer(0);
      if (!goes_on) {
        writes.push_back({rows.integer(1), journal::Hash::from_bytes(rows.blob(2)), rows.integer(0), {}});
      }
      std::vector<std::string>& fields = writes.back().change.fields;
      if (std::find(fields.begin(), fields.end(), rows.text(3)) == fields.end()) {
        fields.push_back(rows.str(3));
      }
      writes.back().change.resident = resident;
    }
    if (begin < static_cast<std::ptrdiff_t>(writes.size())) {
      (writes.begin() + begin)->change.is_first = true;
    }
  }
  return writes;
}

}  // namespace

std::vector<ChangeView> changes_of(db::Database& database, const journal::Journal& journal,
                                   const HouseholdId& household) {
  std::vector<Placed> writes =
      writes_to(database, household_set.table, members_of(database, household), ResidentId());
  for (const ResidentView& resident : residents_of(database, household)) {
    const std::vector<Placed> of_one = writes_to(database, resident_set.table,
                                                 members_of(database, resident.id), resident.id);
    writes.insert(writes.end(), of_one.begin(), of_one.end());
  }
  std::stable_sort(writes.begin(), writes.end(), [](const Placed& a, const Placed& b) {
    return std::tie(b.lamport, b.h) < std::tie(a.lamport, a.h);
  });
  std::vector<ChangeView> changes;
  for (Placed& write : writes) {
    const journal::Event event = journal.event(write.event);
    write.change.minutes = event.minutes;
    write.change.operator_id = event.operator_id;
    write.change.writer = event.writer;
    changes.push_back(std::move(write.change));
  }
  return changes;
}

}  // namespace jishan::roster
