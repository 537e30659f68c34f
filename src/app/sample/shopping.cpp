// The counter of the sample village: goods, deliveries, redemptions.
#include <algorithm>
#include <array>
#include <string_view>

#include "app/sample/work.h"
#include "points/queries.h"
#include "shop/commands.h"
#include "shop/queries.h"

namespace jishan::app {
namespace {

constexpr std::int64_t model_households = 220;
constexpr std::int64_t redemptions_a_year = 900;
constexpr std::int64_t deliveries_a_year = 12;
constexpr std::int64_t take_backs_a_year = 4;
constexpr int tries_max = 24;
// What stays on an account, so that a deduction which the shop does not know yet is covered.
constexpr std::int64_t reserve_points = 30;
constexpr std::int64_t best_before_days = 300;

struct GoodsText {
  std::string_view name;
  std::string_view unit;
  std::int64_t price;  // whole points
  std::uint64_t weight;
  std::int64_t cost_fen;  // of one unit
  bool is_food = false;
};
// Prices in the range that villages have published (one point is worth about one yuan).
constexpr std::array<GoodsText, 24> goods_texts = {{
    {"大米 5kg", "袋", 30, 12, 2850, true},
    {"菜籽油 1.8L", "桶", 28, 12, 2690, true},
    {"面粉 2.5kg", "袋", 14, 7, 1280, true},
    {"食盐 400g", "袋", 3, 8, 250, true},
    {"酱油 800ml", "瓶", 9, 6, 790, true},
    {"白糖 500g", "袋", 6, 5, 520, true},
    {"挂面 1kg", "把", 7, 6, 630, true},
    {"洗衣液 2kg", "瓶", 20, 9, 1850},
    {"洗洁精 1kg", "瓶", 8, 9, 690},
    {"香皂", "块", 5, 10, 420},
    {"牙膏", "支", 6, 10, 550},
    {"软毛牙刷", "支", 4, 6, 330},
    {"毛巾", "条", 8, 8, 720},
    {"抽纸", "提", 15, 8, 1380},
    {"卷纸", "提", 18, 6, 1690},
    {"垃圾袋", "卷", 4, 7, 310},
    {"扫帚", "把", 18, 3, 1600},
    {"脸盆", "个", 10, 4, 880},
    {"水桶", "个", 15, 3, 1350},
    {"保温杯", "个", 35, 2, 3200},
    {"雨伞", "把", 25, 3, 2280},
    {"作业本", "套", 6, 5, 500},
    {"钢丝球", "包", 2, 5, 150},
    {"电热水壶", "个", 60, 1, 5600},
}};

// Food first to spoil, all else in years.
std::optional<Date> best_before(const GoodsText& text, Date today) {
  return text.is_food ? Date::from_days(today.days() + best_before_days) : std::nullopt;
}

}  // namespace

const SampleGoods& SampleWork::some_goods() {
  std::uint64_t weights = 0;
  for (const SampleGoods& goods : m_goods) weights += goods.weight;
  std::uint64_t place = below(weights);
  std::size_t chosen = 0;
  while (place >= m_goods[chosen].weight) place -= m_goods[chosen++].weight;
  return m_goods[chosen];
}

void SampleWork::open_shop(SampleDesk& shop) {
  for (const GoodsText& text : goods_texts) {
    shop::GoodsRequest request;
    request.id = GoodsId::make(m_room.random);
    request.name = text.name;
    request.unit = text.unit;
    request.price = Points::whole(text.price);
    request.reorder = 5;
    request.first_outlet_name = "柳荫村生活超市";
    shop.expect(shop::plan_goods(shop.context(), request));
    m_goods.push_back({request.id, request.price, text.weight});
  }
}

void SampleWork::shop_day(SampleDesk& shop, const SampleDay& day) {
  // The first delivery comes on the first day, the others a month apart.
  const std::int64_t received = 1 + deliveries_a_year * day.years * day.index / day.days;
  while (m_deliveries < received) receive(shop);
  // Who finds nothing today comes another day; the shop catches up.
  while (m_redemptions < day.due(redemptions_a_year) && redeem_one(shop)) ++m_redemptions;
  if (m_take_backs < day.due_unscaled(take_backs_a_year)) redeem_and_take_back(shop);
}

// Fills the shelves up to two months of what is asked for.
void SampleWork::receive(SampleDesk& shop) {
  constexpr std::uint64_t level_for_weight = 4;
  shop::StockInRequest request;
  request.act = ActId::make(m_room.random);
  request.source = m_deliveries % 6 == 5 ? shop::StockSource::donated : shop::StockSource::bought;
  request.note = m_deliveries % 6 == 5 ? "爱心企业捐赠" : "镇供销社";
  const Date today = shop.context().today;
  for (std::size_t number = 0; number < m_goods.size(); ++number) {
    const SampleGoods& goods = m_goods[number];
    const auto scaled = static_cast<std::int64_t>(goods.weight * level_for_weight *
                                                  m_people.households.size() / model_households);
    const std::int64_t level = 6 + scaled;
    const auto known = shop::find_goods(shop.database(), {}, goods.id);
    const std::int64_t missing = level - (known ? known->stock : 0);
    if (missing <= 0) continue;
    const GoodsText& text = goods_texts[number];
    request.lines.push_back({goods.id, missing, missing * text.cost_fen, best_before(text, today)});
  }
  ++m_deliveries;
  if (!request.lines.empty()) shop.expect(shop::plan_stock_in(shop.context(), request));
}

bool SampleWork::redeem_one(SampleDesk& shop) {
  for (int attempt = 0; attempt < tries_max; ++attempt) {
    shop::RedeemRequest request;
    request.household = some_household().id;
    Points left = points::account_of(shop.database(), request.household).spendable -
                  Points::whole(reserve_points);
    const std::uint64_t lines = 1 + below(4);
    for (std::uint64_t number = 0; number < lines; ++number) {
      const SampleGoods& goods = some_goods();
      const auto quantity = static_cast<std::int64_t>(1 + below(10) / 7);
      const Points total = Points::hundredths(goods.price.hundredths() * quantity);
      const bool is_in_cart =
          std::any_of(request.lines.begin(), request.lines.end(),
                      [&](const shop::CartLine& line) { return line.goods == goods.id; });
      const auto known = shop::find_goods(shop.database(), {}, goods.id);
      if (is_in_cart || total > left || !known || known->stock < quantity) continue;
      request.lines.push_back({goods.id, quantity, goods.price});
      left -= total;
    }
    if (request.lines.empty()) continue;
    request.act = ActId::make(m_room.random);
    const std::uint64_t who = below(20);
    if (who >= 13) request.collector = shop::Collector::family;
    if (who == 19) {
      request.collector = shop::Collector::proxy;
      request.proxy = "邻居代领";
    }
    shop.expect(shop::plan_redeem(shop.context(), request));
    m_last_redemption = request.act;
    return true;
  }
  return false;
}

void SampleWork::redeem_and_take_back(SampleDesk& shop) {
  if (!redeem_one(shop)) return;
  ++m_take_backs;
  const auto redemption = shop::find_redemption(shop.database(), m_last_redemption);
  CHECK(redemption.has_value());
  shop::TakeBackRequest back;
  back.redemption = redemption->event;
  back.note = "物品有破损，退回";
  shop.expect(shop::plan_take_back(shop.context(), back));
}

}  // namespace jishan::app
