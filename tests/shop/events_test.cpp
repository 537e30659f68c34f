#include "shop/events.h"

#include <gtest/gtest.h>

#include "support/laptop.h"

namespace jishan::shop {
namespace {

using support::json;

constexpr const char* act = "y0000000000000001";
constexpr const char* household = "h0000000000000001";
constexpr const char* outlet = "o0000000000000001";
constexpr const char* goods = "g0000000000000001";

std::string line(std::string_view rest) {
  return std::string(R"({"g":")") + goods + R"(",)" + std::string(rest) + "}";
}

journal::Json redeem_body(const std::string& lines) {
  return json(std::string(R"({"id":")") + act + R"(","hh":")" + household + R"(","outlet":")" +
              outlet + R"(","slip":"20260918-01","seen":12600,"lines":[)" + lines + "]}");
}

TEST(ShopEvents, ARedemptionReadsBackAsItWasWritten) {
  Redeem written;
  written.act = *ActId::from_text(act);
  written.household = *HouseholdId::from_text(household);
  written.outlet = *OutletId::from_text(outlet);
  written.slip = "20260918-01";
  written.seen = Points::whole(126);
  written.lines.push_back({0, *GoodsId::from_text(goods), 2, Points::whole(60), Points()});
  const journal::Draft draft = redeem(written, {Collector::proxy, "邻居张三丰代领"}, "2026-09-18");
  EXPECT_EQ(draft.kind, "shop.redeem");
  EXPECT_EQ(draft.date, "2026-09-18");
  EXPECT_EQ(
      draft.body.canonical(),
      R"({"hh":"h0000000000000001","id":"y0000000000000001","lines":[{"g":"g0000000000000001",)"
      R"("gift":0,"pts":6000,"q":2}],"outlet":"o0000000000000001","seen":12600,)"
      R"("slip":"20260918-01"})");
  const auto read = redeem_from(draft.body);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->household, written.household);
  EXPECT_EQ(read->seen, written.seen);
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].quantity, 2);
  EXPECT_EQ(read->lines[0].points, Points::whole(60));
  journal::Event event;
  event.personal = draft.personal;
  EXPECT_EQ(redeem_personal_from(event).collector, Collector::proxy);
  EXPECT_EQ(redeem_personal_from(event).proxy, "邻居张三丰代领");
  event.personal.reset();
  EXPECT_EQ(redeem_personal_from(event).collector, std::nullopt);
}

TEST(ShopEvents, ABadLineIsInertAndTheOthersKeepTheirNumbers) {
  const auto read = redeem_from(redeem_body(
      line(R"("q":0,"pts":1,"gift":0)") + "," + line(R"("q":1,"pts":-1,"gift":0)") + "," +
      line(R"("q":"1","pts":1,"gift":0)") + "," + line(R"("q":1,"pts":1000000001,"gift":0)") + "," +
      line(R"("q":1,"pts":1)") + "," + R"({"q":1,"pts":1,"gift":0},3,)" +
      line(R"("q":1,"pts":100,"gift":50,"later":"kept")")));
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].line, 7);
  EXPECT_EQ(read->lines[0].gift, Points::hundredths(50));
}

TEST(ShopEvents, ABadFieldOutsideTheLinesMakesTheEventInert) {
  const journal::Json good = redeem_body(line(R"("q":1,"pts":1,"gift":0)"));
  ASSERT_TRUE(redeem_from(good).has_value());
  for (const char* field : {"id", "hh", "outlet", "slip", "seen", "lines"}) {
    journal::Json missing = good;
    missing.object()->erase(field);
    EXPECT_FALSE(redeem_from(missing).has_value()) << field;
    journal::Json mistyped = good;
    mistyped.set(field, journal::Json());
    EXPECT_FALSE(redeem_from(mistyped).has_value()) << field;
  }
  journal::Json far = good;
  far.set("seen", journal::Json(std::int64_t{-1'000'000'001}));
  EXPECT_FALSE(redeem_from(far).has_value());
  journal::Json other = good;
  other.set("hh", "r0000000000000001");
  EXPECT_FALSE(redeem_from(other).has_value());
}

TEST(ShopEvents, ADeliveryReadsBackAndItsBadLinesAreInert) {
  StockIn written{*ActId::from_text(act), *OutletId::from_text(outlet), "bought", {}};
  written.lines.push_back({0, *GoodsId::from_text(goods), 30, 81'000, "2026-10-08"});
  const journal::Draft draft = stock_in(written, "镇供销社", "2026-03-01");
  const auto read = stock_in_from(draft.body);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].quantity, 30);
  EXPECT_EQ(read->lines[0].cost_fen, 81'000);
  EXPECT_EQ(read->lines[0].best_before, "2026-10-08");
  EXPECT_EQ(source_from_code(read->source), StockSource::bought);
  journal::Event event;
  event.personal = draft.personal;
  EXPECT_EQ(journal::personal_text(event, "note"), "镇供销社");
  EXPECT_FALSE(stock_in(written, "", "2026-03-01").personal.has_value());

  journal::Json body = draft.body;
  for (const char* bad : {R"("q":-1,"cost_fen":0,"best":"")", R"("q":1,"cost_fen":-1,"best":"")",
                          R"("q":1,"cost_fen":0,"best":"2026-02-30")", R"("q":1,"cost_fen":0)"}) {
    body.set("lines", journal::Json::Array{json(line(bad))});
    ASSERT_TRUE(stock_in_from(body).has_value());
    EXPECT_TRUE(stock_in_from(body)->lines.empty()) << bad;
  }
}

TEST(ShopEvents, CodesReadBackAndUnknownOnesAreNothing) {
  for (const Collector collector : {Collector::head, Collector::family, Collector::proxy}) {
    EXPECT_EQ(collector_from_code(code_of(collector)), collector);
  }
  for (const StockSource source : {StockSource::bought, StockSource::donated, StockSource::other}) {
    EXPECT_EQ(source_from_code(code_of(source)), source);
  }
  EXPECT_EQ(collector_from_code("drone"), std::nullopt);
  EXPECT_EQ(source_from_code(""), std::nullopt);
}

TEST(ShopEvents, ASetEventHoldsOnlyWhatChanged) {
  GoodsFields fields;
  EXPECT_TRUE(fields.is_empty());
  fields.price = Points::whole(9);
  const journal::Draft draft = goods_set(*GoodsId::from_text(goods), fields, "2026-03-01");
  EXPECT_EQ(draft.body.canonical(), R"({"rows":[{"f":{"price":900},"id":"g0000000000000001"}]})");
  OutletFields closed;
  closed.on = 0;
  EXPECT_EQ(outlet_set(*OutletId::from_text(outlet), closed, "2026-03-01").body.canonical(),
            R"({"rows":[{"f":{"on":0},"id":"o0000000000000001"}]})");
}

}  // namespace
}  // namespace jishan::shop
