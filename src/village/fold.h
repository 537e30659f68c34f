// The fold of the village: genesis, settings, laptops, operators, recorded decisions.
#pragma once

#include <string_view>

#include "db/database.h"
#include "journal/fold.h"
#include "journal/registers.h"

namespace jishan::village {

class VillageFold final : public journal::Fold {
 public:
  VillageFold(db::Database& database, journal::Registers& registers);

  std::string_view name() const override { return "village"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;
  void take_personal(const journal::FoldEvent& taken) override;
  void settle() override;
  void dump(journal::Json& books, journal::Json& people) const override;
  void list_todos(const journal::Journal& journal, journal::Json::Array& rows) const override;
  void explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const override;

 private:
  db::Database& m_database;
  journal::Registers& m_registers;
};

}  // namespace jishan::village
