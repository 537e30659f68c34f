// A laptop with the folds of village and roster, and short ways to fill it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "roster/commands.h"
#include "roster/fold.h"
#include "roster/queries.h"
#include "support/laptop.h"
#include "village/commands.h"
#include "village/fold.h"

namespace jishan::roster {

struct RosterFolds final : support::Folds {
  RosterFolds(db::Database& database, journal::Registers& registers)
      : village(database, registers), roster(database, registers) {}
  std::vector<journal::Fold*> in_arrow_order() override { return {&village, &roster}; }
  village::VillageFold village;
  RosterFold roster;
};

inline std::unique_ptr<support::Folds> make_folds(db::Database& database,
                                                  journal::Registers& registers) {
  return std::make_unique<RosterFolds>(database, registers);
}

struct Stage : support::Laptop {
  explicit Stage(std::uint64_t seed) : Laptop(make_folds, seed) {}

  journal::CommandContext context() {
    return village::command_context(*journal, random, author.minutes);
  }
  template <class Status>
  Status perform(const journal::Planned<Status>& planned) {
    if (!planned.drafts.empty()) write(planned.drafts);
    return planned.status;
  }
  // A village with six groups.
  void begin() {
    found();
    perform(plan_groups(context(), {.count = 6}));
  }
  ResidentRequest person(std::string name, std::string relation = "") {
    ResidentRequest request;
    request.id = ResidentId::make(random);
    request.name = std::move(name);
    request.relation = std::move(relation);
    return request;
  }
  HouseholdRequest household(std::string number, std::vector<ResidentRequest> people) {
    HouseholdRequest request;
    request.id = HouseholdId::make(random);
    request.number = std::move(number);
    request.group = 2;
    request.residents = std::move(people);
    return request;
  }
  // Adds a household of these people, the first one its head.
  HouseholdId add(std::string number, const std::vector<std::string>& names) {
    std::vector<ResidentRequest> people;
    for (const std::string& name : names) people.push_back(person(name, people.empty() ? "02" : ""));
    const HouseholdRequest request = household(std::move(number), std::move(people));
    perform(plan_household(context(), request));
    return request.id;
  }
};

inline std::string shown(const Personal& personal) {
  return mask(personal, Audience::desk);
}

}  // namespace jishan::roster
