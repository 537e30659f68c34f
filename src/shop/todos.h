// What a merge brought up at the shop: things no laptop could have seen alone. Nothing is dropped
// or changed; a person decides and sys.settle closes. Derived from b only, in no order of files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/points.h"
#include "db/database.h"
#include "journal/journal.h"
#include "journal/registers.h"

namespace jishan::shop {

enum class TodoKind {
  redeemed_twice,    // "redeem-twice:<hh> <goods> <date>": lines that did not know of each other
  shelf_below_zero,  // "shelf-below-zero:<outlet> <goods>": more was given than there was
  price_conflict,    // "goods-price:<goods>": two prices, set apart
};
std::string_view type_of(TodoKind kind);

struct ShopTodo {
  TodoKind kind{};
  std::string key;
  std::string basis;
  std::vector<std::string> refs;  // redeemed_twice: "<h>:<n>" of the lines, sorted
  HouseholdId household;          // redeemed_twice
  GoodsId goods;
  OutletId outlet;             // shelf_below_zero
  std::string date;            // redeemed_twice
  std::int64_t stock = 0;      // shelf_below_zero
  std::vector<Points> prices;  // price_conflict; the one shown is last
  [[nodiscard]] std::string id() const { return std::string(type_of(kind)) + ':' + key; }
};
// Open ones, sorted by kind and key.
std::vector<ShopTodo> todos(db::Database& database, const journal::Journal& journal);

}  // namespace jishan::shop
