#include "app/workflows/score_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "points/queries.h"
#include "support/book_folds.h"
#include "support/points_book.h"

namespace jishan::app {
namespace {

using points::AwardStatus;
using points::Rule;
using support::perform;

const Rule& rule(std::string_view code) {
  const std::vector<Rule>& rules = points::template_rules();
  return *std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.code == code; });
}

class ScoreSheetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    laptop.found();
    points::PublishRequest rules;
    rules.name = "积分细则";
    rules.from = *Date::from_iso("2025-01-01");
    rules.rules = points::template_rules();
    ASSERT_EQ(perform(laptop, points::plan_publish(context(), rules)),
              points::PublishStatus::accepted);
    sheet.act = ActId::make(laptop.random);
  }
  void add_households(int count) {
    for (int i = 0; i < count; ++i) {
      const std::string number = "02-" + std::to_string(100 + i);
      sheet.households.push_back(support::add_family(laptop, number, "张三丰").household);
    }
  }
  ScoreSheetPlan plan() { return plan_score_sheet(context(), sheet); }
  Points balance(std::size_t row) {
    return points::account_of(*laptop.database, sheet.households[row]).balance;
  }
  std::int64_t events() { return laptop.journal->event_count(); }
  journal::CommandContext context() { return support::context_of(laptop); }

  support::Laptop laptop{support::book_folds(), 3};
  ScoreSheet sheet;
};

TEST_F(ScoreSheetTest, APaperSheetOfTwentyHousesAndEightItemsIsOneAct) {
  add_households(20);
  // Ticks, quantities, points chosen from a range, deductions: what paper sheets hold.
  sheet.codes = {"B08", "C01", "C03", "B06", "X01", "X07", "X06", "B04"};
  for (CellPlace at; at.row < 20; ++at.row) {
    type_in(sheet, {at.row, 0}, "2");    // 2 × 10
    type_in(sheet, {at.row, 1}, "√");    // 10
    type_in(sheet, {at.row, 2}, "7");    // 7
    type_in(sheet, {at.row, 3}, "1");    // 2
    type_in(sheet, {at.row, 4}, "1");    // −3
    type_in(sheet, {at.row, 5}, "4");    // −4, typed without its minus
    type_in(sheet, {at.row, 6}, "１.5");  // 1.5 × −2, as an input method may leave it
    type_in(sheet, {at.row, 7}, "0");    // none
  }
  const ScoreSheetPlan made = plan();
  ASSERT_EQ(made.status, ScoreSheetStatus::accepted);
  EXPECT_EQ(made.entries, 140U);
  EXPECT_EQ(made.award.total, Points::whole(20 * 29));
  EXPECT_EQ(perform(laptop, made), ScoreSheetStatus::accepted);
  for (std::size_t row = 0; row < 20; ++row) EXPECT_EQ(balance(row), Points::whole(29));

  const std::int64_t written = events();
  for (int press = 2; press <= 5; ++press) {
    EXPECT_EQ(perform(laptop, plan()), ScoreSheetStatus::already_recorded);
  }
  EXPECT_EQ(events(), written);

  const auto back = points::plan_undo_award(context(), sheet.act);
  EXPECT_EQ(perform(laptop, back), ledger::ReverseStatus::accepted);
  for (std::size_t row = 0; row < 20; ++row) EXPECT_TRUE(balance(row).is_zero());
}

TEST_F(ScoreSheetTest, WhatIsRefusedIsToldCellByCellAndNothingIsWritten) {
  add_households(3);
  sheet.codes = {"C03", "C09", "C05"};
  for (std::size_t row = 0; row < 3; ++row) {
    type_in(sheet, {row, 0}, "8");
    type_in(sheet, {row, 1}, "1");
  }
  sheet.households.pop_back();
  ASSERT_EQ(perform(laptop, plan()), ScoreSheetStatus::accepted);

  // C09 is given once a month: two of three have it.
  sheet.act = ActId::make(laptop.random);
  sheet.households.push_back(support::add_family(laptop, "03-001", "王建国").household);
  type_in(sheet, {2, 1}, "1");
  sheet.codes.emplace_back("Z99");
  type_in(sheet, {2, 3}, "1");
  const std::int64_t written = events();
  const ScoreSheetPlan refused = plan();
  ASSERT_EQ(refused.status, ScoreSheetStatus::award_refused);
  EXPECT_TRUE(refused.drafts.empty());
  ASSERT_EQ(refused.refused.size(), 3U);
  EXPECT_EQ(refused.refused[0].place, (CellPlace{0, 1}));
  EXPECT_EQ(refused.refused[0].why, AwardStatus::cap_reached);
  EXPECT_EQ(refused.refused[1].place, (CellPlace{1, 1}));
  EXPECT_EQ(refused.refused[2].place, (CellPlace{2, 3}));
  EXPECT_EQ(refused.refused[2].why, AwardStatus::rule_not_in_force);
  EXPECT_EQ(refused.award.status, AwardStatus::cap_reached) << "the first one";
  EXPECT_EQ(perform(laptop, refused), ScoreSheetStatus::award_refused);
  EXPECT_EQ(events(), written);
  EXPECT_TRUE(balance(2).is_zero());
}

TEST_F(ScoreSheetTest, CellsThatSayNothingClearAreNamed) {
  add_households(2);
  sheet.codes = {"C03", "B08"};
  type_in(sheet, {0, 0}, "11");
  type_in(sheet, {0, 1}, "2");
  type_in(sheet, {1, 1}, "两次");
  const ScoreSheetPlan refused = plan();
  EXPECT_EQ(refused.status, ScoreSheetStatus::cells_unreadable);
  EXPECT_EQ(refused.unreadable, (std::vector<CellPlace>{{0, 0}, {1, 1}}));
  EXPECT_TRUE(refused.drafts.empty());
}

TEST_F(ScoreSheetTest, AnEmptySheetAndOneOfZeroesGiveNothing) {
  add_households(1);
  sheet.codes = {"B08"};
  EXPECT_EQ(plan().status, ScoreSheetStatus::no_entries);
  type_in(sheet, {0, 0}, "0");
  EXPECT_EQ(plan().status, ScoreSheetStatus::no_entries);
}

TEST_F(ScoreSheetTest, ADateThatIsRefusedIsNoCellsFault) {
  add_households(1);
  sheet.codes = {"B08"};
  type_in(sheet, {0, 0}, "1");
  sheet.typed_date = Date::from_iso("2030-01-01");
  const ScoreSheetPlan refused = plan();
  EXPECT_EQ(refused.status, ScoreSheetStatus::award_refused);
  EXPECT_EQ(refused.award.status, AwardStatus::date_in_future);
  EXPECT_TRUE(refused.refused.empty());
}

TEST_F(ScoreSheetTest, ACellThatIsEmptiedIsGone) {
  add_households(1);
  sheet.codes = {"B08"};
  type_in(sheet, {0, 0}, "1");
  EXPECT_EQ(typed_in(sheet, {0, 0}), "1");
  type_in(sheet, {0, 0}, "");
  EXPECT_TRUE(sheet.cells.empty());
  EXPECT_EQ(typed_in(sheet, {0, 0}), "");
}

struct CellCase {
  const char* code;
  const char* typed;
  CellProblem problem;
  std::int64_t hundredths;  // of the points; 0: no entry
};

TEST(ScoreSheetCell, WhatIsTypedIsReadByItsRule) {
  const CellCase cases[] = {
      {"C03", "", CellProblem::none, 0},           // 5 to 10 points
      {"C03", "5", CellProblem::none, 500},
      {"C03", "10", CellProblem::none, 1000},
      {"C03", "7.25", CellProblem::none, 725},
      {"C03", "11", CellProblem::outside, 0},
      {"C03", "4", CellProblem::outside, 0},
      {"C03", "0", CellProblem::outside, 0},
      {"C03", "-7", CellProblem::outside, 0},
      {"C03", "好", CellProblem::no_number, 0},
      {"X07", "3", CellProblem::none, -300},       // takes away 1 to 5
      {"X07", "-3", CellProblem::none, -300},
      {"X07", "−3", CellProblem::none, -300},
      {"X07", "6", CellProblem::outside, 0},
      {"C01", "1", CellProblem::none, 1000},       // fixed, 10
      {"C01", "10", CellProblem::none, 1000},
      {"C01", "+10", CellProblem::none, 1000},
      {"C01", "是", CellProblem::none, 1000},
      {"C01", "0", CellProblem::none, 0},
      {"C01", "2", CellProblem::no_tick, 0},
      {"X01", "1", CellProblem::none, -300},       // fixed, −3
      {"X01", "3", CellProblem::none, -300},
      {"B08", "2", CellProblem::none, 2000},       // 10 each time
      {"B08", "1.5", CellProblem::none, 1500},
      {"B08", "0", CellProblem::none, 0},
      {"B08", "-1", CellProblem::outside, 0},
      {"B08", "100001", CellProblem::outside, 0},  // above 10^7 hundredths
      {"B08", "一", CellProblem::no_number, 0},
  };
  for (const CellCase& one : cases) {
    const CellReading reading = read_cell(rule(one.code), one.typed);
    EXPECT_EQ(reading.problem, one.problem) << one.code << " " << one.typed;
    EXPECT_EQ(reading.points, Points::hundredths(one.hundredths)) << one.code << " " << one.typed;
    EXPECT_EQ(reading.is_entry, one.hundredths != 0) << one.code << " " << one.typed;
  }
}

TEST(ScoreSheetCell, ADigitEndsTheCellWhenNoLargerScoreCanBeginWithIt) {
  EXPECT_FALSE(may_grow(rule("C03"), "5"));  // up to 10
  EXPECT_TRUE(may_grow(rule("C03"), "1"));
  EXPECT_FALSE(may_grow(rule("C03"), "10"));
  EXPECT_TRUE(may_grow(rule("C03"), ""));
  EXPECT_TRUE(may_grow(rule("C03"), "5."));
  EXPECT_TRUE(may_grow(rule("C03"), "5.2"));
  EXPECT_FALSE(may_grow(rule("C03"), "5.25"));
  EXPECT_TRUE(may_grow(rule("X02"), "2"));  // up to 20 away
  EXPECT_FALSE(may_grow(rule("X02"), "3"));
  EXPECT_TRUE(may_grow(rule("X02"), "-"));
  EXPECT_FALSE(may_grow(rule("X07"), "-3"));
  EXPECT_TRUE(may_grow(rule("C01"), "1"));  // a tick, or the 1 of 10
  EXPECT_FALSE(may_grow(rule("X01"), "1"));
  EXPECT_TRUE(may_grow(rule("B08"), "12"));  // a quantity
  Rule capped = rule("B08");
  capped.cap = points::Cap{points::CapScope::household, points::CapSpan::entry,
                           points::CapMeasure::quantity, 800};
  EXPECT_FALSE(may_grow(capped, "3"));
  EXPECT_EQ(read_cell(capped, "9").problem, CellProblem::outside);
}

}  // namespace
}  // namespace jishan::app
