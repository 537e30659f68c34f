// The counter: redemption and taking one back.
#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "shop/commands.h"
#include "shop/queries.h"
#include "shop/rows.h"
#include "shop/rules.h"
#include "village/commands.h"

namespace jishan::shop {
namespace {

bool is_recorded(db::Database& database, const ActId& act) {
  db::Statement& row = database.cached("SELECT 1 FROM shop_redemption WHERE act_id = ? LIMIT 1");
  const bool recorded = row.bind(act).step();
  row.reset();
  return recorded;
}

RedeemStatus check_line(const std::optional<GoodsRow>& goods, const CartLine& line,
                        PlannedRedeem& plan) {
  if (!goods) return RedeemStatus::goods_missing;
  if (!goods->is_on || goods->price <= Points()) return RedeemStatus::goods_not_offered;
  if (line.quantity <= 0) return RedeemStatus::quantity_not_positive;
  if (line.quantity > quantity_typed_max) return RedeemStatus::quantity_too_large;
  if (line.price != goods->price) {
    plan.price_now = goods->price;
    return RedeemStatus::price_changed;
  }
  return line_total(goods->price, line.quantity) ? RedeemStatus::accepted
                                                 : RedeemStatus::quantity_too_large;
}

// Lines of the redemption and their points, or why a line is refused.
RedeemStatus price_cart(db::Database& database, const OutletId& outlet,
                        const std::vector<CartLine>& cart, PlannedRedeem& plan,
                        std::vector<RedeemLine>& lines) {
  std::set<GoodsId> seen;
  for (std::size_t number = 0; number < cart.size(); ++number) {
    plan.line = number;
    const CartLine& wanted = cart[number];
    const RedeemStatus status = check_line(goods_row(database, wanted.goods), wanted, plan);
    if (status != RedeemStatus::accepted) return status;
    if (!seen.insert(wanted.goods).second) return RedeemStatus::goods_twice;
    const Points total = line_total(wanted.price, wanted.quantity).value_or(Points());
    plan.total += total;
    lines.push_back({static_cast<int>(number), wanted.goods, wanted.quantity, total, Points()});
  }
  for (std::size_t number = 0; number < lines.size(); ++number) {
    plan.line = number;
    plan.in_stock = stock_of(database, outlet, lines[number].goods);
    if (lines[number].quantity > plan.in_stock) return RedeemStatus::out_of_stock;
  }
  plan.line = 0;
  return RedeemStatus::accepted;
}

RedeemStatus check_points(const std::vector<RedeemLine>& lines, PlannedRedeem& plan) {
  std::vector<Points> totals;
  for (const RedeemLine& line : lines) totals.push_back(line.points);
  const auto beyond = first_line_beyond(totals, plan.spendable);
  if (!beyond) return RedeemStatus::accepted;
  plan.line = *beyond;
  plan.short_by = plan.total - plan.spendable;
  return RedeemStatus::points_short;
}

// One more than the greatest number of that day and outlet; laptops apart may give the same one.
std::string next_slip(db::Database& database, const OutletId& outlet, Date date) {
  db::Statement& rows =
      database.cached("SELECT slip FROM shop_redemption WHERE date = ? AND outlet = ?");
  rows.bind(date.iso(), outlet);
  int greatest = 0;
  while (rows.step()) greatest = std::max(greatest, number_in_slip(rows.text(0), date));
  return slip_number(date, greatest + 1);
}

// What the laptop saw is evidence only; an absurd balance must not keep goods from being recorded.
Points seen_within_limits(Points spendable) {
  return Points::hundredths(
      std::clamp(spendable.hundredths(), -line_hundredths_max, line_hundredths_max));
}

RedeemStatus check_collector(const RedeemRequest& request) {
  if (request.collector != Collector::proxy) return RedeemStatus::accepted;
  if (trimmed(request.proxy).empty()) return RedeemStatus::proxy_missing;
  return fits(request.proxy, field_characters_max) ? RedeemStatus::accepted
                                                   : RedeemStatus::proxy_too_long;
}

RedeemStatus status_of(village::DateProblem problem) {
  switch (problem) {
    case village::DateProblem::none:
      return RedeemStatus::accepted;
    case village::DateProblem::date_needed:
      return RedeemStatus::date_needed;
    case village::DateProblem::date_in_future:
      return RedeemStatus::date_in_future;
  }
  return RedeemStatus::accepted;
}

// Everything that is known before a line of the cart is looked at.
RedeemStatus check_counter(const journal::CommandContext& context, const RedeemRequest& request,
                           Redeem& redemption) {
  db::Database& database = context.database;
  if (is_recorded(database, request.act)) return RedeemStatus::already_recorded;
  if (context.journal.is_locked_by_unknown_kind()) return RedeemStatus::book_locked;
  if (request.household.is_empty()) return RedeemStatus::household_missing;
  const auto household = roster::find_household(database, request.household);
  if (!household) return RedeemStatus::household_unknown;
  if (roster::is_gone(household->state)) return RedeemStatus::household_gone;
  redemption.act = request.act;
  redemption.household = household->id;
  redemption.outlet = request.outlet.is_empty() ? default_outlet(database) : request.outlet;
  if (redemption.outlet.is_empty() || outlet_name(database, redemption.outlet).empty()) {
    return RedeemStatus::outlet_unknown;
  }
  return RedeemStatus::accepted;
}

RedeemStatus check(const journal::CommandContext& context, const RedeemRequest& request,
                   PlannedRedeem& plan, Redeem& redemption) {
  RedeemStatus status = check_counter(context, request, redemption);
  if (status != RedeemStatus::accepted) return status;
  plan.spendable = points::account_of(context.database, redemption.household).spendable;
  redemption.seen = seen_within_limits(plan.spendable);
  if (request.lines.empty()) return RedeemStatus::cart_empty;
  if (request.lines.size() > cart_lines_max) return RedeemStatus::too_many_lines;
  status = price_cart(context.database, redemption.outlet, request.lines, plan, redemption.lines);
  if (status != RedeemStatus::accepted) return status;
  status = check_points(redemption.lines, plan);
  if (status != RedeemStatus::accepted) return status;
  return check_collector(request);
}

}  // namespace

PlannedRedeem plan_redeem(const journal::CommandContext& context, const RedeemRequest& request) {
  CHECK(!request.act.is_empty());
  PlannedRedeem plan;
  Redeem redemption;
  plan.status = check(context, request, plan, redemption);
  if (plan.status != RedeemStatus::accepted) return plan;
  const village::BusinessDate date = village::business_date(context, request.typed_date);
  plan.status = status_of(date.problem);
  if (plan.status != RedeemStatus::accepted) return plan;
  plan.slip = redemption.slip = next_slip(context.database, redemption.outlet, date.date);
  RedeemPersonal personal;
  personal.collector = request.collector;
  if (request.collector == Collector::proxy) personal.proxy = trimmed(request.proxy);
  plan.drafts.push_back(redeem(redemption, personal, date.date.iso()));
  return plan;
}

journal::Planned<ledger::ReverseStatus> plan_take_back(const journal::CommandContext& context,
                                                       const TakeBackRequest& request) {
  if (!find_redemption(context.database, request.redemption)) {
    return {ledger::ReverseStatus::not_found, {}};
  }
  ledger::ReverseRequest reversal;
  reversal.targets.push_back({request.redemption, 1});
  reversal.back = request.goods;
  reversal.why = request.why;
  reversal.note = request.note;
  reversal.typed_date = request.typed_date;
  return ledger::plan_reverse(context, reversal);
}

}  // namespace jishan::shop
