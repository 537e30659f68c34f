#include <gtest/gtest.h>

#include "points/points_book.h"

namespace jishan::points {
namespace {

using ledger::ReverseStatus;
using ledger::Why;

class ReversalTest : public testing::Test {
 protected:
  void SetUp() override { book.found(); }
  ReverseStatus status(const ReverseEntryRequest& request) {
    const auto plan = plan_reverse_entry(book.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != ReverseStatus::accepted);
    return plan.status;
  }
  PointsBook book;
};

// Invariant 12 at this level.
TEST_F(ReversalTest, TakesBackPostingAndClaimAndKeepsBothReadable) {
  book.award(house_a, "X01");
  const Points before = book.balance(house_a);
  const std::string ref = book.award(house_a, "D01");
  const auto plan = plan_reverse_entry(book.context(), {ref, Why::mistake, "记错了户", {}});
  ASSERT_EQ(plan.status, ReverseStatus::accepted);
  EXPECT_EQ(plan.drafts.size(), 2U);
  book.laptop.write(plan.drafts);
  EXPECT_EQ(book.balance(house_a), before);
  const auto rows = passbook(*book.laptop.database, *book.laptop.journal, house_a);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].entry.ref, ref);
  EXPECT_FALSE(rows[1].entry.reversal.empty());
  EXPECT_EQ(rows[2].entry.face, ledger::EntryFace::reversal);
  EXPECT_EQ(rows[2].entry.amount, -1000);
  EXPECT_EQ(rows[2].text, "参加治安巡逻");
  EXPECT_EQ(mask(rows[2].note, Audience::desk), "记错了户");
}

TEST_F(ReversalTest, EveryStatus) {
  const std::string ref = book.award(house_a, "D01");
  EXPECT_EQ(status({ref, Why::mistake, "写错", {}}), ReverseStatus::accepted);
  EXPECT_EQ(status({ref, Why::mistake, " ", {}}), ReverseStatus::reason_missing);
  EXPECT_EQ(status({ref, Why::undo, "", {}}), ReverseStatus::accepted);
  EXPECT_EQ(status({ref, Why::other, std::string(501, 'x'), {}}), ReverseStatus::text_too_long);
  EXPECT_EQ(status({ref, Why::mistake, "写错", day("2026-03-09")}), ReverseStatus::date_in_future);
  book.is_clock_suspicious = true;
  EXPECT_EQ(status({ref, Why::mistake, "写错", {}}), ReverseStatus::date_needed);
  EXPECT_EQ(status({ref, Why::mistake, "写错", day("2026-03-09")}), ReverseStatus::accepted);
  book.is_clock_suspicious = false;

  // A claim has no points of its own, and is taken back with its posting only.
  const auto posting = book.laptop.journal->find(*journal::Hash::from_hex(ref.substr(0, 64)));
  const std::string claim = posts_from(*posting)[0].claim;
  EXPECT_EQ(status({claim, Why::mistake, "写错", {}}), ReverseStatus::not_found);
  EXPECT_EQ(status({"pts.post x", Why::mistake, "写错", {}}), ReverseStatus::not_found);
  EXPECT_EQ(status({ref.substr(0, 64) + ":7", Why::mistake, "写错", {}}), ReverseStatus::not_found);

  book.reverse(ref);
  EXPECT_EQ(status({ref, Why::mistake, "写错", {}}), ReverseStatus::already_reversed);
  const std::string other = book.award(house_b, "D01");
  book.lock();
  EXPECT_EQ(status({other, Why::mistake, "写错", {}}), ReverseStatus::book_locked);
}

TEST_F(ReversalTest, AnEntryMadeOnTwoLaptopsIsTakenBackOnBoth) {
  AwardRequest request = book.award_request(house_a, "D01");
  request.lines[0].src = "vol.service faaaaaaaaaaaaaaaa raaaaaaaaaaaaaaaa";
  support::Laptop other(points_folds, 6);
  other.take_from(book.laptop);
  const AwardPlan plan = plan_award(book.context(), request);
  other.write(plan.drafts);
  const std::string ref = book.laptop.write(plan.drafts).back().h.hex() + ":0";
  book.reverse(ref);
  book.laptop.take_from(other);
  EXPECT_TRUE(book.balance(house_a).is_zero()) << "the colleague's twin must not revive it";
  other.take_from(book.laptop);
  EXPECT_EQ(other.state(), book.laptop.state());
}

TEST_F(ReversalTest, UndoTakesBackTheWholeRequest) {
  AwardRequest request = book.award_request(house_a, "D01");
  request.lines.push_back(request.lines[0]);
  request.lines[1].household = house_b;
  book.award(request);
  EXPECT_EQ(book.balance(house_b), Points::whole(10));
  const auto plan = plan_undo_award(book.context(), request.id);
  ASSERT_EQ(plan.status, ReverseStatus::accepted);
  EXPECT_EQ(plan.drafts.size(), 2U) << "one for the claims, one for the postings";
  book.laptop.write(plan.drafts);
  EXPECT_TRUE(book.balance(house_a).is_zero());
  EXPECT_TRUE(book.balance(house_b).is_zero());
  EXPECT_EQ(plan_undo_award(book.context(), request.id).status, ReverseStatus::already_reversed);
  EXPECT_EQ(plan_undo_award(book.context(), ActId::make(book.laptop.random)).status,
            ReverseStatus::not_found);
  EXPECT_EQ(plan_award(book.context(), request).status, AwardStatus::already_recorded)
      << "the same form again is still the same act";
}

}  // namespace
}  // namespace jishan::points
