// Folds the records of a book that is being opened into its journal, in slices. It must not know
// where the records come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/book.h"
#include "app/task.h"

namespace jishan::app {

class Opening {
 public:
  void add_records(std::vector<std::string> records);
  void all_records_are_here() { m_is_complete = true; }

  // Folds at most a batch of events. True while records wait.
  bool fold_some(Book& book);
  [[nodiscard]] bool is_finished() const { return m_is_complete && m_next == m_records.size(); }
  [[nodiscard]] Progress progress() const;
  // Lines that are no event, or do not agree with their own hash: kept in the store, shown.
  [[nodiscard]] std::int64_t unreadable_line_count() const { return m_unreadable_lines; }

 private:
  std::vector<std::string> m_records;
  std::size_t m_next = 0;
  bool m_is_complete = false;
  std::int64_t m_unreadable_lines = 0;
};

}  // namespace jishan::app
