#include "shop/fold.h"

#include <array>
#include <utility>

#include "shop/events.h"
#include "shop/rows.h"
#include "shop/schema_sql.h"
#include "shop/todos.h"

namespace jishan::shop {
namespace {

using journal::Json;

enum class FieldType { text, amount };
struct Field {
  std::string_view name;
  FieldType type;
};
constexpr std::array goods_fields = {
    Field{"name", FieldType::text},      Field{"unit", FieldType::text},
    Field{"price", FieldType::amount},   Field{"barcode", FieldType::text},
    Field{"reorder", FieldType::amount}, Field{"on", FieldType::amount}};
constexpr std::array outlet_fields = {Field{"name", FieldType::text},
                                      Field{"on", FieldType::amount}};

// "" clears any field; an amount is otherwise an integer of 0 … 10^9.
bool is_valid(const Field& field, const Json& value) {
  if (const std::string* text = value.string()) {
    return field.type == FieldType::text || text->empty();
  }
  const std::int64_t* amount = value.integer();
  return field.type == FieldType::amount && amount != nullptr && *amount >= 0 &&
         *amount <= line_hundredths_max;
}

// R4: a row with a known field of the wrong type is inert as a whole.
template <class Fields>
bool is_row_valid(const Fields& fields, const Json& f) {
  for (const Field& field : fields) {
    const Json* value = f.find(field.name);
    if (value != nullptr && !is_valid(field, *value)) return false;
  }
  return true;
}

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
  if (kind == goods_set_kind) take_rows(taken, "goods");
  if (kind == outlet_set_kind) take_rows(taken, "outlet");
  if (kind == stock_in_kind) take_delivery(taken);
  if (kind == redeem_kind) take_redemption(taken);
}

void ShopFold::take_rows(const journal::FoldEvent& taken, std::string_view area) {
  const Json::Array* rows = taken.event.body.array_at("rows");
  if (rows == nullptr) return;
  const bool is_goods = area == "goods";
  int line = -1;
  for (const Json& row : *rows) {
    ++line;
    const auto id = row.string_at("id");
    const Json* f = row.object_at("f");
    if (!id || f == nullptr) continue;
    const bool is_id =
        is_goods ? GoodsId::from_text(*id).has_value() : OutletId::from_text(*id).has_value();
    if (!is_id) continue;
    if (is_goods ? !is_row_valid(goods_fields, *f) : !is_row_valid(outlet_fields, *f)) continue;
    for (const auto& [field, value] : *f->object()) {
      m_registers.write(area, *id, field, taken, line, value);
    }
    (is_goods ? m_dirty_goods : m_dirty_outlets).emplace(*id);
  }
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
           delivery->source, note_from(event));
  for (const StockInLine& line : delivery->lines) {
    ledger::Act act;
    act.date = event.date;
    add_transfer(act, line.goods.text(), ledger::supplier, delivery->outlet.text(), line.quantity);
    const std::int64_t number = m_ledger.add(taken, line.line, act);
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
    const std::int64_t number = m_ledger.add(taken, line.line, act);
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
        .run(taken.number, note_from(taken.event));
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

void ShopFold::list_todos(const journal::Journal& journal, Json::Array& rows) const {
  for (const ShopTodo& todo : todos(m_database, journal)) {
    rows.push_back(Json::Array{type_of(todo.kind), todo.key, todo.basis});
  }
}

}  // namespace jishan::shop
