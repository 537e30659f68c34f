#include "db/image.h"

#include <gtest/gtest.h>

namespace jishan::db {
namespace {

constexpr int rows = 3000;

std::unique_ptr<Database> filled() {
  auto database = Database::open_in_memory();
  database->execute(
      "CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
      "CREATE INDEX note_by_text ON note (text);");
  Transaction transaction(*database);
  Statement insert = database->prepare("INSERT INTO note (number, text) VALUES (?, ?)");
  for (int number = 1; number <= rows; ++number) {
    // Every hundredth row is longer than a page.
    insert.run(number, std::string(number % 100 == 0 ? 9000 : 40, 'x') + std::to_string(number));
  }
  transaction.commit();
  return database;
}

std::string image_of(Database& database) {
  std::string bytes;
  append_pages(database, 1, page_count(database), bytes);
  return bytes;
}

bool fill(Database& database, std::string_view image, std::size_t pages_at_once) {
  ImageFilling filling(database);
  const std::size_t step = pages_at_once * static_cast<std::size_t>(page_bytes);
  for (; !image.empty(); image.remove_prefix(std::min(step, image.size()))) {
    if (!filling.add(image.substr(0, step))) return false;
  }
  return filling.finish();
}

std::int64_t count(Database& database) {
  Statement count = database.prepare("SELECT count(*) FROM note WHERE text LIKE '%x%'");
  EXPECT_TRUE(count.step());
  return count.integer(0);
}

std::string integrity(Database& database) {
  Statement check = database.prepare("PRAGMA integrity_check");
  EXPECT_TRUE(check.step());
  return check.str(0);
}

TEST(Image, ComesBackInPiecesOfAnySize) {
  const auto source = filled();
  const std::string image = image_of(*source);
  for (const std::size_t pages_at_once : {1U, 7U, 256U, 100'000U}) {
    const auto copy = Database::open_in_memory();
    ASSERT_TRUE(fill(*copy, image, pages_at_once));
    EXPECT_EQ(count(*copy), rows);
    EXPECT_EQ(integrity(*copy), "ok");
    EXPECT_EQ(image_of(*copy), image);
  }
}

TEST(Image, IsADatabaseThatTakesWrites) {
  const auto copy = Database::open_in_memory();
  ASSERT_TRUE(fill(*copy, image_of(*filled()), 64));
  {
    Transaction undone(*copy);
    copy->execute("DELETE FROM note");
  }
  EXPECT_EQ(count(*copy), rows);
  copy->execute("INSERT INTO note (number, text) VALUES (100000, 'x'); CREATE TABLE further (n);");
  EXPECT_EQ(count(*copy), rows + 1);
  EXPECT_EQ(integrity(*copy), "ok");
}

TEST(Image, RefusesWhatIsNone) {
  const std::string image = image_of(*filled());
  const auto is_refused = [&](std::string_view bytes) {
    return !fill(*Database::open_in_memory(), bytes, 64);
  };
  EXPECT_FALSE(is_refused(image));
  EXPECT_TRUE(is_refused(""));
  EXPECT_TRUE(is_refused(image.substr(0, image.size() - 1)));
  EXPECT_TRUE(is_refused(std::string(image.size(), '\0')));
  EXPECT_TRUE(is_refused(image.substr(static_cast<std::size_t>(page_bytes))));
  EXPECT_TRUE(is_refused(image.substr(0, image.size() - static_cast<std::size_t>(page_bytes))));
  EXPECT_TRUE(is_refused(image + std::string(static_cast<std::size_t>(page_bytes), '\0')));
}

}  // namespace
}  // namespace jishan::db
