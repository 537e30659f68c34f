// Service lines as screens show them: the entries behind every figure of hours and points.
#include <algorithm>
#include <set>
#include <utility>

#include "roster/queries.h"
#include "volunteers/queries.h"
#include "volunteers/rows.h"

namespace jishan::volunteers {
namespace {

struct Found {
  std::int64_t event = 0;
  ServiceLineView view;
};

// Columns: event, ref, date, person, minutes, start, served, kind, place, note.
std::vector<Found> read(db::Statement& rows) {
  std::vector<Found> found;
  while (rows.step()) {
    Found one;
    one.event = rows.integer(0);
    one.view.ref = rows.str(1);
    one.view.date = rows.str(2);
    one.view.resident = rows.id<ResidentId>(3);
    one.view.minutes = rows.integer(4);
    if (!rows.is_null(5)) one.view.start = rows.integer(5);
    one.view.served = rows.integer(6);
    one.view.kind = service_kind_from_code(rows.text(7));
    one.view.place = Personal(rows.str(8));
    one.view.note = Personal(rows.str(9));
    found.push_back(std::move(one));
  }
  return found;
}

Points points_of(db::Database& database, std::string_view ref) {
  db::Statement& row = database.cached(
      "SELECT coalesce(sum(p.pts), 0) FROM points_post p"
      " JOIN ledger_act a ON a.number = p.act AND a.standing = 0"
      " WHERE p.claim >= 'pts.claim ' || ?1 || ' ' AND p.claim < 'pts.claim ' || ?1 || '!'");
  row.bind(ref);
  const Points points = row.step() ? row.points(0) : Points();
  row.reset();
  return points;
}

// Names are looked up once for each person: a year of a team names few people often.
class Names {
 public:
  explicit Names(db::Database& database) : m_database(database) {}
  Personal of(const ResidentId& resident) {
    const auto [place, is_new] = m_names.try_emplace(resident);
    if (is_new) {
      if (const auto found = roster::find_resident(m_database, resident)) {
        place->second = found->name;
      }
    }
    return place->second;
  }

 private:
  db::Database& m_database;
  std::map<ResidentId, Personal> m_names;
};

// The other people of the same record whose lines count.
std::map<std::int64_t, std::vector<std::pair<std::string, ResidentId>>> people_of(
    db::Database& database, const std::set<std::int64_t>& events) {
  db::Statement& rows = database.cached(
      "SELECT l.ref, coalesce(r.root, l.resident) FROM volunteers_line l"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " LEFT JOIN roster_alias r ON r.member = l.resident WHERE l.event = ? ORDER BY l.line");
  std::map<std::int64_t, std::vector<std::pair<std::string, ResidentId>>> people;
  for (const std::int64_t event : events) {
    rows.bind(event);
    while (rows.step()) people[event].emplace_back(rows.str(0), rows.id<ResidentId>(1));
  }
  return people;
}

ServiceLines complete(db::Database& database, std::vector<Found> found) {
  std::set<std::int64_t> events;
  for (const Found& one : found) events.insert(one.event);
  const auto people = people_of(database, events);
  Names names(database);
  ServiceLines lines;
  for (Found& one : found) {
    ServiceLineView& view = one.view;
    view.name = names.of(view.resident);
    view.points = points_of(database, view.ref);
    const auto together = people.find(one.event);
    if (together != people.end()) {
      for (const auto& [ref, resident] : together->second) {
        if (ref != view.ref) view.together_with.push_back(names.of(resident));
      }
    }
    lines.figure.minutes += view.minutes;
    lines.figure.served += view.served;
    lines.figure.points += view.points;
    ++lines.figure.count;
    lines.lines.push_back(std::move(view));
  }
  return lines;
}

}  // namespace

ServiceLines service_lines(db::Database& database, const WhoseService& whose, Period period) {
  db::Statement& rows = database.cached(
      "SELECT l.event, l.ref, l.date, coalesce(r.root, l.resident) AS person, l.minutes, l.start,"
      " l.served, l.kind, s.place, s.note"
      " FROM volunteers_line l JOIN volunteers_service s ON s.event = l.event"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " LEFT JOIN roster_alias r ON r.member = l.resident"
      " WHERE l.date BETWEEN ? AND ?"
      " ORDER BY l.date DESC, s.lamport DESC, s.h DESC, l.line");
  std::vector<Found> found = read(rows.bind(period.first.iso(), period.last.iso()));
  std::set<ResidentId> wanted;
  if (!whose.resident.is_empty()) wanted.insert(roster::root_of(database, whose.resident));
  if (!whose.team.is_empty()) {
    for (const MemberRowView& member : members(database)) {
      if (member.team == whose.team) wanted.insert(member.resident);
    }
  }
  if (!whose.resident.is_empty() || !whose.team.is_empty()) {
    found.erase(
        std::remove_if(found.begin(), found.end(),
                       [&](const Found& one) { return wanted.count(one.view.resident) == 0; }),
        found.end());
  }
  return complete(database, std::move(found));
}

ServiceLines service_lines_of(db::Database& database, const ActId& act) {
  db::Statement& rows = database.cached(
      "SELECT l.event, l.ref, l.date, coalesce(r.root, l.resident) AS person, l.minutes, l.start,"
      " l.served, l.kind, s.place, s.note"
      " FROM volunteers_line l JOIN volunteers_service s ON s.event = l.event"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " LEFT JOIN roster_alias r ON r.member = l.resident"
      " WHERE s.act_id = ? ORDER BY s.lamport, s.h, l.line");
  return complete(database, read(rows.bind(act)));
}

std::vector<std::string> service_refs(db::Database& database, std::string_view ref) {
  db::Statement& rows = database.cached(
      "SELECT l.ref FROM volunteers_service s JOIN volunteers_line l ON l.event = s.event"
      " WHERE s.h = ?1 AND (?2 = '' OR l.ref = ?2) ORDER BY l.line");
  std::vector<std::string> refs;
  const std::size_t colon = ref.find(':');
  const auto h = journal::Hash::from_hex(ref.substr(0, colon));
  if (!h) return refs;
  rows.bind(h->bytes, colon == std::string_view::npos ? std::string_view() : ref);
  while (rows.step()) refs.push_back(rows.str(0));
  return refs;
}

std::vector<std::string> points_of_service(db::Database& database, std::string_view service_ref) {
  db::Statement& rows = database.cached(
      "SELECT a.h, a.line FROM points_post p"
      " JOIN ledger_act a ON a.number = p.act AND a.standing = 0"
      " WHERE p.claim >= 'pts.claim ' || ?1 || ' ' AND p.claim < 'pts.claim ' || ?1 || '!'"
      " ORDER BY p.claim");
  rows.bind(service_ref);
  std::vector<std::string> refs;
  while (rows.step()) {
    refs.push_back(journal::Hash::from_bytes(rows.blob(0)).hex() + ':' + rows.str(1));
  }
  return refs;
}

}  // namespace jishan::volunteers
