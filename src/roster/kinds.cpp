#include "roster/kinds.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/ids.h"
#include "roster/events.h"

namespace jishan::roster {
namespace {

using journal::Json;
using village::Field;
using village::is_flag;
using village::is_id_or_cleared;
using village::is_text;

bool is_cleared(const Json& value) {
  return value.string() != nullptr && value.string()->empty();
}
// 1–99 or cleared.
bool is_group(const Json& value) {
  const std::int64_t* const number = value.integer();
  return is_cleared(value) || (number != nullptr && *number >= 1 && *number <= group_max);
}
bool is_sex(const Json& value) {
  const std::int64_t* const code = value.integer();
  return is_cleared(value) || (code != nullptr && *code >= 0 && *code <= 9);
}
bool is_date(const Json& value) {
  return is_cleared(value) || (value.string() != nullptr && Date::from_iso(*value.string()));
}
bool is_flag_or_cleared(const Json& value) {
  return is_cleared(value) || is_flag(value);
}

template <class Id>
std::string key_of(journal::FieldReader& row) {
  return row.id<Id>("id").str();
}

bool is_alias_letter(std::string_view text) {
  return text == "h" || text == "r";
}

// The unordered pair: "<smaller> <greater>". What a and b must be is known with the letter only.
std::string pair_key(journal::FieldReader& row) {
  const std::string_view letter = row.text("t", is_alias_letter);
  if (letter.empty()) return {};
  const auto id_at = [&](std::string_view name) {
    return letter == "h" ? row.id<HouseholdId>(name).str() : row.id<ResidentId>(name).str();
  };
  const std::string a = id_at("a");
  const std::string b = id_at("b");
  return std::min(a, b) + " " + std::max(a, b);
}

constexpr std::array<Field, 4> cell_fields = {{{"parent", is_id_or_cleared<CellId>},
                                               {"level", is_text},
                                               {"no", is_group},
                                               {"name", is_text}}};

constexpr std::array<Field, 7> household_fields = {{{"no", is_text},
                                                    {"grp", is_group},
                                                    {"cell", is_id_or_cleared<CellId>},
                                                    {"class", is_text},
                                                    {"head", is_id_or_cleared<ResidentId>},
                                                    {"state", is_text},
                                                    {"outlet", is_id_or_cleared<OutletId>}}};
constexpr std::array<Field, 2> household_personal = {{{"addr", is_text}, {"note", is_text}}};

constexpr std::array<Field, 3> resident_fields = {
    {{"hh", is_id_or_cleared<HouseholdId>}, {"rel", is_text}, {"state", is_text}}};
constexpr std::array<Field, 6> resident_personal = {{{"name", is_text},
                                                     {"sex", is_sex},
                                                     {"born", is_date},
                                                     {"minor", is_flag_or_cleared},
                                                     {"phone", is_text},
                                                     {"idno", is_text}}};
constexpr std::array<Field, 1> alias_fields = {{{"on", is_flag}}};

constexpr std::array<std::string_view, 5> loud_fields = {"class", "grp", "head", "no", "state"};

}  // namespace

const village::SetKind cell_set = {"cell", key_of<CellId>, cell_fields, {}};
const village::SetKind household_set = {"hh", key_of<HouseholdId>, household_fields,
                                        household_personal};
const village::SetKind resident_set = {"res", key_of<ResidentId>, resident_fields,
                                       resident_personal};
const village::SetKind alias_set = {"alias", pair_key, alias_fields, {}};

std::span<const std::string_view> loud_household_fields() {
  return loud_fields;
}

}  // namespace jishan::roster
