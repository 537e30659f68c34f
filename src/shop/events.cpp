#include "shop/events.h"

#include <array>
#include <utility>

#include "base/date.h"

namespace jishan::shop {
namespace {

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

template <class Id>
std::optional<Id> id_at(const Json& object, std::string_view key) {
  const auto text = object.string_at(key);
  return text ? Id::from_text(*text) : std::nullopt;
}

std::optional<std::int64_t> integer_within(const Json& object, std::string_view key,
                                           std::int64_t low, std::int64_t high) {
  const auto value = object.integer_at(key);
  return value && *value >= low && *value <= high ? value : std::nullopt;
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

std::optional<StockInLine> stock_in_line_from(const Json& object, int number) {
  const auto goods = id_at<GoodsId>(object, "g");
  const auto quantity = integer_within(object, "q", 1, quantity_max);
  const auto cost = integer_within(object, "cost_fen", 0, line_hundredths_max);
  const auto best = object.string_at("best");
  if (!goods || !quantity || !cost || !best) return std::nullopt;
  if (!best->empty() && !Date::from_iso(*best)) return std::nullopt;
  return StockInLine{number, *goods, *quantity, *cost, std::string(*best)};
}

std::optional<RedeemLine> redeem_line_from(const Json& object, int number) {
  const auto goods = id_at<GoodsId>(object, "g");
  const auto quantity = integer_within(object, "q", 1, quantity_max);
  const auto points = integer_within(object, "pts", 0, line_hundredths_max);
  const auto gift = integer_within(object, "gift", 0, line_hundredths_max);
  if (!goods || !quantity || !points || !gift) return std::nullopt;
  return RedeemLine{number, *goods, *quantity, Points::hundredths(*points),
                    Points::hundredths(*gift)};
}

template <class Line, class Read>
std::vector<Line> lines_from(const Json::Array& array, Read read) {
  std::vector<Line> lines;
  int number = 0;
  for (const Json& object : array) {
    if (auto line = read(object, number++)) lines.push_back(std::move(*line));
  }
  return lines;
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
  if (!note.empty()) {
    draft.personal.emplace();
    draft.personal->set("note", std::move(note));
  }
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
  Json x;
  if (personal.collector) x.set("by", code_of(*personal.collector));
  if (!personal.proxy.empty()) x.set("proxy", personal.proxy);
  if (!x.object()->empty()) draft.personal = std::move(x);
  return draft;
}

std::optional<StockIn> stock_in_from(const Json& body) {
  const auto act = id_at<ActId>(body, "id");
  const auto outlet = id_at<OutletId>(body, "outlet");
  const auto source = body.string_at("source");
  const Json::Array* lines = body.array_at("lines");
  if (!act || !outlet || !source || lines == nullptr) return std::nullopt;
  return StockIn{*act, *outlet, std::string(*source),
                 lines_from<StockInLine>(*lines, stock_in_line_from)};
}

std::optional<Redeem> redeem_from(const Json& body) {
  const auto act = id_at<ActId>(body, "id");
  const auto household = id_at<HouseholdId>(body, "hh");
  const auto outlet = id_at<OutletId>(body, "outlet");
  const auto slip = body.string_at("slip");
  const auto seen = integer_within(body, "seen", -line_hundredths_max, line_hundredths_max);
  const Json::Array* lines = body.array_at("lines");
  if (!act || !household || !outlet || !slip || !seen || lines == nullptr) return std::nullopt;
  return Redeem{*act,
                *household,
                *outlet,
                std::string(*slip),
                Points::hundredths(*seen),
                lines_from<RedeemLine>(*lines, redeem_line_from)};
}

RedeemPersonal redeem_personal_from(const journal::Event& event) {
  RedeemPersonal personal;
  if (!event.personal) return personal;
  if (const auto by = event.personal->string_at("by"))
    personal.collector = collector_from_code(*by);
  if (const auto proxy = event.personal->string_at("proxy")) personal.proxy = *proxy;
  return personal;
}

std::string note_from(const journal::Event& event) {
  if (!event.personal) return {};
  return std::string(event.personal->string_at("note").value_or(std::string_view()));
}

}  // namespace jishan::shop
