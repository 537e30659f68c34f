#include "app/snapshot_loader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/folds_identity.h"
#include "base/checksum.h"

namespace jishan::app {

void SnapshotLoader::look(std::string book, RecordNumber last) {
  m_book_name = std::move(book);
  m_last = last;
  std::vector<std::string> names;
  for (const SnapshotPlace place : snapshot_places) names.push_back(head_name(place));
  m_store->fetch_pieces(names);
}

void SnapshotLoader::take(const PieceFetched& fetched) {
  if (fetched.book != m_book_name || m_state != State::waiting) return;
  if (m_heads_seen < std::size(snapshot_places)) {
    take_head(fetched);
  } else if (fetched.name == m_names[m_next]) {
    take_piece(fetched);
  }
}

void SnapshotLoader::take_head(const PieceFetched& fetched) {
  const SnapshotPlace place = snapshot_places[m_heads_seen++];
  auto head = head_from_text(fetched.bytes);
  // Made by other folds, of another book, or of records that are not there any more.
  if (head && head->folds == folds_identity && head->book == m_book_name && head->last >= 1 &&
      head->last <= m_last) {
    m_candidates.push_back({place, std::move(*head)});
  }
  if (m_heads_seen < std::size(snapshot_places)) return;
  std::stable_sort(m_candidates.begin(), m_candidates.end(), [](const auto& a, const auto& b) {
    return a.head.last < b.head.last;
  });
  try_next();
}

void SnapshotLoader::try_next() {
  if (m_candidates.empty()) {
    m_state = State::none;
    return;
  }
  const Candidate& best = m_candidates.back();
  m_names.clear();
  for (std::size_t i = 0; i < best.head.sums.size(); ++i) {
    m_names.push_back(piece_name(best.place, i));
  }
  m_next = 0;
  m_database = db::Database::open_in_memory();
  m_filling = std::make_unique<db::ImageFilling>(*m_database);
  m_state = State::waiting;
  m_store->fetch_pieces(m_names);
}

void SnapshotLoader::take_piece(const PieceFetched& fetched) {
  const bool is_good = checksum_text(fetched.bytes) == m_candidates.back().head.sums[m_next] &&
                       m_filling->add(fetched.bytes);
  if (!is_good) {
    give_up_this_one();
    return;
  }
  if (++m_next < m_names.size()) return;
  if (!m_filling->finish()) {
    give_up_this_one();
    return;
  }
  m_filling.reset();
  m_book = std::make_unique<Book>(std::move(m_database));
  if (is_as_promised()) {
    m_state = State::loaded;
  } else {
    give_up_this_one();
  }
}

bool SnapshotLoader::is_as_promised() const {
  const SnapshotHead& promised = m_candidates.back().head;
  const journal::Journal& journal = m_book->journal();
  return journal.event_count() == promised.events && journal.fingerprint() == promised.fingerprint &&
         journal.holds(promised.last_event);
}

void SnapshotLoader::give_up_this_one() {
  m_filling.reset();
  m_book.reset();
  m_database.reset();
  m_candidates.pop_back();
  try_next();
}

Progress SnapshotLoader::progress() const {
  if (m_candidates.empty() || m_names.empty()) return {};
  const std::int64_t events = m_candidates.back().head.events;
  return {events * static_cast<std::int64_t>(m_next) / static_cast<std::int64_t>(m_names.size()),
          events};
}

}  // namespace jishan::app
