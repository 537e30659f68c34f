// The rows of the journal: one lean row per event, from which its line can be written again to
// the byte. It must not know which events are valid; the graph does.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "db/database.h"
#include "journal/event.h"
#include "journal/graph.h"

namespace jishan::journal {

class Store {
 public:
  explicit Store(db::Database& database);

  // Parents of a placed event are kept as numbers, those of a waiting one as hashes.
  void insert_placed(Number number, const Event& event, std::span<const Number> parents);
  void insert_waiting(Number number, const Event& event);
  // A waiting event has got its place.
  void set_parents(Number number, std::span<const Number> parents);
  void remove(Number number);
  void set_personal(Number number, const Json& personal);

  [[nodiscard]] bool lacks_personal(Number number) const;
  [[nodiscard]] std::string kind(Number number) const;
  [[nodiscard]] std::vector<Number> parents(Number number) const;  // of a placed event
  [[nodiscard]] Event event(Number number, const Graph& graph) const;
  [[nodiscard]] std::string line(Number number, const Graph& graph, PersonalPart personal) const;

 private:
  void insert(Number number, const Event& event, db::Bytes parents, bool are_hashes);

  db::Database& m_database;
  // Canonical texts of the event being inserted, kept for their memory.
  std::string m_body_text;
  std::string m_personal_text;
};

}  // namespace jishan::journal
