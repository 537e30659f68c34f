#include "village/caps.h"

#include <initializer_list>

#include "base/points.h"

namespace jishan::village {
namespace {

using journal::Json;

template <class Enum>
std::optional<Enum> enum_at(const Json& json, std::string_view key,
                            std::initializer_list<Enum> values) {
  const auto text = json.string_at(key);
  for (const Enum value : values) {
    if (text && text_of(value) == *text) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view text_of(CapScope scope) {
  return scope == CapScope::household ? "hh" : "res";
}

std::string_view text_of(CapSpan span) {
  switch (span) {
    case CapSpan::entry:
      return "entry";
    case CapSpan::day:
      return "day";
    case CapSpan::week:
      return "week";
    case CapSpan::month:
      return "month";
    case CapSpan::quarter:
      return "quarter";
    case CapSpan::year:
      return "year";
    case CapSpan::ever:
      return "ever";
  }
  return "";
}

std::string_view text_of(CapMeasure measure) {
  switch (measure) {
    case CapMeasure::times:
      return "times";
    case CapMeasure::points:
      return "pts";
    case CapMeasure::quantity:
      return "qty";
  }
  return "";
}

std::optional<Cap> cap_from(const Json& json) {
  const auto scope = enum_at(json, "by", {CapScope::household, CapScope::resident});
  const auto span = enum_at(json, "per",
                            {CapSpan::entry, CapSpan::day, CapSpan::week, CapSpan::month,
                             CapSpan::quarter, CapSpan::year, CapSpan::ever});
  const auto measure =
      enum_at(json, "of", {CapMeasure::times, CapMeasure::points, CapMeasure::quantity});
  const auto max = json.integer_at("max");
  if (!scope || !span || !measure || !max || *max < 1 || *max > line_hundredths_max) {
    return std::nullopt;
  }
  return Cap{*scope, *span, *measure, *max};
}

Json json_of(const Cap& cap) {
  Json json;
  json.set("by", text_of(cap.scope));
  json.set("per", text_of(cap.span));
  json.set("of", text_of(cap.measure));
  json.set("max", cap.max);
  return json;
}

std::optional<std::vector<Cap>> village_caps_from(const Json& json) {
  if (json.array() == nullptr) return std::nullopt;
  std::vector<Cap> caps;
  for (const Json& element : *json.array()) {
    const std::optional<Cap> cap = cap_from(element);
    if (!cap || cap->measure == CapMeasure::quantity) return std::nullopt;
    caps.push_back(*cap);
  }
  return caps;
}

Json json_of(const std::vector<Cap>& caps) {
  Json list{Json::Array()};
  for (const Cap& cap : caps) list.push_back(json_of(cap));
  return list;
}

}  // namespace jishan::village
