// The same events as files would bring them on a bad day: in any order, in parts of any size.
#pragma once

#include <algorithm>
#include <vector>

#include "base/random.h"
#include "journal/event.h"
#include "support/laptop.h"

namespace jishan::support {

inline std::vector<journal::Event> shuffled(std::vector<journal::Event> events, SeededRandom& random) {
  for (std::size_t i = events.size(); i > 1; --i) std::swap(events[i - 1], events[random.below(i)]);
  return events;
}

// Shuffled and in parts of one random size, each taken in a transaction of its own.
inline void take_in_disorder(Laptop& laptop, const std::vector<journal::Event>& events,
                             SeededRandom& random) {
  const std::vector<journal::Event> mixed = shuffled(events, random);
  const std::size_t part = 1 + random.below(mixed.size());
  for (std::size_t first = 0; first < mixed.size(); first += part) {
    const std::size_t last = std::min(mixed.size(), first + part);
    laptop.take({mixed.begin() + static_cast<std::ptrdiff_t>(first),
                 mixed.begin() + static_cast<std::ptrdiff_t>(last)});
  }
}

}  // namespace jishan::support
