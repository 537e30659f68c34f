#include "app/opening.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/record_events.h"

namespace jishan::app {
namespace {

// Bounds the pause between two frames while a book is opened, and the size of one transaction.
constexpr std::size_t events_per_slice = 1000;
// Fewer records are read sooner than a snapshot is looked for.
constexpr RecordNumber records_worth_a_snapshot = 16;
// Names the book whose snapshot is being loaded: a program that stopped on it finds this at its
// next start, and reads the records.
constexpr std::string_view trial_setting = "snapshot_trial";

}  // namespace

void Opening::take(const BookFound& found) {
  if (m_store->setting(trial_setting) == found.book) {
    for (const SnapshotPlace place : snapshot_places) m_store->clear_pieces(place_name(place));
    m_store->put_setting(trial_setting, "");
    read_all();
  } else if (found.last < records_worth_a_snapshot) {
    read_all();
  } else {
    m_is_on_trial = true;
    m_store->put_setting(trial_setting, found.book);
    m_snapshot.emplace(*m_store).look(found.book, found.last);
  }
}

void Opening::take(const PieceFetched& fetched) {
  if (!m_snapshot) return;
  m_snapshot->take(fetched);
  if (m_snapshot->state() == SnapshotLoader::State::none) read_all();
}

void Opening::take(RecordsLoaded loaded) {
  if (m_is_contradicted) return;
  for (std::string& record : loaded.records) m_records.push_back(std::move(record));
}

void Opening::take(const BookOpened&) {
  m_is_complete = !m_is_contradicted;
  if (std::exchange(m_is_contradicted, false)) read_all();
}

bool Opening::work(std::unique_ptr<Book>& book) {
  if (m_snapshot) {
    if (m_snapshot->state() == SnapshotLoader::State::loaded) begin_after_snapshot(book);
    return false;
  }
  fold_some(book);
  return m_next < m_records.size();
}

void Opening::survived() {
  if (std::exchange(m_is_on_trial, false)) m_store->put_setting(trial_setting, "");
}

void Opening::begin_after_snapshot(std::unique_ptr<Book>& book) {
  const SnapshotHead& head = m_snapshot->head();
  m_last_event = head.last_event;
  m_snapshot_event = head.last_event;
  m_covered = head.events;
  m_place = m_snapshot->place();
  const RecordNumber last = head.last;
  book = m_snapshot->take_book();
  m_snapshot.reset();
  // The last record that it covers once more: it has to be the one that the snapshot knows.
  m_store->read_records(last);
}

void Opening::read_all() {
  m_snapshot.reset();
  m_snapshot_event.reset();
  m_place.reset();
  m_store->read_records(1);
}

void Opening::fold_some(std::unique_ptr<Book>& book) {
  std::vector<journal::Event> events;
  while (m_next < m_records.size() && events.size() < events_per_slice) {
    const bool is_covered = m_snapshot_event && m_next == 0;
    read_events(m_records[m_next], events);
    if (is_covered) {
      const bool is_the_one = std::any_of(events.begin(), events.end(), [&](const auto& event) {
        return event.h == *m_snapshot_event;
      });
      if (!is_the_one) return contradict(book);
    }
    m_records[m_next] = std::string();  // folded records need no second copy in memory
    ++m_next;
  }
  if (!events.empty()) book->journal().add(events);
}

void Opening::read_events(std::string_view record, std::vector<journal::Event>& events) {
  const std::size_t before = events.size();
  m_unreadable_lines += read_record(record, events);
  if (events.size() > before) m_last_event = events.back().h;
}

void Opening::contradict(std::unique_ptr<Book>& book) {
  book = std::make_unique<Book>();
  m_records.clear();
  m_next = 0;
  m_unreadable_lines = 0;
  m_last_event = {};
  // All records can be asked for once these have been handed over.
  m_is_contradicted = !std::exchange(m_is_complete, false);
  if (!m_is_contradicted) read_all();
}

Progress Opening::progress() const {
  if (m_snapshot) return m_snapshot->progress();
  return {static_cast<std::int64_t>(m_next), static_cast<std::int64_t>(m_records.size())};
}

}  // namespace jishan::app
