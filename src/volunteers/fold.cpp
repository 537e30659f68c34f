#include "volunteers/fold.h"

#include <algorithm>
#include <array>
#include <utility>

#include "village/set_rows.h"
#include "volunteers/events.h"
#include "volunteers/schema_sql.h"

namespace jishan::volunteers {
namespace {

using journal::Json;

bool is_texts(const Json& value) {
  const Json::Array* const texts = value.array();
  return texts != nullptr && std::all_of(texts->begin(), texts->end(), village::is_text);
}

std::string resident_of(journal::FieldReader& row) {
  return row.id<ResidentId>("res").str();
}

std::string team_of(journal::FieldReader& row) {
  return row.id<TeamId>("id").str();
}

// "<team> <resident>"
std::string membership_of(journal::FieldReader& row) {
  const std::string team = row.id<TeamId>("team").str();
  return team + ' ' + resident_of(row);
}

constexpr std::array volunteer_fields = {
    village::Field{"on", village::is_flag}, village::Field{"no", village::is_text},
    village::Field{"skills", is_texts},
    village::Field{"guardian", village::is_id_or_cleared<ResidentId>}};
constexpr std::array volunteer_notes = {village::Field{"note", village::is_text}};
constexpr std::array team_fields = {village::Field{"name", village::is_text},
                                    village::Field{"on", village::is_flag}};
constexpr std::array member_fields = {village::Field{"on", village::is_flag},
                                      village::Field{"post", village::is_text}};
constexpr village::SetKind volunteer_rows_kind = {"vol", resident_of, volunteer_fields,
                                                  volunteer_notes};
constexpr village::SetKind team_rows_kind = {"team", team_of, team_fields, {}};
constexpr village::SetKind member_rows_kind = {"member", membership_of, member_fields, {}};

std::string text_in(const Json::Object& shown, std::string_view field) {
  const auto found = shown.find(field);
  const std::string* text = found == shown.end() ? nullptr : found->second.string();
  return text == nullptr ? std::string() : *text;
}

bool is_on_in(const Json::Object& shown, bool missing) {
  const auto found = shown.find("on");
  const std::int64_t* value = found == shown.end() ? nullptr : found->second.integer();
  return value == nullptr ? missing : *value != 0;
}

std::string lines_in(const Json::Object& shown, std::string_view field) {
  std::string lines;
  const auto found = shown.find(field);
  const Json::Array* array = found == shown.end() ? nullptr : found->second.array();
  if (array == nullptr) return lines;
  for (const Json& element : *array) {
    if (element.string() == nullptr) continue;
    if (!lines.empty()) lines += '\n';
    lines += *element.string();
  }
  return lines;
}

void mark(std::set<std::string>& dirty, const std::vector<std::string>& keys) {
  dirty.insert(keys.begin(), keys.end());
}

}  // namespace

VolunteersFold::VolunteersFold(db::Database& database, journal::Registers& registers,
                               ledger::Ledger& ledger)
    : m_database(database), m_registers(registers), m_ledger(ledger) {}

void VolunteersFold::create_tables(db::Database& database) {
  m_dirty_volunteers.clear();
  m_dirty_teams.clear();
  m_dirty_members.clear();
  database.execute(schema_sql);
}

bool VolunteersFold::knows(std::string_view kind, int version) const {
  return version == 1 && (kind == volunteer_set_kind || kind == team_set_kind ||
                          kind == member_set_kind || kind == service_kind);
}

void VolunteersFold::take(const journal::FoldEvent& taken) {
  const std::string_view kind = taken.event.kind;
  const village::RowParts all = village::RowParts::all;
  if (kind == volunteer_set_kind) {
    mark(m_dirty_volunteers, village::write_rows(m_registers, volunteer_rows_kind, taken, all));
  }
  if (kind == team_set_kind) {
    mark(m_dirty_teams, village::write_rows(m_registers, team_rows_kind, taken, all));
  }
  if (kind == member_set_kind) {
    mark(m_dirty_members, village::write_rows(m_registers, member_rows_kind, taken, all));
  }
  if (kind == service_kind) take_service(taken);
}

void VolunteersFold::take_service(const journal::FoldEvent& taken) {
  const std::optional<Service> record = service_from(taken.event.body);
  if (!record) return;
  const ServicePersonal personal = service_personal_from(taken.event);
  const std::string h = taken.event.h.hex();
  m_database
      .cached(
          "INSERT INTO volunteers_service (event, h, lamport, act_id, place, note)"
          " VALUES (?, ?, ?, ?, ?, ?)")
      .run(taken.number, taken.event.h.bytes, taken.event.lamport, record->act, personal.place,
           personal.note);
  for (const ServiceLine& line : record->lines) {
    ledger::Act act;
    act.date = line.date;
    if (!line.shift.is_empty()) {
      act.once_key = std::string(service_kind) + ' ' + line.shift.str() + ' ' + line.resident.str();
      act.gen = line.gen;
    }
    const std::int64_t number = m_ledger.add(taken, line.line, std::move(act));
    m_database
        .cached(
            "INSERT INTO volunteers_line (act, event, line, ref, resident, shift, date, start,"
            " minutes, night_minutes, kind, served)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(number, taken.number, line.line, h + ':' + std::to_string(line.line), line.resident,
             line.shift, line.date, line.start, line.minutes, line.night_minutes, line.kind,
             line.served);
  }
}

void VolunteersFold::take_personal(const journal::FoldEvent& taken) {
  if (taken.event.kind == volunteer_set_kind) {
    mark(m_dirty_volunteers,
         village::write_rows(m_registers, volunteer_rows_kind, taken, village::RowParts::personal));
  }
  if (taken.event.kind != service_kind) return;
  const ServicePersonal personal = service_personal_from(taken.event);
  m_database.cached("UPDATE volunteers_service SET place = ?2, note = ?3 WHERE event = ?1")
      .run(taken.number, personal.place, personal.note);
}

void VolunteersFold::settle() {
  for (const std::string& resident : m_dirty_volunteers) settle_volunteer(resident);
  for (const std::string& id : m_dirty_teams) settle_team(id);
  for (const std::string& membership : m_dirty_members) settle_member(membership);
  m_dirty_volunteers.clear();
  m_dirty_teams.clear();
  m_dirty_members.clear();
}

void VolunteersFold::settle_volunteer(const std::string& resident) {
  const Json::Object shown = m_registers.shown_fields(volunteer_rows_kind.table, resident);
  m_database
      .cached(
          "INSERT OR REPLACE INTO volunteers_volunteer (resident, is_on, number, skills,"
          " guardian, note) VALUES (?, ?, ?, ?, ?, ?)")
      .run(resident, is_on_in(shown, false), text_in(shown, "no"), lines_in(shown, "skills"),
           text_in(shown, "guardian"), text_in(shown, "note"));
}

void VolunteersFold::settle_team(const std::string& id) {
  const Json::Object shown = m_registers.shown_fields(team_rows_kind.table, id);
  m_database.cached("INSERT OR REPLACE INTO volunteers_team (id, name, is_on) VALUES (?, ?, ?)")
      .run(id, text_in(shown, "name"), is_on_in(shown, true));
}

void VolunteersFold::settle_member(const std::string& membership) {
  const Json::Object shown = m_registers.shown_fields(member_rows_kind.table, membership);
  const std::string_view key = membership;
  m_database
      .cached(
          "INSERT OR REPLACE INTO volunteers_member (team, resident, is_on, post)"
          " VALUES (?, ?, ?, ?)")
      .run(key.substr(0, id_size), key.substr(id_size + 1), is_on_in(shown, false),
           text_in(shown, "post"));
}

void VolunteersFold::dump(Json& books, Json&) const {
  Json::Array rows;
  db::Statement tallies = m_database.prepare(
      "SELECT coalesce((SELECT root FROM roster_alias WHERE member = l.resident), l.resident)"
      " AS person, sum(l.minutes), count(*), sum(l.served)"
      " FROM volunteers_line l JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " GROUP BY person ORDER BY person");
  while (tallies.step()) {
    rows.push_back(
        Json::Array{tallies.text(0), tallies.integer(1), tallies.integer(2), tallies.integer(3)});
  }
  books.set("service", std::move(rows));
}

void VolunteersFold::explain_inert(const journal::FoldEvent& closed,
                                   journal::InertList& inert) const {
  const auto& [number, event] = closed;
  if (event.kind == volunteer_set_kind) {
    village::explain_rows(volunteer_rows_kind, event.body, inert);
  }
  if (event.kind == team_set_kind) village::explain_rows(team_rows_kind, event.body, inert);
  if (event.kind == member_set_kind) village::explain_rows(member_rows_kind, event.body, inert);
  if (event.kind == service_kind) static_cast<void>(service_from(event.body, &inert));
  m_ledger.explain_acts(closed, inert);
}

}  // namespace jishan::volunteers
