// The counter: every status of a redemption, double submits, taking one back.
#include <gtest/gtest.h>

#include <functional>

#include "shop/counter.h"

namespace jishan::shop {
namespace {

using ledger::GoodsBack;
using ledger::ReverseStatus;
using support::perform;

TEST(ShopRedeem, OneEventMovesPointsAndStock) {
  Counter counter;
  counter.open_shop();
  const std::int64_t events = counter.laptop.journal->event_count();
  const RedeemRequest request = counter.cart({counter.rice_line(2), counter.oil_line()});
  const PlannedRedeem plan = plan_redeem(counter.context(), request);
  EXPECT_EQ(plan.total, Points::whole(88));
  EXPECT_EQ(plan.spendable, Points::whole(100));
  EXPECT_EQ(plan.left(), Points::whole(12));
  EXPECT_EQ(plan.slip, "20260101-01");
  EXPECT_EQ(perform(counter.laptop, plan), RedeemStatus::accepted);
  EXPECT_EQ(counter.laptop.journal->event_count(), events + 1);
  EXPECT_EQ(counter.spendable(), Points::whole(12));
  EXPECT_EQ(counter.stock(counter.rice), 8);
  EXPECT_EQ(counter.stock(counter.oil), 4);
}

// Issue: five Enter presses, a retry after a failed add and a restored cart leave one redemption.
TEST(ShopRedeem, TheSameActIsRecordedOnce) {
  Counter counter;
  counter.open_shop();
  const RedeemRequest request = counter.cart({counter.rice_line()});
  EXPECT_EQ(counter.redeem(request), RedeemStatus::accepted);
  for (int press = 2; press <= 5; ++press) {
    EXPECT_EQ(counter.redeem(request), RedeemStatus::already_recorded);
  }
  RedeemRequest restored = request;  // a cart restored from its draft, changed since
  restored.lines.push_back(counter.oil_line());
  EXPECT_EQ(counter.redeem(restored), RedeemStatus::already_recorded);
  EXPECT_EQ(redemptions_of(counter.database(), counter.family.household, 10).size(), 1U);
  EXPECT_EQ(counter.stock(counter.rice), 9);
  const auto recorded = find_redemption(counter.database(), request.act);
  ASSERT_TRUE(recorded.has_value());
  EXPECT_EQ(recorded->slip, "20260101-01");
}

TEST(ShopRedeem, EveryRefusalHasItsStatusAndNamesItsLine) {
  Counter counter;
  counter.open_shop();
  const RedeemRequest good = counter.cart({counter.rice_line(2), counter.oil_line()});
  const std::int64_t events = counter.laptop.journal->event_count();
  const auto plan_with = [&](const std::function<void(RedeemRequest&)>& change) {
    RedeemRequest request = good;
    change(request);
    PlannedRedeem plan = plan_redeem(counter.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != RedeemStatus::accepted);
    return plan;
  };
  const auto status_with = [&](const std::function<void(RedeemRequest&)>& change) {
    return plan_with(change).status;
  };
  const auto refused_line = [&](const std::function<void(CartLine&)>& change, RedeemStatus status) {
    const PlannedRedeem plan = plan_with([&](RedeemRequest& r) { change(r.lines[1]); });
    EXPECT_EQ(plan.status, status);
    EXPECT_EQ(plan.line, 1U);
    return plan;
  };
  EXPECT_EQ(status_with([](RedeemRequest&) {}), RedeemStatus::accepted);
  EXPECT_EQ(status_with([](RedeemRequest& r) { r.household = HouseholdId(); }),
            RedeemStatus::household_missing);
  EXPECT_EQ(status_with(
                [&](RedeemRequest& r) { r.household = HouseholdId::make(counter.laptop.random); }),
            RedeemStatus::household_unknown);
  EXPECT_EQ(
      status_with([&](RedeemRequest& r) { r.outlet = OutletId::make(counter.laptop.random); }),
      RedeemStatus::outlet_unknown);
  EXPECT_EQ(status_with([](RedeemRequest& r) { r.lines.clear(); }), RedeemStatus::cart_empty);
  EXPECT_EQ(status_with([](RedeemRequest& r) { r.lines.resize(cart_lines_max + 1, r.lines[0]); }),
            RedeemStatus::too_many_lines);
  refused_line([](CartLine& l) { l.goods = GoodsId(); }, RedeemStatus::goods_missing);
  refused_line([&](CartLine& l) { l.goods = GoodsId::make(counter.laptop.random); },
               RedeemStatus::goods_missing);
  refused_line([&](CartLine& l) { l = counter.rice_line(); }, RedeemStatus::goods_twice);
  refused_line([](CartLine& l) { l.quantity = 0; }, RedeemStatus::quantity_not_positive);
  refused_line([](CartLine& l) { l.quantity = -1; }, RedeemStatus::quantity_not_positive);
  refused_line([](CartLine& l) { l.quantity = quantity_typed_max + 1; },
               RedeemStatus::quantity_too_large);
  EXPECT_EQ(
      refused_line([](CartLine& l) { l.price = Points::whole(27); }, RedeemStatus::price_changed)
          .price_now,
      Points::whole(28));
  EXPECT_EQ(refused_line([](CartLine& l) { l.quantity = 6; }, RedeemStatus::out_of_stock).in_stock,
            5);
  const PlannedRedeem dear =
      refused_line([](CartLine& l) { l.quantity = 2; }, RedeemStatus::points_short);
  EXPECT_EQ(dear.short_by, Points::whole(16));
  EXPECT_EQ(dear.total, Points::whole(116));
  EXPECT_EQ(status_with([](RedeemRequest& r) { r.collector = Collector::proxy; }),
            RedeemStatus::proxy_missing);
  EXPECT_EQ(status_with([](RedeemRequest& r) {
              r.collector = Collector::proxy;
              r.proxy = std::string(501, 'x');
            }),
            RedeemStatus::proxy_too_long);
  EXPECT_EQ(status_with([](RedeemRequest& r) { r.typed_date = Date::from_iso("2026-01-02"); }),
            RedeemStatus::date_in_future);
  journal::CommandContext doubtful = counter.context();
  doubtful.is_clock_suspicious = true;
  EXPECT_EQ(plan_redeem(doubtful, good).status, RedeemStatus::date_needed);
  EXPECT_EQ(counter.laptop.journal->event_count(), events);
  EXPECT_EQ(counter.spendable(), Points::whole(100));
}

TEST(ShopRedeem, GoodsNoLongerOfferedAreRefused) {
  Counter counter;
  counter.open_shop();
  GoodsRequest off = goods_request(counter.oil, "菜籽油 1.8L", "桶", Points::whole(28));
  off.is_on = false;
  ASSERT_EQ(perform(counter.laptop, plan_goods(counter.context(), off)), GoodsStatus::accepted);
  EXPECT_EQ(plan_redeem(counter.context(), counter.cart({counter.oil_line()})).status,
            RedeemStatus::goods_not_offered);
}

TEST(ShopRedeem, AHouseholdThatIsGoneCannotRedeem) {
  Counter counter;
  counter.open_shop();
  roster::HouseholdRow row{counter.family.household, {}};
  row.fields.state = roster::HouseholdState::moved;
  counter.laptop.write(roster::household_drafts({row}, "2026-01-01"));
  EXPECT_EQ(plan_redeem(counter.context(), counter.cart({counter.rice_line()})).status,
            RedeemStatus::household_gone);
}

TEST(ShopRedeem, AnUnknownCriticalKindLocksTheCounter) {
  Counter counter;
  counter.open_shop();
  journal::Draft unknown = support::draft_of("shop.hold");
  unknown.is_critical = true;
  counter.laptop.write(std::move(unknown));
  EXPECT_EQ(plan_redeem(counter.context(), counter.cart({counter.rice_line()})).status,
            RedeemStatus::book_locked);
}

TEST(ShopRedeem, BasePointsCannotBeSpent) {
  Counter counter;
  counter.open_shop();
  journal::Draft base = support::draft_of("pts.grant");
  base.date = support::first_day;
  base.body.set("class", "base");
  base.body.set("period", "2026");
  base.body.set("lines", journal::Json::Array{journal::Json(
                             journal::Json::Array{counter.family.household.text(), 6000, 1})});
  counter.laptop.write(std::move(base));
  const PlannedRedeem plan = plan_redeem(counter.context(), counter.cart({counter.rice_line(4)}));
  EXPECT_EQ(plan.status, RedeemStatus::points_short);
  EXPECT_EQ(plan.spendable, Points::whole(100));
  EXPECT_EQ(plan.short_by, Points::whole(20));
}

TEST(ShopRedeem, SlipNumbersRunWithinTheDay) {
  Counter counter;
  counter.open_shop();
  EXPECT_EQ(counter.redeem(counter.cart({counter.rice_line()})), RedeemStatus::accepted);
  EXPECT_EQ(plan_redeem(counter.context(), counter.cart({counter.oil_line()})).slip, "20260101-02");
  RedeemRequest earlier = counter.cart({counter.oil_line()});
  earlier.typed_date = Date::from_iso("2025-12-30");
  EXPECT_EQ(plan_redeem(counter.context(), earlier).slip, "20251230-01");
}

class TakeBack : public testing::TestWithParam<GoodsBack> {};

TEST_P(TakeBack, BothSidesReturn) {
  Counter counter;
  counter.open_shop();
  const RedeemRequest request = counter.cart({counter.rice_line(2), counter.oil_line()});
  ASSERT_EQ(counter.redeem(request), RedeemStatus::accepted);
  TakeBackRequest back;
  back.redemption = find_redemption(counter.database(), request.act)->event;
  back.goods = GetParam();
  const auto status = [&] { return plan_take_back(counter.context(), back).status; };
  EXPECT_EQ(status(), ReverseStatus::reason_missing);
  back.note = "拿错了";
  EXPECT_EQ(perform(counter.laptop, plan_take_back(counter.context(), back)),
            ReverseStatus::accepted);
  EXPECT_EQ(counter.spendable(), Points::whole(100));
  EXPECT_EQ(counter.stock(counter.rice), 10);
  EXPECT_EQ(counter.stock(counter.oil), 5);
  EXPECT_EQ(status(), ReverseStatus::already_reversed);
  EXPECT_EQ(find_redemption(counter.database(), request.act)->state, RedemptionState::reversed);
  EXPECT_EQ(counter.redeem(request), RedeemStatus::already_recorded)
      << "a reversed act id is still in the book";

  // Goods that came back stand in the list of movements; goods that never left do not.
  const StockFigure figure = stock_movements(counter.database(), {}, counter.rice);
  EXPECT_EQ(figure.stock, 10);
  EXPECT_EQ(figure.lines.size(), GetParam() == GoodsBack::returned ? 3U : 1U);
}
INSTANTIATE_TEST_SUITE_P(Shop, TakeBack,
                         testing::Values(GoodsBack::returned, GoodsBack::never_moved));

TEST(ShopTakeBack, WhatIsNoRedemptionIsNotFound) {
  Counter counter;
  counter.open_shop();
  TakeBackRequest back;
  back.note = "拿错了";
  EXPECT_EQ(plan_take_back(counter.context(), back).status, ReverseStatus::not_found);
  back.redemption = counter.laptop.events().back().h.hex();
  EXPECT_EQ(plan_take_back(counter.context(), back).status, ReverseStatus::not_found);
}

}  // namespace
}  // namespace jishan::shop
