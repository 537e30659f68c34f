// The ports as the page implements them: each call goes through host.h, answers come back as
// happenings in the inbox.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "app/ports.h"
#include "platform/web/frame_pace.h"

namespace jishan::platform {

class WebClock final : public app::Clock {
 public:
  [[nodiscard]] UtcMinutes now_minutes() const override;
  [[nodiscard]] std::int64_t now_ms() const override;
};

class WebRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

class WebStore final : public app::Store {
 public:
  // What the page listed before the beginning.
  WebStore(std::vector<app::BookListing> books, std::vector<app::LocalRecord> settings);
  // Local records that came with the book being opened.
  void take_local(std::vector<app::LocalRecord> records);

  [[nodiscard]] std::vector<app::BookListing> books() const override { return m_books; }
  void list_book(const app::BookListing& listing) override;
  void drop(std::string_view book) override;
  void create(std::string_view book, app::Ground ground) override;
  void open(std::string_view book) override;
  void take_over(std::string_view book) override;
  void close() override;
  void read_records(app::RecordNumber first) override;
  void fetch_pieces(std::span<const std::string> names) override;
  void put_piece(std::string_view name, std::string_view bytes) override;
  void clear_pieces(std::string_view place) override;
  void find_copies(std::string_view book) override;
  void read_copy(std::string_view book, std::string_view place) override;
  void append(app::RecordNumber first, std::span<const std::string> records,
              std::span<const app::LocalRecord> local) override;
  [[nodiscard]] std::optional<std::string> local(std::string_view key) const override;
  void put_local(const app::LocalRecord& record) override;
  [[nodiscard]] std::vector<app::LocalRecord> local_records() const override;
  [[nodiscard]] std::string setting(std::string_view key) const override;
  void put_setting(std::string_view key, std::string_view value) override;

 private:
  using Values = std::map<std::string, std::string, std::less<>>;
  std::vector<app::BookListing> m_books;
  std::string m_open;  // the name of the open book
  Values m_local;
  Values m_settings;
};

class WebFiles final : public app::Files {
 public:
  void choose(app::FileKind kind) override;
  void read(app::FileNumber file, std::int64_t offset_bytes, std::int64_t size_bytes) override;
  void read_text(app::FileNumber file, app::TextEncoding encoding) override;
  void read_sheet(app::FileNumber file) override;
  void close(app::FileNumber file) override;
  void begin_save(std::string_view name) override;
  void write_save(std::string_view bytes) override;
  void finish_save() override;
};

class WebClipboard final : public app::Clipboard {
 public:
  void copy(std::string_view text) override;
};

class WebFrames final : public app::Frames {
 public:
  WebFrames(FramePace& pace, const WebClock& clock) : m_pace(pace), m_clock(clock) {}
  void draw_after(std::int64_t ms) override;

 private:
  FramePace& m_pace;
  const WebClock& m_clock;
};

}  // namespace jishan::platform
