// Goods, outlets, deliveries.
#include "shop/commands.h"

#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "shop/queries.h"
#include "shop/rows.h"
#include "shop/rules.h"
#include "village/commands.h"

namespace jishan::shop {
namespace {

bool is_name_taken(db::Database& database, const GoodsId& id, std::string_view name) {
  db::Statement& row =
      database.cached("SELECT 1 FROM shop_goods WHERE name = ? AND id <> ? AND is_on = 1 LIMIT 1");
  const bool taken = row.bind(name, id).step();
  row.reset();
  return taken;
}

bool is_barcode_taken(db::Database& database, const GoodsId& id, std::string_view barcode) {
  db::Statement& row = database.cached(
      "SELECT 1 FROM shop_goods WHERE barcode = ? AND id <> ? AND is_on = 1 LIMIT 1");
  const bool taken = row.bind(barcode, id).step();
  row.reset();
  return taken;
}

GoodsStatus check_goods(db::Database& database, const GoodsRequest& request,
                        const GoodsRow& wanted) {
  if (wanted.name.empty()) return GoodsStatus::name_missing;
  if (!fits(wanted.name, goods_name_characters_max)) return GoodsStatus::name_too_long;
  if (request.is_on && is_name_taken(database, request.id, wanted.name)) {
    return GoodsStatus::name_taken;
  }
  if (wanted.unit.empty()) return GoodsStatus::unit_missing;
  if (!fits(wanted.unit, unit_characters_max)) return GoodsStatus::unit_too_long;
  if (wanted.price <= Points()) return GoodsStatus::price_not_positive;
  if (wanted.price.hundredths() > line_hundredths_max) return GoodsStatus::price_too_large;
  if (!wanted.barcode.empty()) {
    if (!is_barcode(wanted.barcode) || wanted.barcode.size() > barcode_characters_max) {
      return GoodsStatus::barcode_malformed;
    }
    if (request.is_on && is_barcode_taken(database, request.id, wanted.barcode)) {
      return GoodsStatus::barcode_taken;
    }
  }
  if (wanted.reorder < 0 || wanted.reorder > quantity_typed_max) {
    return GoodsStatus::reorder_out_of_range;
  }
  return GoodsStatus::accepted;
}

// Only what differs is written: two laptops that edit different fields do not collide.
GoodsFields changes(const GoodsRow& known, const GoodsRow& wanted) {
  GoodsFields fields;
  if (wanted.name != known.name) fields.name = wanted.name;
  if (wanted.unit != known.unit) fields.unit = wanted.unit;
  if (wanted.price != known.price) fields.price = wanted.price;
  if (wanted.barcode != known.barcode) fields.barcode = wanted.barcode;
  if (wanted.reorder != known.reorder) fields.reorder = wanted.reorder;
  if (wanted.is_on != known.is_on) fields.on = wanted.is_on ? 1 : 0;
  return fields;
}

bool is_outlet_name_taken(db::Database& database, const OutletId& id, std::string_view name) {
  db::Statement& row =
      database.cached("SELECT 1 FROM shop_outlet WHERE name = ? AND id <> ? AND is_on = 1 LIMIT 1");
  const bool taken = row.bind(name, id).step();
  row.reset();
  return taken;
}

bool is_last_outlet(const std::vector<OutletView>& all, const OutletId& id) {
  for (const OutletView& outlet : all) {
    if (outlet.is_on && outlet.id != id) return false;
  }
  return true;
}

bool is_recorded(db::Database& database, const ActId& act) {
  db::Statement& row = database.cached("SELECT 1 FROM shop_delivery WHERE act_id = ? LIMIT 1");
  const bool recorded = row.bind(act).step();
  row.reset();
  return recorded;
}

StockInStatus check_line(db::Database& database, const DeliveryLine& line, Date date) {
  if (line.goods.is_empty() || !goods_row(database, line.goods)) {
    return StockInStatus::goods_missing;
  }
  if (line.quantity <= 0) return StockInStatus::quantity_not_positive;
  if (line.quantity > quantity_typed_max) return StockInStatus::quantity_too_large;
  if (line.cost_fen < 0 || line.cost_fen > line_hundredths_max) {
    return StockInStatus::cost_out_of_range;
  }
  if (line.best_before && *line.best_before < date) return StockInStatus::best_before_passed;
  return StockInStatus::accepted;
}

}  // namespace

journal::Planned<GoodsStatus> plan_goods(const journal::CommandContext& context,
                                         const GoodsRequest& request) {
  CHECK(!request.id.is_empty());
  db::Database& database = context.database;
  GoodsRow wanted;
  wanted.id = request.id;
  wanted.name = trimmed(request.name);
  wanted.unit = trimmed(request.unit);
  wanted.barcode = fold_full_width(trimmed(request.barcode));
  wanted.price = request.price;
  wanted.reorder = request.reorder;
  wanted.is_on = request.is_on;
  const GoodsStatus status = check_goods(database, request, wanted);
  if (status != GoodsStatus::accepted) return {status, {}};
  const GoodsFields fields = changes(goods_row(database, request.id).value_or(GoodsRow()), wanted);
  if (fields.is_empty()) return {GoodsStatus::unchanged, {}};
  journal::Planned<GoodsStatus> plan{GoodsStatus::accepted, {}};
  const std::string date = context.today.iso();
  if (default_outlet(database).is_empty()) {
    OutletFields outlet;
    outlet.name = request.first_outlet_name;
    plan.drafts.push_back(outlet_set(OutletId::make(context.random), outlet, date));
  }
  plan.drafts.push_back(goods_set(request.id, fields, date));
  return plan;
}

journal::Planned<OutletStatus> plan_outlet(const journal::CommandContext& context,
                                           const OutletRequest& request) {
  CHECK(!request.id.is_empty());
  const std::string name(trimmed(request.name));
  if (name.empty()) return {OutletStatus::name_missing, {}};
  if (!fits(name, outlet_name_characters_max)) return {OutletStatus::name_too_long, {}};
  if (request.is_on && is_outlet_name_taken(context.database, request.id, name)) {
    return {OutletStatus::name_taken, {}};
  }
  const std::vector<OutletView> all = outlets(context.database);
  if (!request.is_on && is_last_outlet(all, request.id)) return {OutletStatus::last_one, {}};
  OutletView known;
  for (const OutletView& outlet : all) {
    if (outlet.id == request.id) known = outlet;
  }
  OutletFields fields;
  if (name != known.name) fields.name = name;
  if (request.is_on != known.is_on) fields.on = request.is_on ? 1 : 0;
  if (fields.is_empty()) return {OutletStatus::unchanged, {}};
  return {OutletStatus::accepted, {outlet_set(request.id, fields, context.today.iso())}};
}

PlannedStockIn plan_stock_in(const journal::CommandContext& context,
                             const StockInRequest& request) {
  const auto refuse = [](StockInStatus status, std::size_t line = 0) {
    PlannedStockIn plan;
    plan.status = status;
    plan.line = line;
    return plan;
  };
  CHECK(!request.act.is_empty());
  db::Database& database = context.database;
  if (is_recorded(database, request.act)) return refuse(StockInStatus::already_recorded);
  const OutletId outlet = request.outlet.is_empty() ? default_outlet(database) : request.outlet;
  if (outlet.is_empty() || outlet_name(database, outlet).empty()) {
    return refuse(StockInStatus::outlet_unknown);
  }
  if (request.lines.empty()) return refuse(StockInStatus::no_lines);
  if (request.lines.size() > delivery_lines_max) return refuse(StockInStatus::too_many_lines);
  const village::BusinessDate date = village::business_date(context, request.typed_date);
  StockIn delivery{request.act, outlet, std::string(code_of(request.source)), {}};
  for (std::size_t line = 0; line < request.lines.size(); ++line) {
    const DeliveryLine& wanted = request.lines[line];
    const StockInStatus status = check_line(database, wanted, date.date);
    if (status != StockInStatus::accepted) return refuse(status, line);
    delivery.lines.push_back({static_cast<int>(line), wanted.goods, wanted.quantity,
                              wanted.cost_fen,
                              wanted.best_before ? wanted.best_before->iso() : std::string()});
  }
  if (!fits(request.note, field_characters_max)) return refuse(StockInStatus::note_too_long);
  if (date.problem == village::DateProblem::date_needed) return refuse(StockInStatus::date_needed);
  if (date.problem == village::DateProblem::date_in_future) {
    return refuse(StockInStatus::date_in_future);
  }
  PlannedStockIn plan;
  plan.status = StockInStatus::accepted;
  plan.drafts.push_back(stock_in(delivery, std::string(trimmed(request.note)), date.date.iso()));
  return plan;
}

}  // namespace jishan::shop
