#include "app/book.h"

#include "app/slices.h"
#include "journal/registers.h"

namespace jishan::app {

struct Book::Parts {
  std::unique_ptr<db::Database> database = db::Database::open_in_memory();
  journal::Registers registers{*database};
  Slices slices{*database, registers};
  journal::Journal journal{*database, slices.in_arrow_order()};
};

Book::Book() : m_parts(std::make_unique<Parts>()) {}
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
