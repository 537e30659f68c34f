#include "ui/screens/redeem.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "roster/queries.h"
#include "ui/screens/cart_draft.h"
#include "ui/screens/redeem_cart.h"
#include "ui/screens/redeem_household.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr std::size_t recent_max = 3;
constexpr std::size_t often_max = 6;
constexpr std::int64_t often_days = 90;

void begin_cart(ScreenContext& context, RedeemState& state) {
  state.act = ActId::make(context.app.ports().random);
  state.household_picker = {};
  state.household = {};
  state.goods_picker = {};
  state.cart.clear();
  state.collector = 0;
  state.proxy = {};
  state.refusal.clear();
  state.refused_line.reset();
  state.freshness.forget();
}

CartDraft draft_of(const RedeemState& state) {
  CartDraft draft{state.act, state.household, {}};
  for (const CartRow& row : state.cart) draft.lines.push_back({row.line.goods, row.line.quantity});
  return draft;
}

// Kept with every change of the cart, because a page can be closed at any moment.
void keep_draft(ScreenContext& context, RedeemState& state) {
  std::string draft = text_of(draft_of(state));
  if (draft == state.kept_draft) return;
  state.kept_draft = draft;
  context.commands.ask([draft = std::move(draft)](app::App& app) {
    app.ports().store.put_local({std::string(cart_record), draft});
  });
}

// Once after opening: the cart of before, unless its order was made.
void offer_draft(ScreenContext& context, RedeemState& state) {
  if (std::exchange(state.was_draft_offered, true)) return;
  const auto kept = context.app.ports().store.local(cart_record);
  const auto draft = kept ? cart_draft_from(*kept) : std::nullopt;
  if (!draft || shop::find_redemption(context.database(), draft->act)) return;
  state.act = draft->act;
  choose_redeeming_household(context, state, draft->household);
  for (const CartDraft::Line& line : draft->lines) {
    add_to_cart(context, state, line.goods, line.quantity);
  }
}

void refresh(ScreenContext& context, RedeemState& state) {
  if (!state.freshness.is_stale(context.app)) return;
  db::Database& database = context.database();
  state.account = points::account_of(database, state.household);
  state.recent = shop::redemptions_of(database, state.household, recent_max);
  const OutletId outlet = shop::default_outlet(database);
  const Date since = Date::from_days(context.ui.today.days() - often_days).value_or(context.ui.today);
  state.often = shop::often_redeemed(database, outlet, since, often_max);
  if (state.often.empty()) {
    state.often = shop::goods(database, outlet, shop::Shelf::offered);
    if (state.often.size() > often_max) state.often.resize(often_max);
  }
  state.outlet_name.clear();
  for (const shop::OutletView& view : shop::outlets(database)) {
    if (view.id == outlet) state.outlet_name = view.name;
  }
  state.slips = shop::redemptions_between(
      database, Date::from_days(context.ui.today.days() - 30).value_or(context.ui.today),
      context.ui.today, 200);
}

shop::RedeemRequest request_of(const RedeemState& state) {
  constexpr std::array collectors{shop::Collector::head, shop::Collector::family,
                                  shop::Collector::proxy};
  shop::RedeemRequest request;
  request.act = state.act;
  request.household = state.household;
  request.collector = collectors[static_cast<std::size_t>(state.collector)];
  request.proxy = state.collector == 2 ? std::string(trimmed(state.proxy.text)) : std::string();
  for (const CartRow& row : state.cart) request.lines.push_back(row.line);
  return request;
}

void refuse(const Ui& ui, RedeemState& state, const shop::PlannedRedeem& plan) {
  using Status = shop::RedeemStatus;
  const auto say = [&ui](Key key) { return std::string(ui.say(key)); };
  const std::string unit = plan.line < state.cart.size() ? state.cart[plan.line].unit : "";
  state.refusal.clear();
  state.refused_line.reset();
  switch (plan.status) {
    case Status::accepted:
    case Status::already_recorded: return;
    case Status::household_missing:
    case Status::household_unknown:
      state.refusal = say(Key::pick_household_missing);
      state.household_picker.was_left = true;
      return;
    case Status::cart_empty: state.refusal = say(Key::error_cart_empty); return;
    case Status::proxy_missing:
    case Status::proxy_too_long:
      state.refusal = say(Key::error_proxy_missing);
      state.proxy.was_left = true;
      return;
    case Status::points_short:
      state.refusal = ui.say(Key::error_short, {to_display(plan.short_by)});
      break;
    case Status::out_of_stock:
      state.refusal = ui.say(Key::error_out_of_stock, {count_text(plan.in_stock), unit});
      break;
    case Status::price_changed:
      state.refusal = ui.say(Key::error_price_changed, {to_display(plan.price_now)});
      break;
    case Status::goods_missing:
    case Status::goods_not_offered: state.refusal = say(Key::error_goods_off); break;
    case Status::outlet_unknown: state.refusal = say(Key::redeem_no_outlet); return;
    case Status::book_locked: state.refusal = say(Key::error_book_locked); return;
    case Status::date_needed: state.refusal = say(Key::error_date_needed); return;
    default: state.refusal = say(Key::error_cannot_save); return;
  }
  state.refused_line = plan.line;
}

app::Undoable undo_of(const Ui& ui, const std::string& who,
                      const std::vector<journal::Event>& events) {
  std::string event;
  for (const journal::Event& made : events) {
    if (made.kind == shop::redeem_kind) event = made.h.hex();
  }
  return {ui.say(Key::household_of, {who}), [event](app::App& app) {
            const auto plan = shop::plan_take_back(app.context(),
                                                   {.redemption = event,
                                                    .goods = ledger::GoodsBack::never_moved,
                                                    .why = ledger::Why::undo});
            return app.perform(plan) == ledger::ReverseStatus::accepted;
          }};
}

void confirm(ScreenContext& context, RedeemState& state) {
  context.commands.act([&desk = context.desk, &state, request = request_of(state),
                        who = state.head_name](app::App& app) {
    const shop::PlannedRedeem plan = shop::plan_redeem(app.context(), request);
    const auto status =
        app.perform(plan, [&](const auto& events) { return undo_of(desk.ui, who, events); });
    const bool is_recorded = status == shop::RedeemStatus::accepted ||
                             status == shop::RedeemStatus::already_recorded;
    if (!is_recorded) {
      refuse(desk.ui, state, plan);
      return;
    }
    if (const auto made = shop::find_redemption(app.book().database(), request.act)) {
      state.slip_event = made->event;
      if (status == shop::RedeemStatus::accepted) {
        desk.toasts.show(desk.ui, desk.ui.say(Key::redeemed_toast, {who, to_display(made->total)}),
                         Tone::good, true);
      }
    }
    if (request.act == state.act) state.act = {};  // a new cart begins with the next frame
    desk.ui.focus.open_screen();
  });
}

struct Sums {
  Points total;
  Points left;
  bool is_short = false;
};

Sums sums_of(const RedeemState& state) {
  Sums sums;
  for (const CartRow& row : state.cart) {
    sums.total += points_for_quantity(row.line.price, row.line.quantity * 100).value_or(Points());
  }
  sums.left = state.account.spendable - sums.total;
  sums.is_short = !state.household.is_empty() && sums.left.is_negative();
  return sums;
}

// What the plan says of the cart as it stands now.
void refuse_as_planned(ScreenContext& context, RedeemState& state, const Sums& sums) {
  const shop::PlannedRedeem plan = shop::plan_redeem(context.app.context(), request_of(state));
  if (sums.is_short) {
    refuse(context.ui, state, plan);
  } else if (plan.status == shop::RedeemStatus::accepted) {
    state.refusal.clear();
    state.refused_line.reset();
  }
}

void confirm_button(ScreenContext& context, const Rect& box, RedeemState& state, const Sums& sums,
                    ButtonSize size) {
  Ui& ui = context.ui;
  const std::string label = state.cart.empty()
                                ? std::string(ui.say(Key::confirm_redeem_empty))
                                : ui.say(Key::confirm_redeem, {to_display(sums.total)});
  if (button(ui, box, {.label = label,
                       .kind = ButtonKind::primary,
                       .size = size,
                       .key = chords::primary})) {
    confirm(context, state);
  }
}

// Two lines are kept for it, so that nothing jumps.
void refusal_lines(Ui& ui, Rect box, const RedeemState& state) {
  if (state.refusal.empty()) return;
  ui.mirror.add(id_of("refusal"), Role::alert, state.refusal, box);
  draw_icon(*ImGui::GetWindowDrawList(), Icon::error, box.cut_left(ui.px(16)).cut_top(ui.px(20)),
            ui.px(16), ui.stroke_px(), ui.color().err);
  box.cut_left(ui.px(4));
  draw_paragraph(ui, box, state.refusal, {TextSize::small, Weight::regular, ui.color().err});
}

void total_line(Ui& ui, const Rect& line, const Sums& sums, TextSize size) {
  draw_text(ui, line, ui.say(Key::slip_total), {.color = ui.color().text2});
  const std::string figure = to_display(sums.total);
  draw_runs(ui, line,
            {{figure, {size, Weight::bold}},
             {ui.say(Key::points_unit), {TextSize::small, Weight::regular, ui.color().text2}, 6}},
            Align::right);
  ui.mirror.add(id_of("total"), Role::figure, ui.say(Key::slip_total), line).value = figure;
}

void left_line(Ui& ui, const Rect& line, const Sums& sums) {
  draw_text(ui, line, ui.say(Key::left_afterwards), {.color = ui.color().text2});
  draw_text(ui, line, to_display(sums.left) + " " + std::string(ui.say(Key::points_unit)),
            {.color = sums.is_short ? ui.color().err : ui.color().text, .align = Align::right});
  ui.mirror.add(id_of("left"), Role::figure, ui.say(Key::left_afterwards), line).value =
      to_display(sums.left);
}

void confirm_panel(ScreenContext& context, const Rect& sheet, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet.inset(ui.px(16), ui.px(12));
  const Sums sums = sums_of(state);
  confirm_button(context, rest.cut_bottom(ui.px(56)), state, sums, ButtonSize::big);
  refuse_as_planned(context, state, sums);
  rest.cut_bottom(ui.px(6));
  refusal_lines(ui, rest.cut_bottom(ui.px(40)), state);
  left_line(ui, rest.cut_bottom(ui.px(26)), sums);
  total_line(ui, rest.cut_bottom(ui.px(36)), sums, TextSize::figure);
  rest.cut_bottom(ui.px(8));
  draw_slip(context, rest, state, sums.total, sums.left);
}

// At the bottom of one column: sums or what is wrong with them, and the button.
void confirm_bar(ScreenContext& context, const Rect& bar, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, bar);
  Rect rest = bar.inset(ui.px(12), ui.px(8));
  const Sums sums = sums_of(state);
  confirm_button(context, rest.cut_right(ui.px(270)), state, sums, ButtonSize::normal);
  rest.cut_right(ui.px(16));
  refuse_as_planned(context, state, sums);
  if (!state.refusal.empty()) {
    refusal_lines(ui, rest, state);
    return;
  }
  total_line(ui, rest.cut_top(std::floor(rest.h / 2)), sums, TextSize::body);
  left_line(ui, rest, sums);
}

// The cart, and at its right the slip with the button.
void cart_and_slip(ScreenContext& context, Rect place, float slip_width, float gap,
                   RedeemState& state) {
  Ui& ui = context.ui;
  const Rect slip = place.cut_right(ui.px(slip_width));
  place.cut_right(ui.px(gap));
  cart_panel(context, place, state);
  confirm_panel(context, slip, state);
}

void beside_each_other(ScreenContext& context, Rect body, RedeemState& state) {
  Ui& ui = context.ui;
  constexpr float gap = 12;
  redeem_household_panel(context, body.cut_left(ui.px(324)), state);
  body.cut_left(ui.px(gap));
  cart_and_slip(context, body, 316, gap, state);
}

// Large text: the household above, cart and slip below.
void in_two_rows(ScreenContext& context, Rect body, RedeemState& state) {
  Ui& ui = context.ui;
  constexpr float gap = 10;
  redeem_household_strip(context, body.cut_top(redeem_household_strip_height(ui, state)), state);
  body.cut_top(ui.px(gap));
  cart_and_slip(context, body, 244, gap, state);
}

// Very large text: one column that scrolls, the button always in sight.
void in_one_column(ScreenContext& context, Rect body, RedeemState& state) {
  Ui& ui = context.ui;
  const float gap = ui.px(10);
  const float strip_height = redeem_household_strip_height(ui, state);
  const float cart_height = cart_panel_height(ui, state);
  const Rect bar = body.cut_bottom(ui.px(56));
  body.cut_bottom(gap);
  {
    const ScrollArea area(ui, "counter", body, strip_height + gap + cart_height);
    Rect rest = area.content();
    redeem_household_strip(context, rest.cut_top(strip_height), state);
    rest.cut_top(gap);
    cart_panel(context, rest.cut_top(cart_height), state);
  }
  confirm_bar(context, bar, state);
}

}  // namespace

void redeem_screen(ScreenContext& context, RedeemState& state) {
  Ui& ui = context.ui;
  if (state.act.is_empty()) begin_cart(context, state);
  offer_draft(context, state);
  // After both, which would choose another household.
  const HouseholdId brought = std::exchange(context.desk.household, HouseholdId());
  if (!brought.is_empty()) choose_redeeming_household(context, state, brought);
  refresh(context, state);
  if (std::exchange(state.was_household_chosen, false)) ui.focus.open_screen();
  ui.focus.set_region(Region::head);
  Rect tools = head_title(ui, context.places.head, ui.say(Key::screen_redeem), state.outlet_name);
  if (button_right(ui, tools, {.label = ui.say(Key::today_slips), .icon = Icon::undo})) {
    state.are_slips_open = true;
  }
  ui.focus.set_region(Region::body);
  switch (ui.room) {
    case Room::wide: beside_each_other(context, context.places.body, state); break;
    case Room::middle: in_two_rows(context, context.places.body, state); break;
    case Room::narrow: in_one_column(context, context.places.body, state); break;
  }
  keep_draft(context, state);
  draw_entries_dialog(context, state.entries);
  draw_slips_dialog(context, state);
  draw_slip_dialog(context, state);
}

}  // namespace jishan::ui
