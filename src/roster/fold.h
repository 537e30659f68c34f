// The fold of the roster: groups, households, residents and their aliases. Its dump gives
// books.household as [root id, no, grp, state]; points appends points, gift, lock, spendable.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "db/database.h"
#include "journal/fold.h"
#include "journal/registers.h"

namespace jishan::roster {

class RosterFold final : public journal::Fold {
 public:
  RosterFold(db::Database& database, journal::Registers& registers);

  // Ids whose component the last settle() changed: every member of the old and the new one. For
  // the settle() of slices above, whose figures are sums over components.
  [[nodiscard]] const std::set<std::string>& regrouped() const { return m_regrouped; }

  std::string_view name() const override { return "roster"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;
  void take_personal(const journal::FoldEvent& taken) override;
  void settle() override;
  void dump(journal::Json& books, journal::Json& people) const override;
  void list_todos(const journal::Journal& journal, journal::Json::Array& rows) const override;
  void explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const override;

 private:
  void regroup();

  db::Database& m_database;
  journal::Registers& m_registers;
  std::set<std::string> m_dirty_cells;
  std::set<std::string> m_dirty_households;
  std::set<std::string> m_dirty_residents;
  std::set<std::string> m_dirty_aliases;
  std::set<std::string> m_regrouped;
};

}  // namespace jishan::roster
