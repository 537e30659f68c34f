#include "volunteers/events.h"

#include <array>
#include <utility>

#include "base/date.h"
#include "journal/field_reader.h"
#include "ledger/events.h"

namespace jishan::volunteers {
namespace {

using journal::FieldReader;
using journal::InertList;
using journal::Json;

struct CodedKind {
  ServiceKind kind;
  std::string_view code;
};
constexpr std::array<CodedKind, service_kinds_count> kinds = {{
    {ServiceKind::elders, "elders"},
    {ServiceKind::children, "children"},
    {ServiceKind::visits, "visits"},
    {ServiceKind::environment, "environment"},
    {ServiceKind::safety, "safety"},
    {ServiceKind::legal, "legal"},
    {ServiceKind::culture, "culture"},
    {ServiceKind::errands, "errands"},
    {ServiceKind::farming, "farming"},
    {ServiceKind::emergency, "emergency"},
    {ServiceKind::other, "other"},
}};

bool is_date(std::string_view text) {
  return Date::from_iso(text).has_value();
}

std::optional<ServiceLine> line_from(const Json& object, int number, InertList* inert) {
  FieldReader read(object, number, inert);
  ServiceLine line;
  line.line = number;
  line.resident = read.id<ResidentId>("res");
  line.date = read.text("d", is_date);
  line.minutes = read.integer("min", 1, service_minutes_max);
  line.night_minutes = read.integer("night_min", 0, service_minutes_max);
  line.kind = read.text("kind");
  line.served = read.integer("served", 0, served_max);
  line.via = read.text("via");
  line.by = read.text("by");
  line.gen = ledger::gen_of(read);
  if (read.has("start")) line.start = read.integer("start", 0, service_minutes_max - 1);
  if (read.has("shift")) line.shift = read.id<ShiftId>("shift");
  if (read.is_good() && line.night_minutes > line.minutes) read.reject("night_min");
  return read.is_good() ? std::optional(std::move(line)) : std::nullopt;
}

Json object_of(const ServiceLine& line) {
  Json object;
  object.set("res", line.resident.text());
  if (!line.shift.is_empty()) {
    object.set("shift", line.shift.text());
    if (line.gen != 1) object.set("gen", line.gen);
  }
  object.set("d", line.date);
  if (line.start) object.set("start", *line.start);
  object.set("min", line.minutes);
  object.set("night_min", line.night_minutes);
  object.set("kind", line.kind);
  object.set("served", line.served);
  object.set("via", line.via);
  object.set("by", line.by);
  return object;
}

journal::Draft rows_draft(std::string_view kind, Json::Array rows, std::string date) {
  journal::Draft draft;
  draft.kind = kind;
  draft.date = std::move(date);
  draft.body.set("rows", std::move(rows));
  return draft;
}

}  // namespace

std::string_view code_of(ServiceKind kind) {
  for (const CodedKind& row : kinds) {
    if (row.kind == kind) return row.code;
  }
  return {};
}

std::optional<ServiceKind> service_kind_from_code(std::string_view code) {
  for (const CodedKind& row : kinds) {
    if (row.code == code) return row.kind;
  }
  return std::nullopt;
}

bool VolunteerFields::is_empty() const {
  return !on && !number && !skills && !guardian;
}
bool TeamFields::is_empty() const {
  return !name && !on;
}
bool MemberFields::is_empty() const {
  return !on && !post;
}

journal::Draft volunteer_set(const ResidentId& resident, const VolunteerFields& fields,
                             const std::optional<std::string>& note, std::string date) {
  Json f;
  if (fields.on) f.set("on", *fields.on);
  if (fields.number) f.set("no", *fields.number);
  if (fields.skills) {
    f.set("skills", Json::Array(fields.skills->begin(), fields.skills->end()));
  }
  if (fields.guardian) f.set("guardian", *fields.guardian);
  Json row;
  row.set("res", resident.text());
  row.set("f", std::move(f));
  journal::Draft draft = rows_draft(volunteer_set_kind, {std::move(row)}, std::move(date));
  if (note) {
    Json personal_row;
    personal_row.set("note", *note);
    draft.personal.emplace();
    draft.personal->set("rows", Json::Array{std::move(personal_row)});
  }
  return draft;
}

journal::Draft team_set(const TeamId& id, const TeamFields& fields, std::string date) {
  Json f;
  if (fields.name) f.set("name", *fields.name);
  if (fields.on) f.set("on", *fields.on);
  Json row;
  row.set("id", id.text());
  row.set("f", std::move(f));
  return rows_draft(team_set_kind, {std::move(row)}, std::move(date));
}

journal::Draft member_set(const std::vector<MemberRow>& rows, std::string date) {
  Json::Array array;
  for (const MemberRow& member : rows) {
    Json f;
    if (member.fields.on) f.set("on", *member.fields.on);
    if (member.fields.post) f.set("post", *member.fields.post);
    Json row;
    row.set("team", member.team.text());
    row.set("res", member.resident.text());
    row.set("f", std::move(f));
    array.push_back(std::move(row));
  }
  return rows_draft(member_set_kind, std::move(array), std::move(date));
}

journal::Draft service(const Service& record, std::string place, std::string note,
                       std::string date) {
  Json::Array lines;
  for (const ServiceLine& line : record.lines) lines.push_back(object_of(line));
  journal::Draft draft;
  draft.kind = service_kind;
  draft.date = std::move(date);
  draft.body.set("id", record.act.text());
  draft.body.set("lines", std::move(lines));
  journal::set_personal_text(draft, "place", std::move(place));
  journal::set_personal_text(draft, "note", std::move(note));
  return draft;
}

std::optional<Service> service_from(const Json& body, InertList* inert) {
  FieldReader read(body, journal::whole_event, inert);
  Service record;
  record.act = read.id<ActId>("id");
  const Json::Array& lines = read.list("lines");
  if (!read.is_good()) return std::nullopt;
  record.lines = journal::good_lines<ServiceLine>(lines, inert, line_from);
  return record;
}

ServicePersonal service_personal_from(const journal::Event& event) {
  return {personal_text(event, "place"), personal_text(event, "note")};
}

}  // namespace jishan::volunteers
