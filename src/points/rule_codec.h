// A rule as a member of rules.publish. A rule of a type or cap this version does not know, or with
// a field out of range, is inert and left out.
#pragma once

#include <optional>
#include <string_view>

#include "journal/inert.h"
#include "journal/json.h"
#include "points/rules.h"

namespace jishan::points {

// `number`: its place in the book, from 0. What makes it inert goes to `inert`.
std::optional<Rule> rule_from_json(const journal::Json& json, int number = 0,
                                   journal::InertList* inert = nullptr);
journal::Json json_of(const Rule& rule);

std::string_view text_of(RuleType type);

}  // namespace jishan::points
