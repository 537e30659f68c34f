#include "db/image.h"

#include "base/check.h"

namespace jishan::db {
namespace {

// What every database begins with, the zero among it, and the size of its pages, high byte first.
constexpr std::string_view magic("SQLite format 3\0\x10\0", 18);

// How many pages the first one says there are: four bytes, the highest first.
std::int64_t pages_promised(std::string_view first_page) {
  constexpr std::size_t at = 28;
  std::int64_t count = 0;
  for (const char byte : first_page.substr(at, 4)) {
    count = count * 256 + static_cast<unsigned char>(byte);
  }
  return count;
}

Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void put_page(Database& database, std::int64_t number, std::string_view page) {
  database.cached("INSERT INTO sqlite_dbpage (pgno, data) VALUES (?, ?)")
      .run(number, bytes_of(page));
}

}  // namespace

std::int64_t page_count(Database& database) {
  Statement count = database.prepare("PRAGMA page_count");
  CHECK(count.step());
  return count.integer(0);
}

void append_pages(Database& database, std::int64_t first, std::int64_t count, std::string& bytes) {
  Statement& page = database.cached("SELECT data FROM sqlite_dbpage WHERE pgno = ?");
  for (std::int64_t number = first; number < first + count; ++number) {
    CHECK(page.bind(number).step());
    const Bytes content = page.blob(0);
    CHECK(static_cast<std::int64_t>(content.size()) == page_bytes);
    bytes.append(reinterpret_cast<const char*>(content.data()), content.size());
    page.reset();
  }
}

bool ImageFilling::add(std::string_view pages) {
  constexpr auto size = static_cast<std::size_t>(page_bytes);
  if (pages.empty() || pages.size() % size != 0) return false;
  if (m_next == 1) {
    if (!pages.starts_with(magic)) return false;
    m_first_page = pages.substr(0, size);
    pages.remove_prefix(size);
    m_next = 2;
  }
  Transaction transaction(m_database, Rollback::none);
  for (; !pages.empty(); pages.remove_prefix(size)) {
    put_page(m_database, m_next++, pages.substr(0, size));
  }
  transaction.commit();
  return true;
}

bool ImageFilling::finish() {
  if (m_first_page.empty() || pages_promised(m_first_page) != m_next - 1) return false;
  Transaction transaction(m_database, Rollback::none);
  put_page(m_database, 1, m_first_page);
  transaction.commit();
  // SQLite keeps what it once read of a page beside the page, and of the first one it did so when
  // the database was empty. A page that is taken back is read anew, and then the schema is.
  {
    const Transaction taken_back(m_database);
    put_page(m_database, 1, m_first_page);
  }
  m_database.execute("PRAGMA writable_schema = RESET");
  return true;
}

}  // namespace jishan::db
