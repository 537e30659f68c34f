// The folds of all slices in arrow order. The one list of them: a new slice is added here.
#pragma once

#include <memory>
#include <vector>

#include "db/database.h"
#include "journal/fold.h"
#include "journal/registers.h"

namespace jishan::app {

class Slices {
 public:
  Slices(db::Database& database, journal::Registers& registers);
  ~Slices();
  [[nodiscard]] std::vector<journal::Fold*> in_arrow_order();

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace jishan::app
