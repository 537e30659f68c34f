#include "journal/graph.h"

#include <algorithm>

#include "base/check.h"

namespace jishan::journal {
namespace {

constexpr std::string_view genesis_kind = "village.create";

}  // namespace

std::optional<Number> Graph::find(const Hash& h) const {
  const std::uint32_t number =
      m_numbers.find(h, [&](std::uint32_t held) -> const Hash& { return hash(Number{held}); });
  return number == 0 ? std::nullopt : std::optional(Number{number});
}

Number Graph::add(const Event& event) {
  CHECK(!find(event.h));
  Node added;
  added.h = event.h;
  added.lamport = event.lamport;
  added.sequence = event.sequence;
  added.writer = writer_index(event.writer);
  m_nodes.push_back(added);
  m_numbers.insert(event.h, static_cast<std::uint32_t>(size()));
  return size();
}

Number Graph::add_refused(const Hash& h) {
  CHECK(!find(h));
  Node added;
  added.h = h;
  added.place = Place::refused;
  m_nodes.push_back(added);
  m_numbers.insert(h, static_cast<std::uint32_t>(size()));
  return size();
}

std::uint32_t Graph::writer_index(std::string_view writer) {
  const auto found = m_writers.find(writer);
  if (found != m_writers.end()) return found->second;
  const auto index = static_cast<std::uint32_t>(m_tips.size());
  m_writers.emplace(writer, index);
  m_tips.push_back(0);
  return index;
}

bool Graph::is_placed(Number number) const {
  const Place where = place(number);
  return where == Place::closed || where == Place::foreign;
}

bool Graph::is_earlier(Number a, Number b) const {
  const Node& first = node(a);
  const Node& second = node(b);
  if (first.lamport != second.lamport) return first.lamport < second.lamport;
  return first.h < second.h;
}

bool Graph::fits(const Event& event, std::span<const Number> parents) const {
  const bool is_genesis = event.kind == genesis_kind;
  if (is_genesis != parents.empty()) return false;
  if (is_genesis) return event.lamport == 1 && event.sequence == 1;
  std::int64_t lamport_max = 0;
  for (const Number parent : parents) lamport_max = std::max(lamport_max, lamport(parent));
  if (event.lamport != lamport_max + 1) return false;
  if (event.sequence == 1) return true;
  const Node& previous = node(parents[0]);
  const auto writer = m_writers.find(event.writer);
  return writer != m_writers.end() && writer->second == previous.writer &&
         previous.sequence == event.sequence - 1;
}

void Graph::place_at(Number number, const Event& event, std::span<const Number> parents) {
  Node& placed = node(number);
  CHECK(placed.place == Place::waiting && fits(event, parents));
  place_on_chain(placed, parents);
  placed.roots = joined_roots(number, parents);
  placed.place = Place::foreign;
  const bool is_first_genesis = parents.empty() && m_mine.empty();
  if (is_first_genesis && (!m_genesis || *m_genesis == placed.h)) m_mine.insert(number);
}

void Graph::place_on_chain(Node& placed, std::span<const Number> parents) {
  // A writer's events make one chain; a writer's first event and a fork begin another.
  const bool continues = placed.sequence > 1 && [&] {
    const Node& previous = node(parents[0]);
    return m_chain_lengths[previous.chain] == previous.position;
  }();
  if (continues) {
    placed.chain = node(parents[0]).chain;
  } else {
    placed.chain = static_cast<std::uint32_t>(m_chain_lengths.size());
    m_chain_lengths.push_back(0);
  }
  placed.position = ++m_chain_lengths[placed.chain];
  placed.knowledge = continues && parents.size() == 1 ? node(parents[0]).knowledge
                                                      : joined_knowledge(placed.chain, parents);
}

std::uint32_t Graph::joined_knowledge(std::uint32_t own_chain, std::span<const Number> parents) {
  std::map<std::uint32_t, std::uint32_t> furthest;
  const auto learn = [&](std::uint32_t chain, std::uint32_t position) {
    if (chain == own_chain) return;
    std::uint32_t& known = furthest[chain];
    known = std::max(known, position);
  };
  for (const Number parent : parents) {
    const Node& known = node(parent);
    learn(known.chain, known.position);
    for (const Known& other : m_knowledge[known.knowledge]) learn(other.chain, other.position);
  }
  if (furthest.empty()) return 0;
  std::vector<Known> knowledge;
  knowledge.reserve(furthest.size());
  for (const auto& [chain, position] : furthest) knowledge.push_back({chain, position});
  m_knowledge.push_back(std::move(knowledge));
  return static_cast<std::uint32_t>(m_knowledge.size() - 1);
}

bool Graph::is_before(Number a, Number b) const {
  const Node& earlier = node(a);
  const Node& later = node(b);
  if (earlier.chain == later.chain) return earlier.position < later.position;
  const std::vector<Known>& knowledge = m_knowledge[later.knowledge];
  const auto found =
      std::lower_bound(knowledge.begin(), knowledge.end(), earlier.chain,
                       [](const Known& known, std::uint32_t chain) { return known.chain < chain; });
  return found != knowledge.end() && found->chain == earlier.chain &&
         found->position >= earlier.position;
}

std::uint32_t Graph::joined_roots(Number number, std::span<const Number> parents) {
  if (parents.empty()) return root_set({number});
  const std::uint32_t first = node(parents[0]).roots;
  const bool are_equal = std::all_of(parents.begin(), parents.end(),
                                     [&](Number parent) { return node(parent).roots == first; });
  if (are_equal) return first;
  std::set<Number> joined;
  for (const Number parent : parents) {
    const std::set<Number>& roots = m_root_sets[node(parent).roots];
    joined.insert(roots.begin(), roots.end());
  }
  return root_set(joined);
}

std::uint32_t Graph::root_set(const std::set<Number>& roots) {
  const auto next = static_cast<std::uint32_t>(m_root_sets.size());
  const auto [entry, is_new] = m_root_set_indexes.emplace(roots, next);
  if (is_new) m_root_sets.push_back(roots);
  return entry->second;
}

void Graph::enter(Number number, std::span<const Number> parents) {
  Node& entered = node(number);
  CHECK(entered.place == Place::foreign && is_mine(number));
  entered.place = Place::closed;
  for (const Number parent : parents) {
    Node& known = node(parent);
    CHECK(known.place == Place::closed);
    if (!known.is_head) continue;
    known.is_head = false;
    m_heads.erase(known.h);
  }
  entered.is_head = true;
  m_heads.insert(m_heads.end(), entered.h);
  Number& tip = m_tips[entered.writer];
  const bool is_further = tip == 0 || sequence(tip) < entered.sequence ||
                          (sequence(tip) == entered.sequence && is_earlier(tip, number));
  if (is_further) tip = number;
}

std::optional<Number> Graph::tip_of(std::string_view writer) const {
  const auto found = m_writers.find(writer);
  if (found == m_writers.end() || m_tips[found->second] == 0) return std::nullopt;
  return m_tips[found->second];
}

void Graph::set_genesis(const Hash& h) {
  CHECK(m_mine.empty());
  m_genesis = h;
  const std::optional<Number> number = find(h);
  if (number && is_placed(*number)) m_mine.insert(*number);
}

std::vector<Hash> Graph::roots() const {
  std::vector<Hash> hashes;
  for (const Number root : m_mine) hashes.push_back(hash(root));
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

bool Graph::is_mine(Number number) const {
  const std::set<Number>& roots = m_root_sets[node(number).roots];
  return std::includes(m_mine.begin(), m_mine.end(), roots.begin(), roots.end());
}

bool Graph::unite(Number number) {
  const std::set<Number>& roots = m_root_sets[node(number).roots];
  const bool touches =
      std::any_of(roots.begin(), roots.end(), [&](Number root) { return m_mine.contains(root); });
  if (!touches || is_mine(number)) return false;
  m_mine.insert(roots.begin(), roots.end());
  return true;
}

}  // namespace jishan::journal
