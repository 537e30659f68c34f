#include "app/slices.h"

#include "ledger/ledger.h"
#include "points/fold.h"
#include "shop/fold.h"

namespace jishan::app {

struct Slices::Parts {
  Parts(db::Database& database, journal::Registers& registers)
      : ledger(database), points(database, ledger), shop(database, registers, ledger) {}

  ledger::Ledger ledger;
  points::PointsFold points;
  shop::ShopFold shop;
};

Slices::Slices(db::Database& database, journal::Registers& registers)
    : m_parts(std::make_unique<Parts>(database, registers)) {}

Slices::~Slices() = default;

std::vector<journal::Fold*> Slices::in_arrow_order() {
  return {&m_parts->ledger, &m_parts->points, &m_parts->shop};
}

}  // namespace jishan::app
