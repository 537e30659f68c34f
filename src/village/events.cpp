#include "village/events.h"

#include <utility>

namespace jishan::village {
namespace {

using journal::Draft;
using journal::Json;

constexpr int offset_minutes_min = -720;
constexpr int offset_minutes_max = 840;

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

std::optional<Genesis> genesis_from(const Json& body) {
  const auto name = body.string_at("name");
  const auto town = body.string_at("town");
  const auto code = body.string_at("code");
  const auto mode = body.string_at("mode");
  const auto offset = body.integer_at("offset_min");
  const auto scale = body.integer_at("scale");
  const auto algorithm = body.string_at("alg");
  if (!name || !town || !code || !mode || !offset || !scale || !algorithm) return std::nullopt;
  if (*mode != code_of(Mode::real) && *mode != code_of(Mode::practice)) return std::nullopt;
  if (*offset < offset_minutes_min || *offset > offset_minutes_max || *scale != 100) {
    return std::nullopt;
  }
  Genesis genesis;
  genesis.name = *name;
  genesis.town = *town;
  genesis.code = *code;
  genesis.mode = *mode == code_of(Mode::practice) ? Mode::practice : Mode::real;
  genesis.offset_minutes = static_cast<int>(*offset);
  genesis.scale = static_cast<int>(*scale);
  genesis.algorithm = *algorithm;
  return genesis;
}

std::optional<Settle> settle_from(const Json& body) {
  const auto todo = body.string_at("todo");
  const auto basis = body.string_at("basis");
  if (!todo || todo->empty() || !basis || !journal::Hash::from_hex(*basis)) return std::nullopt;
  Settle settle{std::string(*todo), std::string(*basis), std::nullopt};
  if (body.find("floor") != nullptr) {
    settle.floor = body.integer_at("floor");
    if (!settle.floor) return std::nullopt;
  }
  return settle;
}

std::optional<WriterFields> writer_from(const Json& body) {
  const auto app = body.string_at("app");
  const auto name = body.string_at("name");
  if (!app || !name) return std::nullopt;
  return WriterFields{std::string(*app), std::string(*name)};
}

std::optional<Union> union_from(const Json& body) {
  const auto other = body.string_at("other");
  const auto hash = other ? journal::Hash::from_hex(*other) : std::nullopt;
  if (!hash) return std::nullopt;
  return Union{*hash};
}

}  // namespace jishan::village
