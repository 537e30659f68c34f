#include "shop/queries.h"

#include <algorithm>
#include <utility>

#include "base/pinyin.h"
#include "base/text.h"
#include "ledger/queries.h"
#include "shop/rows.h"

namespace jishan::shop {
namespace {

// The earliest best-before date of what is still on the shelf, taking for granted that the oldest
// delivery goes first: walking back from the newest one until the stock is covered.
std::string best_before_on_shelf(db::Database& database, const OutletId& outlet, const GoodsId& id,
                                 std::int64_t stock) {
  db::Statement& rows = database.cached(
      "SELECT l.quantity, l.best_before"
      " FROM shop_delivery_line l JOIN shop_delivery d ON d.event = l.event"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " WHERE l.goods = ? AND d.outlet = ? ORDER BY d.date DESC, d.lamport DESC, d.h DESC,"
      " l.line DESC");
  rows.bind(id, outlet);
  std::string earliest;
  std::int64_t covered = 0;
  while (covered < stock && rows.step()) {
    covered += rows.integer(0);
    const std::string_view date = rows.text(1);
    if (!date.empty() && (earliest.empty() || date < earliest)) earliest = date;
  }
  rows.reset();
  return earliest;
}

GoodsView view_of(db::Database& database, const OutletId& outlet, const GoodsRow& row) {
  GoodsView view;
  view.id = row.id;
  view.name = row.name;
  view.unit = row.unit;
  view.barcode = row.barcode;
  view.price = row.price;
  view.reorder = row.reorder;
  view.is_on = row.is_on;
  view.stock = stock_of(database, outlet, row.id);
  view.is_to_reorder = view.reorder > 0 && view.stock <= view.reorder;
  view.best_before = best_before_on_shelf(database, outlet, row.id, view.stock);
  return view;
}

OutletId outlet_or_default(db::Database& database, const OutletId& outlet) {
  return outlet.is_empty() ? default_outlet(database) : outlet;
}

bool matches(const GoodsRow& row, std::string_view typed) {
  if (typed.empty() || row.barcode == typed) return true;
  return find_in_name(row.name, typed).has_value();
}

}  // namespace

std::vector<OutletView> outlets(db::Database& database) {
  std::vector<OutletView> views;
  db::Statement& rows = database.cached("SELECT id, name, is_on FROM shop_outlet ORDER BY id");
  rows.reset();
  while (rows.step()) {
    views.push_back({rows.id<OutletId>(0), rows.str(1), rows.integer(2) != 0});
  }
  const OutletId first = default_outlet(database);
  std::sort(views.begin(), views.end(), [&](const OutletView& a, const OutletView& b) {
    if ((a.id == first) != (b.id == first)) return a.id == first;
    return a.name != b.name ? a.name < b.name : a.id < b.id;
  });
  return views;
}

OutletId default_outlet(db::Database& database) {
  db::Statement& row =
      database.cached("SELECT id FROM shop_outlet WHERE is_on = 1 ORDER BY id LIMIT 1");
  row.reset();
  const OutletId id = row.step() ? row.id<OutletId>(0) : OutletId();
  row.reset();
  return id;
}

std::vector<GoodsView> goods(db::Database& database, const OutletId& outlet, Shelf shelf,
                             std::string_view search) {
  const OutletId where = outlet_or_default(database, outlet);
  const std::string typed = fold_full_width(trimmed(search));
  std::vector<GoodsView> views;
  for (const GoodsRow& row : goods_rows(database)) {
    if (shelf == Shelf::offered && !row.is_on) continue;
    if (matches(row, typed)) views.push_back(view_of(database, where, row));
  }
  return views;
}

std::optional<GoodsView> find_goods(db::Database& database, const OutletId& outlet,
                                    const GoodsId& id) {
  const std::optional<GoodsRow> row = goods_row(database, id);
  if (!row) return std::nullopt;
  return view_of(database, outlet_or_default(database, outlet), *row);
}

std::optional<GoodsView> find_barcode(db::Database& database, const OutletId& outlet,
                                      std::string_view barcode) {
  if (barcode.empty()) return std::nullopt;
  db::Statement& found = database.cached(
      "SELECT id FROM shop_goods WHERE barcode = ? ORDER BY is_on DESC, id LIMIT 1");
  found.bind(barcode);
  const GoodsId id = found.step() ? found.id<GoodsId>(0) : GoodsId();
  found.reset();
  return id.is_empty() ? std::nullopt : find_goods(database, outlet, id);
}

std::vector<GoodsView> often_redeemed(db::Database& database, const OutletId& outlet, Date since,
                                      std::size_t count_max) {
  const OutletId where = outlet_or_default(database, outlet);
  db::Statement& rows = database.cached(
      "SELECT l.goods FROM shop_redemption_line l"
      " JOIN shop_redemption r ON r.event = l.event"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " JOIN shop_goods g ON g.id = l.goods AND g.is_on = 1"
      " WHERE r.outlet = ? AND r.date >= ? GROUP BY l.goods ORDER BY count(*) DESC, l.goods"
      " LIMIT ?");
  rows.bind(where, since.iso(), static_cast<std::int64_t>(count_max));
  std::vector<GoodsId> ids;
  while (rows.step()) ids.push_back(rows.id<GoodsId>(0));
  std::vector<GoodsView> views;
  for (const GoodsId& id : ids) {
    if (auto view = find_goods(database, where, id)) views.push_back(std::move(*view));
  }
  return views;
}

// ── Stock ───────────────────────────────────────────────────────────────────────────────────

StockFigure stock_movements(db::Database& database, const OutletId& outlet, const GoodsId& id) {
  const OutletId where = outlet_or_default(database, outlet);
  db::Statement& delivery = database.cached(
      "SELECT d.h FROM shop_delivery_line l JOIN shop_delivery d ON d.event = l.event"
      " WHERE l.act = ?");
  db::Statement& redemption = database.cached(
      "SELECT r.h, r.slip, r.household FROM shop_redemption_line l"
      " JOIN shop_redemption r ON r.event = l.event WHERE l.act = ?");
  StockFigure figure;
  for (const ledger::Movement& moved : ledger::movements(database, where.text(), id.text())) {
    StockMovement line;
    line.date = moved.date;
    line.quantity = moved.quantity;
    if (delivery.bind(moved.act).step()) {
      line.event = hex_column(delivery, 0);
      line.kind = moved.quantity > 0 ? MovementKind::received : MovementKind::undone;
    } else if (redemption.bind(moved.act).step()) {
      line.event = hex_column(redemption, 0);
      line.kind = moved.quantity < 0 ? MovementKind::given : MovementKind::undone;
      line.slip = redemption.str(1);
      line.household = redemption.id<HouseholdId>(2);
    }
    delivery.reset();
    redemption.reset();
    figure.stock += line.quantity;
    figure.lines.push_back(std::move(line));
  }
  std::stable_sort(figure.lines.begin(), figure.lines.end(),
                   [](const StockMovement& a, const StockMovement& b) { return a.date > b.date; });
  for (StockMovement& line : figure.lines) {
    if (!line.household.is_empty()) {
      line.household_number = household_face(database, line.household).number;
    }
  }
  return figure;
}

std::vector<DeliveryView> deliveries(db::Database& database, const OutletId& outlet,
                                     std::size_t count_max) {
  db::Statement& rows = database.cached(
      "SELECT event, h, date, source, note FROM shop_delivery WHERE outlet = ?"
      " ORDER BY date DESC, lamport DESC, h DESC LIMIT ?");
  rows.bind(outlet_or_default(database, outlet), static_cast<std::int64_t>(count_max));
  std::vector<std::pair<std::int64_t, DeliveryView>> found;
  while (rows.step()) {
    DeliveryView view;
    view.event = hex_column(rows, 1);
    view.date = rows.str(2);
    view.source = source_from_code(rows.text(3));
    view.note = rows.str(4);
    found.emplace_back(rows.integer(0), std::move(view));
  }
  db::Statement& lines = database.cached(
      "SELECT l.goods, coalesce(g.name, ''), l.quantity, l.cost_fen, l.best_before, a.standing"
      " FROM shop_delivery_line l JOIN ledger_act a ON a.number = l.act"
      " LEFT JOIN shop_goods g ON g.id = l.goods WHERE l.event = ? ORDER BY l.line");
  std::vector<DeliveryView> views;
  for (auto& [event, view] : found) {
    lines.bind(event);
    while (lines.step()) {
      view.lines.push_back({lines.id<GoodsId>(0), lines.str(1), lines.integer(2), lines.integer(3),
                            lines.str(4), !is_live(lines, 5)});
    }
    view.is_reversed = !view.lines.empty() &&
                       std::all_of(view.lines.begin(), view.lines.end(),
                                   [](const DeliveryViewLine& line) { return line.is_reversed; });
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace jishan::shop
