// The fold of the shop: goods and outlets as registers, deliveries and redemptions as acts of the
// ledger. It must not know balances or prices of the day: every amount stands in the event.
#pragma once

#include <set>
#include <string>

#include "db/database.h"
#include "journal/fold.h"
#include "journal/registers.h"
#include "ledger/ledger.h"
#include "village/set_rows.h"

namespace jishan::shop {

class ShopFold final : public journal::Fold {
 public:
  ShopFold(db::Database& database, journal::Registers& registers, ledger::Ledger& ledger);

  std::string_view name() const override { return "shop"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;
  void take_personal(const journal::FoldEvent& taken) override;
  void settle() override;
  // books.stock: [outlet, goods, q] for every shelf that was ever touched by a counting line.
  void dump(journal::Json& books, journal::Json& people) const override;
  void list_todos(const journal::Journal& journal, journal::Json::Array& rows) const override;
  void explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const override;

 private:
  void take_rows(const journal::FoldEvent& taken, const village::SetKind& kind,
                 std::set<std::string>& dirty);
  void take_delivery(const journal::FoldEvent& taken);
  void take_redemption(const journal::FoldEvent& taken);
  void settle_goods(const std::string& id);
  void settle_outlet(const std::string& id);

  db::Database& m_database;
  journal::Registers& m_registers;
  ledger::Ledger& m_ledger;
  std::set<std::string> m_dirty_goods;
  std::set<std::string> m_dirty_outlets;
};

}  // namespace jishan::shop
