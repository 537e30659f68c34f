#include "app/moving.h"

#include <span>
#include <utility>

namespace jishan::app {
namespace {

// Of one strict transaction: at most about 4 MiB, a moment for any disk.
constexpr std::size_t events_per_append = 2000;
constexpr std::size_t bytes_per_append = 4 * 1024 * 1024;

}  // namespace

Moving::Moving(Store& store, std::string book, const journal::Journal& journal,
               std::vector<LocalRecord> local)
    : m_store(store),
      m_book(std::move(book)),
      m_journal(journal),
      m_local(std::move(local)),
      m_numbers(journal.numbers_in_order()) {
  m_store.create(m_book, m_ground);
}

Progress Moving::progress() const {
  return {static_cast<std::int64_t>(m_written), static_cast<std::int64_t>(m_numbers.size())};
}

bool Moving::take(const Happening& happening) {
  if (const auto* not_opened = std::get_if<BookNotOpened>(&happening)) {
    if (not_opened->book != m_book) return false;
    if (m_stage == Stage::making && m_ground == Ground::apart) {
      // Nothing lies apart here. A new store among the others is better than none.
      m_ground = Ground::shared;
      m_store.create(m_book, m_ground);
    } else {
      fail(not_opened->trouble);
    }
    return true;
  }
  if (const auto* opened = std::get_if<BookOpened>(&happening)) {
    if (opened->book != m_book) return false;
    if (m_stage == Stage::making) {
      m_stage = Stage::writing;
      write_some();
    } else if (m_stage == Stage::reading_back) {
      const bool is_same = opened->last == last() && m_given.finish() == m_got.finish();
      if (is_same) {
        m_stage = Stage::finished;
      } else {
        fail(StoreTrouble::damaged);
      }
    }
    return true;
  }
  if (const auto* loaded = std::get_if<RecordsLoaded>(&happening)) {
    if (m_stage != Stage::reading_back) return false;
    for (const std::string& record : loaded->records) m_got.update(record);
    return true;
  }
  if (const auto* saved = std::get_if<RecordsSaved>(&happening)) {
    // A late answer of the old store has another number as a rule; reading back proves it in any case.
    if (m_stage != Stage::writing || saved->last != last()) return true;
    if (m_written < m_numbers.size()) {
      write_some();
    } else {
      m_stage = Stage::reading_back;
      m_store.read_records(1);
    }
    return true;
  }
  if (const auto* not_saved = std::get_if<RecordsNotSaved>(&happening)) {
    if (m_stage == Stage::writing) fail(not_saved->trouble);
    return true;
  }
  return false;
}

void Moving::write_some() {
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  while (m_written < m_numbers.size() && lines.size() < events_per_append &&
         bytes < bytes_per_append) {
    lines.push_back(m_journal.line(m_numbers[m_written]) + "\n");
    bytes += lines.back().size();
    ++m_written;
  }
  const std::vector<std::string> records = records_of(lines);
  for (const std::string& record : records) m_given.update(record);
  const RecordNumber first = m_next;
  m_next += static_cast<RecordNumber>(records.size());
  // The local records come with the last part: a store without them is no book yet.
  const bool is_last = m_written == m_numbers.size();
  m_store.append(first, records, is_last ? std::span<const LocalRecord>(m_local)
                                         : std::span<const LocalRecord>());
}

void Moving::fail(StoreTrouble trouble) {
  m_stage = Stage::failed;
  m_trouble = trouble;
}

}  // namespace jishan::app
