// Which of several acts counts, as pure logic: no SQL, no clock, no order of arrival.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "journal/event.h"

namespace jishan::ledger {

// Where an act stands after settling. Stored in ledger_act.standing.
enum class Standing {
  live,      // counts
  reversed,  // counted until a reversal killed it, shown with its red line
  surplus,   // a twin of the one that counts, or of the one that was reversed
  inert,     // of a generation that is not in force
};

// A place in the one order that all laptops share: (l, h, line).
struct Place {
  std::int64_t lamport = 0;
  journal::Hash h;
  int line = 0;
  friend bool operator<(const Place& a, const Place& b) {
    if (a.lamport != b.lamport) return a.lamport < b.lamport;
    if (a.h != b.h) return a.h < b.h;
    return a.line < b.line;
  }
  friend bool operator==(const Place& a, const Place& b) {
    return a.lamport == b.lamport && a.h == b.h && a.line == b.line;
  }
};

struct Reversal {
  std::int64_t number = 0;
  Place place;
};

// Keeps the reversal that comes first, so that every laptop shows the same red line.
void keep_first(std::optional<Reversal>& kept, const Reversal& other);

// The lowest generation not reversed. `killed` holds the reversed ones of one key.
using KilledGens = std::map<std::int64_t, Reversal>;
std::int64_t generation_in_force(const KilledGens& killed);

struct Twin {
  std::int64_t act = 0;
  std::int64_t gen = 1;
  Place place;
};
struct Verdict {
  std::int64_t act = 0;
  Standing standing = Standing::inert;
  std::optional<std::int64_t> reversal;  // its number, when reversed
};
// For all acts of one ONCE key: of each generation that is or was in force the first by
// (l, h, line) counts or counted; others of it are surplus; generations above are inert, so that a
// forged one cannot count twice.
std::vector<Verdict> verdicts_of(std::vector<Twin> twins, const KilledGens& killed);

// A FACT line counts until it is reversed.
Verdict verdict_of_fact(std::int64_t act, const std::optional<Reversal>& killer);

}  // namespace jishan::ledger
