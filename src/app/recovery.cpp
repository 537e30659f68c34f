#include "app/recovery.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "app/record_events.h"
#include "roster/queries.h"

namespace jishan::app {
namespace {

// Bounds the pause between two frames, as at opening.
constexpr std::size_t events_per_slice = 1000;
constexpr std::int64_t slice_bytes = 256 * 1024;
constexpr std::string_view file_place = "file";

// What the book by itself says of the copy that it was made of.
void describe(RecoveryCopy& copy, Book& book) {
  const journal::Journal& journal = book.journal();
  copy.event_count = journal.event_count();
  copy.damage_count += static_cast<std::int64_t>(journal.missing().size());
  copy.household_count = roster::counts(book.database()).households;
  copy.newest = journal.newest_minutes();
}

}  // namespace

struct Recovery::Reading {
  std::deque<std::string> records;
  std::vector<journal::Event> events;
  bool is_handed_over = false;  // nothing more comes
};

struct Recovery::File {
  FileNumber number = 0;
  std::size_t copy = 0;
  std::int64_t size_bytes = 0;
  std::int64_t read_bytes = 0;
  journal::BundleReader reader;
};

Recovery::Recovery(Ports ports, BookListing listing, StoreTrouble trouble)
    : m_ports(ports),
      m_listing(std::move(listing)),
      m_trouble(trouble),
      m_joined(std::make_unique<Book>()) {
  m_ports.store.find_copies(m_listing.book);
}

Recovery::~Recovery() = default;

Recovery::Stage Recovery::stage() const {
  if (m_is_looking) return Stage::looking;
  const bool is_reading = std::any_of(m_copies.begin(), m_copies.end(),
                                      [](const RecoveryCopy& copy) { return !copy.is_read; });
  return is_reading || m_is_joining ? Stage::reading : Stage::ready;
}

bool Recovery::is_complete() const {
  return !m_listing.heads.empty() && m_joined->journal().fingerprint() == m_listing.heads;
}

bool Recovery::take(const Happening& happening) {
  if (const auto* found = std::get_if<CopiesFound>(&happening)) {
    if (found->book != m_listing.book || !m_is_looking) return true;
    m_is_looking = false;
    for (const std::string& place : found->places) {
      m_copies.push_back({.place = place, .book = std::make_unique<Book>()});
      m_readings.push_back(std::make_unique<Reading>());
      m_ports.store.read_copy(m_listing.book, place);
    }
    return true;
  }
  if (const auto* loaded = std::get_if<CopyLoaded>(&happening)) {
    if (loaded->book == m_listing.book) take_copy(*loaded);
    return true;
  }
  return take_file(happening);
}

void Recovery::take_copy(const CopyLoaded& loaded) {
  for (std::size_t i = 0; i < m_copies.size(); ++i) {
    if (m_copies[i].place != loaded.place || m_readings[i]->is_handed_over) continue;
    Reading& reading = *m_readings[i];
    reading.records.insert(reading.records.end(), loaded.records.begin(), loaded.records.end());
    reading.is_handed_over = loaded.is_last;
    if (loaded.is_last && !loaded.is_whole) ++m_copies[i].damage_count;
  }
}

bool Recovery::take_file(const Happening& happening) {
  if (const auto* chosen = std::get_if<FileChosen>(&happening)) {
    if (m_is_looking || m_file) {
      m_ports.files.close(chosen->file);
    } else {
      begin_file(*chosen);
    }
    return true;
  }
  if (!m_file) return false;
  RecoveryCopy& copy = m_copies[m_file->copy];
  Reading& reading = *m_readings[m_file->copy];
  const auto* unreadable = std::get_if<FileUnreadable>(&happening);
  if (unreadable != nullptr && unreadable->file == m_file->number) {
    ++copy.damage_count;
    m_file_trouble = FileTrouble::unreadable;
  } else {
    const auto* slice = std::get_if<FileSlice>(&happening);
    if (slice == nullptr || slice->file != m_file->number) return false;
    m_file->reader.feed(slice->bytes);
    m_file->read_bytes += static_cast<std::int64_t>(slice->bytes.size());
    for (journal::Event& event : m_file->reader.take_events()) {
      reading.events.push_back(std::move(event));
    }
    const bool is_end = slice->bytes.empty() || m_file->read_bytes >= m_file->size_bytes;
    if (!m_file->reader.refusal() && !is_end) {
      m_ports.files.read(m_file->number, m_file->read_bytes, slice_bytes);
      return true;
    }
    if (m_file->reader.refusal()) {
      m_file_trouble = FileTrouble::not_a_book;
    } else if (const auto end = m_file->reader.finish(); !end.is_complete) {
      copy.damage_count += std::max<std::int64_t>(1, end.damaged_count);
    }
  }
  m_ports.files.close(m_file->number);
  reading.is_handed_over = true;
  m_file.reset();
  return true;
}

void Recovery::begin_file(const FileChosen& chosen) {
  m_file_trouble = FileTrouble::none;
  if (!journal::check_bundle_size(chosen.size_bytes).ok()) {
    m_file_trouble = FileTrouble::not_a_book;
    m_ports.files.close(chosen.file);
    return;
  }
  m_file = std::make_unique<File>();
  m_file->number = chosen.file;
  m_file->copy = m_copies.size();
  m_file->size_bytes = chosen.size_bytes;
  m_copies.push_back({.place = std::string(file_place),
                      .file_name = chosen.name,
                      .book = std::make_unique<Book>()});
  m_readings.push_back(std::make_unique<Reading>());
  m_ports.files.read(chosen.file, 0, slice_bytes);
}

void Recovery::choose(std::size_t copy, bool is_chosen) {
  if (copy >= m_copies.size() || m_copies[copy].is_foreign) return;
  m_copies[copy].is_chosen = is_chosen;
  begin_joining();
}

bool Recovery::work() {
  return read_some() || join_some();
}

bool Recovery::read_some() {
  for (std::size_t i = 0; i < m_copies.size(); ++i) {
    if (m_copies[i].is_read) continue;
    Reading& reading = *m_readings[i];
    while (!reading.records.empty() && reading.events.size() < events_per_slice) {
      m_copies[i].damage_count += read_record(reading.records.front(), reading.events);
      reading.records.pop_front();
    }
    if (!reading.events.empty()) {
      m_copies[i].book->journal().add(std::exchange(reading.events, {}));
      return true;
    }
    if (reading.is_handed_over) {
      finish_reading(i);
      return true;
    }
  }
  return false;
}

void Recovery::finish_reading(std::size_t copy) {
  RecoveryCopy& done = m_copies[copy];
  done.is_read = true;
  describe(done, *done.book);
  if (done.event_count == 0 && done.place == file_place) {
    // A file that holds nothing of a book is no copy: the person chooses another one.
    if (m_file_trouble == FileTrouble::none) m_file_trouble = FileTrouble::not_a_book;
    m_copies.erase(m_copies.begin() + static_cast<std::ptrdiff_t>(copy));
    m_readings.erase(m_readings.begin() + static_cast<std::ptrdiff_t>(copy));
    return;
  }
  const auto roots = done.book->journal().roots();
  for (const RecoveryCopy& other : m_copies) {
    if (&other == &done || !other.is_read || other.is_foreign || roots.empty()) continue;
    const auto known = other.book->journal().roots();
    done.is_foreign = !known.empty() && std::find_first_of(roots.begin(), roots.end(), known.begin(),
                                                           known.end()) == roots.end();
    break;
  }
  done.is_chosen = done.is_chosen && !done.is_foreign;
  begin_joining();
}

void Recovery::begin_joining() {
  m_joined = std::make_unique<Book>();
  m_joined_figures = {};
  for (RecoveryCopy& copy : m_copies) copy.joined_count = 0;
  m_is_joining = true;
  m_joining_copy = 0;
  m_joining_numbers.clear();
}

bool Recovery::join_some() {
  if (!m_is_joining) return false;
  while (m_joining_numbers.empty()) {
    if (m_joining_copy == m_copies.size()) {
      m_is_joining = false;
      describe(m_joined_figures, *m_joined);
      return false;
    }
    const RecoveryCopy& copy = m_copies[m_joining_copy++];
    if (!copy.is_read || !copy.is_chosen || copy.is_foreign) continue;
    m_joining_numbers = copy.book->journal().numbers_in_order();
    std::reverse(m_joining_numbers.begin(), m_joining_numbers.end());
  }
  RecoveryCopy& copy = m_copies[m_joining_copy - 1];
  const journal::Journal& source = copy.book->journal();
  std::vector<journal::Event> events;
  while (!m_joining_numbers.empty() && events.size() < events_per_slice) {
    events.push_back(source.event(m_joining_numbers.back()));
    m_joining_numbers.pop_back();
  }
  const std::int64_t before = m_joined->journal().event_count();
  m_joined->journal().add(events);
  copy.joined_count += m_joined->journal().event_count() - before;
  return true;
}

}  // namespace jishan::app
