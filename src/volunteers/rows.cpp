#include "volunteers/rows.h"

#include <utility>

namespace jishan::volunteers {
namespace {

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// Columns: root, resident, is_on, number, skills, guardian, note; the root's own row comes last
// among the rows of one person, so that it speaks.
void fold_in(std::map<ResidentId, VolunteerRow>& people, const db::Statement& row) {
  const ResidentId root = row.id<ResidentId>(0);
  VolunteerRow& person = people[root];
  const bool was_on = person.is_on;
  person = {root,
            row.integer(2) != 0 || was_on,
            row.str(3),
            split_lines(row.text(4)),
            row.id<ResidentId>(5),
            row.str(6)};
}

}  // namespace

std::vector<VolunteerRow> volunteer_rows(db::Database& database) {
  db::Statement& rows = database.cached(
      "SELECT coalesce(a.root, v.resident) AS root, v.resident, v.is_on, v.number, v.skills,"
      " v.guardian, v.note FROM volunteers_volunteer v"
      " LEFT JOIN roster_alias a ON a.member = v.resident"
      " ORDER BY 1, v.resident = coalesce(a.root, v.resident), v.resident");
  std::map<ResidentId, VolunteerRow> people;
  rows.reset();
  while (rows.step()) fold_in(people, rows);
  std::vector<VolunteerRow> list;
  for (auto& [root, person] : people) list.push_back(std::move(person));
  return list;
}

std::optional<VolunteerRow> volunteer_row(db::Database& database, const ResidentId& resident) {
  db::Statement& rows = database.cached(
      "SELECT coalesce(a.root, v.resident) AS root, v.resident, v.is_on, v.number, v.skills,"
      " v.guardian, v.note FROM volunteers_volunteer v"
      " LEFT JOIN roster_alias a ON a.member = v.resident"
      " WHERE v.resident IN (SELECT ?1 UNION SELECT y.member FROM roster_alias x"
      "  JOIN roster_alias y USING (root) WHERE x.member = ?1)"
      " ORDER BY v.resident = coalesce(a.root, v.resident), v.resident");
  std::map<ResidentId, VolunteerRow> people;
  rows.bind(resident);
  while (rows.step()) fold_in(people, rows);
  if (people.empty()) return std::nullopt;
  return std::move(people.begin()->second);
}

std::vector<TeamRow> team_rows(db::Database& database) {
  db::Statement& rows = database.cached("SELECT id, name, is_on FROM volunteers_team ORDER BY id");
  std::vector<TeamRow> teams;
  rows.reset();
  while (rows.step()) teams.push_back({rows.id<TeamId>(0), rows.str(1), rows.integer(2) != 0});
  return teams;
}

std::optional<TeamRow> team_row(db::Database& database, const TeamId& id) {
  db::Statement& row = database.cached("SELECT id, name, is_on FROM volunteers_team WHERE id = ?");
  std::optional<TeamRow> team;
  if (row.bind(id).step()) team = {row.id<TeamId>(0), row.str(1), row.integer(2) != 0};
  row.reset();
  return team;
}

std::vector<MemberRowView> members(db::Database& database) {
  db::Statement& rows = database.cached(
      "SELECT m.team, coalesce(a.root, m.resident) AS root, max(m.post = 'leader')"
      " FROM volunteers_member m JOIN volunteers_team t ON t.id = m.team AND t.is_on = 1"
      " LEFT JOIN roster_alias a ON a.member = m.resident"
      " WHERE m.is_on = 1 GROUP BY 1, 2 ORDER BY 1, 2");
  std::vector<MemberRowView> present;
  rows.reset();
  while (rows.step()) {
    present.push_back({rows.id<TeamId>(0), rows.id<ResidentId>(1), rows.integer(2) != 0});
  }
  return present;
}

MemberState member_state(db::Database& database, const TeamId& team, const ResidentId& resident) {
  db::Statement& row =
      database.cached("SELECT is_on, post FROM volunteers_member WHERE team = ? AND resident = ?");
  MemberState state;
  if (row.bind(team, resident).step()) state = {row.integer(0) != 0, row.str(1)};
  row.reset();
  return state;
}

std::vector<Stretch> stretches(db::Database& database, const ResidentId& resident, Date first,
                               Date last) {
  db::Statement& rows = database.cached(
      "SELECT l.date, l.start, l.minutes FROM volunteers_line l"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " WHERE l.date BETWEEN ?2 AND ?3 AND l.resident IN (SELECT ?1 UNION SELECT y.member"
      "  FROM roster_alias x JOIN roster_alias y USING (root) WHERE x.member = ?1)");
  rows.bind(resident, first.iso(), last.iso());
  std::vector<Stretch> found;
  while (rows.step()) {
    Stretch stretch;
    stretch.date = Date::from_iso(rows.text(0)).value_or(first);
    if (!rows.is_null(1)) stretch.start = rows.integer(1);
    stretch.minutes = rows.integer(2);
    found.push_back(stretch);
  }
  return found;
}

std::map<ResidentId, ServiceFigure> figures(db::Database& database, Period period) {
  std::map<ResidentId, ServiceFigure> found;
  db::Statement& tallies = database.cached(
      "SELECT coalesce(r.root, l.resident) AS person, sum(l.minutes), count(*), sum(l.served)"
      " FROM volunteers_line l JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " LEFT JOIN roster_alias r ON r.member = l.resident"
      " WHERE l.date BETWEEN ? AND ? GROUP BY person");
  tallies.bind(period.first.iso(), period.last.iso());
  while (tallies.step()) {
    found[tallies.id<ResidentId>(0)] = {tallies.integer(1), tallies.integer(2), tallies.integer(3),
                                        Points()};
  }
  // The claim of a service line is named "pts.claim <its ref> <rule code>". CROSS JOIN keeps the
  // order: else all postings of the book would be gone through for each line.
  db::Statement& points = database.cached(
      "SELECT coalesce(r.root, l.resident) AS person, sum(p.pts)"
      " FROM volunteers_line l CROSS JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " CROSS JOIN points_post p ON p.claim >= 'pts.claim ' || l.ref || ' '"
      "  AND p.claim < 'pts.claim ' || l.ref || '!'"
      " CROSS JOIN ledger_act b ON b.number = p.act AND b.standing = 0"
      " LEFT JOIN roster_alias r ON r.member = l.resident"
      " WHERE l.date BETWEEN ? AND ? GROUP BY person");
  points.bind(period.first.iso(), period.last.iso());
  while (points.step()) found[points.id<ResidentId>(0)].points = points.points(1);
  return found;
}

}  // namespace jishan::volunteers
