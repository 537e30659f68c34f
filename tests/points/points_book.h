// A laptop of a test with a village of three households, the template as its rule book, and the
// folds up to points.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "points/commands.h"
#include "points/events.h"
#include "points/fold.h"
#include "points/queries.h"
#include "roster/fold.h"
#include "support/laptop.h"
#include "village/fold.h"

namespace jishan::points {

struct PointsFolds final : support::Folds {
  PointsFolds(db::Database& database, journal::Registers& registers)
      : village(database, registers),
        roster(database, registers),
        ledger(database),
        points(database, ledger) {}
  std::vector<journal::Fold*> in_arrow_order() override {
    return {&village, &roster, &ledger, &points};
  }
  village::VillageFold village;
  roster::RosterFold roster;
  ledger::Ledger ledger;
  PointsFold points;
};

inline std::unique_ptr<support::Folds> points_folds(db::Database& database,
                                                    journal::Registers& registers) {
  return std::make_unique<PointsFolds>(database, registers);
}

inline const HouseholdId house_a = *HouseholdId::from_text("haaaaaaaaaaaaaaaa");
inline const HouseholdId house_b = *HouseholdId::from_text("hbbbbbbbbbbbbbbbb");
inline const HouseholdId house_gone = *HouseholdId::from_text("hcccccccccccccccc");
inline const HouseholdId house_unknown = *HouseholdId::from_text("hzzzzzzzzzzzzzzzz");
inline const ResidentId person_a = *ResidentId::from_text("raaaaaaaaaaaaaaaa");
inline const ResidentId person_a2 = *ResidentId::from_text("rdddddddddddddddd");
inline const ResidentId person_b = *ResidentId::from_text("rbbbbbbbbbbbbbbbb");
inline const ResidentId person_dead = *ResidentId::from_text("rcccccccccccccccc");
inline const ResidentId person_unknown = *ResidentId::from_text("rzzzzzzzzzzzzzzzz");

inline Date day(std::string_view iso) {
  return *Date::from_iso(iso);
}

// A handful of rules, one of each kind and cap that tests need.
inline std::vector<Rule> test_rules() {
  std::vector<Rule> rules(6);
  rules[0] = {"A01",
              'A',
              RuleType::fixed,
              Points::whole(5),
              {},
              {},
              "",
              Cap{CapScope::household, CapSpan::month, CapMeasure::times, 1},
              "",
              "评为最清洁"};
  rules[1] = {"B01",
              'B',
              RuleType::per_quantity,
              Points::whole(2),
              {},
              {},
              "小时",
              Cap{CapScope::resident, CapSpan::week, CapMeasure::quantity, 800},
              "第七条",
              "义务劳动"};
  rules[2] = {"C01",
              'C',
              RuleType::range,
              Points::whole(5),
              Points::whole(5),
              Points::whole(10),
              "",
              std::nullopt,
              "",
              "拾到财物交还失主"};
  rules[3] = {"D01",        'D', RuleType::fixed, Points::whole(10), {}, {}, "",
              std::nullopt, "",  "参加治安巡逻"};
  rules[4] = {"X01",        'X', RuleType::fixed, Points::whole(-3), {}, {}, "",
              std::nullopt, "",  "环境脏乱"};
  rules[5] = {"B02",
              'B',
              RuleType::per_quantity,
              Points::whole(1),
              {},
              {},
              "小时",
              Cap{CapScope::household, CapSpan::entry, CapMeasure::points, 400},
              "",
              "志愿服务"};
  return rules;
}

class PointsBook {
 public:
  explicit PointsBook(std::uint64_t seed = 5) : laptop(points_folds, seed) {}

  // A village with households and rules in force from 2026-01-01.
  void found() {
    laptop.found();
    laptop.write(support::draft_of("hh.set", support::json(R"({"rows":[
        {"id":"haaaaaaaaaaaaaaaa","f":{"no":"01-001","grp":1}},
        {"id":"hbbbbbbbbbbbbbbbb","f":{"no":"01-002","grp":1}},
        {"id":"hcccccccccccccccc","f":{"no":"01-003","grp":1,"state":"moved"}}]})")));
    laptop.write(support::draft_of("res.set", support::json(R"({"rows":[
        {"id":"raaaaaaaaaaaaaaaa","f":{"hh":"haaaaaaaaaaaaaaaa"}},
        {"id":"rdddddddddddddddd","f":{"hh":"haaaaaaaaaaaaaaaa"}},
        {"id":"rbbbbbbbbbbbbbbbb","f":{"hh":"hbbbbbbbbbbbbbbbb"}},
        {"id":"rcccccccccccccccc","f":{"hh":"haaaaaaaaaaaaaaaa","state":"dead"}}]})")));
    publish("细则", day("2026-01-01"), test_rules());
  }

  [[nodiscard]] journal::CommandContext context() {
    return {*laptop.database,      *laptop.journal, laptop.random,
            laptop.author.minutes, today,           is_clock_suspicious};
  }

  void publish(std::string name, Date from, std::vector<Rule> rules) {
    const auto plan = plan_publish(
        context(), {std::move(name), from, std::move(rules), UnlawfulWords::publish_all_the_same});
    ASSERT_EQ(plan.status, PublishStatus::accepted);
    laptop.write(plan.drafts);
  }

  [[nodiscard]] AwardRequest award_request(HouseholdId household, std::string code) {
    AwardRequest request;
    request.id = ActId::make(laptop.random);
    AwardLine line;
    line.household = household;
    line.code = std::move(code);
    request.lines.push_back(line);
    return request;
  }

  // The events of an award that must be accepted: claim and posting.
  std::vector<journal::Event> award(const AwardRequest& request) {
    const AwardPlan plan = plan_award(context(), request);
    EXPECT_EQ(plan.status, AwardStatus::accepted) << static_cast<int>(plan.status);
    if (plan.drafts.empty()) return {};
    return laptop.write(plan.drafts);
  }
  // Ref of the posting.
  std::string award(HouseholdId household, std::string code) {
    return award(award_request(household, std::move(code))).back().h.hex() + ":0";
  }

  void reverse(const std::string& ref, std::string note = "记错了户") {
    const auto plan =
        plan_reverse_entry(context(), {ref, ledger::Why::mistake, std::move(note), std::nullopt});
    ASSERT_EQ(plan.status, ledger::ReverseStatus::accepted);
    laptop.write(plan.drafts);
  }

  void open(HouseholdId household, Points points) {
    const auto plan = plan_opening(context(), {{{household, points}}, std::nullopt, ""});
    ASSERT_EQ(plan.status, OpeningStatus::accepted);
    laptop.write(plan.drafts);
  }

  [[nodiscard]] Account account(HouseholdId household) {
    return account_of(*laptop.database, household);
  }
  [[nodiscard]] Points balance(HouseholdId household) { return account(household).balance; }

  // A later version's critical event: this version may not post or redeem any more.
  void lock() {
    journal::Draft draft = support::draft_of("later.kind");
    draft.is_critical = true;
    laptop.write(draft);
  }

  support::Laptop laptop;
  Date today = day("2026-03-08");
  bool is_clock_suspicious = false;
};

}  // namespace jishan::points
