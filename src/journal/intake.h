// How events enter the set: known, waiting, refused, held aside as another village's, or closed
// and taken by the folds. The set that results does not depend on the order of offers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "journal/event.h"
#include "journal/folding.h"
#include "journal/graph.h"
#include "journal/journal.h"
#include "journal/store.h"

namespace jishan::journal {

class Intake {
 public:
  Intake(Graph& graph, Store& store, Folding& folding);

  // Between begin and finish lies one transaction.
  void begin();
  void offer(const Event& event);
  AddReport finish();

  void set_genesis(const Hash& h);

  // Instead of offers, for rows that the store held already (see restoring.h): all placed ones,
  // parents first, then the waiting ones. False where the row's place disagrees.
  [[nodiscard]] bool recall_placed(Number number, const Event& event,
                                   std::span<const Number> parents);
  [[nodiscard]] bool recall_waiting(Number number, const Event& event);
  void recall_refused() { ++m_refused_count; }
  // All rows were recalled.
  void end_recalling();

  [[nodiscard]] std::int64_t closed_count() const { return m_closed_count; }
  [[nodiscard]] std::int64_t waiting_count() const {
    return static_cast<std::int64_t>(m_waiting.size());
  }
  // Of the whole set, however many files brought the event.
  [[nodiscard]] std::int64_t refused_count() const { return m_refused_count; }
  [[nodiscard]] std::int64_t foreign_count() const {
    return static_cast<std::int64_t>(m_foreign.size());
  }
  [[nodiscard]] std::int64_t without_personal_count() const { return m_without_personal; }
  [[nodiscard]] std::optional<std::int64_t> newest_minutes() const { return m_newest_minutes; }
  [[nodiscard]] std::vector<MissingEvent> missing() const;

 private:
  void offer_known(Number number, const Event& event);
  // The event's parents are all placed: takes it in, holds it aside or refuses it, and then does
  // the same with whatever waited for it.
  void place_with_followers(Number number, const Event& event, std::span<const Number> parents);
  void place(Number number, const Event& event, std::span<const Number> parents);
  // Known from now on, so that it counts once, but kept nowhere else.
  void refuse(Number number);
  void enter(Number number, const Event& event, std::span<const Number> parents);
  void wait(Number number, const Event& event, std::size_t missing_count);
  // After my roots have grown: what was held aside and is ours now.
  void adopt_united();
  // The numbers of the parents as far as they are placed.
  [[nodiscard]] std::vector<Number> placed_parents(const Event& event) const;
  [[nodiscard]] std::vector<Number> freed_by(const Hash& h);

  enum class Folds { take, recall };

  Graph& m_graph;
  Store& m_store;
  Folding& m_folding;
  Folds m_folds = Folds::take;

  std::unordered_map<Number, std::size_t> m_waiting;  // to how many parents are missing
  std::map<Hash, std::vector<Number>> m_waiting_for;  // by the parent that is not placed
  std::vector<Number> m_foreign;
  std::vector<Number> m_unions;
  std::int64_t m_closed_count = 0;
  std::int64_t m_refused_count = 0;
  std::int64_t m_without_personal = 0;
  std::optional<std::int64_t> m_newest_minutes;

  // Of the present transaction.
  AddReport m_report;
  std::vector<Number> m_added;
  std::vector<Number> m_filled_in;
  std::vector<Number> m_held_aside;
};

}  // namespace jishan::journal
