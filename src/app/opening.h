// Opens a book that the store found: from a snapshot and the records after it, or from all records,
// in slices. Records are the truth; a snapshot that disagrees with them is as good as none. It must
// not know where either lies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/book.h"
#include "app/ports.h"
#include "app/snapshot_loader.h"
#include "app/task.h"

namespace jishan::app {

class Opening {
 public:
  explicit Opening(Store& store) : m_store(&store) {}

  void take(const BookFound& found);
  void take(const PieceFetched& fetched);
  void take(RecordsLoaded loaded);
  void take(const BookOpened& opened);

  // One slice; `book` is what has been opened so far. True while there is more to do at once.
  bool work(std::unique_ptr<Book>& book);
  [[nodiscard]] bool is_finished() const { return m_is_complete && m_next == m_records.size(); }
  // Clears what warns the next start of a snapshot that the program did not survive.
  void survived();

  [[nodiscard]] Progress progress() const;
  // Lines that are no event, or do not agree with their own hash: kept in the store, shown.
  [[nodiscard]] std::int64_t unreadable_line_count() const { return m_unreadable_lines; }
  // The last event of the records; all zeros if there is none.
  [[nodiscard]] const journal::Hash& last_event() const { return m_last_event; }
  // What the book was opened from besides its records.
  [[nodiscard]] std::int64_t covered_events() const { return m_snapshot_event ? m_covered : 0; }
  [[nodiscard]] std::optional<SnapshotPlace> snapshot_place() const { return m_place; }

 private:
  void begin_after_snapshot(std::unique_ptr<Book>& book);
  void read_all();
  void fold_some(std::unique_ptr<Book>& book);
  void read_events(std::string_view record, std::vector<journal::Event>& events);
  // The records are not those of the snapshot: everything once more, from them alone.
  void contradict(std::unique_ptr<Book>& book);

  Store* m_store;
  std::optional<SnapshotLoader> m_snapshot;
  bool m_is_on_trial = false;

  std::vector<std::string> m_records;
  std::size_t m_next = 0;
  bool m_is_complete = false;
  std::int64_t m_unreadable_lines = 0;
  journal::Hash m_last_event;

  std::optional<journal::Hash> m_snapshot_event;  // has to stand in the first record that is read
  std::int64_t m_covered = 0;
  std::optional<SnapshotPlace> m_place;
  bool m_is_contradicted = false;  // by the records, which are still being handed over
};

}  // namespace jishan::app
