#include <gtest/gtest.h>

#include "shop/counter.h"

namespace jishan::shop {
namespace {

Date day(const char* iso) {
  return Date::from_iso(iso).value_or(Date());
}

TEST(ShopRedemptions, TheFigureIsTheSumOfWhatItOpens) {
  Counter counter;
  counter.open_shop();
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line(), counter.oil_line()})),
            RedeemStatus::accepted);
  RedeemRequest earlier = counter.cart({counter.oil_line()});
  earlier.typed_date = day("2025-12-31");
  ASSERT_EQ(counter.redeem(earlier), RedeemStatus::accepted);
  TakeBackRequest back;
  back.redemption = find_redemption(counter.database(), earlier.act)->event;
  back.note = "记错了";
  support::perform(counter.laptop, plan_take_back(counter.context(), back));

  const auto all = redemptions_between(counter.database(), day("2025-12-01"), day("2026-01-31"), 9);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].date, "2026-01-01") << "newest first";
  EXPECT_EQ(all[1].state, RedemptionState::reversed);
  EXPECT_EQ(all[1].total, Points::whole(28));
  EXPECT_EQ(all[1].live_total, Points());
  Points sum;
  for (const RedemptionView& view : all) sum += view.live_total;
  const RedeemedFigure figure =
      redeemed_between(counter.database(), day("2025-12-01"), day("2026-01-31"));
  EXPECT_EQ(figure.points, sum);
  EXPECT_EQ(figure.points, Points::whole(58));
  EXPECT_EQ(figure.redemptions, 1);
  EXPECT_EQ(redeemed_between(counter.database(), day("2025-12-31"), day("2025-12-31")).points,
            Points());
  EXPECT_EQ(redemptions_between(counter.database(), day("2026-01-01"), day("2026-01-01"), 9).size(),
            1U);
}

TEST(ShopRedemptions, AViewKnowsHouseholdHeadAndLines) {
  Counter counter;
  counter.open_shop();
  const RedeemRequest request = counter.cart({counter.rice_line(2)});
  ASSERT_EQ(counter.redeem(request), RedeemStatus::accepted);
  const auto view = find_redemption(counter.database(), request.act);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->household_number, "02-014");
  EXPECT_EQ(mask(view->head, Audience::desk), "李桂芳");
  EXPECT_EQ(view->collector, Collector::head);
  ASSERT_EQ(view->lines.size(), 1U);
  EXPECT_EQ(view->lines[0].name, "大米 5kg");
  EXPECT_EQ(view->lines[0].unit, "袋");
  EXPECT_EQ(view->lines[0].quantity, 2);
  EXPECT_EQ(view->lines[0].points, Points::whole(60));
  EXPECT_FALSE(find_redemption(counter.database(), std::string_view("nothing")).has_value());
  EXPECT_FALSE(find_redemption(counter.database(), ActId::make(counter.laptop.random)).has_value());
}

// A new price never changes an old slip, and a slip shows the head's name masked.
TEST(ShopRedemptions, TheSlipIsWhatWasDecidedAtTheCounter) {
  Counter counter;
  counter.open_shop();
  const RedeemRequest request = counter.cart({counter.rice_line(2), counter.oil_line()});
  ASSERT_EQ(counter.redeem(request), RedeemStatus::accepted);
  const std::string event = find_redemption(counter.database(), request.act)->event;
  support::perform(counter.laptop,
                   plan_goods(counter.context(),
                              goods_request(counter.rice, "大米 5kg", "袋", Points::whole(99))));
  const auto view = slip(counter.database(), event);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->slip, "20260101-01");
  EXPECT_EQ(view->date, "2026-01-01");
  EXPECT_EQ(view->outlet_name, "生活超市");
  EXPECT_EQ(view->household_number, "02-014");
  EXPECT_EQ(view->head_masked, "李×芳");
  ASSERT_EQ(view->lines.size(), 2U);
  EXPECT_EQ(view->lines[0].points, Points::whole(60));
  EXPECT_EQ(view->total, Points::whole(88));
  EXPECT_EQ(view->spendable_after, Points::whole(12));
  EXPECT_EQ(view->code.size(), 19U);
  EXPECT_EQ(view->mode, village::Mode::real);
  EXPECT_FALSE(slip(counter.database(), std::string(64, '0')).has_value());
}

TEST(ShopRedemptions, ASlipCoversNamesAsTheVillageChoseAndSaysThatItIsASample) {
  Counter counter;
  counter.open_shop("practice");
  const RedeemRequest request = counter.cart({counter.rice_line()});
  ASSERT_EQ(counter.redeem(request), RedeemStatus::accepted);
  const std::string event = find_redemption(counter.database(), request.act)->event;
  EXPECT_EQ(slip(counter.database(), event)->head_masked, "李×芳");
  EXPECT_EQ(slip(counter.database(), event)->mode, village::Mode::practice);
  counter.laptop.write(village::set_draft({.mask = NameMask::given}, "2026-01-01"));
  EXPECT_EQ(slip(counter.database(), event)->head_masked, "李××");
}

// An alias makes two entries of one family one account; its redemptions are found under both ids.
TEST(ShopRedemptions, AFamilyTypedTwiceIsOneCustomer) {
  Counter counter;
  counter.open_shop();
  const support::Family twin = support::add_family(counter.laptop, "02-114", "李桂芳");
  support::give_points(counter.laptop, twin.household, Points::whole(50));
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line()})), RedeemStatus::accepted);
  RedeemRequest by_twin = counter.cart({counter.oil_line()});
  by_twin.household = twin.household;
  ASSERT_EQ(counter.redeem(by_twin), RedeemStatus::accepted);
  counter.laptop.write(roster::alias_draft(
      {'h', counter.family.household.str(), twin.household.str(), 1}, "2026-01-01"));
  EXPECT_EQ(redemptions_of(counter.database(), twin.household, 9).size(), 2U);
  EXPECT_EQ(redemptions_of(counter.database(), counter.family.household, 9).size(), 2U);
  EXPECT_EQ(plan_redeem(counter.context(), by_twin).status, RedeemStatus::already_recorded);
  EXPECT_EQ(counter.spendable(), Points::whole(150 - 58));
}

}  // namespace
}  // namespace jishan::shop
