// Writes a snapshot of the open book when many events came since the last one and nobody is at work:
// a piece a frame, into the place that is not in use, the head last. A change in between begins it
// anew later. It must not know what the tables mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/book.h"
#include "app/ports.h"
#include "app/snapshot_head.h"

namespace jishan::app {

// What opening without it costs is not worth writing it: about a tenth of a second of folding.
inline constexpr std::int64_t snapshot_events_min = 1000;
// Of a large book so much more may come anew, because every snapshot writes all of it.
inline constexpr std::int64_t snapshot_events_share = 64;
// So long nothing was recorded.
inline constexpr std::int64_t snapshot_rest_ms = 3000;

class SnapshotWriter {
 public:
  SnapshotWriter(Store& store, const Clock& clock, Frames& frames)
      : m_store(&store), m_clock(&clock), m_frames(&frames) {}

  // What the store holds of the book as it is in memory now, all of it acknowledged.
  struct Saved {
    std::string book;
    RecordNumber last = 0;
    journal::Hash last_event;
  };

  // A book was opened, with the events of this snapshot, if of any.
  void begin(std::int64_t covered_events, std::optional<SnapshotPlace> in_use);
  // Once a frame while everything is saved and no task runs: at most one piece.
  void work(Book& book, const Saved& saved);
  void take(const PiecePut& put);
  // The disk is full: an entry needs the room more than this does. None is written any more.
  void make_room();

 private:
  [[nodiscard]] bool is_due(const journal::Journal& journal);
  void begin_writing(Book& book);
  void write_piece(Book& book);
  void write_head(Book& book, const Saved& saved);
  void put(std::string name, std::string_view bytes);

  Store* m_store;
  const Clock* m_clock;
  Frames* m_frames;

  bool m_is_broken = false;  // the browser keeps no pieces
  std::int64_t m_covered_events = 0;
  std::optional<SnapshotPlace> m_in_use;
  std::int64_t m_revision = -1;
  std::int64_t m_quiet_since_ms = 0;

  // The snapshot that is being written.
  bool m_is_writing = false;
  SnapshotPlace m_place{};
  std::string m_book_name;
  std::string m_awaited;  // the name of the piece that is on its way
  std::int64_t m_pages = 0;
  std::int64_t m_events = 0;
  std::vector<std::string> m_sums;
};

}  // namespace jishan::app
