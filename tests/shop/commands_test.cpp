#include "shop/commands.h"

#include <gtest/gtest.h>

#include <functional>

#include "shop/counter.h"

namespace jishan::shop {
namespace {

using support::perform;

TEST(ShopGoods, TheFirstGoodsBringTheDefaultOutlet) {
  Counter counter;
  counter.laptop.found();
  EXPECT_TRUE(default_outlet(counter.database()).is_empty());
  const GoodsId soap = GoodsId::make(counter.laptop.random);
  const GoodsRequest request = goods_request(soap, "香皂", "块", Points::whole(5));
  EXPECT_EQ(perform(counter.laptop, plan_goods(counter.context(), request)), GoodsStatus::accepted);
  const std::vector<OutletView> all = outlets(counter.database());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].name, "生活超市");
  EXPECT_EQ(all[0].id, default_outlet(counter.database()));

  const auto next = plan_goods(
      counter.context(),
      goods_request(GoodsId::make(counter.laptop.random), "牙膏", "支", Points::whole(6)));
  EXPECT_EQ(next.drafts.size(), 1U) << "the second goods need no outlet";
  EXPECT_EQ(plan_goods(counter.context(), request).status, GoodsStatus::unchanged)
      << "Enter pressed again adds nothing";
}

TEST(ShopGoods, OnlyWhatChangedIsWritten) {
  Counter counter;
  counter.open_shop();
  GoodsRequest request = goods_request(counter.rice, "大米 5kg", "袋", Points::whole(32));
  const auto plan = plan_goods(counter.context(), request);
  ASSERT_EQ(plan.drafts.size(), 1U);
  EXPECT_EQ(plan.drafts[0].body.canonical(),
            R"({"rows":[{"f":{"price":3200},"id":")" + counter.rice.str() + R"("}]})");
  EXPECT_EQ(perform(counter.laptop, plan), GoodsStatus::accepted);
  request.barcode = " ６９０１２３ ";
  request.reorder = 4;
  EXPECT_EQ(perform(counter.laptop, plan_goods(counter.context(), request)), GoodsStatus::accepted);
  const auto found = find_barcode(counter.database(), {}, "690123");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, counter.rice);
  EXPECT_EQ(found->price, Points::whole(32));
  request.barcode = "";
  EXPECT_EQ(perform(counter.laptop, plan_goods(counter.context(), request)), GoodsStatus::accepted);
  EXPECT_FALSE(find_barcode(counter.database(), {}, "690123").has_value());
}

TEST(ShopGoods, EveryRefusalHasItsStatusAndWritesNothing) {
  Counter counter;
  counter.open_shop();
  GoodsRequest oil = goods_request(counter.oil, "菜籽油 1.8L", "桶", Points::whole(28));
  oil.barcode = "6901";
  ASSERT_EQ(perform(counter.laptop, plan_goods(counter.context(), oil)), GoodsStatus::accepted);
  const GoodsRequest good =
      goods_request(GoodsId::make(counter.laptop.random), "食盐 400g", "袋", Points::whole(3));
  const std::int64_t events = counter.laptop.journal->event_count();
  const auto status_with = [&](const std::function<void(GoodsRequest&)>& change) {
    GoodsRequest request = good;
    change(request);
    const auto plan = plan_goods(counter.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != GoodsStatus::accepted);
    return plan.status;
  };
  EXPECT_EQ(status_with([](GoodsRequest&) {}), GoodsStatus::accepted);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.name = " 　 "; }), GoodsStatus::name_missing);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.name = std::string(41, 'x'); }),
            GoodsStatus::name_too_long);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.name = "大米 5kg"; }), GoodsStatus::name_taken);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.unit = ""; }), GoodsStatus::unit_missing);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.unit = std::string(9, 'x'); }),
            GoodsStatus::unit_too_long);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.price = Points(); }),
            GoodsStatus::price_not_positive);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.price = -Points::whole(1); }),
            GoodsStatus::price_not_positive);
  EXPECT_EQ(
      status_with([](GoodsRequest& r) { r.price = Points::hundredths(line_hundredths_max + 1); }),
      GoodsStatus::price_too_large);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.barcode = "条码"; }),
            GoodsStatus::barcode_malformed);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.barcode = std::string(33, '1'); }),
            GoodsStatus::barcode_malformed);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.barcode = "6901"; }), GoodsStatus::barcode_taken);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.reorder = -1; }),
            GoodsStatus::reorder_out_of_range);
  EXPECT_EQ(status_with([](GoodsRequest& r) { r.reorder = quantity_typed_max + 1; }),
            GoodsStatus::reorder_out_of_range);
  EXPECT_EQ(counter.laptop.journal->event_count(), events);
}

TEST(ShopOutlets, EveryStatus) {
  Counter counter;
  counter.open_shop();
  const OutletId first = default_outlet(counter.database());
  OutletRequest second{OutletId::make(counter.laptop.random), "下湾兑换点", true};
  const auto plan = [&](const OutletRequest& request) {
    return plan_outlet(counter.context(), request);
  };
  EXPECT_EQ(plan({second.id, "", true}).status, OutletStatus::name_missing);
  EXPECT_EQ(plan({second.id, std::string(41, 'x'), true}).status, OutletStatus::name_too_long);
  EXPECT_EQ(plan({second.id, "生活超市", true}).status, OutletStatus::name_taken);
  EXPECT_EQ(plan({first, "生活超市", false}).status, OutletStatus::last_one);
  EXPECT_EQ(plan({first, "生活超市", true}).status, OutletStatus::unchanged);
  EXPECT_EQ(perform(counter.laptop, plan(second)), OutletStatus::accepted);
  EXPECT_EQ(plan(second).status, OutletStatus::unchanged);
  EXPECT_EQ(perform(counter.laptop, plan({first, "生活超市", false})), OutletStatus::accepted);
  EXPECT_EQ(default_outlet(counter.database()), second.id);
  EXPECT_EQ(outlets(counter.database()).size(), 2U);
}

TEST(ShopStockIn, EveryRefusalHasItsStatusAndNamesItsLine) {
  Counter counter;
  counter.open_shop();
  StockInRequest good;
  good.act = ActId::make(counter.laptop.random);
  good.lines = {{counter.rice, 30, 81'000, Date::from_iso("2026-10-08")},
                {counter.oil, 20, 0, std::nullopt}};
  const std::int64_t events = counter.laptop.journal->event_count();
  const auto plan_with = [&](const std::function<void(StockInRequest&)>& change) {
    StockInRequest request = good;
    change(request);
    PlannedStockIn plan = plan_stock_in(counter.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != StockInStatus::accepted);
    return plan;
  };
  const auto refused_line = [&](const std::function<void(DeliveryLine&)>& change,
                                StockInStatus status) {
    const PlannedStockIn plan = plan_with([&](StockInRequest& r) { change(r.lines[1]); });
    EXPECT_EQ(plan.status, status);
    EXPECT_EQ(plan.line, 1U);
  };
  EXPECT_EQ(plan_with([](StockInRequest&) {}).status, StockInStatus::accepted);
  EXPECT_EQ(plan_with([&](StockInRequest& r) {
              r.outlet = OutletId::make(counter.laptop.random);
            }).status,
            StockInStatus::outlet_unknown);
  EXPECT_EQ(plan_with([](StockInRequest& r) { r.lines.clear(); }).status, StockInStatus::no_lines);
  EXPECT_EQ(plan_with([](StockInRequest& r) {
              r.lines.resize(delivery_lines_max + 1, r.lines[0]);
            }).status,
            StockInStatus::too_many_lines);
  refused_line([](DeliveryLine& l) { l.goods = GoodsId(); }, StockInStatus::goods_missing);
  refused_line([&](DeliveryLine& l) { l.goods = GoodsId::make(counter.laptop.random); },
               StockInStatus::goods_missing);
  refused_line([](DeliveryLine& l) { l.quantity = 0; }, StockInStatus::quantity_not_positive);
  refused_line([](DeliveryLine& l) { l.quantity = -3; }, StockInStatus::quantity_not_positive);
  refused_line([](DeliveryLine& l) { l.quantity = quantity_typed_max + 1; },
               StockInStatus::quantity_too_large);
  refused_line([](DeliveryLine& l) { l.cost_fen = -1; }, StockInStatus::cost_out_of_range);
  refused_line([](DeliveryLine& l) { l.cost_fen = 1'000'000'001; },
               StockInStatus::cost_out_of_range);
  refused_line([](DeliveryLine& l) { l.best_before = Date::from_iso("2025-12-31"); },
               StockInStatus::best_before_passed);
  EXPECT_EQ(plan_with([](StockInRequest& r) { r.note = std::string(501, 'x'); }).status,
            StockInStatus::note_too_long);
  EXPECT_EQ(
      plan_with([](StockInRequest& r) { r.typed_date = Date::from_iso("2026-01-02"); }).status,
      StockInStatus::date_in_future);
  EXPECT_EQ(counter.laptop.journal->event_count(), events);

  journal::CommandContext doubtful = counter.context();
  doubtful.is_clock_suspicious = true;
  EXPECT_EQ(plan_stock_in(doubtful, good).status, StockInStatus::date_needed);

  EXPECT_EQ(perform(counter.laptop, plan_stock_in(counter.context(), good)),
            StockInStatus::accepted);
  EXPECT_EQ(plan_stock_in(counter.context(), good).status, StockInStatus::already_recorded);
  EXPECT_EQ(counter.stock(counter.rice), 40);
  EXPECT_EQ(counter.stock(counter.oil), 25);
}

TEST(ShopStockIn, NeedsAnOutlet) {
  Counter counter;
  counter.laptop.found();
  StockInRequest request;
  request.act = ActId::make(counter.laptop.random);
  request.lines = {{GoodsId::make(counter.laptop.random), 1, 0, std::nullopt}};
  EXPECT_EQ(plan_stock_in(counter.context(), request).status, StockInStatus::outlet_unknown);
}

}  // namespace
}  // namespace jishan::shop
