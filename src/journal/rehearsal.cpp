#include "journal/rehearsal.h"

#include <algorithm>
#include <utility>

namespace jishan::journal {
namespace {

// Stands for the journal's own village, whatever geneses it has united.
constexpr Hash my_village{};

}  // namespace

void Rehearsal::see(const Event& event) {
  if (const auto number = m_journal.number_of(event.h)) {
    const bool fills_in = event.personal && !m_journal.event(*number).personal;
    ++(fills_in ? m_report.fills_in : m_report.known);
    return;
  }
  Seen seen{event.lamport,
            event.sequence,
            event.writer,
            event.parents,
            event.kind == "village.create",
            event.kind == "village.unite"};
  if (!m_seen.emplace(event.h, std::move(seen)).second) {
    ++m_report.known;
    return;
  }
  if (event.personal_hash && !event.personal) ++m_report.stripped;
  if (!m_journal.knows(event.kind, event.version)) {
    ++m_report.unknown;
    m_report.has_unknown_critical |= event.is_critical;
  }
}

RehearsalReport Rehearsal::finish() {
  std::vector<std::map<Hash, Seen>::const_iterator> in_order;
  for (auto seen = m_seen.cbegin(); seen != m_seen.cend(); ++seen) in_order.push_back(seen);
  // Parents first: by l, and the map already sorts by h.
  std::stable_sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
    return a->second.lamport < b->second.lamport;
  });
  for (const auto& seen : in_order) place(seen->first, seen->second);
  m_report.foreign = count_foreign();
  for (const auto& [roots, count] : m_counts) m_report.fresh += count;
  m_report.fresh -= m_report.foreign;
  for (const auto& [h, missing] : m_missing) m_report.missing.push_back(missing);
  return std::move(m_report);
}

const Rehearsal::Placed* Rehearsal::placed(const Hash& h) {
  const auto found = m_placed.find(h);
  if (found != m_placed.end()) return &found->second;
  const auto number = m_journal.number_of(h);
  if (!number || !m_journal.is_closed(*number)) return nullptr;
  const Event event = m_journal.event(*number);
  return &m_placed
              .emplace(h, Placed{event.lamport, event.sequence, event.writer, Roots{my_village}})
              .first->second;
}

void Rehearsal::place(const Hash& h, const Seen& seen) {
  std::vector<const Placed*> parents;
  for (const Hash& parent : seen.parents) {
    const Placed* const one = placed(parent);
    if (one == nullptr) return wait(seen);
    parents.push_back(one);
  }
  if (!is_well_placed(seen, parents)) {
    ++m_report.refused;
    return;
  }
  Placed now{seen.lamport, seen.sequence, seen.writer, {}};
  if (seen.is_genesis) now.roots.insert(h);
  for (const Placed* const parent : parents) {
    now.roots.insert(parent->roots.begin(), parent->roots.end());
  }
  if (seen.is_union) m_unions.push_back(now.roots);
  ++m_counts[now.roots];
  m_placed.emplace(h, std::move(now));
}

void Rehearsal::wait(const Seen& seen) {
  ++m_report.waiting;
  for (std::size_t i = 0; i < seen.parents.size(); ++i) {
    const Hash& parent = seen.parents[i];
    // What waits itself is not missing: what it waits for is.
    if (placed(parent) != nullptr || m_seen.contains(parent) || m_journal.holds(parent)) continue;
    MissingEvent& missing =
        m_missing.try_emplace(parent, MissingEvent{parent, "", 0}).first->second;
    if (i == 0 && seen.sequence > 1) {
      missing.writer = seen.writer;
      missing.sequence = seen.sequence - 1;
    }
  }
}

bool Rehearsal::is_well_placed(const Seen& seen, const std::vector<const Placed*>& parents) const {
  if (seen.is_genesis != parents.empty()) return false;
  if (seen.is_genesis) return seen.lamport == 1 && seen.sequence == 1;
  std::int64_t lamport_max = 0;
  for (const Placed* const parent : parents) lamport_max = std::max(lamport_max, parent->lamport);
  if (seen.lamport != lamport_max + 1) return false;
  return seen.sequence == 1 ||
         (parents[0]->writer == seen.writer && parents[0]->sequence == seen.sequence - 1);
}

std::int64_t Rehearsal::count_foreign() const {
  Roots mine;
  if (!m_journal.is_empty()) {
    mine.insert(my_village);
  } else {
    // An empty journal takes the smallest genesis as its own.
    for (const auto& [h, seen] : m_seen) {
      if (seen.is_genesis && m_placed.contains(h)) {
        mine.insert(h);
        break;
      }
    }
  }
  bool has_grown = true;
  while (has_grown) {
    has_grown = false;
    for (const Roots& united : m_unions) {
      const bool touches = std::any_of(united.begin(), united.end(),
                                       [&](const Hash& root) { return mine.contains(root); });
      if (!touches || std::includes(mine.begin(), mine.end(), united.begin(), united.end())) {
        continue;
      }
      mine.insert(united.begin(), united.end());
      has_grown = true;
    }
  }
  std::int64_t foreign = 0;
  for (const auto& [roots, count] : m_counts) {
    if (!std::includes(mine.begin(), mine.end(), roots.begin(), roots.end())) foreign += count;
  }
  return foreign;
}

}  // namespace jishan::journal
