// What the program does when a store fails: tries once more, moves the book that memory holds to a new
// store, shows what is left of one that does not open, or leaves it to
// another window. App's, in a file of their own.
#include <string>
#include <utility>

#include "app/app.h"
#include "app/book_names.h"
#include "app/moving.h"
#include "app/recovery.h"
#include "app/snapshot_writer.h"

namespace jishan::app {
namespace {

// A local record: the store that this one took the place of.
constexpr std::string_view moved_from_key = "moved_from";

}  // namespace

void App::retry_saving() {
  if (!m_is_store_lost) {
    m_saver.retry();
  } else if (!m_moving) {
    begin_moving(m_book->journal(), m_moving_local);
  }
}

void App::on_not_saved(const RecordsNotSaved& not_saved) {
  m_saver.on_not_saved(not_saved);
  if (m_saver.accepts_commands()) return;  // an answer to what was asked long ago
  switch (not_saved.trouble) {
    case StoreTrouble::no_room:
      m_snapshot->make_room();
      break;
    case StoreTrouble::closed:
    case StoreTrouble::no_answer:
    case StoreTrouble::wiped:
    case StoreTrouble::damaged:
      // Once more over a fresh connection; then the store has failed. What memory holds is the book.
      if (!std::exchange(m_was_retried, true)) {
        m_saver.retry();
      } else {
        m_is_store_lost = true;
        m_moving_local = m_ports.store.local_records();
        begin_moving(m_book->journal(), m_moving_local);
      }
      break;
    case StoreTrouble::elsewhere:
    case StoreTrouble::newer:
    case StoreTrouble::forbidden:
    case StoreTrouble::older:
      break;
  }
}

void App::begin_moving(const journal::Journal& journal, std::vector<LocalRecord> local) {
  m_moving_trouble.reset();
  std::vector<std::string> known(m_put_away.begin(), m_put_away.end());
  for (const BookListing& listing : m_ports.store.books()) known.push_back(listing.book);
  // Comes last, in one transaction with the last entries: a store without it is half made.
  local.push_back({std::string(moved_from_key), m_listing.book});
  m_moving = std::make_unique<Moving>(m_ports.store, next_generation(m_listing.book, known), journal,
                                      std::move(local));
}

void App::on_moving_over() {
  const auto moving = std::move(m_moving);
  if (moving->stage() == Moving::Stage::failed) {
    m_moving_trouble = moving->trouble();
    m_put_away.insert(moving->book());
    m_ports.store.drop(moving->book());
    return;
  }
  m_listing.book = moving->book();
  if (m_phase == Phase::recovery) {
    m_book = m_recovery->take_joined();
    m_recovery.reset();
    m_session = Session::load(m_ports.store, m_ports.random);
    m_phase = Phase::operator_choice;
  } else {
    m_has_moved = true;
  }
  m_is_store_lost = false;
  m_was_retried = false;
  m_saver.begin_after(moving->last());
  m_snapshot->begin(0, std::nullopt);
  refresh_listing();
  m_ports.store.put_setting(last_book_setting, m_listing.book);
  leave_if_saved();
}

void App::on_book_not_opened(const BookNotOpened& not_opened) {
  if (not_opened.book != m_listing.book) return;
  m_trouble = not_opened.trouble;
  switch (not_opened.trouble) {
    case StoreTrouble::wiped:
    case StoreTrouble::older:
    case StoreTrouble::damaged:
    case StoreTrouble::closed: return begin_recovery(not_opened.trouble);
    case StoreTrouble::no_room:
    case StoreTrouble::elsewhere:
    case StoreTrouble::no_answer:
    case StoreTrouble::newer:
    case StoreTrouble::forbidden: m_phase = Phase::trouble;
  }
}

bool App::is_half_made() const {
  return generation_of(m_listing.book) > 1 && !m_ports.store.local(moved_from_key);
}

void App::open_generation_before() {
  const std::string half_made = m_listing.book;
  m_put_away.insert(half_made);
  m_ports.store.drop(half_made);
  open_book(std::string(base_of(half_made)));
}

void App::hand_over() {
  if (!m_book || m_moving || m_phase == Phase::recovery) return;
  once_saved([this] {
    m_task.reset();
    m_ports.store.close();
    m_book.reset();
    m_trouble = StoreTrouble::elsewhere;
    m_phase = Phase::trouble;
  });
}

void App::begin_recovery(StoreTrouble trouble) {
  m_trouble = trouble;
  m_book.reset();
  m_phase = Phase::recovery;
  m_recovery = std::make_unique<Recovery>(m_ports, m_listing, trouble);
}

void App::restore() {
  const bool can = m_phase == Phase::recovery && !m_moving &&
                   m_recovery->stage() == Recovery::Stage::ready &&
                   m_recovery->joined_figures().event_count > 0;
  if (can) begin_moving(m_recovery->joined().journal(), {});
}

}  // namespace jishan::app
