#include "shop/fold.h"

#include <gtest/gtest.h>

#include <map>

#include "shop/counter.h"
#include "shop/todos.h"
#include "support/disorder.h"

namespace jishan::shop {
namespace {

// Invariant 2 of the journal's specification: any order of the events gives the same state.
TEST(ShopFold, AnyOrderOfEventsGivesTheSameState) {
  Apart apart;
  ASSERT_EQ(apart.office.redeem(apart.office.cart({apart.office.rice_line(2)})),
            RedeemStatus::accepted);
  ASSERT_EQ(apart.shop.redeem(apart.shop.cart({apart.shop.rice_line(3)})), RedeemStatus::accepted);
  TakeBackRequest back;
  back.redemption = redemptions_of(apart.shop.database(), apart.shop.family.household, 1)[0].event;
  back.note = "记错了";
  support::perform(apart.shop.laptop, plan_take_back(apart.shop.context(), back));
  support::perform(apart.office.laptop,
                   plan_goods(apart.office.context(), goods_request(apart.office.rice, "大米 5kg",
                                                                    "袋", Points::whole(33))));
  ASSERT_EQ(apart.shop.receive(apart.shop.oil, 7), StockInStatus::accepted);
  apart.exchange();
  const std::string state = apart.office.laptop.state();
  EXPECT_EQ(apart.shop.laptop.state(), state);

  const std::vector<journal::Event> events = apart.office.laptop.events();
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SeededRandom random(seed);
    Counter other(100 + seed);
    support::take_in_disorder(other.laptop, events, random);
    EXPECT_EQ(other.laptop.state(), state) << "seed " << seed;
  }
}

// Invariant 3.
TEST(ShopFold, ARebuildGivesTheSameState) {
  Apart apart;
  ASSERT_EQ(apart.shop.redeem(apart.shop.cart({apart.shop.oil_line(2)})), RedeemStatus::accepted);
  apart.exchange();
  const std::string state = apart.office.laptop.state();
  apart.office.laptop.journal->rebuild();
  EXPECT_EQ(apart.office.laptop.state(), state);
  EXPECT_EQ(apart.office.stock(apart.office.oil), 3);
}

// Invariants 13 and 14: what laptops gave away apart always counts, and the shelf is what came in
// less what live redemptions took.
TEST(ShopFold, RedemptionsAreNeverDroppedAndTheShelfAddsUp) {
  Apart apart;
  ASSERT_EQ(apart.office.redeem(apart.office.cart({apart.office.oil_line(3)})),
            RedeemStatus::accepted);
  ASSERT_EQ(apart.shop.redeem(apart.shop.cart({apart.shop.oil_line(3)})), RedeemStatus::accepted);
  apart.exchange();
  for (Counter* counter : {&apart.office, &apart.shop}) {
    std::map<GoodsId, std::int64_t> given;
    Points paid;
    for (const RedemptionView& view :
         redemptions_of(counter->database(), counter->family.household, 100)) {
      if (view.state == RedemptionState::live) paid += view.live_total;
      for (const RedemptionLine& line : view.lines) {
        if (!line.is_reversed) given[line.goods] += line.quantity;
      }
    }
    EXPECT_EQ(given[counter->oil], 6);
    EXPECT_EQ(counter->stock(counter->oil), 5 - 6);
    EXPECT_EQ(ledger::balance(counter->database(), ledger::given, counter->oil.text()), 6);
    EXPECT_EQ(ledger::balance(counter->database(), ledger::supplier, counter->oil.text()), -5);
    EXPECT_EQ(counter->spendable(), Points::whole(100) - paid);
    EXPECT_EQ(ledger::balance(counter->database(), ledger::redeemed, ledger::points_unit),
              paid.hundredths());
  }
}

TEST(ShopFold, TheStateListsEveryShelf) {
  Counter counter;
  counter.open_shop();
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line(4 - 1)})), RedeemStatus::accepted);
  const journal::Json state = counter.laptop.journal->state();
  const journal::Json::Array* stock = state.find("books")->array_at("stock");
  ASSERT_NE(stock, nullptr);
  ASSERT_EQ(stock->size(), 2U);
  std::map<std::string, std::int64_t> quantities;
  for (const journal::Json& row : *stock) {
    EXPECT_EQ(*(*row.array())[0].string(), default_outlet(counter.database()).str());
    quantities[*(*row.array())[1].string()] = *(*row.array())[2].integer();
  }
  EXPECT_EQ(quantities[counter.rice.str()], 7);
  EXPECT_EQ(quantities[counter.oil.str()], 5);
}

TEST(ShopFold, InertEventsAndRowsChangeNothing) {
  Counter counter;
  counter.open_shop();
  const std::string state = counter.laptop.state();
  const std::string rice = counter.rice.str();
  counter.laptop.write(support::draft_of("shop.redeem"));
  counter.laptop.write(support::draft_of("stock.in"));
  counter.laptop.write(support::draft_of("goods.set"));
  for (const char* fields : {R"({"price":-1})", R"({"price":"30"})", R"({"name":7})", R"({"on":2})",
                             R"({"reorder":1000000001})"}) {
    counter.laptop.write(support::draft_of(
        "goods.set",
        support::json(R"({"rows":[{"id":")" + rice + R"(","f":)" + fields + R"(}]})")));
  }
  counter.laptop.write(support::draft_of(
      "goods.set", support::json(R"({"rows":[{"id":"x","f":{"name":"无"}},{"f":{}},7]})")));
  EXPECT_EQ(counter.laptop.state(), state);
  EXPECT_EQ(goods(counter.database(), {}, Shelf::all).size(), 2U);
  counter.laptop.write(support::draft_of(
      "goods.set",
      support::json(R"({"rows":[{"id":")" + rice + R"(","f":{"price":"","later":[1]}}]})")));
  EXPECT_EQ(find_goods(counter.database(), {}, counter.rice)->price, Points()) << "\"\" clears";
}

// Invariant 18: figures need no x; a later copy fills it in.
TEST(ShopFold, WhatIsPersonalCanBeMissingAndComeLater) {
  Counter counter;
  counter.open_shop();
  RedeemRequest request = counter.cart({counter.rice_line()});
  request.collector = Collector::proxy;
  request.proxy = "邻居代领";
  ASSERT_EQ(counter.redeem(request), RedeemStatus::accepted);
  StockInRequest delivery;
  delivery.act = ActId::make(counter.laptop.random);
  delivery.note = "镇供销社";
  delivery.lines = {{counter.oil, 3, 0, std::nullopt}};
  support::perform(counter.laptop, plan_stock_in(counter.context(), delivery));

  Counter stripped(9);
  std::vector<journal::Event> without;
  for (const journal::Event& event : counter.laptop.events()) {
    auto read = journal::event_from_line(journal::line_of(event, journal::PersonalPart::stripped));
    ASSERT_TRUE(read.ok());
    without.push_back(std::move(*read));
  }
  stripped.laptop.take(without);
  EXPECT_EQ(stripped.laptop.journal->state_digest(), counter.laptop.journal->state_digest());
  EXPECT_EQ(find_redemption(stripped.database(), request.act)->collector, std::nullopt);
  EXPECT_EQ(deliveries(stripped.database(), {}, 1)[0].note, "");

  stripped.laptop.take_from(counter.laptop);
  const auto filled = find_redemption(stripped.database(), request.act);
  EXPECT_EQ(filled->collector, Collector::proxy);
  EXPECT_EQ(mask(filled->proxy, Audience::desk), "邻居代领");
  EXPECT_EQ(deliveries(stripped.database(), {}, 1)[0].note, "镇供销社");
}

}  // namespace
}  // namespace jishan::shop
