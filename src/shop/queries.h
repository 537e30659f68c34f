// What screens see of the shop. Rows → views; nothing here writes. Every figure has a twin that
// gives the lines it is the sum of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/personal.h"
#include "base/points.h"
#include "db/database.h"
#include "journal/journal.h"
#include "shop/events.h"
#include "shop/todos.h"
#include "village/events.h"

namespace jishan::shop {

struct OutletView {
  OutletId id;
  std::string name;
  bool is_on = true;
};
// In order of name; the default outlet first.
std::vector<OutletView> outlets(db::Database& database);
// The smallest id among the outlets in use; empty while there is none.
OutletId default_outlet(db::Database& database);

struct GoodsView {
  GoodsId id;
  std::string name;
  std::string unit;
  std::string barcode;
  Points price;  // zero: none set yet
  std::int64_t reorder = 0;
  bool is_on = true;
  std::int64_t stock = 0;      // of one outlet, whole units; may be negative after a merge
  bool is_to_reorder = false;  // stock ≤ reorder and reorder > 0
  std::string best_before;     // the earliest among what is still on the shelf, or ""
};
enum class Shelf { offered, all };
// Sorted by pinyin of the name. `search`: part of the name, pinyin as one types it ("dm" finds
// 大米) or the whole barcode; "" gives all. outlet empty = the default one.
std::vector<GoodsView> goods(db::Database& database, const OutletId& outlet, Shelf shelf,
                             std::string_view search = {});
std::optional<GoodsView> find_goods(db::Database& database, const OutletId& outlet,
                                    const GoodsId& id);
std::optional<GoodsView> find_barcode(db::Database& database, const OutletId& outlet,
                                      std::string_view barcode);
// Offered goods by the number of redemption lines on or after `since`, most often first.
std::vector<GoodsView> often_redeemed(db::Database& database, const OutletId& outlet, Date since,
                                      std::size_t count_max);

// ── Redemptions ─────────────────────────────────────────────────────────────────────────

enum class RedemptionState { live, reversed };
struct RedemptionLine {
  GoodsId goods;
  std::string name;  // as it is called now
  std::string unit;
  std::int64_t quantity = 0;
  Points points;  // of the line, gift points included
  bool is_reversed = false;
};
struct RedemptionView {
  std::string event;  // h, 64 hex digits
  std::string date;   // "YYYY-MM-DD"
  std::string slip;
  HouseholdId household;
  std::string household_number;  // 户号
  Personal head;                 // name of the head of the household
  OutletId outlet;
  std::optional<Collector> collector;
  Personal proxy;
  Points total;                                   // as written
  Points live_total;                              // without reversed lines
  RedemptionState state = RedemptionState::live;  // reversed: no line counts any more
  std::vector<RedemptionLine> lines;
};
// Newest first.
std::vector<RedemptionView> redemptions_of(db::Database& database, const HouseholdId& household,
                                           std::size_t count_max);
std::vector<RedemptionView> redemptions_between(db::Database& database, Date first, Date last,
                                                std::size_t count_max);
std::optional<RedemptionView> find_redemption(db::Database& database, std::string_view event);
// The one that an act id made, for the slip after "already recorded".
std::optional<RedemptionView> find_redemption(db::Database& database, const ActId& act);

// Points handed over the counter by live redemptions of these days: the sum of live_total over
// redemptions_between.
struct RedeemedFigure {
  Points points;
  std::int64_t redemptions = 0;
};
RedeemedFigure redeemed_between(db::Database& database, Date first, Date last);

// ── The slip ────────────────────────────────────────────────────────────────────────────

// What is printed for the household: only what may be public, so the name is masked already.
struct SlipLine {
  std::string name;
  std::string unit;
  std::int64_t quantity = 0;
  Points points;
};
struct SlipView {
  std::string slip;  // the number
  std::string date;
  std::string outlet_name;
  std::string household_number;
  std::string head_masked;  // 李×芳, as the village covers names
  std::vector<SlipLine> lines;
  Points total;
  Points spendable_after;  // as this laptop saw it then: `seen` less the total
  std::string code;        // 16 characters of the event's hash, four groups of four
  RedemptionState state = RedemptionState::live;
  village::Mode mode = village::Mode::real;  // in practice the slip says so
};
std::optional<SlipView> slip(db::Database& database, std::string_view event);

// ── Stock ───────────────────────────────────────────────────────────────────────────────

// One movement of goods at one outlet. A reversal with the goods back is a movement of its own
// date; one that says that they never moved removes the movement from the list.
enum class MovementKind { received, given, undone };
struct StockMovement {
  std::string event;  // h of the delivery or redemption
  std::string date;   // of the movement
  MovementKind kind = MovementKind::received;
  std::int64_t quantity = 0;  // signed, whole units
  std::string slip;           // of a redemption
  HouseholdId household;      // of a redemption
  std::string household_number;
};
struct StockFigure {
  std::int64_t stock = 0;            // equals the sum of quantity over lines
  std::vector<StockMovement> lines;  // newest first
};
StockFigure stock_movements(db::Database& database, const OutletId& outlet, const GoodsId& id);

struct DeliveryViewLine {
  GoodsId goods;
  std::string name;
  std::int64_t quantity = 0;
  std::int64_t cost_fen = 0;  // of the whole line
  std::string best_before;
  bool is_reversed = false;
};
struct DeliveryView {
  std::string event;
  std::string date;
  std::optional<StockSource> source;
  std::string note;
  bool is_reversed = false;
  std::vector<DeliveryViewLine> lines;
};
std::vector<DeliveryView> deliveries(db::Database& database, const OutletId& outlet,
                                     std::size_t count_max);

}  // namespace jishan::shop
