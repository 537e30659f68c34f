#include "journal/restoring.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace jishan::journal {
namespace {

constexpr int rows_at_once = 1000;

class Restoring {
 public:
  Restoring(Graph& graph, Intake& intake) : m_graph(graph), m_intake(intake) {}

  // The rows in order of their numbers, without a gap. False where one contradicts the others.
  [[nodiscard]] bool see(PlaceRow& row);
  [[nodiscard]] bool finish();

 private:
  [[nodiscard]] bool has_placed_parents(const PlaceRow& row) const {
    return std::all_of(row.parents.begin(), row.parents.end(), [&](Number parent) {
      return parent >= 1 && parent <= m_graph.size() && m_graph.is_placed(parent);
    });
  }
  [[nodiscard]] bool place(const PlaceRow& row) {
    return m_intake.recall_placed(row.number, row.event, row.parents);
  }

  Graph& m_graph;
  Intake& m_intake;
  // Events that came before one of their parents: placed after all others, by l.
  std::vector<PlaceRow> m_early;
  std::vector<PlaceRow> m_waiting;
};

bool Restoring::see(PlaceRow& row) {
  if (row.number != m_graph.size() + 1 || m_graph.find(row.event.h)) return false;
  if (row.is_refused) {
    m_graph.add_refused(row.event.h);
    m_intake.recall_refused();
    return true;
  }
  m_graph.add(row.event);
  if (!row.is_waiting && has_placed_parents(row)) return place(row);
  (row.is_waiting ? m_waiting : m_early).push_back(std::move(row));
  return true;
}

bool Restoring::finish() {
  // A parent's l is less than its child's.
  std::sort(m_early.begin(), m_early.end(), [](const PlaceRow& a, const PlaceRow& b) {
    return a.event.lamport < b.event.lamport;
  });
  for (const PlaceRow& row : m_early) {
    if (!has_placed_parents(row) || !place(row)) return false;
  }
  for (PlaceRow& row : m_waiting) {
    row.event.parents = std::move(row.parent_hashes);
    if (!m_intake.recall_waiting(row.number, row.event)) return false;
  }
  return true;
}

}  // namespace

void restore(Graph& graph, Store& store, Intake& intake) {
  const auto root = store.root();
  if (!root) return;
  intake.set_genesis(*root);
  Restoring restoring(graph, intake);
  for (bool has_more = true; has_more;) {
    auto rows = store.place_rows(graph.size(), rows_at_once);
    if (!rows) return;
    for (PlaceRow& row : *rows) {
      if (!restoring.see(row)) return;
    }
    has_more = !rows->empty();
  }
  if (restoring.finish()) intake.end_recalling();
}

}  // namespace jishan::journal
