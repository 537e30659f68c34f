#include "volunteers/fold.h"

#include <functional>
#include <utility>

#include "volunteers/events.h"
#include "volunteers/schema_sql.h"

namespace jishan::volunteers {
namespace {

using journal::Json;

constexpr std::string_view volunteer_area = "vol";
constexpr std::string_view team_area = "team";
constexpr std::string_view member_area = "member";

bool is_text(const Json& value) {
  return value.string() != nullptr;
}
// "" clears a switch as it clears any field.
bool is_switch(const Json& value) {
  const std::int64_t* number = value.integer();
  if (number != nullptr) return *number == 0 || *number == 1;
  return is_text(value) && value.string()->empty();
}
bool is_texts(const Json& value) {
  if (is_text(value)) return value.string()->empty();
  if (value.array() == nullptr) return false;
  for (const Json& element : *value.array()) {
    if (!is_text(element)) return false;
  }
  return true;
}

struct Field {
  std::string_view name;
  bool (*is_valid)(const Json&);
};
constexpr Field volunteer_fields[] = {
    {"on", is_switch}, {"no", is_text}, {"skills", is_texts}, {"guardian", is_text}};
constexpr Field team_fields[] = {{"name", is_text}, {"on", is_switch}};
constexpr Field member_fields[] = {{"on", is_switch}, {"post", is_text}};

// R4: a row with a known field of the wrong type is inert as a whole.
template <std::size_t Count>
bool is_row_valid(const Field (&fields)[Count], const Json& f) {
  for (const Field& field : fields) {
    const Json* value = f.find(field.name);
    if (value != nullptr && !field.is_valid(*value)) return false;
  }
  return true;
}

// Calls visit(line, row, f) for every row that has fields.
void for_each_row(const Json& body,
                  const std::function<void(int, const Json&, const Json&)>& visit) {
  const Json::Array* rows = body.array_at("rows");
  if (rows == nullptr) return;
  int line = 0;
  for (const Json& row : *rows) {
    const Json* f = row.object_at("f");
    if (f != nullptr) visit(line, row, *f);
    ++line;
  }
}

template <class Id>
std::optional<std::string> id_at(const Json& row, std::string_view key) {
  const auto text = row.string_at(key);
  if (!text || !Id::from_text(*text)) return std::nullopt;
  return std::string(*text);
}

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

std::string member_key(const std::string& team, const std::string& resident) {
  return team + ' ' + resident;
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
  if (kind == volunteer_set_kind) {
    take_volunteers(taken);
    take_volunteer_notes(taken);
  }
  if (kind == team_set_kind) take_teams(taken);
  if (kind == member_set_kind) take_members(taken);
  if (kind == service_kind) take_service(taken);
}

void VolunteersFold::take_volunteers(const journal::FoldEvent& taken) {
  for_each_row(taken.event.body, [&](int line, const Json& row, const Json& f) {
    const auto resident = id_at<ResidentId>(row, "res");
    if (!resident || !is_row_valid(volunteer_fields, f)) return;
    for (const auto& [field, value] : *f.object()) {
      m_registers.write(volunteer_area, *resident, field, taken, line, value);
    }
    m_dirty_volunteers.insert(*resident);
  });
}

// x.rows[i] belongs to b.rows[i] and may be shorter.
void VolunteersFold::take_volunteer_notes(const journal::FoldEvent& taken) {
  if (!taken.event.personal) return;
  const Json::Array* notes = taken.event.personal->array_at("rows");
  if (notes == nullptr) return;
  for_each_row(taken.event.body, [&](int line, const Json& row, const Json& f) {
    const auto resident = id_at<ResidentId>(row, "res");
    if (!resident || !is_row_valid(volunteer_fields, f)) return;
    if (static_cast<std::size_t>(line) >= notes->size()) return;
    const auto note = (*notes)[static_cast<std::size_t>(line)].string_at("note");
    if (!note) return;
    m_registers.write(volunteer_area, *resident, "note", taken, line, Json(*note));
    m_dirty_volunteers.insert(*resident);
  });
}

void VolunteersFold::take_teams(const journal::FoldEvent& taken) {
  for_each_row(taken.event.body, [&](int line, const Json& row, const Json& f) {
    const auto id = id_at<TeamId>(row, "id");
    if (!id || !is_row_valid(team_fields, f)) return;
    for (const auto& [field, value] : *f.object()) {
      m_registers.write(team_area, *id, field, taken, line, value);
    }
    m_dirty_teams.insert(*id);
  });
}

void VolunteersFold::take_members(const journal::FoldEvent& taken) {
  for_each_row(taken.event.body, [&](int line, const Json& row, const Json& f) {
    const auto team = id_at<TeamId>(row, "team");
    const auto resident = id_at<ResidentId>(row, "res");
    if (!team || !resident || !is_row_valid(member_fields, f)) return;
    for (const auto& [field, value] : *f.object()) {
      m_registers.write(member_area, member_key(*team, *resident), field, taken, line, value);
    }
    m_dirty_members.emplace(*team, *resident);
  });
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
    const std::int64_t number = m_ledger.add(taken, line.line, act);
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
  if (taken.event.kind == volunteer_set_kind) take_volunteer_notes(taken);
  if (taken.event.kind != service_kind) return;
  const ServicePersonal personal = service_personal_from(taken.event);
  m_database.cached("UPDATE volunteers_service SET place = ?2, note = ?3 WHERE event = ?1")
      .run(taken.number, personal.place, personal.note);
}

void VolunteersFold::settle() {
  for (const std::string& resident : m_dirty_volunteers) settle_volunteer(resident);
  for (const std::string& id : m_dirty_teams) settle_team(id);
  for (const auto& [team, resident] : m_dirty_members) settle_member(team, resident);
  m_dirty_volunteers.clear();
  m_dirty_teams.clear();
  m_dirty_members.clear();
}

void VolunteersFold::settle_volunteer(const std::string& resident) {
  const Json::Object shown = m_registers.shown_fields(volunteer_area, resident);
  m_database
      .cached(
          "INSERT OR REPLACE INTO volunteers_volunteer (resident, is_on, number, skills,"
          " guardian, note) VALUES (?, ?, ?, ?, ?, ?)")
      .run(resident, is_on_in(shown, false), text_in(shown, "no"), lines_in(shown, "skills"),
           text_in(shown, "guardian"), text_in(shown, "note"));
}

void VolunteersFold::settle_team(const std::string& id) {
  const Json::Object shown = m_registers.shown_fields(team_area, id);
  m_database.cached("INSERT OR REPLACE INTO volunteers_team (id, name, is_on) VALUES (?, ?, ?)")
      .run(id, text_in(shown, "name"), is_on_in(shown, true));
}

void VolunteersFold::settle_member(const std::string& team, const std::string& resident) {
  const Json::Object shown = m_registers.shown_fields(member_area, member_key(team, resident));
  m_database
      .cached(
          "INSERT OR REPLACE INTO volunteers_member (team, resident, is_on, post)"
          " VALUES (?, ?, ?, ?)")
      .run(team, resident, is_on_in(shown, false), text_in(shown, "post"));
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

}  // namespace jishan::volunteers
