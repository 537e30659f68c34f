// What has no effect although it stands in a good event, and why (docs/format.md §7.8). Folds say
// it event by event; `jishan verify` lists it. It must not know any kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/event.h"

namespace jishan::journal {

class Journal;

enum class InertCause {
  missing,     // a required field is not there
  wrong,       // a field is of another type or out of range
  kind,        // no kind of this version: nothing of the event is read
  generation,  // its generation is not in force
  surplus,     // a twin of the line that counts, or counted until it was reversed
  target,      // it names something that is not in the books, or has no effect itself
};
// As `verify --json` writes it; scripts rely on it.
std::string_view code_of(InertCause cause);

// Instead of a line's number: the whole event.
inline constexpr int whole_event = -1;

struct Inert {
  int line = whole_event;
  InertCause cause{};
  std::string what;  // the field ("pts", "f.grp"); the ONCE key; what the target is called
};
using InertList = std::vector<Inert>;

// A line, or a whole event, with all that keeps it from having an effect.
struct InertLine {
  Hash h;
  std::string kind;
  int version = 1;
  int line = whole_event;
  InertList reasons;
};

// Of a hostile file everything may be inert: all are counted, the first ones in order are kept.
inline constexpr std::size_t inert_listed_max = 200;
struct InertReport {
  std::int64_t count = 0;
  std::vector<InertLine> lines;
};
// Of all closed events, in their order.
InertReport inert_lines(const Journal& journal);

}  // namespace jishan::journal
