// Redemptions as screens and slips show them.
#include <algorithm>
#include <utility>

#include "base/crockford.h"
#include "shop/queries.h"
#include "shop/rows.h"
#include "village/queries.h"

namespace jishan::shop {
namespace {

struct Found {
  std::int64_t event = 0;
  Points seen;
  RedemptionView view;
};

// Columns: event, h, date, slip, household, outlet, seen, collector, proxy.
std::vector<Found> read(db::Statement& rows) {
  std::vector<Found> found;
  while (rows.step()) {
    Found one;
    one.event = rows.integer(0);
    one.view.event = hex_column(rows, 1);
    one.view.date = rows.str(2);
    one.view.slip = rows.str(3);
    one.view.household = rows.id<HouseholdId>(4);
    one.view.outlet = rows.id<OutletId>(5);
    one.seen = rows.points(6);
    one.view.collector = collector_from_code(rows.text(7));
    one.view.proxy = Personal(rows.str(8));
    found.push_back(std::move(one));
  }
  return found;
}

void add_lines(db::Database& database, Found& found) {
  db::Statement& rows = database.cached(
      "SELECT l.goods, coalesce(g.name, ''), coalesce(g.unit, ''), l.quantity,"
      " l.points + l.gift, a.standing"
      " FROM shop_redemption_line l JOIN ledger_act a ON a.number = l.act"
      " LEFT JOIN shop_goods g ON g.id = l.goods WHERE l.event = ? ORDER BY l.line");
  rows.bind(found.event);
  RedemptionView& view = found.view;
  bool is_any_live = false;
  while (rows.step()) {
    RedemptionLine line;
    line.goods = rows.id<GoodsId>(0);
    line.name = rows.str(1);
    line.unit = rows.str(2);
    line.quantity = rows.integer(3);
    line.points = rows.points(4);
    line.is_reversed = !is_live(rows, 5);
    view.total += line.points;
    if (!line.is_reversed) view.live_total += line.points;
    is_any_live = is_any_live || !line.is_reversed;
    view.lines.push_back(std::move(line));
  }
  if (!is_any_live && !view.lines.empty()) view.state = RedemptionState::reversed;
}

std::vector<Found> complete(db::Database& database, std::vector<Found> found) {
  for (Found& one : found) {
    add_lines(database, one);
    HouseholdFace face = household_face(database, one.view.household);
    one.view.household_number = std::move(face.number);
    one.view.head = std::move(face.head);
  }
  return found;
}

std::vector<RedemptionView> views_of(std::vector<Found> found) {
  std::vector<RedemptionView> views;
  for (Found& one : found) views.push_back(std::move(one.view));
  return views;
}

std::optional<Found> find_by_hash(db::Database& database, std::string_view event) {
  const auto h = journal::Hash::from_hex(event);
  if (!h) return std::nullopt;
  db::Statement& rows = database.cached(
      "SELECT event, h, date, slip, household, outlet, seen, collector, proxy"
      " FROM shop_redemption WHERE h = ?");
  std::vector<Found> found = complete(database, read(rows.bind(h->bytes)));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

// Of all ids that turned out to be this household.
std::vector<RedemptionView> redemptions_of(db::Database& database, const HouseholdId& household,
                                           std::size_t count_max) {
  db::Statement& rows = database.cached(
      "SELECT event, h, date, slip, household, outlet, seen, collector, proxy"
      " FROM shop_redemption WHERE household IN"
      " (SELECT ?1 UNION SELECT b.member FROM roster_alias a JOIN roster_alias b USING (root)"
      "  WHERE a.member = ?1)"
      " ORDER BY date DESC, lamport DESC, h DESC LIMIT ?2");
  return views_of(
      complete(database, read(rows.bind(household, static_cast<std::int64_t>(count_max)))));
}

std::vector<RedemptionView> redemptions_between(db::Database& database, Date first, Date last,
                                                std::size_t count_max) {
  db::Statement& rows = database.cached(
      "SELECT event, h, date, slip, household, outlet, seen, collector, proxy"
      " FROM shop_redemption WHERE date BETWEEN ? AND ?"
      " ORDER BY date DESC, lamport DESC, h DESC LIMIT ?");
  return views_of(complete(
      database, read(rows.bind(first.iso(), last.iso(), static_cast<std::int64_t>(count_max)))));
}

std::optional<RedemptionView> find_redemption(db::Database& database, std::string_view event) {
  std::optional<Found> found = find_by_hash(database, event);
  if (!found) return std::nullopt;
  return std::move(found->view);
}

std::optional<RedemptionView> find_redemption(db::Database& database, const ActId& act) {
  db::Statement& rows = database.cached(
      "SELECT event, h, date, slip, household, outlet, seen, collector, proxy"
      " FROM shop_redemption WHERE act_id = ? ORDER BY lamport, h LIMIT 1");
  std::vector<Found> found = complete(database, read(rows.bind(act)));
  if (found.empty()) return std::nullopt;
  return std::move(found.front().view);
}

RedeemedFigure redeemed_between(db::Database& database, Date first, Date last) {
  db::Statement& row = database.cached(
      "SELECT coalesce(sum(l.points + l.gift), 0), count(DISTINCT r.event)"
      " FROM shop_redemption r JOIN shop_redemption_line l ON l.event = r.event"
      " JOIN ledger_act a ON a.number = l.act AND a.standing = 0"
      " WHERE r.date BETWEEN ? AND ?");
  row.bind(first.iso(), last.iso());
  RedeemedFigure figure;
  if (row.step()) figure = {row.points(0), row.integer(1)};
  row.reset();
  return figure;
}

std::optional<SlipView> slip(db::Database& database, std::string_view event) {
  const std::optional<Found> found = find_by_hash(database, event);
  if (!found) return std::nullopt;
  const RedemptionView& view = found->view;
  SlipView slip;
  slip.slip = view.slip;
  slip.date = view.date;
  slip.outlet_name = outlet_name(database, view.outlet);
  slip.household_number = view.household_number;
  const village::Settings settings = village::settings(database);
  slip.head_masked = mask(view.head, Audience::public_notice, settings.mask);
  slip.mode = settings.mode;
  for (const RedemptionLine& line : view.lines) {
    slip.lines.push_back({line.name, line.unit, line.quantity, line.points});
  }
  slip.total = view.total;
  slip.spendable_after = found->seen - view.total;
  if (const auto h = journal::Hash::from_hex(view.event)) {
    slip.code = in_groups_of_four(journal::code_of(*h));
  }
  slip.state = view.state;
  return slip;
}

}  // namespace jishan::shop
