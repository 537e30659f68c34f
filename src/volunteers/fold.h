// The fold of the volunteers: people, teams and memberships as registers, service lines as acts of
// the ledger that move nothing. It must not know rules or points.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "db/database.h"
#include "journal/fold.h"
#include "journal/registers.h"
#include "ledger/ledger.h"

namespace jishan::volunteers {

class VolunteersFold final : public journal::Fold {
 public:
  VolunteersFold(db::Database& database, journal::Registers& registers, ledger::Ledger& ledger);

  std::string_view name() const override { return "volunteers"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;
  void take_personal(const journal::FoldEvent& taken) override;
  void settle() override;
  // books.service: [resident's root, minutes, count, served] over lines that count.
  void dump(journal::Json& books, journal::Json& people) const override;
  void explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const override;

 private:
  void take_service(const journal::FoldEvent& taken);
  void settle_volunteer(const std::string& resident);
  void settle_team(const std::string& id);
  void settle_member(const std::string& membership);  // "<team> <resident>"

  db::Database& m_database;
  journal::Registers& m_registers;
  ledger::Ledger& m_ledger;
  std::set<std::string> m_dirty_volunteers;
  std::set<std::string> m_dirty_teams;
  std::set<std::string> m_dirty_members;
};

}  // namespace jishan::volunteers
