// What the books must say, worked out anew from the events in the plainest way: every line is
// looked at, nothing is kept from before. Slow, and short enough to be checked by eye. It shares
// the slices' codecs and nothing else.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "journal/event.h"

namespace jishan::support {

struct Tally {
  // (account, unit) → balance; accounts without any movement are absent.
  std::map<std::pair<std::string, std::string>, std::int64_t> balances;
  // key text → (generation in force, "<h>:<n>" of the line that counts).
  std::map<std::string, std::pair<std::int64_t, std::string>> counted;
  // Goods → pieces handed out by redemptions that were not reversed.
  std::map<std::string, std::int64_t> given;
};

// `events` are closed.
Tally tally_of(const std::vector<journal::Event>& events);

}  // namespace jishan::support
