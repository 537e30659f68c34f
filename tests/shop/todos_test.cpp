#include "shop/todos.h"

#include <gtest/gtest.h>

#include "shop/counter.h"
#include "village/events.h"

namespace jishan::shop {
namespace {

std::vector<ShopTodo> todos_of(Counter& counter) {
  return todos(counter.database(), *counter.laptop.journal);
}

void settle(Counter& counter, const ShopTodo& todo) {
  counter.laptop.write(
      village::settle_draft({todo.id(), todo.basis, std::nullopt}, "已核对", "2026-01-01"));
}

TEST(ShopTodos, HonestWorkOnOneLaptopBringsNone) {
  Counter counter;
  counter.open_shop();
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line()})), RedeemStatus::accepted);
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line()})), RedeemStatus::accepted)
      << "the same goods twice on one day, knowingly";
  EXPECT_TRUE(todos_of(counter).empty());
  EXPECT_EQ(counter.laptop.journal->state().find("books")->array_at("todo")->size(), 0U);
}

TEST(ShopTodos, OneRedemptionTypedOnTwoLaptopsIsAsked) {
  Apart apart;
  ASSERT_EQ(apart.office.redeem(apart.office.cart({apart.office.rice_line()})),
            RedeemStatus::accepted);
  ASSERT_EQ(apart.shop.redeem(apart.shop.cart({apart.shop.rice_line(), apart.shop.oil_line()})),
            RedeemStatus::accepted);
  apart.exchange();
  const std::vector<ShopTodo> found = todos_of(apart.office);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, TodoKind::redeemed_twice);
  EXPECT_EQ(found[0].household, apart.office.family.household);
  EXPECT_EQ(found[0].goods, apart.office.rice);
  EXPECT_EQ(found[0].date, "2026-01-01");
  EXPECT_EQ(found[0].refs.size(), 2U);
  EXPECT_EQ(found[0].id(), "redeem-twice:" + found[0].household.str() + " " + found[0].goods.str() +
                               " 2026-01-01");
  EXPECT_EQ(todos_of(apart.shop)[0].basis, found[0].basis) << "the same question on both laptops";
  EXPECT_EQ(apart.shop.laptop.state(), apart.office.laptop.state());

  // Taking one of them back answers it; so does a decision.
  TakeBackRequest back;
  back.redemption = found[0].refs[0].substr(0, 64);
  back.note = "重复录入";
  back.goods = ledger::GoodsBack::never_moved;
  Counter other(3);
  other.join(apart.office);
  support::perform(other.laptop, plan_take_back(other.context(), back));
  EXPECT_TRUE(todos_of(other).empty());
  settle(apart.office, found[0]);
  EXPECT_TRUE(todos_of(apart.office).empty());
}

TEST(ShopTodos, ADecisionHoldsUntilTheEvidenceChanges) {
  Apart apart;
  ASSERT_EQ(apart.office.redeem(apart.office.cart({apart.office.oil_line(3)})),
            RedeemStatus::accepted);
  RedeemRequest yesterday = apart.shop.cart({apart.shop.oil_line(3)});
  yesterday.typed_date = Date::from_iso("2025-12-31");
  ASSERT_EQ(apart.shop.redeem(yesterday), RedeemStatus::accepted);
  apart.exchange();
  std::vector<ShopTodo> found = todos_of(apart.office);
  ASSERT_EQ(found.size(), 1U) << "another day: no twin, but the shelf is short";
  EXPECT_EQ(found[0].kind, TodoKind::shelf_below_zero);
  EXPECT_EQ(found[0].stock, -1);
  settle(apart.office, found[0]);
  EXPECT_TRUE(todos_of(apart.office).empty());

  journal::Draft more = redeem({ActId::make(apart.shop.laptop.random),
                                apart.shop.family.household,
                                default_outlet(apart.shop.database()),
                                "20260101-07",
                                Points(),
                                {{0, apart.shop.oil, 1, Points::whole(28), Points()}}},
                               {}, "2025-12-30");
  apart.shop.laptop.write(std::move(more));
  apart.exchange();
  found = todos_of(apart.office);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].stock, -2);
  ASSERT_EQ(apart.office.receive(apart.office.oil, 2), StockInStatus::accepted);
  EXPECT_TRUE(todos_of(apart.office).empty());
}

TEST(ShopTodos, TwoPricesSetApartAreAskedAndWritingAgainAnswers) {
  Apart apart;
  const auto price = [](Counter& counter, std::int64_t points) {
    return support::perform(
        counter.laptop, plan_goods(counter.context(), goods_request(counter.rice, "大米 5kg", "袋",
                                                                    Points::whole(points))));
  };
  ASSERT_EQ(price(apart.office, 31), GoodsStatus::accepted);
  ASSERT_EQ(price(apart.shop, 32), GoodsStatus::accepted);
  apart.exchange();
  const std::vector<ShopTodo> found = todos_of(apart.office);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, TodoKind::price_conflict);
  EXPECT_EQ(found[0].goods, apart.office.rice);
  ASSERT_EQ(found[0].prices.size(), 2U);
  EXPECT_EQ(found[0].prices.back(),
            find_goods(apart.office.database(), {}, apart.office.rice)->price);
  ASSERT_EQ(price(apart.office, 30), GoodsStatus::accepted);
  EXPECT_TRUE(todos_of(apart.office).empty());
}

TEST(ShopTodos, TheSamePriceSetApartIsNoQuestion) {
  Apart apart;
  for (Counter* counter : {&apart.office, &apart.shop}) {
    support::perform(counter->laptop,
                     plan_goods(counter->context(),
                                goods_request(counter->rice, "大米 5kg", "袋", Points::whole(35))));
  }
  apart.exchange();
  EXPECT_TRUE(todos_of(apart.office).empty());
}

}  // namespace
}  // namespace jishan::shop
