// The ports: everything the program asks of the world around it. Each platform implements them;
// answers that take time come back as happenings. No word of a browser, a window or a village.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/happenings.h"
#include "base/date.h"
#include "base/random.h"

namespace jishan::app {

class Clock {
 public:
  virtual ~Clock() = default;
  // What the laptop's clock says; it may be wrong and may jump.
  [[nodiscard]] virtual UtcMinutes now_minutes() const = 0;
  // Milliseconds since an arbitrary moment; never runs backwards.
  [[nodiscard]] virtual std::int64_t now_ms() const = 0;
};

// A line in the list of books, kept outside the store that it bears witness for.
struct BookListing {
  std::string book;     // random id, a–z and 0–9; see book_names.h for the rest
  std::string name;     // as the person knows it: the village
  std::string mode;     // "real" or "practice"
  RecordNumber last = 0;
  std::string heads;    // the fingerprint when `last` was saved
};

struct LocalRecord {
  std::string key;
  std::string value;
};

// A record holds whole lines and stays below this, because browsers keep larger values elsewhere.
inline constexpr std::size_t record_bytes_max = 64 * 1024 - 1;

// Whether the files of a new book's store may be those that the other books are in.
enum class Ground {
  shared,
  apart,  // where the platform has such: what damaged the one does not reach the other
};

// The durable store of one open book, and the list of all books on this computer.
class Store {
 public:
  virtual ~Store() = default;

  // Also names books that are in the store but missing in the list, with `last` 0.
  [[nodiscard]] virtual std::vector<BookListing> books() const = 0;
  virtual void list_book(const BookListing& listing) = 0;
  // Deletes the book and its line. Answer: BookDropped.
  virtual void drop(std::string_view book) = 0;

  // One book is open at a time; opening another closes it. Answer: BookOpened or BookNotOpened.
  virtual void create(std::string_view book, Ground ground) = 0;
  // Answer: BookFound or BookNotOpened.
  virtual void open(std::string_view book) = 0;
  // Opens a book that another window has open: asks that one to finish and let go, and takes it by
  // force when it does not answer within five seconds. Answers as open does; the window that had it
  // gets BookNotOpened with StoreTrouble::elsewhere if it did not let go by itself.
  virtual void take_over(std::string_view book) = 0;
  // Lets go of the open book.
  virtual void close() = 0;
  // The records of the book that was found, from this number on.
  // Answer: RecordsLoaded …, then BookOpened; or BookNotOpened, also where an earlier one is gone.
  virtual void read_records(RecordNumber first) = 0;

  // Makes the records durable as numbers first, first + 1 …, together with the local records, in
  // one transaction: all or none. Answer: RecordsSaved or RecordsNotSaved. A number that is
  // already taken by other bytes is refused with StoreTrouble::elsewhere.
  virtual void append(RecordNumber first, std::span<const std::string> records,
                      std::span<const LocalRecord> local = {}) = 0;

  // Pieces of the open book's snapshots. They lie apart from the records, so that no damage reaches
  // from one to the other, and are never relied on: they may vanish or come back damaged or old.
  // Answer: PieceFetched for each name, in order.
  virtual void fetch_pieces(std::span<const std::string> names) = 0;
  // Answer: PiecePut. Puts and removals happen in the order in which they were asked for.
  virtual void put_piece(std::string_view name, std::string_view bytes) = 0;
  // All pieces whose names begin with this and a slash.
  virtual void clear_pieces(std::string_view place) = 0;

  // Everything that is known of a book's records when its store fails: the store itself, as far as
  // it can be read, and copies that lie apart from it. Nothing is changed by looking.
  // Answer: CopiesFound.
  virtual void find_copies(std::string_view book) = 0;
  // Answer: CopyLoaded, until one is the last.
  virtual void read_copy(std::string_view book, std::string_view place) = 0;

  // Small records of the open book that stay on this laptop: writer, drafts.
  [[nodiscard]] virtual std::optional<std::string> local(std::string_view key) const = 0;
  virtual void put_local(const LocalRecord& record) = 0;
  // All of them, by key.
  [[nodiscard]] virtual std::vector<LocalRecord> local_records() const = 0;

  // Settings of this computer, whatever book is open: text size, contrast, last book.
  [[nodiscard]] virtual std::string setting(std::string_view key) const = 0;
  virtual void put_setting(std::string_view key, std::string_view value) = 0;
};

enum class FileKind {
  book,   // *.jishan.json
  sheet,  // CSV, text, .xlsx
};

enum class TextEncoding { utf_8, utf_16le, utf_16be, gb18030 };

class Files {
 public:
  virtual ~Files() = default;

  // Asks for one file. Must follow an action of the person.
  // Answer: FileChosen or NoFileChosen. A dropped file comes as FileChosen unasked.
  virtual void choose(FileKind kind) = 0;
  // Answer: FileSlice or FileUnreadable.
  virtual void read(FileNumber file, std::int64_t offset_bytes, std::int64_t size_bytes) = 0;
  // The whole file as text. Answer: FileText or FileUnreadable.
  virtual void read_text(FileNumber file, TextEncoding encoding) = 0;
  // Answer: FileSheet or FileUnreadable.
  virtual void read_sheet(FileNumber file) = 0;
  virtual void close(FileNumber file) = 0;

  // Gives the person a file: begun, written in parts, then handed over under this name.
  virtual void begin_save(std::string_view name) = 0;
  virtual void write_save(std::string_view bytes) = 0;
  virtual void finish_save() = 0;
};

class Clipboard {
 public:
  virtual ~Clipboard() = default;
  virtual void copy(std::string_view text) = 0;
};

class Frames {
 public:
  virtual ~Frames() = default;
  // Nothing is drawn unless something happened; a screen that changes by itself asks here.
  // 0 means the very next frame.
  virtual void draw_after(std::int64_t ms) = 0;
};

struct Ports {
  Clock& clock;
  Random& random;
  Store& store;
  Files& files;
  Clipboard& clipboard;
  Frames& frames;
};

// Lines of whole commands (each with its newline) gathered into records below record_bytes_max.
std::vector<std::string> records_of(std::span<const std::string> lines);

}  // namespace jishan::app
