#include "platform/web/ports.h"

#include <algorithm>
#include <chrono>

#include "base/check.h"
#include "platform/web/fields.h"
#include "platform/web/host.h"

namespace jishan::platform {
namespace {

int size_of(std::string_view bytes) { return static_cast<int>(bytes.size()); }

std::string packed_record(std::string_view key, std::string_view value) {
  std::string packed;
  pack(packed, key);
  pack(packed, value);
  return packed;
}

}  // namespace

UtcMinutes WebClock::now_minutes() const {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::minutes>(since_1970).count();
}

std::int64_t WebClock::now_ms() const {
  const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

void WebRandom::fill(std::span<std::uint8_t> bytes) {
  jishan_host_random(bytes.data(), static_cast<int>(bytes.size()));
}

WebStore::WebStore(std::vector<app::BookListing> books, std::vector<app::LocalRecord> settings)
    : m_books(std::move(books)) {
  for (app::LocalRecord& setting : settings) {
    m_settings.insert_or_assign(std::move(setting.key), std::move(setting.value));
  }
}

void WebStore::take_local(std::vector<app::LocalRecord> records) {
  for (app::LocalRecord& record : records) {
    m_local.insert_or_assign(std::move(record.key), std::move(record.value));
  }
}

void WebStore::list_book(const app::BookListing& listing) {
  const auto known = std::find_if(m_books.begin(), m_books.end(), [&](const auto& line) {
    return line.book == listing.book;
  });
  if (known == m_books.end()) {
    m_books.push_back(listing);
  } else {
    *known = listing;
  }
  std::string packed;
  for (const std::string_view field :
       {std::string_view(listing.book), std::string_view(listing.name),
        std::string_view(listing.mode), std::string_view(listing.heads)}) {
    pack(packed, field);
  }
  pack(packed, std::to_string(listing.last));
  jishan_host_store_list_book(packed.data(), size_of(packed));
}

void WebStore::drop(std::string_view book) {
  std::erase_if(m_books, [&](const auto& line) { return line.book == book; });
  jishan_host_store_drop(book.data(), size_of(book));
}

void WebStore::create(std::string_view book, app::Ground ground) {
  m_local.clear();
  m_open = book;
  jishan_host_store_open(book.data(), size_of(book), ground == app::Ground::apart ? 2 : 1);
}

void WebStore::open(std::string_view book) {
  m_local.clear();
  m_open = book;
  jishan_host_store_open(book.data(), size_of(book), 0);
}

void WebStore::take_over(std::string_view book) {
  m_local.clear();
  m_open = book;
  jishan_host_store_take_over(book.data(), size_of(book));
}

void WebStore::close() { jishan_host_store_close(); }

void WebStore::read_records(app::RecordNumber first) {
  jishan_host_store_read(static_cast<int>(first));
}

void WebStore::fetch_pieces(std::span<const std::string> names) {
  std::string packed;
  pack(packed, m_open);
  for (const std::string& name : names) pack(packed, name);
  jishan_host_pieces_fetch(packed.data(), size_of(packed));
}

void WebStore::put_piece(std::string_view name, std::string_view bytes) {
  std::string packed;
  pack(packed, m_open);
  pack(packed, name);
  pack(packed, bytes);
  jishan_host_pieces_put(packed.data(), size_of(packed));
}

void WebStore::clear_pieces(std::string_view place) {
  const std::string packed = packed_record(m_open, place);
  jishan_host_pieces_clear(packed.data(), size_of(packed));
}

void WebStore::find_copies(std::string_view book) {
  jishan_host_copies_find(book.data(), size_of(book));
}

void WebStore::read_copy(std::string_view book, std::string_view place) {
  const std::string packed = packed_record(book, place);
  jishan_host_copies_read(packed.data(), size_of(packed));
}

void WebStore::append(app::RecordNumber first, std::span<const std::string> records,
                      std::span<const app::LocalRecord> local) {
  std::string packed;
  for (const std::string& record : records) {
    CHECK(record.size() <= app::record_bytes_max);
    pack(packed, record);
  }
  for (const app::LocalRecord& record : local) {
    m_local.insert_or_assign(record.key, record.value);
    pack(packed, record.key);
    pack(packed, record.value);
  }
  jishan_host_store_append(static_cast<int>(first), static_cast<int>(records.size()),
                           packed.data(), size_of(packed));
}

std::optional<std::string> WebStore::local(std::string_view key) const {
  const auto found = m_local.find(key);
  return found == m_local.end() ? std::nullopt : std::optional(found->second);
}

void WebStore::put_local(const app::LocalRecord& record) {
  m_local.insert_or_assign(record.key, record.value);
  const std::string packed = packed_record(record.key, record.value);
  jishan_host_store_put_local(packed.data(), size_of(packed));
}

std::vector<app::LocalRecord> WebStore::local_records() const {
  std::vector<app::LocalRecord> records;
  for (const auto& [key, value] : m_local) records.push_back({key, value});
  return records;
}

std::string WebStore::setting(std::string_view key) const {
  const auto found = m_settings.find(key);
  return found == m_settings.end() ? std::string() : found->second;
}

void WebStore::put_setting(std::string_view key, std::string_view value) {
  m_settings.insert_or_assign(std::string(key), std::string(value));
  const std::string packed = packed_record(key, value);
  jishan_host_store_put_setting(packed.data(), size_of(packed));
}

void WebFiles::choose(app::FileKind kind) { jishan_host_files_choose(static_cast<int>(kind)); }

void WebFiles::read(app::FileNumber file, std::int64_t offset_bytes, std::int64_t size_bytes) {
  jishan_host_files_read(file, static_cast<int>(offset_bytes >> 20),
                         static_cast<int>(offset_bytes & 0xFFFFF), static_cast<int>(size_bytes));
}

void WebFiles::read_text(app::FileNumber file, app::TextEncoding encoding) {
  jishan_host_files_read_text(file, static_cast<int>(encoding));
}

void WebFiles::read_sheet(app::FileNumber file) { jishan_host_files_read_sheet(file); }
void WebFiles::close(app::FileNumber file) { jishan_host_files_close(file); }

void WebFiles::begin_save(std::string_view name) {
  jishan_host_save_begin(name.data(), size_of(name));
}
void WebFiles::write_save(std::string_view bytes) {
  jishan_host_save_write(bytes.data(), size_of(bytes));
}
void WebFiles::finish_save() { jishan_host_save_finish(); }

void WebClipboard::copy(std::string_view text) {
  jishan_host_copy(text.data(), size_of(text));
}

void WebFrames::draw_after(std::int64_t ms) { m_pace.draw_after(m_clock.now_ms(), ms); }

}  // namespace jishan::platform
