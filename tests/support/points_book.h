// A book up to points and one slice above it, with households and points to work with. Only
// programs that link points and that slice include it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/ledger.h"
#include "points/fold.h"
#include "points/queries.h"
#include "roster/events.h"
#include "roster/fold.h"
#include "support/laptop.h"
#include "village/commands.h"
#include "village/fold.h"

namespace jishan::support {

template <class Slice>
class PointsFolds final : public Folds {
 public:
  PointsFolds(db::Database& database, journal::Registers& registers)
      : m_village(database, registers),
        m_roster(database, registers),
        m_ledger(database),
        m_points(database, m_ledger),
        m_slice(database, registers, m_ledger) {}
  std::vector<journal::Fold*> in_arrow_order() override {
    return {&m_village, &m_roster, &m_ledger, &m_points, &m_slice};
  }

 private:
  village::VillageFold m_village;
  roster::RosterFold m_roster;
  ledger::Ledger m_ledger;
  points::PointsFold m_points;
  Slice m_slice;
};

template <class Slice>
MakeFolds points_folds() {
  return [](db::Database& database, journal::Registers& registers) {
    return std::make_unique<PointsFolds<Slice>>(database, registers);
  };
}

// The first day of the books: what Laptop's clock says.
inline constexpr std::string_view first_day = "2026-01-01";

inline journal::CommandContext context_of(Laptop& laptop) {
  return village::command_context(*laptop.journal, laptop.random, laptop.author.minutes);
}

// Writes what a plan planned, as app does: nothing unless it was accepted.
template <class Status>
Status perform(Laptop& laptop, const journal::Planned<Status>& plan) {
  if (plan.status == Status::accepted && !plan.drafts.empty()) laptop.write(plan.drafts);
  return plan.status;
}

struct Family {
  HouseholdId household;
  ResidentId head;
};

// A household with its head, written as the roster's commands write it.
inline Family add_family(Laptop& laptop, const std::string& number, const std::string& head_name,
                         const std::string& born = "1970-05-01") {
  const Family family{HouseholdId::make(laptop.random), ResidentId::make(laptop.random)};
  roster::HouseholdRow household{family.household, {}};
  household.fields.number = number;
  household.fields.group = 2;
  household.fields.head = family.head.str();
  roster::ResidentRow head{family.head, {}};
  head.fields.household = family.household.str();
  head.fields.relation = "02";
  head.fields.name = head_name;
  head.fields.born = born;
  const std::string date(first_day);
  std::vector<journal::Draft> drafts = roster::household_drafts({household}, date);
  for (journal::Draft& draft : roster::resident_drafts({head}, date)) {
    drafts.push_back(std::move(draft));
  }
  laptop.write(drafts);
  return family;
}

// An opening balance: points to spend.
inline void give_points(Laptop& laptop, const HouseholdId& household, Points points) {
  journal::Draft draft = draft_of("pts.grant");
  draft.date = first_day;
  draft.body.set("class", "open");
  draft.body.set("period", "");
  journal::Json line(journal::Json::Array{household.text(), points.hundredths(), 1});
  draft.body.set("lines", journal::Json::Array{std::move(line)});
  laptop.write(std::move(draft));
}

inline Points spendable(Laptop& laptop, const HouseholdId& household) {
  return points::account_of(*laptop.database, household).spendable;
}

}  // namespace jishan::support
