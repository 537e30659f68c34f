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

// What the graph knows of an event, as its row says it; nothing of it was checked again.
struct PlaceRow {
  Number number = 0;
  // h, k, v, l, s, w, t, c, and xh where the personal part is not held. Its parents stand below.
  Event event;
  bool is_refused = false;  // then there is nothing but h
  bool is_waiting = false;
  std::vector<Number> parents;        // of a placed one
  std::vector<Hash> parent_hashes;    // of a waiting one
};

class Store {
 public:
  // Makes the tables, unless the database was filled with an image that holds them.
  explicit Store(db::Database& database);
  [[nodiscard]] bool was_found() const { return m_was_found; }

  // Parents of a placed event are kept as numbers, those of a waiting one as hashes.
  void insert_placed(Number number, const Event& event, std::span<const Number> parents);
  void insert_waiting(Number number, const Event& event);
  // A waiting event has got its place.
  void set_parents(Number number, std::span<const Number> parents);
  void remove(Number number);
  // Keeps the name alone.
  void insert_refused(Number number, const Hash& h);
  // A genesis of the book.
  void insert_root(Number number);
  void set_personal(Number number, const Json& personal);

  // One of the geneses of the book, if it has any.
  [[nodiscard]] std::optional<Hash> root() const;
  [[nodiscard]] bool lacks_personal(Number number) const;
  [[nodiscard]] std::string kind(Number number) const;
  [[nodiscard]] std::vector<Number> parents(Number number) const;  // of a placed event
  [[nodiscard]] Event event(Number number, const Graph& graph) const;
  [[nodiscard]] std::string line(Number number, const Graph& graph, PersonalPart personal) const;
  // The rows after this number, in order, at most so many. Nothing when one is malformed.
  [[nodiscard]] std::optional<std::vector<PlaceRow>> place_rows(Number after, int rows_max) const;

 private:
  void insert(Number number, const Event& event, db::Bytes parents, bool are_hashes);

  db::Database& m_database;
  bool m_was_found;
  // Canonical texts of the event being inserted, kept for their memory.
  std::string m_body_text;
  std::string m_personal_text;
};

}  // namespace jishan::journal
