#include <gtest/gtest.h>

#include "points/points_book.h"

namespace jishan::points {
namespace {

class OpeningTest : public testing::Test {
 protected:
  void SetUp() override { book.found(); }
  OpeningRequest request(Points a, Points b) {
    return {{{house_a, a}, {house_b, b}}, std::nullopt, "旧存折结转"};
  }
  OpeningStatus status(const OpeningRequest& wanted) {
    const OpeningPlan plan = plan_opening(book.context(), wanted);
    EXPECT_EQ(plan.drafts.empty(), plan.status != OpeningStatus::accepted);
    return plan.status;
  }
  PointsBook book;
};

TEST_F(OpeningTest, TheWholeListIsOneAct) {
  const OpeningPlan plan =
      plan_opening(book.context(), request(Points::whole(186), Points::hundredths(-250)));
  ASSERT_EQ(plan.status, OpeningStatus::accepted);
  ASSERT_EQ(plan.drafts.size(), 1U);
  book.laptop.write(plan.drafts);
  EXPECT_EQ(book.balance(house_a), Points::whole(186));
  EXPECT_EQ(book.balance(house_b), Points::hundredths(-250));
  EXPECT_EQ(book.account(house_a).lock, Points());
}

TEST_F(OpeningTest, EveryStatus) {
  OpeningRequest wanted = request(Points::whole(1), Points::whole(2));
  EXPECT_EQ(status(wanted), OpeningStatus::accepted);
  EXPECT_EQ(status({{}, std::nullopt, ""}), OpeningStatus::no_lines);
  OpeningRequest many;
  many.lines.resize(opening_lines_max + 1);
  EXPECT_EQ(status(many), OpeningStatus::too_many_lines);
  wanted.typed_date = day("2026-03-09");
  EXPECT_EQ(status(wanted), OpeningStatus::date_in_future);
  book.is_clock_suspicious = true;
  wanted.typed_date.reset();
  EXPECT_EQ(status(wanted), OpeningStatus::date_needed);
  book.is_clock_suspicious = false;
  wanted.note = std::string(501, 'x');
  EXPECT_EQ(status(wanted), OpeningStatus::text_too_long);

  EXPECT_EQ(status({{{house_unknown, Points::whole(1)}}, {}, ""}),
            OpeningStatus::household_unknown);
  EXPECT_EQ(status({{{house_gone, Points::whole(1)}}, {}, ""}), OpeningStatus::household_gone);
  EXPECT_EQ(status({{{house_a, Points::whole(1)}, {house_a, Points::whole(1)}}, {}, ""}),
            OpeningStatus::household_twice);
  EXPECT_EQ(status({{{house_a, Points()}}, {}, ""}), OpeningStatus::amount_zero);
  EXPECT_EQ(status({{{house_a, Points::hundredths(line_hundredths_max + 1)}}, {}, ""}),
            OpeningStatus::amount_out_of_range);
  EXPECT_EQ(status({{{house_a, Points::hundredths(-line_hundredths_max - 1)}}, {}, ""}),
            OpeningStatus::amount_out_of_range);

  book.open(house_a, Points::whole(5));
  EXPECT_EQ(status({{{house_a, Points::whole(5)}}, {}, ""}), OpeningStatus::already_recorded);
  EXPECT_EQ(status({{{house_a, Points::whole(6)}}, {}, ""}), OpeningStatus::household_has_opening);
  book.lock();
  EXPECT_EQ(status({{{house_b, Points::whole(6)}}, {}, ""}), OpeningStatus::book_locked);
}

TEST_F(OpeningTest, LinesThatStandAlreadyAreLeftOut) {
  book.open(house_a, Points::whole(5));
  const OpeningPlan plan =
      plan_opening(book.context(), request(Points::whole(5), Points::whole(7)));
  ASSERT_EQ(plan.status, OpeningStatus::accepted);
  book.laptop.write(plan.drafts);
  EXPECT_EQ(book.balance(house_a), Points::whole(5));
  EXPECT_EQ(book.balance(house_b), Points::whole(7));
}

TEST_F(OpeningTest, AReversedOneIsReEntered) {
  book.open(house_a, Points::whole(5));
  const auto rows = passbook(*book.laptop.database, *book.laptop.journal, house_a);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].reason, EntryReason::opening);
  book.reverse(rows[0].entry.ref);
  EXPECT_TRUE(book.balance(house_a).is_zero());
  book.open(house_a, Points::whole(6));
  EXPECT_EQ(book.balance(house_a), Points::whole(6));
}

TEST_F(OpeningTest, TheSameListOnTwoLaptopsCountsOnce) {
  support::Laptop other(points_folds, 6);
  other.take_from(book.laptop);
  const auto plan = plan_opening(book.context(), request(Points::whole(5), Points::whole(7)));
  book.laptop.write(plan.drafts);
  other.write(plan.drafts);
  other.take_from(book.laptop);
  book.laptop.take_from(other);
  EXPECT_EQ(book.balance(house_a), Points::whole(5));
  EXPECT_EQ(book.laptop.state(), other.state());
}

}  // namespace
}  // namespace jishan::points
