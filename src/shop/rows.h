// Rows of the shop's tables as values, shared by commands and queries. Only the .cpp files of this
// folder include it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/personal.h"
#include "base/points.h"
#include "db/database.h"

namespace jishan::shop {

struct GoodsRow {
  GoodsId id;
  std::string name;
  std::string unit;
  std::string barcode;
  Points price;
  std::int64_t reorder = 0;
  bool is_on = true;
};
// All goods, sorted by pinyin of the name.
std::vector<GoodsRow> goods_rows(db::Database& database);
std::optional<GoodsRow> goods_row(db::Database& database, const GoodsId& id);

// "" for an unknown outlet.
std::string outlet_name(db::Database& database, const OutletId& outlet);
// Whole units on the shelf of an outlet.
std::int64_t stock_of(db::Database& database, const OutletId& outlet, const GoodsId& id);

struct ShelfRow {
  OutletId outlet;
  GoodsId goods;
  std::int64_t quantity = 0;
};
// Every shelf that a live line touched, by outlet and goods; summed here from the shop's own lines.
std::vector<ShelfRow> shelf_rows(db::Database& database);

// What a counter shows of a household.
struct HouseholdFace {
  std::string number;
  Personal head;
};
HouseholdFace household_face(db::Database& database, const HouseholdId& household);

// A column with ledger_act.standing.
bool is_live(const db::Statement& row, int column);
// A blob column with a hash, as 64 hex digits.
std::string hex_column(const db::Statement& row, int column);

}  // namespace jishan::shop
