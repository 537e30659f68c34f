#include "app/book.h"

#include <utility>

#include "app/slices.h"
#include "journal/registers.h"

namespace jishan::app {

struct Book::Parts {
  explicit Parts(std::unique_ptr<db::Database> database_) : database(std::move(database_)) {}

  std::unique_ptr<db::Database> database;
  journal::Registers registers{*database};
  Slices slices{*database, registers};
  journal::Journal journal{*database, slices.in_arrow_order()};
};

Book::Book() : Book(db::Database::open_in_memory()) {}
Book::Book(std::unique_ptr<db::Database> database)
    : m_parts(std::make_unique<Parts>(std::move(database))) {}
Book::~Book() = default;

db::Database& Book::database() {
  return *m_parts->database;
}

journal::Journal& Book::journal() {
  return m_parts->journal;
}

const journal::Journal& Book::journal() const {
  return m_parts->journal;
}

}  // namespace jishan::app
