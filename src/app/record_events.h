// The events in a record of a store or a copy. Lines that are none are counted, never dropped silently.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "journal/event.h"

namespace jishan::app {

// Appends them; gives how many lines were no event or did not agree with their own hash.
std::int64_t read_record(std::string_view record, std::vector<journal::Event>& events);

}  // namespace jishan::app
