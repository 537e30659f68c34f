// The fold of points: rule books, claims, decisions; posts and grants become acts of the ledger.
#pragma once

#include <string>
#include <string_view>

#include "db/database.h"
#include "journal/fold.h"
#include "ledger/ledger.h"

namespace jishan::points {

class PointsFold final : public journal::Fold {
 public:
  PointsFold(db::Database& database, ledger::Ledger& ledger);

  std::string_view name() const override { return "points"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;
  void settle() override;
  // Completes the rows of books.household that the roster began: points, gift, lock, spendable.
  void dump(journal::Json& books, journal::Json& people) const override;
  // overdraft, claim-twice, rules-from: see queries.h.
  void list_todos(const journal::Journal& journal, journal::Json::Array& rows) const override;
  void explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const override;

 private:
  void settle_lock(const std::string& household);

  db::Database& m_database;
  ledger::Ledger& m_ledger;
};

}  // namespace jishan::points
