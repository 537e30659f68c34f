// One book in memory: the database, the folds of all slices in arrow order, and the journal.
// The page and the command-line tool open the same one.
#pragma once

#include <memory>

#include "db/database.h"
#include "journal/journal.h"

namespace jishan::app {

class Book {
 public:
  Book();
  // Over a database that is empty, or was filled with the image of another book's.
  explicit Book(std::unique_ptr<db::Database> database);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  [[nodiscard]] db::Database& database();
  [[nodiscard]] journal::Journal& journal();
  [[nodiscard]] const journal::Journal& journal() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace jishan::app
