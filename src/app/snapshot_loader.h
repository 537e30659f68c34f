// Makes a book of a snapshot, if one is there that can be trusted. In doubt there is none: whoever
// asks then reads the records, which are the truth. It must not know how records are read.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/book.h"
#include "app/ports.h"
#include "app/snapshot_head.h"
#include "app/task.h"
#include "db/image.h"

namespace jishan::app {

class SnapshotLoader {
 public:
  explicit SnapshotLoader(Store& store) : m_store(&store) {}

  // Asks for the heads of the book that was found; `last` is the number of its last record.
  void look(std::string book, RecordNumber last);
  void take(const PieceFetched& fetched);

  enum class State {
    waiting,  // for pieces
    loaded,
    none,  // no snapshot is there that can be used
  };
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] Progress progress() const;  // in events
  // Of the snapshot that was loaded.
  [[nodiscard]] const SnapshotHead& head() const { return m_candidates.back().head; }
  [[nodiscard]] SnapshotPlace place() const { return m_candidates.back().place; }
  [[nodiscard]] std::unique_ptr<Book> take_book() { return std::move(m_book); }

 private:
  struct Candidate {
    SnapshotPlace place{};
    SnapshotHead head;
  };
  void take_head(const PieceFetched& fetched);
  void take_piece(const PieceFetched& fetched);
  // Begins with the best candidate that is left.
  void try_next();
  void give_up_this_one();
  [[nodiscard]] bool is_as_promised() const;

  Store* m_store;
  State m_state = State::waiting;
  std::string m_book_name;
  RecordNumber m_last = 0;
  std::size_t m_heads_seen = 0;
  std::vector<Candidate> m_candidates;  // the best one last
  std::vector<std::string> m_names;     // of the pieces of the one that is being tried
  std::size_t m_next = 0;
  std::unique_ptr<db::Database> m_database;
  std::unique_ptr<db::ImageFilling> m_filling;
  std::unique_ptr<Book> m_book;
};

}  // namespace jishan::app
