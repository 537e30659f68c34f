#include "village/events.h"

#include <array>
#include <utility>

#include "journal/field_reader.h"

namespace jishan::village {
namespace {

using journal::Draft;
using journal::FieldReader;
using journal::InertList;
using journal::Json;

constexpr int offset_minutes_min = -720;
constexpr int offset_minutes_max = 840;
constexpr int scale_only = 100;
constexpr std::array modes = {Mode::real, Mode::practice};

bool is_hash(std::string_view text) {
  return journal::Hash::from_hex(text).has_value();
}

Draft draft_of(std::string_view kind, std::string date, Json body) {
  Draft draft;
  draft.kind = std::string(kind);
  draft.date = std::move(date);
  draft.body = std::move(body);
  return draft;
}

Json one_row(Json row) {
  Json rows{Json::Array()};
  rows.push_back(std::move(row));
  Json body;
  body.set("rows", std::move(rows));
  return body;
}

}  // namespace

std::string_view code_of(Mode mode) {
  return mode == Mode::practice ? "practice" : "real";
}

std::string_view code_of(NameMask mask) {
  return mask == NameMask::given ? "given" : "middle";
}

bool SettingFields::is_empty() const {
  return !name && !town && !step && !rate_fen && !gate && !notice_days && !caps &&
         !mask;
}

bool OperatorFields::is_empty() const {
  return !roles && !resident && !on;
}

Draft create_draft(const Genesis& genesis, std::string date) {
  Json body;
  body.set("name", genesis.name);
  body.set("town", genesis.town);
  body.set("code", genesis.code);
  body.set("mode", code_of(genesis.mode));
  body.set("offset_min", genesis.offset_minutes);
  body.set("scale", genesis.scale);
  body.set("alg", genesis.algorithm);
  return draft_of(kind_create, std::move(date), std::move(body));
}

Draft set_draft(const SettingFields& fields, std::string date) {
  Json f;
  if (fields.name) f.set("name", *fields.name);
  if (fields.town) f.set("town", *fields.town);
  if (fields.step) f.set("step", *fields.step);
  if (fields.rate_fen) f.set("rate_fen", *fields.rate_fen);
  if (fields.gate) f.set("gate", *fields.gate == Gate::notice ? "notice" : "none");
  if (fields.notice_days) f.set("notice_days", *fields.notice_days);
  if (fields.caps) f.set("caps", json_of(*fields.caps));
  if (fields.mask) f.set("mask", code_of(*fields.mask));
  Json row;
  row.set("f", std::move(f));
  return draft_of(kind_set, std::move(date), one_row(std::move(row)));
}

Draft writer_draft(const WriterFields& fields, std::string date) {
  Json body;
  body.set("app", fields.app);
  body.set("name", fields.name);
  return draft_of(kind_writer, std::move(date), std::move(body));
}

Draft operator_draft(const OperatorId& id, const OperatorFields& fields,
                     const std::optional<std::string>& name, std::string date) {
  Json f;
  if (fields.roles) {
    Json roles{Json::Array()};
    for (const std::string& role : *fields.roles) roles.push_back(role);
    f.set("roles", std::move(roles));
  }
  if (fields.resident) f.set("res", *fields.resident);
  if (fields.on) f.set("on", *fields.on);
  Json row;
  row.set("id", id.str());
  row.set("f", std::move(f));
  Draft draft = draft_of(kind_operator, std::move(date), one_row(std::move(row)));
  if (name) {
    Json personal;
    personal.set("name", *name);
    draft.personal = one_row(std::move(personal));
  }
  return draft;
}

Draft settle_draft(const Settle& settle, const std::string& text, std::string date) {
  Json body;
  body.set("todo", settle.todo);
  body.set("basis", settle.basis);
  if (settle.floor) body.set("floor", *settle.floor);
  Draft draft = draft_of(kind_settle, std::move(date), std::move(body));
  if (!text.empty()) draft.personal = Json(Json::Object{{"text", Json(text)}});
  return draft;
}

Draft unite_draft(const Union& united, std::string date) {
  Json body;
  body.set("other", united.other.hex());
  return draft_of(kind_unite, std::move(date), std::move(body));
}

std::optional<Genesis> genesis_from(const Json& body, InertList* inert) {
  FieldReader read(body, journal::whole_event, inert);
  Genesis genesis;
  genesis.name = read.text("name");
  genesis.town = read.text("town");
  genesis.code = read.text("code");
  genesis.mode = read.one_of("mode", modes, [](Mode mode) { return code_of(mode); });
  genesis.offset_minutes =
      static_cast<int>(read.integer("offset_min", offset_minutes_min, offset_minutes_max));
  genesis.scale = static_cast<int>(read.integer("scale", scale_only, scale_only));
  genesis.algorithm = read.text("alg");
  return read.is_good() ? std::optional(std::move(genesis)) : std::nullopt;
}

std::optional<Settle> settle_from(const Json& body, InertList* inert) {
  FieldReader read(body, journal::whole_event, inert);
  Settle settle;
  settle.todo = read.text("todo", journal::is_not_empty);
  settle.basis = read.text("basis", is_hash);
  if (read.has("floor")) {
    settle.floor = read.integer("floor", -journal::integer_max, journal::integer_max);
  }
  return read.is_good() ? std::optional(std::move(settle)) : std::nullopt;
}

std::optional<WriterFields> writer_from(const Json& body, InertList* inert) {
  FieldReader read(body, journal::whole_event, inert);
  WriterFields fields{std::string(read.text("app")), std::string(read.text("name"))};
  return read.is_good() ? std::optional(std::move(fields)) : std::nullopt;
}

std::optional<Union> union_from(const Json& body) {
  const auto other = body.string_at("other");
  const auto hash = other ? journal::Hash::from_hex(*other) : std::nullopt;
  if (!hash) return std::nullopt;
  return Union{*hash};
}

}  // namespace jishan::village
