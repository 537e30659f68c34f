#include "app/slices.h"

#include "ledger/ledger.h"
#include "points/fold.h"
#include "roster/fold.h"
#include "shop/fold.h"
#include "village/fold.h"
#include "volunteers/fold.h"

namespace jishan::app {

struct Slices::Parts {
  Parts(db::Database& database, journal::Registers& registers)
      : village(database, registers),
        roster(database, registers),
        ledger(database),
        points(database, ledger),
        shop(database, registers, ledger),
        volunteers(database, registers, ledger) {}

  village::VillageFold village;
  roster::RosterFold roster;
  ledger::Ledger ledger;
  points::PointsFold points;
  shop::ShopFold shop;
  volunteers::VolunteersFold volunteers;
};

Slices::Slices(db::Database& database, journal::Registers& registers)
    : m_parts(std::make_unique<Parts>(database, registers)) {}

Slices::~Slices() = default;

std::vector<journal::Fold*> Slices::in_arrow_order() {
  return {&m_parts->village, &m_parts->roster, &m_parts->ledger,
          &m_parts->points,  &m_parts->shop,   &m_parts->volunteers};
}

}  // namespace jishan::app
