#include "shop/fold.h"

#include <array>
#include <utility>

#include "shop/events.h"
#include "shop/rows.h"
#include "shop/schema_sql.h"
#include "shop/todos.h"
#include "village/set_rows.h"

namespace jishan::shop {
namespace {

using journal::Json;

bool is_quantity_or_cleared(const Json& value) {
  if (const std::string* const text = value.string()) return text->empty();
  const std::int64_t* const quantity = value.integer();
  return quantity != nullptr && *quantity >= 0 && *quantity <= quantity_max;
}

bool is_price_or_cleared(const Json& value) {
  if (const std::string* const text = value.string()) return text->empty();
  const std::int64_t* const price = value.integer();
  return price != nullptr && *price >= 0 && *price <= line_hundredths_max;
}

template <class Id>
std::string id_of(journal::FieldReader& row) {
  return row.id<Id>("id").str();
}

constexpr std::array goods_fields = {
    village::Field{"name", village::is_text},          village::Field{"unit", village::is_text},
    village::Field{"price", is_price_or_cleared},      village::Field{"barcode", village::is_text},
    village::Field{"reorder", is_quantity_or_cleared}, village::Field{"on", village::is_flag}};
constexpr std::array outlet_fields = {village::Field{"name", village::is_text},
                                      village::Field{"on", village::is_flag}};
constexpr village::SetKind goods_set_rows = {"goods", id_of<GoodsId>, goods_fields, {}};
constexpr village::SetKind outlet_set_rows = {"outlet", id_of<OutletId>, outlet_fields, {}};

std::string text_in(const Json::Object& shown, std::string_view field) {
  const auto found = shown.find(field);
  const std::string* text = found == shown.end() ? nullptr : found->second.string();
  return text == nullptr ? std::string() : *text;
}

std::int64_t amount_in(const Json::Object& shown, std::string_view field, std::int64_t missing) {
  const auto found = shown.find(field);
  const std::int64_t* amount = found == shown.end() ? nullptr : found->second.integer();
  return amount == nullptr ? missing : *amount;
}

void add_transfer(ledger::Act& act, std::string_view unit, std::string_view from,
                  std::string_view to, std::int64_t amount) {
  if (amount == 0) return;
  act.transfers.push_back({std::string(unit), std::string(from), std::string(to), amount});
}

std::string_view collector_code(const RedeemPersonal& personal) {
  return personal.collector ? code_of(*personal.collector) : std::string_view();
}

}  // namespace

ShopFold::ShopFold(db::Database& database, journal::Registers& registers, ledger::Ledger& ledger)
    : m_database(database), m_registers(registers), m_ledger(ledger) {}

void ShopFold::create_tables(db::Database& database) {
  m_dirty_goods.clear();
  m_dirty_outlets.clear();
  database.execute(schema_sql);
}

bool ShopFold::knows(std::string_view kind, int version) const {
  return version == 1 && (kind == goods_set_kind || kind == outlet_set_kind ||
                          kind == stock_in_kind || kind == redeem_kind);
}

void ShopFold::take(const journal::FoldEvent& taken) {
  const std::string_view kind = taken.event.kind;
  if (kind == goods_set_kind) take_rows(taken, goods_set_rows, m_dirty_goods);
  if (kind == outlet_set_kind) take_rows(taken, outlet_set_rows, m_dirty_outlets);
  if (kind == stock_in_kind) take_delivery(taken);
  if (kind == redeem_kind) take_redemption(taken);
}

void ShopFold::take_rows(const journal::FoldEvent& taken, const village::SetKind& kind,
                         std::set<std::string>& dirty) {
  const std::vector<std::string> ids =
      village::write_rows(m_registers, kind, taken, village::RowParts::all);
  dirty.insert(ids.begin(), ids.end());
}

void ShopFold::take_delivery(const journal::FoldEvent& taken) {
  const journal::Event& event = taken.event;
  const std::optional<StockIn> delivery = stock_in_from(event.body);
  if (!delivery) return;
  m_database
      .cached(
          "INSERT INTO shop_delivery (event, h, lamport, date, act_id, outlet, source, note)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(taken.number, event.h.bytes, event.lamport, event.date, delivery->act, delivery->outlet,
           delivery->source, journal::personal_text(event, "note"));
  for (const StockInLine& line : delivery->lines) {
    ledger::Act act;
    act.date = event.date;
    add_transfer(act, line.goods.text(), ledger::supplier, delivery->outlet.text(), line.quantity);
    const std::int64_t number = m_ledger.add(taken, line.line, std::move(act));
    m_database
        .cached(
            "INSERT INTO shop_delivery_line (act, event, line, goods, quantity, cost_fen,"
            " best_before) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(number, taken.number, line.line, line.goods, line.quantity, line.cost_fen,
             line.best_before);
  }
}

void ShopFold::take_redemption(const journal::FoldEvent& taken) {
  const journal::Event& event = taken.event;
  const std::optional<Redeem> redemption = redeem_from(event.body);
  if (!redemption) return;
  const RedeemPersonal personal = redeem_personal_from(event);
  m_database
      .cached(
          "INSERT INTO shop_redemption (event, h, lamport, date, act_id, household, outlet,"
          " slip, seen, collector, proxy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(taken.number, event.h.bytes, event.lamport, event.date, redemption->act,
           redemption->household, redemption->outlet, redemption->slip, redemption->seen,
           collector_code(personal), personal.proxy);
  const std::string household = redemption->household.str();
  for (const RedeemLine& line : redemption->lines) {
    ledger::Act act;
    act.date = event.date;
    act.household = household;
    add_transfer(act, ledger::points_unit, household, ledger::redeemed, line.points.hundredths());
    add_transfer(act, ledger::gift_unit, household, ledger::redeemed, line.gift.hundredths());
    add_transfer(act, line.goods.text(), redemption->outlet.text(), ledger::given, line.quantity);
    const std::int64_t number = m_ledger.add(taken, line.line, std::move(act));
    m_database
        .cached(
            "INSERT INTO shop_redemption_line (act, event, line, goods, quantity, points, gift)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(number, taken.number, line.line, line.goods, line.quantity, line.points, line.gift);
  }
}

void ShopFold::take_personal(const journal::FoldEvent& taken) {
  if (taken.event.kind == stock_in_kind) {
    m_database.cached("UPDATE shop_delivery SET note = ?2 WHERE event = ?1")
        .run(taken.number, journal::personal_text(taken.event, "note"));
  }
  if (taken.event.kind == redeem_kind) {
    const RedeemPersonal personal = redeem_personal_from(taken.event);
    m_database.cached("UPDATE shop_redemption SET collector = ?2, proxy = ?3 WHERE event = ?1")
        .run(taken.number, collector_code(personal), personal.proxy);
  }
}

void ShopFold::settle() {
  for (const std::string& id : m_dirty_goods) settle_goods(id);
  for (const std::string& id : m_dirty_outlets) settle_outlet(id);
  m_dirty_goods.clear();
  m_dirty_outlets.clear();
}

void ShopFold::settle_goods(const std::string& id) {
  const Json::Object shown = m_registers.shown_fields("goods", id);
  m_database
      .cached(
          "INSERT OR REPLACE INTO shop_goods (id, name, unit, price, barcode, reorder, is_on)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(id, text_in(shown, "name"), text_in(shown, "unit"), amount_in(shown, "price", 0),
           text_in(shown, "barcode"), amount_in(shown, "reorder", 0),
           amount_in(shown, "on", 1) != 0);
}

void ShopFold::settle_outlet(const std::string& id) {
  const Json::Object shown = m_registers.shown_fields("outlet", id);
  m_database.cached("INSERT OR REPLACE INTO shop_outlet (id, name, is_on) VALUES (?, ?, ?)")
      .run(id, text_in(shown, "name"), amount_in(shown, "on", 1) != 0);
}

void ShopFold::dump(Json& books, Json&) const {
  Json::Array rows;
  for (const ShelfRow& shelf : shelf_rows(m_database)) {
    rows.push_back(Json::Array{shelf.outlet.text(), shelf.goods.text(), shelf.quantity});
  }
  books.set("stock", std::move(rows));
}

void ShopFold::explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const {
  const auto& [number, event] = closed;
  if (event.kind == goods_set_kind) village::explain_rows(goods_set_rows, event.body, inert);
  if (event.kind == outlet_set_kind) village::explain_rows(outlet_set_rows, event.body, inert);
  if (event.kind == stock_in_kind) static_cast<void>(stock_in_from(event.body, &inert));
  if (event.kind == redeem_kind) static_cast<void>(redeem_from(event.body, &inert));
  m_ledger.explain_acts(closed, inert);
}

void ShopFold::list_todos(const journal::Journal& journal, Json::Array& rows) const {
  for (const ShopTodo& todo : todos(m_database, journal)) {
    rows.push_back(Json::Array{type_of(todo.kind), todo.key, todo.basis});
  }
}

}  // namespace jishan::shop
