// How much may be granted: the cap of a rule, and the caps of the village over all rules. It must
// not know what is granted: commands look at a cap when a person acts, a fold never does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "journal/json.h"

namespace jishan::village {

enum class CapScope { household, resident };
enum class CapSpan { entry, day, week, month, quarter, year, ever };
enum class CapMeasure { times, points, quantity };
struct Cap {
  CapScope scope = CapScope::household;
  CapSpan span = CapSpan::entry;
  CapMeasure measure = CapMeasure::times;
  std::int64_t max = 0;  // times, or hundredths
  friend bool operator==(const Cap& a, const Cap& b) {
    return a.scope == b.scope && a.span == b.span && a.measure == b.measure && a.max == b.max;
  }
};

std::string_view text_of(CapScope scope);
std::string_view text_of(CapSpan span);
std::string_view text_of(CapMeasure measure);

// Nothing for a cap of a form this version does not know, or with a max out of range.
std::optional<Cap> cap_from(const journal::Json& json);
journal::Json json_of(const Cap& cap);

// Caps over all rules, as villages set them beside those of single rules: so many points or times
// a household may earn in a week, so many in a month. Quantities of different units do not add up,
// so none of these counts them.
std::optional<std::vector<Cap>> village_caps_from(const journal::Json& json);
journal::Json json_of(const std::vector<Cap>& caps);

}  // namespace jishan::village
