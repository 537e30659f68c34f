// What the shop writes into the journal: goods, outlets, deliveries, redemptions. Bodies and
// their codec only; it must not know tables, balances or who may redeem.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/points.h"
#include "journal/event.h"
#include "journal/inert.h"
#include "journal/json.h"

namespace jishan::shop {

inline constexpr std::string_view goods_set_kind = "goods.set";
inline constexpr std::string_view outlet_set_kind = "outlet.set";
inline constexpr std::string_view stock_in_kind = "stock.in";
inline constexpr std::string_view redeem_kind = "shop.redeem";

// Whole goods units of one line stay within 1 … 10^9 (journal.md §2.1).
inline constexpr std::int64_t quantity_max = 1'000'000'000;

// Who took the goods away. Its link to the event is personal, so it stands in x.
enum class Collector { head, family, proxy };
enum class StockSource { bought, donated, other };

std::string_view code_of(Collector collector);
std::optional<Collector> collector_from_code(std::string_view code);
std::string_view code_of(StockSource source);
std::optional<StockSource> source_from_code(std::string_view code);

// goods.set: only the fields that the person changed.
struct GoodsFields {
  std::optional<std::string> name;
  std::optional<std::string> unit;      // 袋, 瓶
  std::optional<Points> price;          // of one unit
  std::optional<std::string> barcode;   // "" clears it
  std::optional<std::int64_t> reorder;  // at this stock or below: order again; 0 = never
  std::optional<std::int64_t> on;       // 1 offered, 0 no longer
  [[nodiscard]] bool is_empty() const;
};

// outlet.set
struct OutletFields {
  std::optional<std::string> name;
  std::optional<std::int64_t> on;
  [[nodiscard]] bool is_empty() const;
};

// stock.in: supplier → shelf, line by line.
struct StockInLine {
  int line = 0;  // place in the event, from 0; a draft numbers by position
  GoodsId goods;
  std::int64_t quantity = 0;
  std::int64_t cost_fen = 0;  // of the whole line; 0 = unknown or a gift
  std::string best_before;    // "YYYY-MM-DD" or ""
};
struct StockIn {
  ActId act;
  OutletId outlet;
  std::string source;  // code of StockSource; unknown codes are kept
  std::vector<StockInLine> lines;
};

// shop.redeem: for each line the household's points → redeemed and the shelf → given.
struct RedeemLine {
  int line = 0;
  GoodsId goods;
  std::int64_t quantity = 0;
  Points points;  // of the whole line, as decided at the counter
  Points gift;    // the part of the price paid with gift points, beside `points`
};
struct Redeem {
  ActId act;
  HouseholdId household;
  OutletId outlet;
  std::string slip;  // "20260918-03"; may collide between laptops
  Points seen;       // spendable as this laptop saw it: evidence only
  std::vector<RedeemLine> lines;
};
// Its personal part; empty fields are not written.
struct RedeemPersonal {
  std::optional<Collector> collector;
  std::string proxy;  // who came in the household's place, as written on the slip
};

journal::Draft goods_set(const GoodsId& id, const GoodsFields& fields, std::string date);
journal::Draft outlet_set(const OutletId& id, const OutletFields& fields, std::string date);
journal::Draft stock_in(const StockIn& delivery, std::string note, std::string date);
journal::Draft redeem(const Redeem& redemption, const RedeemPersonal& personal, std::string date);

// Nothing when a field outside the lines is missing, of another type or out of range: the event
// is then inert (journal.md R4). Lines with such a field are left out.
// What makes the event or lines of it inert goes to `inert`.
std::optional<StockIn> stock_in_from(const journal::Json& body,
                                     journal::InertList* inert = nullptr);
std::optional<Redeem> redeem_from(const journal::Json& body, journal::InertList* inert = nullptr);
// x is never needed for a figure; what is missing or wrong in it is empty.
RedeemPersonal redeem_personal_from(const journal::Event& event);

}  // namespace jishan::shop
