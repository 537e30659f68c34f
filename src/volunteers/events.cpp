#include "volunteers/events.h"

#include <array>
#include <utility>

#include "base/date.h"

namespace jishan::volunteers {
namespace {

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

std::optional<std::int64_t> integer_within(const Json& object, std::string_view key,
                                           std::int64_t low, std::int64_t high) {
  const auto value = object.integer_at(key);
  return value && *value >= low && *value <= high ? value : std::nullopt;
}

// A member that may be left out: false when it is there and wrong.
bool read_optional(const Json& object, std::string_view key, std::int64_t low, std::int64_t high,
                   std::optional<std::int64_t>& value) {
  if (object.find(key) == nullptr) return true;
  value = integer_within(object, key, low, high);
  return value.has_value();
}

std::optional<ServiceLine> line_from(const Json& object, int number) {
  ServiceLine line;
  line.line = number;
  const auto resident = object.string_at("res");
  const auto id = resident ? ResidentId::from_text(*resident) : std::nullopt;
  const auto date = object.string_at("d");
  const auto minutes = integer_within(object, "min", 1, service_minutes_max);
  const auto kind = object.string_at("kind");
  const auto served = integer_within(object, "served", 0, served_max);
  const auto via = object.string_at("via");
  const auto by = object.string_at("by");
  if (!id || !date || !Date::from_iso(*date) || !minutes || !kind || !served || !via || !by) {
    return std::nullopt;
  }
  const auto night = integer_within(object, "night_min", 0, *minutes);
  std::optional<std::int64_t> gen = 1;
  if (!night || !read_optional(object, "start", 0, service_minutes_max - 1, line.start) ||
      !read_optional(object, "gen", 1, 1'000'000'000, gen)) {
    return std::nullopt;
  }
  if (object.find("shift") != nullptr) {
    const auto text = object.string_at("shift");
    const auto shift = text ? ShiftId::from_text(*text) : std::nullopt;
    if (!shift) return std::nullopt;
    line.shift = *shift;
  }
  line.resident = *id;
  line.date = *date;
  line.minutes = *minutes;
  line.night_minutes = *night;
  line.kind = *kind;
  line.served = *served;
  line.via = *via;
  line.by = *by;
  line.gen = *gen;
  return line;
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
  Json x;
  if (!place.empty()) x.set("place", std::move(place));
  if (!note.empty()) x.set("note", std::move(note));
  if (!x.object()->empty()) draft.personal = std::move(x);
  return draft;
}

std::optional<Service> service_from(const Json& body) {
  const auto text = body.string_at("id");
  const auto act = text ? ActId::from_text(*text) : std::nullopt;
  const Json::Array* lines = body.array_at("lines");
  if (!act || lines == nullptr) return std::nullopt;
  Service record;
  record.act = *act;
  int number = 0;
  for (const Json& object : *lines) {
    if (auto line = line_from(object, number++)) record.lines.push_back(std::move(*line));
  }
  return record;
}

ServicePersonal service_personal_from(const journal::Event& event) {
  ServicePersonal personal;
  if (!event.personal) return personal;
  if (const auto place = event.personal->string_at("place")) personal.place = *place;
  if (const auto note = event.personal->string_at("note")) personal.note = *note;
  return personal;
}

}  // namespace jishan::volunteers
