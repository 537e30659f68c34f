#include "points/rule_codec.h"

#include <initializer_list>

namespace jishan::points {
namespace {

using journal::Json;

template <class Enum>
std::optional<Enum> enum_from(std::string_view text, std::initializer_list<Enum> values) {
  for (const Enum value : values) {
    if (text_of(value) == text) return value;
  }
  return std::nullopt;
}

bool is_amount(std::int64_t value) {
  return value >= -line_hundredths_max && value <= line_hundredths_max;
}

// An optional amount: absent is 0.
bool read_points(const Json& json, std::string_view key, Points& points) {
  const Json* member = json.find(key);
  if (member == nullptr) return true;
  const std::int64_t* value = member->integer();
  if (value == nullptr || !is_amount(*value)) return false;
  points = Points::hundredths(*value);
  return true;
}

bool read_text(const Json& json, std::string_view key, std::string& text) {
  const Json* member = json.find(key);
  if (member == nullptr) return true;
  if (member->string() == nullptr) return false;
  text = *member->string();
  return true;
}

}  // namespace

std::optional<Rule> rule_from_json(const Json& json) {
  const auto code = json.string_at("code");
  const auto rule_class = json.string_at("class");
  const auto text = json.string_at("text");
  const auto type = enum_from(json.string_at("type").value_or(""),
                              {RuleType::fixed, RuleType::range, RuleType::per_quantity});
  if (!code || !is_rule_code(*code) || !rule_class || !text || !type) return std::nullopt;
  if (rule_class->size() != 1 || (*rule_class)[0] < 'A' || (*rule_class)[0] > 'Z') {
    return std::nullopt;
  }
  Rule rule;
  rule.code = *code;
  rule.rule_class = (*rule_class)[0];
  rule.type = *type;
  rule.text = *text;
  if (!read_points(json, "pts", rule.points) || !read_points(json, "lo", rule.low) ||
      !read_points(json, "hi", rule.high) || !read_text(json, "unit", rule.unit) ||
      !read_text(json, "clause", rule.clause)) {
    return std::nullopt;
  }
  if (const Json* cap = json.find("cap")) {
    rule.cap = village::cap_from(*cap);
    if (!rule.cap) return std::nullopt;
  }
  return rule;
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
