// The folds of all slices for a Laptop of a test, as the program itself lists them. Only programs
// that link app include it.
#pragma once

#include <memory>
#include <vector>

#include "app/slices.h"
#include "support/laptop.h"

namespace jishan::support {

class BookFolds final : public Folds {
 public:
  BookFolds(db::Database& database, journal::Registers& registers)
      : m_slices(database, registers) {}
  std::vector<journal::Fold*> in_arrow_order() override { return m_slices.in_arrow_order(); }

 private:
  app::Slices m_slices;
};

inline MakeFolds book_folds() {
  return [](db::Database& database, journal::Registers& registers) {
    return std::make_unique<BookFolds>(database, registers);
  };
}

}  // namespace jishan::support
