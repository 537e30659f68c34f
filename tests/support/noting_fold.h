// A fold for tests of the journal alone: it notes which events were taken and with which personal
// part, and keeps every field of every set event as a register.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "journal/fold.h"
#include "journal/registers.h"
#include "support/laptop.h"

namespace jishan::support {

class NotingFold final : public journal::Fold {
 public:
  NotingFold(db::Database& database, journal::Registers& registers)
      : m_database(database), m_registers(registers) {}
  std::string_view name() const override { return "noting"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;
  void take_personal(const journal::FoldEvent& taken) override;
  void settle() override {}
  void dump(journal::Json& books, journal::Json& people) const override;

 private:
  void write_rows(const journal::FoldEvent& taken, const journal::Json& part, bool is_personal);

  db::Database& m_database;
  journal::Registers& m_registers;
};

std::unique_ptr<Folds> noting_folds(db::Database& database, journal::Registers& registers);

}  // namespace jishan::support
