// A shop to test at: one household with 100 points, two goods with stock, one outlet.
#pragma once

#include <string>

#include "shop/commands.h"
#include "shop/fold.h"
#include "shop/queries.h"
#include "support/points_book.h"

namespace jishan::shop {

inline GoodsRequest goods_request(GoodsId id, std::string name, std::string unit, Points price) {
  GoodsRequest request;
  request.id = id;
  request.name = std::move(name);
  request.unit = std::move(unit);
  request.price = price;
  request.first_outlet_name = "生活超市";
  return request;
}

class Counter {
 public:
  explicit Counter(std::uint64_t seed = 1) : laptop(support::points_folds<ShopFold>(), seed) {}

  // The village as the first laptop knows it.
  void open_shop(const char* mode = "real") {
    laptop.found("柳荫村", mode);
    family = support::add_family(laptop, "02-014", "李桂芳");
    support::give_points(laptop, family.household, Points::whole(100));
    rice = GoodsId::make(laptop.random);
    oil = GoodsId::make(laptop.random);
    support::perform(
        laptop, plan_goods(context(), goods_request(rice, "大米 5kg", "袋", Points::whole(30))));
    support::perform(
        laptop, plan_goods(context(), goods_request(oil, "菜籽油 1.8L", "桶", Points::whole(28))));
    receive(rice, 10);
    receive(oil, 5);
  }
  // Another laptop that joined with the first one's file.
  void join(const Counter& other) {
    laptop.take_from(other.laptop);
    family = other.family;
    rice = other.rice;
    oil = other.oil;
  }

  journal::CommandContext context() { return support::context_of(laptop); }
  db::Database& database() { return *laptop.database; }

  StockInStatus receive(const GoodsId& goods, std::int64_t quantity) {
    StockInRequest request;
    request.act = ActId::make(laptop.random);
    request.lines.push_back({goods, quantity, quantity * 1000, {}});
    return support::perform(laptop, plan_stock_in(context(), request));
  }

  RedeemRequest cart(std::vector<CartLine> lines) {
    RedeemRequest request;
    request.act = ActId::make(laptop.random);
    request.household = family.household;
    request.lines = std::move(lines);
    return request;
  }
  CartLine rice_line(std::int64_t quantity = 1) { return {rice, quantity, Points::whole(30)}; }
  CartLine oil_line(std::int64_t quantity = 1) { return {oil, quantity, Points::whole(28)}; }

  RedeemStatus redeem(const RedeemRequest& request) {
    return support::perform(laptop, plan_redeem(context(), request));
  }

  std::int64_t stock(const GoodsId& goods) {
    const auto found = find_goods(database(), {}, goods);
    return found ? found->stock : -1'000'000;
  }
  Points spendable() { return support::spendable(laptop, family.household); }

  support::Laptop laptop;
  support::Family family;
  GoodsId rice;
  GoodsId oil;
};

// Two laptops that worked apart on one village.
struct Apart {
  Counter office{1};
  Counter shop{2};

  Apart() {
    office.open_shop();
    shop.join(office);
  }
  void exchange() {
    office.laptop.take_from(shop.laptop);
    shop.laptop.take_from(office.laptop);
  }
};

}  // namespace jishan::shop
