// What merging a file would do, worked out without writing anything: the first pass of an import.
// It must not change the journal that it is held against.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "journal/bundle.h"
#include "journal/event.h"
#include "journal/journal.h"

namespace jishan::journal {

struct RehearsalReport {
  std::int64_t fresh = 0;  // new and closed: in the books after the merge
  std::int64_t known = 0;
  std::int64_t fills_in = 0;  // a personal part that is missing here
  std::int64_t waiting = 0;   // new, but a parent is missing
  std::int64_t refused = 0;   // the place disagrees with the parents
  std::int64_t foreign = 0;   // another village's
  std::int64_t stripped = 0;  // new ones whose personal part the file does not carry
  std::int64_t unknown = 0;   // of kinds that this version does not know: kept, not counted
  bool has_unknown_critical = false;
  std::vector<MissingEvent> missing;  // what the waiting ones wait for
};

class Rehearsal {
 public:
  explicit Rehearsal(const Journal& journal) : m_journal(journal) {}

  void see(const Event& event);
  RehearsalReport finish();

 private:
  // Geneses by hash; the journal's own village, united or not, is one entry.
  using Roots = std::set<Hash>;
  struct Seen {
    std::int64_t lamport = 0;
    std::int64_t sequence = 0;
    std::string writer;
    std::vector<Hash> parents;
    bool is_genesis = false;
    bool is_union = false;
  };
  struct Placed {
    std::int64_t lamport = 0;
    std::int64_t sequence = 0;
    std::string writer;
    Roots roots;
  };

  void place(const Hash& h, const Seen& seen);
  void wait(const Seen& seen);
  // Of an event of the file or of the journal.
  const Placed* placed(const Hash& h);
  [[nodiscard]] bool is_well_placed(const Seen& seen,
                                    const std::vector<const Placed*>& parents) const;
  [[nodiscard]] std::int64_t count_foreign() const;

  const Journal& m_journal;
  RehearsalReport m_report;
  std::map<Hash, Seen> m_seen;
  std::map<Hash, Placed> m_placed;
  std::map<Hash, MissingEvent> m_missing;
  std::vector<Roots> m_unions;
  std::map<Roots, std::int64_t> m_counts;  // closed new events by what is in their past
};

}  // namespace jishan::journal
