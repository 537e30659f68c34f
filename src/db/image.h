// The pages of a database as bytes, taken and put in pieces, so that neither way the whole image
// stands in memory beside the database. It must not know what the tables mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "db/database.h"

namespace jishan::db {

inline constexpr std::int64_t page_bytes = 4096;

std::int64_t page_count(Database& database);
// Appends these pages, counted from 1. Pieces make one image only if nothing was written between.
void append_pages(Database& database, std::int64_t first, std::int64_t count, std::string& bytes);

// Fills an empty database with the pages of an image, in order.
class ImageFilling {
 public:
  explicit ImageFilling(Database& database) : m_database(database) {}
  // Whole pages. False, and no more pieces may follow, when these can be no part of an image.
  [[nodiscard]] bool add(std::string_view pages);
  // From now on the tables of the image are those of the database. False when pages are missing.
  [[nodiscard]] bool finish();

 private:
  Database& m_database;
  std::string m_first_page;  // put last: it says how many pages there are
  std::int64_t m_next = 1;
};

}  // namespace jishan::db
