// A random history of one village on several laptops, from one seed: they write, swap files that
// are whole, cut, stripped, split or forged, are cloned and restored, and their clocks lie.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "support/acts.h"
#include "support/laptop.h"

namespace jishan::support {

class History {
 public:
  History(MakeFolds make_folds, std::uint64_t seed);

  // One thing that happens.
  void step();
  void run(int steps);
  // Everybody gets everything, personal parts included.
  void exchange_all();

  // A laptop that holds nothing yet; of this village once events come.
  std::unique_ptr<Laptop> new_laptop();
  Laptop& any_laptop();
  std::vector<journal::Event> shuffled(std::vector<journal::Event> events);
  // Every event that was written honestly, and those that were forged but have a place in the
  // graph; the order is that of writing.
  [[nodiscard]] const std::vector<journal::Event>& written() const { return m_written; }
  // Well-formed events whose place is wrong: no laptop may ever hold one once it knows the parents.
  [[nodiscard]] const std::vector<journal::Event>& misplaced() const { return m_misplaced; }
  // The union of what all laptops hold, full where any laptop has the personal part.
  [[nodiscard]] std::vector<journal::Event> everything() const;

  const std::uint64_t seed;
  SeededRandom random;
  World world;
  std::vector<std::unique_ptr<Laptop>> laptops;

 private:
  void write();
  void swap_files();
  void add_laptop();
  void clone();
  void restore();
  void set_clock();
  void forge();
  // Some of the other's events: all, those before a cut, without names, in pieces, shuffled.
  std::vector<journal::Event> file_of(const Laptop& laptop);

  MakeFolds m_make_folds;
  Acts m_acts;
  std::uint64_t m_next_laptop = 0;
  std::vector<journal::Event> m_written;
  std::vector<journal::Event> m_misplaced;
  journal::Hash m_genesis;
};

// How many seeds a property tries: short in `make test`, JISHAN_SOAK_ROUNDS times as many in
// `make soak`.
std::uint64_t rounds(std::uint64_t in_short_run);

// The event with some fields changed and its name made right again: a forger's work.
template <class Change>
journal::Event forged(journal::Event event, Change change) {
  change(event);
  event.h = journal::hash_of_event(event);
  return event;
}

}  // namespace jishan::support
