#include "journal/intake.h"

#include <algorithm>

#include "base/check.h"

namespace jishan::journal {
namespace {

constexpr std::string_view union_kind = "village.unite";

bool lacks_personal(const Event& event) {
  return event.personal_hash && !event.personal;
}

}  // namespace

Intake::Intake(Graph& graph, Store& store, Folding& folding)
    : m_graph(graph), m_store(store), m_folding(folding) {}

void Intake::begin() {
  m_report = AddReport();
  m_added.clear();
  m_filled_in.clear();
  m_held_aside.clear();
}

AddReport Intake::finish() {
  // An event that was added as waiting may have been refused since, and one that was held aside
  // may have become ours: what counts is where it is now.
  const auto is_gone = [&](Number number) {
    return m_graph.place(number) == Place::refused || m_graph.place(number) == Place::foreign;
  };
  const auto tidy = [&](std::vector<Number>& numbers) {
    std::erase_if(numbers, is_gone);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  };
  tidy(m_added);
  m_report.added = static_cast<std::int64_t>(m_added.size());
  m_report.kept = m_added;
  m_report.kept.insert(m_report.kept.end(), m_filled_in.begin(), m_filled_in.end());
  tidy(m_report.kept);
  m_report.filled_in = static_cast<std::int64_t>(m_report.kept.size()) - m_report.added;
  m_report.foreign = std::count_if(m_held_aside.begin(), m_held_aside.end(), [&](Number number) {
    return m_graph.place(number) == Place::foreign;
  });
  m_report.waiting = waiting_count();
  return std::move(m_report);
}

std::vector<Number> Intake::placed_parents(const Event& event) const {
  std::vector<Number> numbers;
  numbers.reserve(event.parents.size());
  for (const Hash& parent : event.parents) {
    const std::optional<Number> number = m_graph.find(parent);
    if (number && m_graph.is_placed(*number)) numbers.push_back(*number);
  }
  return numbers;
}

void Intake::offer(const Event& event) {
  if (const std::optional<Number> held = m_graph.find(event.h)) {
    offer_known(*held, event);
    return;
  }
  const std::vector<Number> parents = placed_parents(event);
  const std::size_t missing_count = event.parents.size() - parents.size();
  const Number number = m_graph.add(event);
  if (missing_count == 0 && !m_graph.fits(event, parents)) {
    refuse(number);
    return;
  }
  if (missing_count == 0) {
    m_store.insert_placed(number, event, parents);
    place_with_followers(number, event, parents);
    if (m_graph.place(number) == Place::closed) m_added.push_back(number);
    return;
  }
  m_store.insert_waiting(number, event);
  wait(number, event, missing_count);
  m_added.push_back(number);
}

void Intake::wait(Number number, const Event& event, std::size_t missing_count) {
  if (lacks_personal(event)) ++m_without_personal;
  m_waiting.emplace(number, missing_count);
  for (const Hash& parent : event.parents) {
    const std::optional<Number> known = m_graph.find(parent);
    if (!known || !m_graph.is_placed(*known)) m_waiting_for[parent].push_back(number);
  }
}

void Intake::offer_known(Number number, const Event& event) {
  const Place where = m_graph.place(number);
  if (where == Place::refused) {
    ++m_report.refused;
    return;
  }
  const bool fills_in = event.personal && m_store.lacks_personal(number);
  if (fills_in) m_store.set_personal(number, *event.personal);
  if (where == Place::foreign) {
    m_held_aside.push_back(number);
  } else if (fills_in) {
    --m_without_personal;
    m_filled_in.push_back(number);
    if (where == Place::closed) m_folding.take_personal(FoldEvent{number, event});
  } else {
    ++m_report.known;
  }
}

void Intake::place_with_followers(Number first, const Event& first_event,
                                  std::span<const Number> first_parents) {
  place(first, first_event, first_parents);
  std::vector<Number> freed = freed_by(first_event.h);
  // Events come free in waves; a list instead of recursion, because a file may be sorted backwards.
  for (std::size_t next = 0; next < freed.size(); ++next) {
    const Number number = freed[next];
    const Event event = m_store.event(number, m_graph);
    const std::vector<Number> parents = placed_parents(event);
    m_waiting.erase(number);
    if (lacks_personal(event)) --m_without_personal;
    if (!m_graph.fits(event, parents)) {
      m_store.remove(number);
      refuse(number);
      continue;
    }
    m_store.set_parents(number, parents);
    place(number, event, parents);
    const std::vector<Number> further = freed_by(event.h);
    freed.insert(freed.end(), further.begin(), further.end());
  }
}

std::vector<Number> Intake::freed_by(const Hash& h) {
  std::vector<Number> freed;
  const auto followers = m_waiting_for.find(h);
  if (followers == m_waiting_for.end()) return freed;
  for (const Number follower : followers->second) {
    if (--m_waiting.at(follower) == 0) freed.push_back(follower);
  }
  m_waiting_for.erase(followers);
  return freed;
}

void Intake::place(Number number, const Event& event, std::span<const Number> parents) {
  m_graph.place_at(number, event, parents);
  if (event.kind == union_kind) m_unions.push_back(number);
  if (m_graph.is_mine(number)) {
    enter(number, event, parents);
    return;
  }
  m_foreign.push_back(number);
  m_held_aside.push_back(number);
  if (event.kind == union_kind && m_graph.unite(number)) adopt_united();
}

void Intake::refuse(Number number) {
  m_graph.refuse(number);
  m_store.insert_refused(number, m_graph.hash(number));
  ++m_refused_count;
  ++m_report.refused;
}

void Intake::enter(Number number, const Event& event, std::span<const Number> parents) {
  m_graph.enter(number, parents);
  ++m_closed_count;
  m_newest_minutes = std::max(m_newest_minutes.value_or(event.minutes), event.minutes);
  if (lacks_personal(event)) ++m_without_personal;
  if (m_folds == Folds::recall) {
    m_folding.recall(event);
    return;
  }
  if (parents.empty()) m_store.insert_root(number);
  m_folding.take(FoldEvent{number, event});
}

void Intake::adopt_united() {
  // A union of my village with a second one may make its older union with a third one mine too.
  bool has_grown = true;
  while (has_grown) {
    has_grown = false;
    for (const Number number : m_unions) has_grown |= m_graph.unite(number);
  }
  std::vector<Number> adopted;
  std::vector<Number> still_foreign;
  for (const Number number : m_foreign) {
    (m_graph.is_mine(number) ? adopted : still_foreign).push_back(number);
  }
  m_foreign = std::move(still_foreign);
  std::sort(adopted.begin(), adopted.end(),
            [&](Number a, Number b) { return m_graph.is_earlier(a, b); });
  for (const Number number : adopted) {
    enter(number, m_store.event(number, m_graph), m_store.parents(number));
    m_added.push_back(number);
  }
}

void Intake::set_genesis(const Hash& h) {
  m_graph.set_genesis(h);
}

bool Intake::recall_placed(Number number, const Event& event, std::span<const Number> parents) {
  m_folds = Folds::recall;
  if (!m_graph.fits(event, parents)) return false;
  place(number, event, parents);
  return true;
}

bool Intake::recall_waiting(Number number, const Event& event) {
  const std::size_t placed_count = placed_parents(event).size();
  if (placed_count == event.parents.size()) return false;
  wait(number, event, event.parents.size() - placed_count);
  return true;
}

void Intake::end_recalling() {
  m_folds = Folds::take;
  begin();
}

std::vector<MissingEvent> Intake::missing() const {
  std::vector<MissingEvent> missing;
  for (const auto& [h, followers] : m_waiting_for) {
    // A waiting event is not missing: what it waits for is.
    if (m_graph.find(h)) continue;
    MissingEvent one{h, "", 0};
    for (const Number follower : followers) {
      const Event event = m_store.event(follower, m_graph);
      if (event.sequence > 1 && event.parents[0] == h) {
        one.writer = event.writer;
        one.sequence = event.sequence - 1;
        break;
      }
    }
    missing.push_back(std::move(one));
  }
  return missing;
}

}  // namespace jishan::journal
