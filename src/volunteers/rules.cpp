#include "volunteers/rules.h"

#include <algorithm>

namespace jishan::volunteers {
namespace {

std::int64_t shared(std::int64_t begin, std::int64_t end, std::int64_t other_begin,
                    std::int64_t other_end) {
  return std::max<std::int64_t>(0, std::min(end, other_end) - std::max(begin, other_begin));
}

}  // namespace

std::int64_t night_minutes(std::optional<std::int64_t> start, std::int64_t minutes) {
  if (!start) return 0;
  const std::int64_t end = *start + minutes;
  // The nights that a service of at most a day can touch: before, after its evening, and the next.
  return shared(*start, end, 0, night_end) +
         shared(*start, end, night_begin, day_minutes + night_end) +
         shared(*start, end, day_minutes + night_begin, 2 * day_minutes);
}

std::int64_t overlap_minutes(const Stretch& a, const Stretch& b) {
  if (!a.start || !b.start) return 0;
  const std::int64_t a_begin = a.date.days() * day_minutes + *a.start;
  const std::int64_t b_begin = b.date.days() * day_minutes + *b.start;
  return shared(a_begin, a_begin + a.minutes, b_begin, b_begin + b.minutes);
}

}  // namespace jishan::volunteers
