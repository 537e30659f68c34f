#include "points/rule_codec.h"

#include <array>
#include <utility>

#include "journal/field_reader.h"

namespace jishan::points {
namespace {

using journal::FieldReader;
using journal::Json;

constexpr std::array types = {RuleType::fixed, RuleType::range, RuleType::per_quantity};

bool is_class(std::string_view text) {
  return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
}

// An optional amount: absent is 0.
Points points_at(FieldReader& read, std::string_view name) {
  if (!read.has(name)) return Points();
  return Points::hundredths(read.integer(name, -line_hundredths_max, line_hundredths_max));
}

std::string text_at(FieldReader& read, std::string_view name) {
  return read.has(name) ? std::string(read.text(name)) : std::string();
}

}  // namespace

std::optional<Rule> rule_from_json(const Json& json, int number, journal::InertList* inert) {
  FieldReader read(json, number, inert);
  Rule rule;
  rule.code = read.text("code", is_rule_code);
  const std::string_view rule_class = read.text("class", is_class);
  if (!rule_class.empty()) rule.rule_class = rule_class[0];
  rule.type = read.one_of("type", types, [](RuleType type) { return text_of(type); });
  rule.text = read.text("text");
  rule.points = points_at(read, "pts");
  rule.low = points_at(read, "lo");
  rule.high = points_at(read, "hi");
  rule.unit = text_at(read, "unit");
  rule.clause = text_at(read, "clause");
  if (const Json* cap = json.find("cap")) {
    rule.cap = village::cap_from(*cap);
    if (!rule.cap) read.reject("cap");
  }
  return read.is_good() ? std::optional(std::move(rule)) : std::nullopt;
}

Json json_of(const Rule& rule) {
  Json json;
  json.set("code", rule.code);
  json.set("class", std::string(1, rule.rule_class));
  json.set("type", text_of(rule.type));
  json.set("text", rule.text);
  json.set("pts", rule.points.hundredths());
  if (rule.type == RuleType::range) {
    json.set("lo", rule.low.hundredths());
    json.set("hi", rule.high.hundredths());
  }
  if (!rule.unit.empty()) json.set("unit", rule.unit);
  if (!rule.clause.empty()) json.set("clause", rule.clause);
  if (rule.cap) json.set("cap", json_of(*rule.cap));
  return json;
}

std::string_view text_of(RuleType type) {
  switch (type) {
    case RuleType::fixed:
      return "fixed";
    case RuleType::range:
      return "range";
    case RuleType::per_quantity:
      return "per";
  }
  return "";
}

}  // namespace jishan::points
