#include "points/queries.h"

#include <gtest/gtest.h>

#include "points/points_book.h"

namespace jishan::points {
namespace {

class PointsQueriesTest : public testing::Test {
 protected:
  void SetUp() override { book.found(); }
  std::vector<PassbookRow> rows(HouseholdId household, ledger::DateSpan span = {}) {
    return passbook(*book.laptop.database, *book.laptop.journal, household, std::move(span));
  }
  PointsBook book;
};

TEST_F(PointsQueriesTest, APassbookTellsWhoWhatAndWhy) {
  AwardRequest request = book.award_request(house_a, "B01");
  request.lines[0].resident = person_a;
  request.lines[0].quantity = 300;
  request.witness = person_b;
  request.note = "清理水渠";
  book.award(request);
  const auto found = rows(house_a);
  ASSERT_EQ(found.size(), 1U);
  const PassbookRow& row = found[0];
  EXPECT_EQ(row.reason, EntryReason::award);
  EXPECT_EQ(row.code, "B01");
  EXPECT_EQ(row.text, "义务劳动");
  EXPECT_EQ(row.unit, "小时");
  EXPECT_EQ(row.quantity, 300);
  EXPECT_EQ(row.household, house_a);
  EXPECT_EQ(row.resident, person_a);
  EXPECT_EQ(row.witness, person_b);
  EXPECT_EQ(mask(row.note, Audience::desk), "清理水渠");
  EXPECT_FALSE(row.is_note_missing);
  EXPECT_EQ(row.entry.amount, 600);
  EXPECT_EQ(row.entry.balance, 600);
  EXPECT_EQ(row.entry.written.operator_id, book.laptop.author.operator_id.text());
  const auto one = entry_of(*book.laptop.database, *book.laptop.journal, row.entry.ref);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->text, "义务劳动");
  EXPECT_FALSE(entry_of(*book.laptop.database, *book.laptop.journal, std::string(64, 'a') + ":0"));
}

TEST_F(PointsQueriesTest, ANoteThatIsNotHeldIsSaidToBeMissing) {
  AwardRequest request = book.award_request(house_a, "D01");
  request.note = "清理水渠";
  book.award(request);
  support::Laptop stripped(points_folds, 7);
  std::vector<journal::Event> events = book.laptop.events();
  for (journal::Event& event : events) event.personal.reset();
  stripped.take(events);
  const auto found = passbook(*stripped.database, *stripped.journal, house_a);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].is_note_missing);
  EXPECT_TRUE(found[0].note.is_empty());
  EXPECT_EQ(found[0].entry.amount, 1000);
}

TEST_F(PointsQueriesTest, RecentEntriesAreNewestFirst) {
  book.award(house_a, "D01");
  const std::string wrong = book.award(house_b, "X01");
  book.award(house_a, "X01");
  book.reverse(wrong);
  const auto recent = recent_entries(*book.laptop.database, *book.laptop.journal, 2);
  ASSERT_EQ(recent.size(), 2U);
  EXPECT_EQ(recent[0].household, house_a);
  EXPECT_EQ(recent[0].reason, EntryReason::deduction);
  EXPECT_EQ(recent[1].entry.ref, wrong);
  EXPECT_FALSE(recent[1].entry.reversal.empty());
}

TEST_F(PointsQueriesTest, FindsRulesAsOneTypes) {
  RuleBook rules;
  rules.rules = test_rules();
  const auto codes = [&](std::string_view typed) {
    std::string found;
    for (const std::size_t i : find_rules(rules, typed)) found += rules.rules[i].code + " ";
    return found;
  };
  EXPECT_EQ(codes(""), "A01 B01 C01 D01 X01 B02 ");
  EXPECT_EQ(codes("b"), "B01 B02 ");
  EXPECT_EQ(codes("b02"), "B02 ");
  EXPECT_EQ(codes("Ｂ０１"), "B01 ");
  EXPECT_EQ(codes("服务"), "B02 ");
  EXPECT_EQ(codes("参加"), "D01 ");
  EXPECT_EQ(codes("ywld"), "B01 ") << "pinyin initials";
  EXPECT_EQ(codes("xunluo"), "D01 ");
  EXPECT_EQ(codes("d"), "D01 B01 C01 ") << "codes first, then 动 and 到";
  EXPECT_EQ(codes("没有"), "");
}

TEST_F(PointsQueriesTest, CapUseCountsWhatIsLive) {
  const Rule rule = test_rules()[1];
  AwardRequest request = book.award_request(house_a, "B01");
  request.lines[0].resident = person_a;
  request.lines[0].quantity = 300;
  book.award(request);
  const auto used = [&](Date date) {
    return cap_use(*book.laptop.database, rule, house_a, person_a, date)->used;
  };
  EXPECT_EQ(used(book.today), 300);
  EXPECT_EQ(used(day("2026-03-02")), 300) << "the Monday of that week";
  EXPECT_EQ(used(day("2026-03-09")), 0);
  EXPECT_EQ(cap_use(*book.laptop.database, rule, house_a, person_a2, book.today)->used, 0);
  EXPECT_FALSE(cap_use(*book.laptop.database, test_rules()[3], house_a, person_a, book.today));
}

// Invariant 27: every figure equals the sum of the lines that it opens.
TEST_F(PointsQueriesTest, FiguresEqualTheLinesBehindThem) {
  SeededRandom random(23);
  book.open(house_a, Points::whole(30));
  book.open(house_b, Points::whole(-4));
  std::vector<std::string> refs;
  for (int step = 0; step < 40; ++step) {
    book.today = *Date::from_days(day("2026-03-01").days() + step);
    if (random.below(5) == 0 && !refs.empty()) {
      book.reverse(refs.back());
      refs.pop_back();
    } else {
      refs.push_back(book.award(random.below(2) == 0 ? house_a : house_b,
                                random.below(3) == 0 ? "X01" : "D01"));
    }
  }
  int lines_seen = 0;
  for (const HouseholdId household : {HouseholdId(), house_a, house_b}) {
    for (const FigureKind kind : {FigureKind::balance, FigureKind::gained, FigureKind::deducted,
                                  FigureKind::granted, FigureKind::redeemed}) {
      for (const ledger::DateSpan& span :
           {ledger::DateSpan{}, ledger::DateSpan{"2026-03-05", "2026-03-20"},
            ledger::DateSpan{"2026-03-21", ""}, ledger::DateSpan{"2027-01-01", "2027-12-31"}}) {
        const FigureQuestion question{kind, household, span};
        Points sum;
        for (const PassbookRow& row :
             figure_entries(*book.laptop.database, *book.laptop.journal, question)) {
          sum += Points::hundredths(row.entry.amount);
          ++lines_seen;
        }
        EXPECT_EQ(figure(*book.laptop.database, question), sum)
            << static_cast<int>(kind) << " " << household.text() << " " << span.first;
      }
    }
  }
  EXPECT_GT(lines_seen, 200);
  EXPECT_EQ(figure(*book.laptop.database, {FigureKind::balance, house_a, {}}),
            book.balance(house_a));
  EXPECT_FALSE(figure(*book.laptop.database, {FigureKind::gained, house_a, {}}).is_zero());
  EXPECT_TRUE(figure(*book.laptop.database, {FigureKind::deducted, {}, {}}).is_negative());
  EXPECT_EQ(figure(*book.laptop.database, {FigureKind::granted, {}, {}}), Points::whole(26));
  const auto moved = changes(*book.laptop.database, {"2026-03-05", "2026-03-20"});
  Points of_a;
  for (const PassbookRow& row : rows(house_a, {"2026-03-05", "2026-03-20"})) {
    of_a += Points::hundredths(row.entry.amount);
  }
  EXPECT_EQ(moved.at(house_a), of_a);
}

TEST_F(PointsQueriesTest, WhatWasGainedIsTakenApartByMonthAndClass) {
  book.today = day("2026-03-30");
  const std::string patrol = book.award(house_a, "D01");
  book.award(house_b, "A01");
  book.award(house_b, "X01");  // not gained
  book.today = day("2026-04-02");
  book.award(house_a, "A01");
  book.award(house_b, "D01");
  book.reverse(patrol);
  const ledger::DateSpan year{"2026-01-01", "2026-12-31"};
  std::string told;
  for (const GainedPart& part : gained_by_month(*book.laptop.database, year)) {
    told += part.month + " " + part.rule_class + " " + to_display(part.points) + "; ";
  }
  EXPECT_EQ(told, "2026-03 A 5; 2026-03 D 10; 2026-04 A 5; 2026-04 D 0; ");
  EXPECT_EQ(gained_by_month(*book.laptop.database, {"2026-03-31", "2026-04-01"}).size(), 0U);
}

// Invariant 27 for each month and class.
TEST_F(PointsQueriesTest, TheGainedPartsEqualTheLinesBehindThem) {
  SeededRandom random(29);
  std::vector<std::string> refs;
  for (int step = 0; step < 40; ++step) {
    book.today = *Date::from_days(day("2026-03-01").days() + 2 * step);
    if (random.below(5) == 0 && !refs.empty()) {
      book.reverse(refs.back());
      refs.pop_back();
    } else {
      const char* const codes[] = {"A01", "D01", "X01"};
      refs.push_back(book.award(random.below(2) == 0 ? house_a : house_b, codes[random.below(3)]));
    }
  }
  db::Database& database = *book.laptop.database;
  Points of_all;
  for (const char* month : {"2026-03", "2026-04", "2026-05"}) {
    const ledger::DateSpan span{std::string(month) + "-01", std::string(month) + "-31"};
    Points of_month;
    for (const GainedPart& part : gained_by_month(database, span)) {
      EXPECT_EQ(part.month, month);
      of_month += part.points;
    }
    EXPECT_EQ(of_month, figure(database, {FigureKind::gained, {}, span})) << month;
    of_all += of_month;
    for (const std::string& classes : {std::string("A"), std::string("D"), std::string("AD"),
                                       std::string("X"), std::string(1, '\0')}) {
      const FigureQuestion question{FigureKind::gained, {}, span, classes};
      Points sum;
      for (const PassbookRow& row : figure_entries(database, *book.laptop.journal, question)) {
        EXPECT_NE(classes.find(row.code.front()), std::string::npos);
        sum += Points::hundredths(row.entry.amount);
      }
      EXPECT_EQ(figure(database, question), sum) << month << " " << classes;
    }
  }
  EXPECT_FALSE(of_all.is_zero());
  EXPECT_EQ(of_all, figure(database, {FigureKind::gained, {}, {}}));
}

// Two laptops enter the same thing without knowing of each other.
TEST_F(PointsQueriesTest, TheSameClaimTwiceIsAskedAboutOnlyWhenEnteredApart) {
  book.award(house_a, "D01");
  book.award(house_a, "D01");
  EXPECT_TRUE(claims_twice(*book.laptop.database, *book.laptop.journal).empty());
  PointsBook other(6);
  other.laptop.take_from(book.laptop);
  const std::string ref = book.award(house_b, "D01");
  other.award(house_b, "D01");
  book.laptop.take_from(other.laptop);
  const auto todos = claims_twice(*book.laptop.database, *book.laptop.journal);
  ASSERT_EQ(todos.size(), 1U);
  EXPECT_EQ(todos[0].id(), "claim-twice:hbbbbbbbbbbbbbbbb D01 2026-03-08");
  EXPECT_EQ(book.balance(house_b), Points::whole(20)) << "nothing is dropped";
  other.laptop.take_from(book.laptop);
  EXPECT_EQ(other.laptop.state(), book.laptop.state());
  book.reverse(ref);
  EXPECT_TRUE(claims_twice(*book.laptop.database, *book.laptop.journal).empty());
}

TEST_F(PointsQueriesTest, HotQueriesUseTheirIndexes) {
  const std::string plan = book.laptop.database->query_plan(
      "SELECT count(*) FROM points_claim c JOIN ledger_act a ON a.number = c.act"
      " WHERE c.household = ?1 AND c.code = ?2 AND c.date BETWEEN ?3 AND ?4");
  EXPECT_NE(plan.find("points_claim_household"), std::string::npos) << plan;
  const std::string newest = book.laptop.database->query_plan(
      "SELECT p.act FROM ledger_act a INDEXED BY ledger_act_order CROSS JOIN points_post p ON "
      "p.act = a.number"
      " ORDER BY a.lamport DESC, a.h DESC, a.line DESC LIMIT 12");
  EXPECT_NE(newest.find("ledger_act_order"), std::string::npos) << newest;
}

}  // namespace
}  // namespace jishan::points
