// Hours as pure logic: nights, overlaps. No SQL, no clock.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"

namespace jishan::volunteers {

inline constexpr std::int64_t day_minutes = 24 * 60;
// 22:00 to 06:00, the hours that count as night work; recorded now so that a village can weigh
// them later without asking anybody again.
inline constexpr std::int64_t night_begin = 22 * 60;
inline constexpr std::int64_t night_end = 6 * 60;

// Minutes of a service that lie in the night. It may run past midnight; `start` is in 0 … 1439
// and minutes in 1 … 1440. Without a start none are known.
std::int64_t night_minutes(std::optional<std::int64_t> start, std::int64_t minutes);

// A service as a stretch of time; without a start it has none and overlaps nothing.
struct Stretch {
  Date date;
  std::optional<std::int64_t> start;
  std::int64_t minutes = 0;
};
// Minutes that two services share, also across midnight.
std::int64_t overlap_minutes(const Stretch& a, const Stretch& b);

}  // namespace jishan::volunteers
