// A laptop with the village's fold alone, and the context of its commands.
#pragma once

#include <memory>
#include <vector>

#include "support/laptop.h"
#include "village/commands.h"
#include "village/fold.h"

namespace jishan::village {

struct VillageFolds final : support::Folds {
  VillageFolds(db::Database& database, journal::Registers& registers)
      : village(database, registers) {}
  std::vector<journal::Fold*> in_arrow_order() override { return {&village}; }
  VillageFold village;
};

inline std::unique_ptr<support::Folds> make_folds(db::Database& database,
                                                  journal::Registers& registers) {
  return std::make_unique<VillageFolds>(database, registers);
}

struct Stage : support::Laptop {
  explicit Stage(std::uint64_t seed) : Laptop(make_folds, seed) {}
  journal::CommandContext context() {
    return command_context(*journal, random, author.minutes);
  }
  // Commits what was planned; the status is the test's business.
  template <class Status>
  Status perform(const journal::Planned<Status>& planned) {
    if (!planned.drafts.empty()) write(planned.drafts);
    return planned.status;
  }
};

}  // namespace jishan::village
