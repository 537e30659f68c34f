// The world outside as tests need it: a clock that is set, a store that answers when it is told
// to, files that are texts. One FakeWorld is one computer; a second one is a colleague's.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>
#include <string>
#include <vector>

#include "app/ports.h"

namespace jishan::testing {

class FakeClock final : public app::Clock {
 public:
  UtcMinutes minutes = 29'000'000;  // 2025-02-19
  std::int64_t ms = 0;
  [[nodiscard]] UtcMinutes now_minutes() const override { return minutes; }
  [[nodiscard]] std::int64_t now_ms() const override { return ms; }
};

class FakeStore final : public app::Store {
 public:
  struct Kept {
    std::map<app::RecordNumber, std::string> records;
    std::map<std::string, std::string> local;
    std::map<std::string, std::string> pieces;  // of snapshots
  };
  // What a place apart from the store holds of a book.
  struct Copy {
    std::vector<std::string> records;
    bool is_whole = true;
  };
  std::map<std::string, Kept> kept;
  std::map<std::string, std::map<std::string, Copy>> copies;  // by book and place
  std::vector<app::BookListing> listed;
  std::map<std::string, std::string> settings;
  std::deque<app::Happening> happenings;  // answers, to be taken by the program
  std::optional<app::StoreTrouble> trouble;  // the next appends are refused with this
  std::map<std::string, app::StoreTrouble> open_trouble;  // books that do not open
  std::vector<std::string> taken_over;  // books asked of other windows
  std::optional<app::StoreTrouble> ground_trouble;  // no new store can be made apart
  std::set<std::string> broken;  // stores that take nothing any more
  std::optional<app::StoreTrouble> fail_once;  // the next append is refused with this
  bool reads_back_wrong = false;
  // The computer goes off after so many further changes of what is kept: nothing reaches the disk any
  // more, and nothing answers. The last change may be on the disk, without its answer.
  std::optional<int> changes_left;
  bool keeps_last_change = false;
  int change_count = 0;
  bool is_out_of_pieces = false;  // it keeps no pieces
  int append_count = 0;
  int records_read = 0;
  std::vector<std::string> appended_local;  // keys of the local records that came with an append

  [[nodiscard]] std::vector<app::BookListing> books() const override {
    std::vector<app::BookListing> books = listed;
    for (const auto& [book, records] : kept) {
      const bool is_listed = std::any_of(listed.begin(), listed.end(), [&, &name = book](const auto& line) {
        return line.book == name;
      });
      if (!is_listed) books.push_back({.book = book});
    }
    return books;
  }
  void list_book(const app::BookListing& listing) override {
    if (change() == Change::lost) return;
    for (app::BookListing& known : listed) {
      if (known.book == listing.book) {
        known = listing;
        return;
      }
    }
    listed.push_back(listing);
  }
  void drop(std::string_view book) override {
    const std::string name(book);
    const Change dropping = change();
    if (dropping == Change::lost) return;
    kept.erase(name);
    std::erase_if(listed, [&](const app::BookListing& listing) { return listing.book == name; });
    if (dropping == Change::answered) happenings.push_back(app::BookDropped{name});
  }
  void create(std::string_view book, app::Ground ground) override {
    m_open = std::string(book);
    if (ground_trouble && ground == app::Ground::apart) {
      happenings.push_back(app::BookNotOpened{m_open, *ground_trouble});
      return;
    }
    const Change making = change();
    if (making != Change::lost) kept[m_open];
    if (making == Change::answered) happenings.push_back(app::BookOpened{m_open, 0});
  }
  void open(std::string_view book) override {
    m_open = std::string(book);
    if (const auto bad = open_trouble.find(m_open); bad != open_trouble.end()) {
      happenings.push_back(app::BookNotOpened{m_open, bad->second});
      return;
    }
    happenings.push_back(app::BookFound{m_open, last()});
  }
  void take_over(std::string_view book) override {
    taken_over.push_back(std::string(book));
    open_trouble.erase(std::string(book));
    open(book);
  }
  void close() override { m_open.clear(); }
  [[nodiscard]] bool is_open() const { return !m_open.empty(); }
  void find_copies(std::string_view book) override {
    app::CopiesFound found{.book = std::string(book)};
    for (const auto& [place, copy] : copies[found.book]) found.places.push_back(place);
    happenings.push_back(std::move(found));
  }
  void read_copy(std::string_view book, std::string_view place) override {
    const std::string name(book);
    const Copy& copy = copies[name][std::string(place)];
    for (const std::string& record : copy.records) {
      happenings.push_back(app::CopyLoaded{name, std::string(place), {record}, false, true});
    }
    happenings.push_back(app::CopyLoaded{name, std::string(place), {}, true, copy.is_whole});
  }
  void read_records(app::RecordNumber first) override {
    app::RecordsLoaded loaded{first, {}};
    for (const auto& [number, record] : kept[m_open].records) {
      if (number >= first) loaded.records.push_back(record);
    }
    if (reads_back_wrong && !loaded.records.empty()) loaded.records.back().back() = '?';
    records_read += static_cast<int>(loaded.records.size());
    happenings.push_back(std::move(loaded));
    happenings.push_back(app::BookOpened{m_open, last()});
  }
  void fetch_pieces(std::span<const std::string> names) override {
    for (const std::string& name : names) {
      const auto piece = kept[m_open].pieces.find(name);
      happenings.push_back(app::PieceFetched{
          m_open, name, piece == kept[m_open].pieces.end() ? std::string() : piece->second});
    }
  }
  void put_piece(std::string_view name, std::string_view bytes) override {
    if (!is_out_of_pieces) kept[m_open].pieces[std::string(name)] = std::string(bytes);
    happenings.push_back(app::PiecePut{m_open, std::string(name), !is_out_of_pieces});
  }
  void clear_pieces(std::string_view place) override {
    std::erase_if(kept[m_open].pieces, [&](const auto& piece) {
      return piece.first.starts_with(std::string(place) + "/");
    });
  }
  void append(app::RecordNumber first, std::span<const std::string> records,
              std::span<const app::LocalRecord> local) override {
    ++append_count;
    for (const app::LocalRecord& record : local) appended_local.push_back(record.key);
    const auto once = std::exchange(fail_once, std::nullopt);
    if (trouble || once || broken.contains(m_open)) {
      happenings.push_back(
          app::RecordsNotSaved{first, trouble.value_or(once.value_or(app::StoreTrouble::closed))});
      return;
    }
    const Change appending = change();
    if (appending == Change::lost) return;
    app::RecordNumber number = first;
    for (const std::string& record : records) {
      const auto [at, is_new] = kept[m_open].records.emplace(number, record);
      if (!is_new && at->second != record) {
        happenings.push_back(app::RecordsNotSaved{first, app::StoreTrouble::elsewhere});
        return;
      }
      ++number;
    }
    for (const app::LocalRecord& record : local) kept[m_open].local[record.key] = record.value;
    if (appending == Change::answered) happenings.push_back(app::RecordsSaved{number - 1});
  }
  [[nodiscard]] std::optional<std::string> local(std::string_view key) const override {
    const auto book = kept.find(m_open);
    if (book == kept.end()) return std::nullopt;
    const auto found = book->second.local.find(std::string(key));
    if (found == book->second.local.end()) return std::nullopt;
    return found->second;
  }
  void put_local(const app::LocalRecord& record) override {
    if (change() != Change::lost) kept[m_open].local[record.key] = record.value;
  }
  [[nodiscard]] std::vector<app::LocalRecord> local_records() const override {
    std::vector<app::LocalRecord> records;
    if (const auto book = kept.find(m_open); book != kept.end()) {
      for (const auto& [key, value] : book->second.local) records.push_back({key, value});
    }
    return records;
  }
  [[nodiscard]] std::string setting(std::string_view key) const override {
    const auto found = settings.find(std::string(key));
    return found == settings.end() ? std::string() : found->second;
  }
  void put_setting(std::string_view key, std::string_view value) override {
    if (change() != Change::lost) settings[std::string(key)] = std::string(value);
  }
  [[nodiscard]] bool is_off() const { return changes_left.has_value() && *changes_left <= 0; }

 private:
  enum class Change { answered, unanswered, lost };
  Change change() {
    ++change_count;
    if (!changes_left) return Change::answered;
    *changes_left = *changes_left < 0 ? -1 : *changes_left - 1;
    if (*changes_left >= 0) return Change::answered;
    return std::exchange(keeps_last_change, false) ? Change::unanswered : Change::lost;
  }
  [[nodiscard]] app::RecordNumber last() {
    return static_cast<app::RecordNumber>(kept[m_open].records.size());
  }

  std::string m_open;
};

class FakeFiles final : public app::Files {
 public:
  struct Offered {
    std::string name;
    std::string bytes;
  };
  std::vector<Offered> offered;  // FileNumber is the index + 1
  std::vector<Offered> saved;
  std::deque<app::Happening>* happenings = nullptr;

  void choose(app::FileKind) override {
    if (offered.empty()) {
      happenings->push_back(app::NoFileChosen{});
      return;
    }
    const auto file = static_cast<app::FileNumber>(offered.size());
    happenings->push_back(app::FileChosen{file, offered.back().name,
                                          static_cast<std::int64_t>(offered.back().bytes.size())});
  }
  void read(app::FileNumber file, std::int64_t offset, std::int64_t size) override {
    const std::string& bytes = offered[static_cast<std::size_t>(file - 1)].bytes;
    happenings->push_back(app::FileSlice{
        file, offset, bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size))});
  }
  void read_text(app::FileNumber file, app::TextEncoding) override {
    happenings->push_back(app::FileText{file, offered[static_cast<std::size_t>(file - 1)].bytes});
  }
  void read_sheet(app::FileNumber file) override {
    happenings->push_back(app::FileUnreadable{file});
  }
  void close(app::FileNumber) override {}
  void begin_save(std::string_view name) override { saved.push_back({std::string(name), {}}); }
  void write_save(std::string_view bytes) override { saved.back().bytes += bytes; }
  void finish_save() override {}
};

class FakeClipboard final : public app::Clipboard {
 public:
  std::string text;
  void copy(std::string_view copied) override { text = std::string(copied); }
};

class FakeFrames final : public app::Frames {
 public:
  void draw_after(std::int64_t) override {}
};

struct FakeWorld {
  explicit FakeWorld(std::uint64_t seed) : random(seed) { files.happenings = &store.happenings; }
  FakeClock clock;
  SeededRandom random;
  FakeStore store;
  FakeFiles files;
  FakeClipboard clipboard;
  FakeFrames frames;
  app::Ports ports() { return {clock, random, store, files, clipboard, frames}; }
};

}  // namespace jishan::testing
