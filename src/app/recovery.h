// What is left of a book whose store cannot be opened: every copy that was found, read and checked,
// and what the chosen ones give together. It writes nothing. Each event proves itself by its hash, so
// a damaged copy is as good as any for what can still be read of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/book.h"
#include "app/happenings.h"
#include "app/ports.h"
#include "app/task.h"
#include "journal/bundle.h"

namespace jishan::app {

// One place that holds something of the book.
struct RecoveryCopy {
  std::string place;      // as the store names it ("store", "spare"); "file" for a chosen file
  std::string file_name;  // of a chosen file
  bool is_read = false;   // all of it was read and checked; the figures below hold from then
  bool is_chosen = true;
  // Records that were missing, lines that do not agree with their own hash, and events that wait for
  // one that is not there: 0 for a copy that is whole.
  std::int64_t damage_count = 0;
  // A book of another village: nothing of it can be taken.
  bool is_foreign = false;
  std::int64_t event_count = 0;
  std::int64_t household_count = 0;
  // Of the joined book: what this one gave beyond the copies before it.
  std::int64_t joined_count = 0;
  std::optional<UtcMinutes> newest;  // by the clock of the laptop that wrote it
  std::unique_ptr<Book> book;
};

class Recovery {
 public:
  enum class Stage {
    looking,  // for places
    reading,  // copies, or joining the chosen ones
    ready,
  };

  Recovery(Ports ports, BookListing listing, StoreTrouble trouble);
  ~Recovery();

  // True when it was meant for this.
  bool take(const Happening& happening);
  // One slice. True while there is more to do at once.
  bool work();

  [[nodiscard]] Stage stage() const;
  [[nodiscard]] const BookListing& listing() const { return m_listing; }
  [[nodiscard]] StoreTrouble trouble() const { return m_trouble; }
  // In the order in which they were found; files last.
  [[nodiscard]] const std::vector<RecoveryCopy>& copies() const { return m_copies; }
  // The person (un)ticks a copy; they are joined anew.
  void choose(std::size_t copy, bool is_chosen);
  // A file of the person's, chosen or dropped, is read as a further copy by itself (FileChosen). What
  // was wrong with the last one, if it gave nothing.
  enum class FileTrouble { none, unreadable, not_a_book };
  [[nodiscard]] FileTrouble file_trouble() const { return m_file_trouble; }

  // The chosen copies together, when ready; empty if none gives anything. `event_count` 0: nothing.
  [[nodiscard]] Book& joined() { return *m_joined; }
  [[nodiscard]] const RecoveryCopy& joined_figures() const { return m_joined_figures; }
  // The joined book ends with the very entry after which the list of books was written: nothing that
  // was called saved is missing.
  [[nodiscard]] bool is_complete() const;
  [[nodiscard]] std::unique_ptr<Book> take_joined() { return std::move(m_joined); }

 private:
  struct Reading;  // what is still to be checked of a copy
  struct File;

  void take_copy(const CopyLoaded& loaded);
  bool take_file(const Happening& happening);
  void begin_file(const FileChosen& chosen);
  bool read_some();
  void finish_reading(std::size_t copy);
  void begin_joining();
  bool join_some();

  Ports m_ports;
  BookListing m_listing;
  StoreTrouble m_trouble;
  bool m_is_looking = true;
  std::vector<RecoveryCopy> m_copies;
  std::vector<std::unique_ptr<Reading>> m_readings;  // one for each copy
  std::unique_ptr<File> m_file;
  FileTrouble m_file_trouble = FileTrouble::none;

  std::unique_ptr<Book> m_joined;
  RecoveryCopy m_joined_figures;  // its own `book` stays empty
  bool m_is_joining = false;
  std::size_t m_joining_copy = 0;
  std::vector<std::int64_t> m_joining_numbers;  // of that copy, those that are still to be joined
};

}  // namespace jishan::app
