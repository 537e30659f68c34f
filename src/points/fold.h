// The fold of points: rule books, claims, decisions; posts and grants become acts of the ledger.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "journal/fold.h"
#include "ledger/ledger.h"
#include "points/events.h"

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
  // Taken and not in their tables yet.
  struct TakenClaim {
    std::int64_t act = 0;
    std::int64_t event = 0;
    ActId id;
    std::string key;
    journal::Hash book;
    ClaimLine line;
  };
  struct TakenPost {
    std::int64_t act = 0;
    PostLine line;
  };

  void take_claims(const journal::FoldEvent& taken);
  void take_posts(const journal::FoldEvent& taken);
  void insert_pending();
  void settle_lock(const std::string& household);

  db::Database& m_database;
  ledger::Ledger& m_ledger;
  std::vector<TakenClaim> m_claims;
  std::vector<TakenPost> m_posts;
};

}  // namespace jishan::points
