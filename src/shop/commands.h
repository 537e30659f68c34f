// What a person can do at the shop. Every plan_… checks the request against what this laptop knows
// and gives a status; it writes nothing. Limits are checked here and never in the fold: what two
// laptops did apart always counts and comes up as a to-do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/points.h"
#include "journal/command.h"
#include "ledger/commands.h"
#include "shop/events.h"

namespace jishan::shop {

inline constexpr std::size_t goods_name_characters_max = 40;
inline constexpr std::size_t unit_characters_max = 8;
inline constexpr std::size_t barcode_characters_max = 32;
inline constexpr std::size_t outlet_name_characters_max = 40;
// More than a shelf of a village holds: a slip of the finger, refused at the field.
inline constexpr std::int64_t quantity_typed_max = 99'999;
inline constexpr std::size_t cart_lines_max = 100;
inline constexpr std::size_t delivery_lines_max = 200;

// ── Goods ───────────────────────────────────────────────────────────────────────────────────

struct GoodsRequest {
  GoodsId id;  // made when the form opens; a known one is edited
  std::string name;
  std::string unit;
  Points price;              // of one unit, above 0
  std::string barcode;       // "" for none
  std::int64_t reorder = 0;  // at this stock or below: order again; 0 = never
  bool is_on = true;         // offered at the counter
  // The shop of the village, made together with its first goods: "生活超市".
  std::string first_outlet_name;
};
enum class GoodsStatus {
  accepted,
  unchanged,  // every field as it is already: nothing to write
  name_missing,
  name_too_long,  // over goods_name_characters_max
  name_taken,     // another goods that is offered has it
  unit_missing,
  unit_too_long,
  price_not_positive,
  price_too_large,
  barcode_malformed,  // not digits, letters or '-', or over barcode_characters_max
  barcode_taken,
  reorder_out_of_range,  // below 0 or over quantity_typed_max
};
journal::Planned<GoodsStatus> plan_goods(const journal::CommandContext& context,
                                         const GoodsRequest& request);

// ── Outlets ─────────────────────────────────────────────────────────────────────────────

struct OutletRequest {
  OutletId id;
  std::string name;
  bool is_on = true;
};
enum class OutletStatus { accepted, unchanged, name_missing, name_too_long, name_taken, last_one };
journal::Planned<OutletStatus> plan_outlet(const journal::CommandContext& context,
                                           const OutletRequest& request);

// ── Stock in ────────────────────────────────────────────────────────────────────────────

struct DeliveryLine {
  GoodsId goods;
  std::int64_t quantity = 0;
  std::int64_t cost_fen = 0;  // of the whole line; 0 = unknown or a gift
  std::optional<Date> best_before;
};
struct StockInRequest {
  ActId act;        // made when the form opens
  OutletId outlet;  // empty: the default one
  StockSource source = StockSource::bought;
  std::string note;                // supplier, number of the invoice
  std::optional<Date> typed_date;  // empty: today
  std::vector<DeliveryLine> lines;
};
enum class StockInStatus {
  accepted,
  already_recorded,
  outlet_unknown,
  no_lines,
  too_many_lines,
  goods_missing,  // a line without goods, or goods that the book does not hold
  quantity_not_positive,
  quantity_too_large,  // over quantity_typed_max
  cost_out_of_range,   // below 0 or over 10^9 fen
  best_before_passed,  // before the day of the delivery: not put on the shelf
  note_too_long,
  date_needed,  // the clock is doubtful: the person types the date
  date_in_future,
};
struct PlannedStockIn : journal::Planned<StockInStatus> {
  std::size_t line = 0;  // the line that a refusal is about
};
PlannedStockIn plan_stock_in(const journal::CommandContext& context, const StockInRequest& request);

// ── Redemption ──────────────────────────────────────────────────────────────────────────

struct CartLine {
  GoodsId goods;
  std::int64_t quantity = 1;
  Points price;  // of one unit, as the cart shows it
};
struct RedeemRequest {
  ActId act;  // made when the cart is begun, kept in its draft
  HouseholdId household;
  OutletId outlet;  // empty: the default one
  Collector collector = Collector::head;
  std::string proxy;               // required when collector is proxy
  std::optional<Date> typed_date;  // empty: today
  std::vector<CartLine> lines;     // one line for each goods
};
enum class RedeemStatus {
  accepted,
  already_recorded,  // this act id is in the book: the slip is there, nothing is written
  book_locked,       // an unknown critical kind is in force
  household_missing,
  household_unknown,
  household_gone,  // moved away or closed
  outlet_unknown,
  cart_empty,
  too_many_lines,
  goods_missing,          // .line
  goods_twice,            // .line repeats an earlier line
  goods_not_offered,      // .line
  quantity_not_positive,  // .line
  quantity_too_large,     // .line
  price_changed,          // .line: the price is another one now; .price_now
  out_of_stock,           // .line: the shelf holds only .in_stock
  points_short,           // .line is the first one beyond what can be spent; .short_by in all
  proxy_missing,
  proxy_too_long,
  date_needed,  // the clock is doubtful: the person types the date
  date_in_future,
};
struct PlannedRedeem : journal::Planned<RedeemStatus> {
  std::size_t line = 0;  // the line that a refusal is about
  Points price_now;
  std::int64_t in_stock = 0;
  Points short_by;
  // As far as the checks came; the screen shows them while the cart grows.
  Points total;
  Points spendable;
  [[nodiscard]] Points left() const { return spendable - total; }
  std::string slip;  // given when accepted
};
// Also what a cart asks at every key press: it is quick and writes nothing.
PlannedRedeem plan_redeem(const journal::CommandContext& context, const RedeemRequest& request);

// ── Taking a redemption back ────────────────────────────────────────────────────────────

struct TakeBackRequest {
  std::string redemption;  // the event's h, 64 hex digits
  // returned: the goods came back, a movement of the reversal's date; never_moved: the redemption
  // was typed in error. Either way points and stock are back.
  ledger::GoodsBack goods = ledger::GoodsBack::returned;
  ledger::Why why = ledger::Why::returned;
  std::string note;                // required, except for undo; at most 500 characters
  std::optional<Date> typed_date;  // a reversal has today's date; typed when the clock is doubtful
};
// One reversal for the whole slip. What is no redemption is not_found.
journal::Planned<ledger::ReverseStatus> plan_take_back(const journal::CommandContext& context,
                                                       const TakeBackRequest& request);

}  // namespace jishan::shop
