// Moves a book into a new store: writes all of it, reads it back, and only then says that it is there.
// For a store that has failed while memory holds the whole book, and for a book that was put together
// from copies. The old store is left as it is. It must not know why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/happenings.h"
#include "app/ports.h"
#include "app/task.h"
#include "base/sha256.h"
#include "journal/journal.h"

namespace jishan::app {

class Moving {
 public:
  enum class Stage { making, writing, reading_back, finished, failed };

  // `book` names the new store. The journal must not change until this is finished or has failed.
  // The local records travel along.
  Moving(Store& store, std::string book, const journal::Journal& journal,
         std::vector<LocalRecord> local);

  // True when it was meant for this.
  bool take(const Happening& happening);

  [[nodiscard]] Stage stage() const { return m_stage; }
  [[nodiscard]] bool is_over() const { return m_stage == Stage::finished || m_stage == Stage::failed; }
  [[nodiscard]] const std::string& book() const { return m_book; }
  // Of the last record, when finished.
  [[nodiscard]] RecordNumber last() const { return m_next - 1; }
  [[nodiscard]] StoreTrouble trouble() const { return m_trouble; }  // when failed
  // Events written.
  [[nodiscard]] Progress progress() const;

 private:
  void write_some();
  void fail(StoreTrouble trouble);

  Store& m_store;
  std::string m_book;
  const journal::Journal& m_journal;
  std::vector<LocalRecord> m_local;
  Stage m_stage = Stage::making;
  StoreTrouble m_trouble{};
  Ground m_ground = Ground::apart;

  std::vector<std::int64_t> m_numbers;  // of the events, in the order of a file
  std::size_t m_written = 0;            // so many of them were handed to the store
  RecordNumber m_next = 1;
  Sha256 m_given;
  Sha256 m_got;
};

}  // namespace jishan::app
