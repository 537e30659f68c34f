// The invented people of the sample village: names put together at random, households with
// plausible ages. No phone and no ID number, so that nobody can be taken for a real person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/random.h"
#include "journal/event.h"

namespace jishan::app {

// One of `count` places; the page's addresses are shorter than the random numbers.
inline std::size_t place_below(SeededRandom& random, std::size_t count) {
  return static_cast<std::size_t>(random.below(count));
}

struct SampleHousehold {
  HouseholdId id;
  std::int64_t group = 0;
  std::vector<ResidentId> adults;  // the head first
};

struct SamplePeople {
  std::int64_t groups = 0;
  std::vector<SampleHousehold> households;
  std::vector<journal::Draft> drafts;  // hh.set and res.set of all of them
};

// `today` is the first day of the books; households are numbered 01-001 … within their group.
SamplePeople invent_people(std::int64_t households, SeededRandom& random, Date today);

// In proportion: 887 for 220 households.
std::int64_t sample_residents(std::int64_t households);

}  // namespace jishan::app
