// Who knew what when: the shape of the set of events, by local number. Chains and knowledge
// vectors make "a before b" one lookup. It must not know bodies, tables or folds.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "journal/event.h"
#include "journal/name_table.h"

namespace jishan::journal {

// Local numbers run from 1 in order of arrival; they never leave this laptop.
using Number = std::int64_t;

enum class Place : std::uint8_t {
  waiting,  // some parent is not closed
  foreign,  // closed, but another village's genesis is in its past: held aside, not in the books
  closed,   // in the books
  refused,  // its parents are closed and its place disagrees: not kept
};

class Graph {
 public:
  [[nodiscard]] std::optional<Number> find(const Hash& h) const;
  // A new node, waiting. Its name must not be held yet.
  Number add(const Event& event);

  [[nodiscard]] Number size() const { return static_cast<Number>(m_nodes.size()); }
  [[nodiscard]] Place place(Number number) const { return node(number).place; }
  // Closed or foreign: its own parents are all placed.
  [[nodiscard]] bool is_placed(Number number) const;
  [[nodiscard]] const Hash& hash(Number number) const { return node(number).h; }
  [[nodiscard]] std::int64_t lamport(Number number) const { return node(number).lamport; }
  [[nodiscard]] std::int64_t sequence(Number number) const { return node(number).sequence; }
  // (l, h): the order of the file and of every decision.
  [[nodiscard]] bool is_earlier(Number a, Number b) const;

  // Do l, s and p agree with the parents, which are all placed and given in the event's order?
  [[nodiscard]] bool fits(const Event& event, std::span<const Number> parents) const;
  // Gives the node its chain, knowledge and roots. It becomes foreign; enter() takes it in.
  void place_at(Number number, const Event& event, std::span<const Number> parents);
  void refuse(Number number) { node(number).place = Place::refused; }
  // A node of which nothing is kept but its name, so that it is refused but once.
  Number add_refused(const Hash& h);
  // Into the books: all its parents are in them.
  void enter(Number number, std::span<const Number> parents);

  // Is a in the past of b? Both placed.
  [[nodiscard]] bool is_before(Number a, Number b) const;
  [[nodiscard]] const std::set<Hash>& heads() const { return m_heads; }
  // The writer's entered event with the greatest (s, l, h).
  [[nodiscard]] std::optional<Number> tip_of(std::string_view writer) const;

  // Geneses of this book. The first genesis placed is mine unless one was set before.
  void set_genesis(const Hash& h);
  [[nodiscard]] std::vector<Hash> roots() const;
  [[nodiscard]] bool is_mine(Number number) const;
  // A placed union event with one of my roots in its past makes its other roots mine.
  // True if my roots grew.
  bool unite(Number number);

 private:
  struct Node {
    Hash h;
    std::int64_t lamport = 0;
    std::int64_t sequence = 0;
    std::uint32_t writer = 0;
    std::uint32_t chain = 0;
    std::uint32_t position = 0;   // within the chain, from 1
    std::uint32_t knowledge = 0;  // what it knows of other chains: an index into m_knowledge
    std::uint32_t roots = 0;      // an index into m_root_sets
    Place place = Place::waiting;
    bool is_head = false;
  };
  // Of each other chain, the greatest position known.
  struct Known {
    std::uint32_t chain = 0;
    std::uint32_t position = 0;
  };
  [[nodiscard]] const Node& node(Number number) const {
    return m_nodes[static_cast<std::size_t>(number - 1)];
  }
  Node& node(Number number) { return m_nodes[static_cast<std::size_t>(number - 1)]; }
  std::uint32_t writer_index(std::string_view writer);
  void place_on_chain(Node& placed, std::span<const Number> parents);
  std::uint32_t joined_knowledge(std::uint32_t own_chain, std::span<const Number> parents);
  std::uint32_t joined_roots(Number number, std::span<const Number> parents);
  std::uint32_t root_set(const std::set<Number>& roots);

  std::vector<Node> m_nodes;
  NameTable m_numbers;
  std::map<std::string, std::uint32_t, std::less<>> m_writers;
  std::vector<Number> m_tips;                       // by writer; 0 for none
  std::vector<std::uint32_t> m_chain_lengths;       // by chain
  std::vector<std::vector<Known>> m_knowledge{{}};  // sorted by chain
  std::vector<std::set<Number>> m_root_sets{{}};
  std::map<std::set<Number>, std::uint32_t> m_root_set_indexes{{{}, 0}};
  std::set<Number> m_mine;
  std::optional<Hash> m_genesis;
  std::set<Hash> m_heads;
};

}  // namespace jishan::journal
