#include "shop/queries.h"

#include <gtest/gtest.h>

#include "shop/counter.h"
#include "shop/rows.h"

namespace jishan::shop {
namespace {

TEST(ShopQueries, GoodsAreFoundByNamePinyinAndBarcode) {
  Counter counter;
  counter.open_shop();
  GoodsRequest oil = goods_request(counter.oil, "菜籽油 1.8L", "桶", Points::whole(28));
  oil.barcode = "6901234567892";
  oil.reorder = 5;
  ASSERT_EQ(support::perform(counter.laptop, plan_goods(counter.context(), oil)),
            GoodsStatus::accepted);
  const auto names = [&](std::string_view search) {
    std::vector<std::string> found;
    for (const GoodsView& view : goods(counter.database(), {}, Shelf::offered, search)) {
      found.push_back(view.name);
    }
    return found;
  };
  const std::vector<std::string> both = {"菜籽油 1.8L", "大米 5kg"};  // cai before da
  EXPECT_EQ(names(""), both);
  EXPECT_EQ(names("大米"), std::vector<std::string>{"大米 5kg"});
  EXPECT_EQ(names("dm"), std::vector<std::string>{"大米 5kg"});
  EXPECT_EQ(names(" ｃｚｙ "), std::vector<std::string>{"菜籽油 1.8L"});
  EXPECT_EQ(names("6901234567892"), std::vector<std::string>{"菜籽油 1.8L"});
  EXPECT_EQ(names("酱油"), std::vector<std::string>{});
  EXPECT_FALSE(find_barcode(counter.database(), {}, "").has_value());

  const auto view = find_goods(counter.database(), {}, counter.oil);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->stock, 5);
  EXPECT_TRUE(view->is_to_reorder) << "at the reorder point";
  EXPECT_FALSE(find_goods(counter.database(), {}, counter.rice)->is_to_reorder);
}

TEST(ShopQueries, GoodsThatAreOffStayInTheFullList) {
  Counter counter;
  counter.open_shop();
  GoodsRequest off = goods_request(counter.oil, "菜籽油 1.8L", "桶", Points::whole(28));
  off.is_on = false;
  ASSERT_EQ(support::perform(counter.laptop, plan_goods(counter.context(), off)),
            GoodsStatus::accepted);
  EXPECT_EQ(goods(counter.database(), {}, Shelf::offered).size(), 1U);
  EXPECT_EQ(goods(counter.database(), {}, Shelf::all).size(), 2U);
}

TEST(ShopQueries, BestBeforeIsThatOfWhatIsLeftOldestFirst) {
  Counter counter;
  counter.open_shop();
  const auto receive = [&](const char* date, std::int64_t quantity, const char* best) {
    StockInRequest request;
    request.act = ActId::make(counter.laptop.random);
    request.typed_date = Date::from_iso(date);
    request.lines = {{counter.rice, quantity, 0, Date::from_iso(best)}};
    return support::perform(counter.laptop, plan_stock_in(counter.context(), request));
  };
  // Beside the 10 of today, which have no date.
  ASSERT_EQ(receive("2025-10-01", 2, "2026-02-01"), StockInStatus::accepted);
  ASSERT_EQ(receive("2025-11-01", 4, "2026-06-01"), StockInStatus::accepted);
  const auto best = [&] { return find_goods(counter.database(), {}, counter.rice)->best_before; };
  EXPECT_EQ(best(), "2026-02-01");
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line(2)})), RedeemStatus::accepted);
  EXPECT_EQ(best(), "2026-06-01") << "the oldest two are given away";
  EXPECT_EQ(find_goods(counter.database(), {}, counter.oil)->best_before, "");
}

TEST(ShopQueries, OftenRedeemedComesFirst) {
  Counter counter;
  counter.open_shop();
  support::give_points(counter.laptop,
                       support::add_family(counter.laptop, "02-015", "赵刚").household,
                       Points::whole(10));
  ASSERT_EQ(counter.redeem(counter.cart({counter.oil_line()})), RedeemStatus::accepted);
  ASSERT_EQ(counter.redeem(counter.cart({counter.oil_line()})), RedeemStatus::accepted);
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line()})), RedeemStatus::accepted);
  const Date since = *Date::from_iso("2026-01-01");
  const std::vector<GoodsView> often = often_redeemed(counter.database(), {}, since, 6);
  ASSERT_EQ(often.size(), 2U);
  EXPECT_EQ(often[0].id, counter.oil);
  EXPECT_EQ(often_redeemed(counter.database(), {}, since, 1).size(), 1U);
  EXPECT_TRUE(often_redeemed(counter.database(), {}, *Date::from_iso("2026-01-02"), 6).empty());
}

// Invariant 27: every number equals the sum of the lines that it opens.
TEST(ShopQueries, StockIsTheSumOfItsMovements) {
  Counter counter;
  counter.open_shop();
  ASSERT_EQ(counter.redeem(counter.cart({counter.rice_line(2)})), RedeemStatus::accepted);
  ASSERT_EQ(counter.receive(counter.rice, 20), StockInStatus::accepted);
  const StockFigure figure = stock_movements(counter.database(), {}, counter.rice);
  std::int64_t sum = 0;
  int received = 0;
  for (const StockMovement& line : figure.lines) {
    sum += line.quantity;
    if (line.kind == MovementKind::received) ++received;
    if (line.kind == MovementKind::given) {
      EXPECT_EQ(line.slip, "20260101-01");
      EXPECT_EQ(line.household_number, "02-014");
    }
    EXPECT_EQ(line.event.size(), 64U);
  }
  EXPECT_EQ(received, 2);
  EXPECT_EQ(sum, 28);
  EXPECT_EQ(figure.stock, sum);
  EXPECT_EQ(counter.stock(counter.rice), sum);
  for (const ShelfRow& shelf : shelf_rows(counter.database())) {
    EXPECT_EQ(shelf.quantity, stock_of(counter.database(), shelf.outlet, shelf.goods))
        << "the shop's lines and the ledger's balance agree";
  }
}

TEST(ShopQueries, DeliveriesComeNewestFirstWithTheirLines) {
  Counter counter;
  counter.open_shop();
  StockInRequest request;
  request.act = ActId::make(counter.laptop.random);
  request.source = StockSource::donated;
  request.note = "镇卫生院";
  request.typed_date = Date::from_iso("2025-12-01");
  request.lines = {{counter.oil, 4, 0, std::nullopt}};
  ASSERT_EQ(support::perform(counter.laptop, plan_stock_in(counter.context(), request)),
            StockInStatus::accepted);
  const std::vector<DeliveryView> found = deliveries(counter.database(), {}, 10);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[2].date, "2025-12-01");
  EXPECT_EQ(found[2].source, StockSource::donated);
  EXPECT_EQ(found[2].note, "镇卫生院");
  ASSERT_EQ(found[2].lines.size(), 1U);
  EXPECT_EQ(found[2].lines[0].name, "菜籽油 1.8L");
  EXPECT_FALSE(found[2].is_reversed);
  EXPECT_EQ(deliveries(counter.database(), {}, 1).size(), 1U);
}

}  // namespace
}  // namespace jishan::shop
