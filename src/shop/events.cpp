#include "shop/events.h"

#include <array>
#include <utility>

#include "base/date.h"
#include "journal/field_reader.h"

namespace jishan::shop {
namespace {

using journal::FieldReader;
using journal::InertList;
using journal::Json;

template <class Enum>
struct Coded {
  Enum value;
  std::string_view code;
};
constexpr std::array collectors = {Coded<Collector>{Collector::head, "head"},
                                   Coded<Collector>{Collector::family, "family"},
                                   Coded<Collector>{Collector::proxy, "proxy"}};
constexpr std::array sources = {Coded<StockSource>{StockSource::bought, "bought"},
                                Coded<StockSource>{StockSource::donated, "donated"},
                                Coded<StockSource>{StockSource::other, "other"}};

template <class Table, class Enum>
std::string_view code_in(const Table& table, Enum value) {
  for (const auto& row : table) {
    if (row.value == value) return row.code;
  }
  return {};
}

template <class Enum, class Table>
std::optional<Enum> value_in(const Table& table, std::string_view code) {
  for (const auto& row : table) {
    if (row.code == code) return row.value;
  }
  return std::nullopt;
}

// A set event holds one row here; the frame allows up to 500.
journal::Draft set_draft(std::string_view kind, std::string_view id, Json fields,
                         std::string date) {
  Json row;
  row.set("id", id);
  row.set("f", std::move(fields));
  journal::Draft draft;
  draft.kind = kind;
  draft.date = std::move(date);
  draft.body.set("rows", Json::Array{std::move(row)});
  return draft;
}

bool is_date_or_empty(std::string_view text) {
  return text.empty() || Date::from_iso(text).has_value();
}

Points price_at(FieldReader& read, std::string_view name) {
  return Points::hundredths(read.integer(name, 0, line_hundredths_max));
}

std::optional<StockInLine> stock_in_line_from(const Json& object, int number, InertList* inert) {
  FieldReader read(object, number, inert);
  StockInLine line;
  line.line = number;
  line.goods = read.id<GoodsId>("g");
  line.quantity = read.integer("q", 1, quantity_max);
  line.cost_fen = read.integer("cost_fen", 0, line_hundredths_max);
  line.best_before = read.text("best", is_date_or_empty);
  return read.is_good() ? std::optional(std::move(line)) : std::nullopt;
}

std::optional<RedeemLine> redeem_line_from(const Json& object, int number, InertList* inert) {
  FieldReader read(object, number, inert);
  RedeemLine line;
  line.line = number;
  line.goods = read.id<GoodsId>("g");
  line.quantity = read.integer("q", 1, quantity_max);
  line.points = price_at(read, "pts");
  line.gift = price_at(read, "gift");
  return read.is_good() ? std::optional(line) : std::nullopt;
}

}  // namespace

std::string_view code_of(Collector collector) {
  return code_in(collectors, collector);
}
std::optional<Collector> collector_from_code(std::string_view code) {
  return value_in<Collector>(collectors, code);
}
std::string_view code_of(StockSource source) {
  return code_in(sources, source);
}
std::optional<StockSource> source_from_code(std::string_view code) {
  return value_in<StockSource>(sources, code);
}

bool GoodsFields::is_empty() const {
  return !name && !unit && !price && !barcode && !reorder && !on;
}
bool OutletFields::is_empty() const {
  return !name && !on;
}

journal::Draft goods_set(const GoodsId& id, const GoodsFields& fields, std::string date) {
  Json f;
  if (fields.name) f.set("name", *fields.name);
  if (fields.unit) f.set("unit", *fields.unit);
  if (fields.price) f.set("price", fields.price->hundredths());
  if (fields.barcode) f.set("barcode", *fields.barcode);
  if (fields.reorder) f.set("reorder", *fields.reorder);
  if (fields.on) f.set("on", *fields.on);
  return set_draft(goods_set_kind, id.text(), std::move(f), std::move(date));
}

journal::Draft outlet_set(const OutletId& id, const OutletFields& fields, std::string date) {
  Json f;
  if (fields.name) f.set("name", *fields.name);
  if (fields.on) f.set("on", *fields.on);
  return set_draft(outlet_set_kind, id.text(), std::move(f), std::move(date));
}

journal::Draft stock_in(const StockIn& delivery, std::string note, std::string date) {
  Json::Array lines;
  for (const StockInLine& line : delivery.lines) {
    Json object;
    object.set("g", line.goods.text());
    object.set("q", line.quantity);
    object.set("cost_fen", line.cost_fen);
    object.set("best", line.best_before);
    lines.push_back(std::move(object));
  }
  journal::Draft draft;
  draft.kind = stock_in_kind;
  draft.date = std::move(date);
  draft.body.set("id", delivery.act.text());
  draft.body.set("outlet", delivery.outlet.text());
  draft.body.set("source", delivery.source);
  draft.body.set("lines", std::move(lines));
  journal::set_personal_text(draft, "note", std::move(note));
  return draft;
}

journal::Draft redeem(const Redeem& redemption, const RedeemPersonal& personal, std::string date) {
  Json::Array lines;
  for (const RedeemLine& line : redemption.lines) {
    Json object;
    object.set("g", line.goods.text());
    object.set("q", line.quantity);
    object.set("pts", line.points.hundredths());
    object.set("gift", line.gift.hundredths());
    lines.push_back(std::move(object));
  }
  journal::Draft draft;
  draft.kind = redeem_kind;
  draft.date = std::move(date);
  draft.body.set("id", redemption.act.text());
  draft.body.set("hh", redemption.household.text());
  draft.body.set("outlet", redemption.outlet.text());
  draft.body.set("slip", redemption.slip);
  draft.body.set("seen", redemption.seen.hundredths());
  draft.body.set("lines", std::move(lines));
  if (personal.collector) {
    journal::set_personal_text(draft, "by", std::string(code_of(*personal.collector)));
  }
  journal::set_personal_text(draft, "proxy", personal.proxy);
  return draft;
}

std::optional<StockIn> stock_in_from(const Json& body, InertList* inert) {
  FieldReader read(body, journal::whole_event, inert);
  StockIn delivery;
  delivery.act = read.id<ActId>("id");
  delivery.outlet = read.id<OutletId>("outlet");
  delivery.source = read.text("source");
  const Json::Array& lines = read.list("lines");
  if (!read.is_good()) return std::nullopt;
  delivery.lines = journal::good_lines<StockInLine>(lines, inert, stock_in_line_from);
  return delivery;
}

std::optional<Redeem> redeem_from(const Json& body, InertList* inert) {
  FieldReader read(body, journal::whole_event, inert);
  Redeem redemption;
  redemption.act = read.id<ActId>("id");
  redemption.household = read.id<HouseholdId>("hh");
  redemption.outlet = read.id<OutletId>("outlet");
  redemption.slip = read.text("slip");
  redemption.seen =
      Points::hundredths(read.integer("seen", -line_hundredths_max, line_hundredths_max));
  const Json::Array& lines = read.list("lines");
  if (!read.is_good()) return std::nullopt;
  redemption.lines = journal::good_lines<RedeemLine>(lines, inert, redeem_line_from);
  return redemption;
}

RedeemPersonal redeem_personal_from(const journal::Event& event) {
  RedeemPersonal personal;
  personal.collector = collector_from_code(personal_text(event, "by"));
  personal.proxy = personal_text(event, "proxy");
  return personal;
}

}  // namespace jishan::shop
