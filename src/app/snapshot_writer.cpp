#include "app/snapshot_writer.h"

#include <algorithm>
#include <utility>

#include "app/folds_identity.h"
#include "base/checksum.h"
#include "db/image.h"

namespace jishan::app {
namespace {

// One MiB: about a millisecond of copying and summing.
constexpr std::int64_t piece_pages = 256;

}  // namespace

void SnapshotWriter::begin(std::int64_t covered_events, std::optional<SnapshotPlace> in_use) {
  m_is_broken = false;
  m_covered_events = covered_events;
  m_in_use = in_use;
  m_revision = -1;
  m_is_writing = false;
  m_awaited.clear();
}

void SnapshotWriter::work(Book& book, const Saved& saved) {
  if (m_is_broken) return;
  const journal::Journal& journal = book.journal();
  if (journal.revision() != m_revision) {
    m_revision = journal.revision();
    m_quiet_since_ms = m_clock->now_ms();
    m_is_writing = false;
    m_awaited.clear();
  }
  if (!m_awaited.empty()) return;
  if (!m_is_writing && !is_due(journal)) return;
  if (!m_is_writing) begin_writing(book);
  m_book_name = saved.book;
  if (static_cast<std::int64_t>(m_sums.size()) * piece_pages < m_pages) {
    write_piece(book);
  } else {
    write_head(book, saved);
  }
}

bool SnapshotWriter::is_due(const journal::Journal& journal) {
  const std::int64_t events = journal.event_count();
  const std::int64_t enough = std::max(snapshot_events_min, events / snapshot_events_share);
  if (events - m_covered_events < enough) return false;
  const std::int64_t rested_ms = m_clock->now_ms() - m_quiet_since_ms;
  if (rested_ms >= snapshot_rest_ms) return true;
  m_frames->draw_after(snapshot_rest_ms - rested_ms);
  return false;
}

void SnapshotWriter::begin_writing(Book& book) {
  m_place = m_in_use == SnapshotPlace::a ? SnapshotPlace::b : SnapshotPlace::a;
  m_store->clear_pieces(place_name(m_place));
  m_pages = db::page_count(book.database());
  m_events = book.journal().event_count();
  m_sums.clear();
  m_is_writing = true;
}

void SnapshotWriter::write_piece(Book& book) {
  const auto written = static_cast<std::int64_t>(m_sums.size()) * piece_pages;
  std::string bytes;
  db::append_pages(book.database(), written + 1, std::min(piece_pages, m_pages - written), bytes);
  std::string name = piece_name(m_place, m_sums.size());
  m_sums.push_back(checksum_text(bytes));
  put(std::move(name), bytes);
}

void SnapshotWriter::write_head(Book& book, const Saved& saved) {
  const journal::Journal& journal = book.journal();
  put(head_name(m_place), text_of({.folds = std::string(folds_identity),
                                   .book = saved.book,
                                   .last = saved.last,
                                   .last_event = saved.last_event,
                                   .events = m_events,
                                   .fingerprint = journal.fingerprint(),
                                   .sums = m_sums}));
}

void SnapshotWriter::put(std::string name, std::string_view bytes) {
  m_awaited = std::move(name);
  m_store->put_piece(m_awaited, bytes);
}

void SnapshotWriter::make_room() {
  m_is_broken = true;
  m_is_writing = false;
  m_awaited.clear();
  for (const SnapshotPlace place : snapshot_places) m_store->clear_pieces(place_name(place));
}

void SnapshotWriter::take(const PiecePut& put) {
  if (put.book != m_book_name || m_awaited.empty() || put.name != m_awaited) return;
  m_awaited.clear();
  if (!put.is_kept) {
    m_is_broken = true;
    m_is_writing = false;
    m_store->clear_pieces(place_name(m_place));
    return;
  }
  if (put.name != head_name(m_place)) return;
  m_is_writing = false;
  m_covered_events = m_events;
  if (m_in_use) m_store->clear_pieces(place_name(*m_in_use));
  m_in_use = m_place;
}

}  // namespace jishan::app
