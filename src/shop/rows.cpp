#include "shop/rows.h"

#include <algorithm>
#include <utility>

#include "base/pinyin.h"
#include "journal/event.h"
#include "ledger/ledger.h"
#include "ledger/queries.h"
#include "roster/queries.h"

namespace jishan::shop {
namespace {

// Columns: id, name, unit, barcode, price, reorder, is_on.
GoodsRow read(const db::Statement& row) {
  return {row.id<GoodsId>(0), row.str(1),     row.str(2),         row.str(3),
          row.points(4),      row.integer(5), row.integer(6) != 0};
}

}  // namespace

std::vector<GoodsRow> goods_rows(db::Database& database) {
  db::Statement& rows = database.cached(
      "SELECT id, name, unit, barcode, price, reorder, is_on FROM shop_goods ORDER BY id");
  std::vector<std::pair<std::string, GoodsRow>> sorted;
  rows.reset();
  while (rows.step()) {
    GoodsRow row = read(rows);
    sorted.emplace_back(name_sort_key(row.name), std::move(row));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<GoodsRow> goods;
  for (auto& [key, row] : sorted) goods.push_back(std::move(row));
  return goods;
}

std::optional<GoodsRow> goods_row(db::Database& database, const GoodsId& id) {
  db::Statement& row = database.cached(
      "SELECT id, name, unit, barcode, price, reorder, is_on FROM shop_goods WHERE id = ?");
  std::optional<GoodsRow> found;
  if (row.bind(id).step()) found = read(row);
  row.reset();
  return found;
}

std::string outlet_name(db::Database& database, const OutletId& outlet) {
  db::Statement& row = database.cached("SELECT name FROM shop_outlet WHERE id = ?");
  std::string name;
  if (row.bind(outlet).step()) name = row.str(0);
  row.reset();
  return name;
}

std::int64_t stock_of(db::Database& database, const OutletId& outlet, const GoodsId& id) {
  return outlet.is_empty() ? 0 : ledger::balance(database, outlet.text(), id.text());
}

std::vector<ShelfRow> shelf_rows(db::Database& database) {
  std::vector<ShelfRow> shelves;
  db::Statement& rows = database.cached(
      "SELECT outlet, goods, sum(quantity) FROM ("
      "  SELECT d.outlet AS outlet, l.goods AS goods, l.quantity AS quantity"
      "  FROM shop_delivery_line l JOIN shop_delivery d ON d.event = l.event"
      "  JOIN ledger_act a ON a.number = l.act WHERE a.standing = 0"
      "  UNION ALL"
      "  SELECT r.outlet, l.goods, -l.quantity"
      "  FROM shop_redemption_line l JOIN shop_redemption r ON r.event = l.event"
      "  JOIN ledger_act a ON a.number = l.act WHERE a.standing = 0)"
      " GROUP BY outlet, goods ORDER BY outlet, goods");
  rows.reset();
  while (rows.step()) {
    shelves.push_back({rows.id<OutletId>(0), rows.id<GoodsId>(1), rows.integer(2)});
  }
  return shelves;
}

HouseholdFace household_face(db::Database& database, const HouseholdId& household) {
  const auto found = roster::find_household(database, household);
  return found ? HouseholdFace{found->number, found->head_name} : HouseholdFace{};
}

bool is_live(const db::Statement& row, int column) {
  return row.integer(column) == static_cast<std::int64_t>(ledger::Standing::live);
}

std::string hex_column(const db::Statement& row, int column) {
  return journal::Hash::from_bytes(row.blob(column)).hex();
}

}  // namespace jishan::shop
