#include "ui/screens/redeem.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "roster/queries.h"
#include "ui/screens/cart_draft.h"
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

void add_to_cart(ScreenContext& context, RedeemState& state, const GoodsId& id,
                 std::int64_t quantity);

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

void add_to_cart(ScreenContext& context, RedeemState& state, const GoodsId& id,
                 std::int64_t quantity) {
  const auto goods = shop::find_goods(context.database(), shop::default_outlet(context.database()), id);
  if (!goods) return;
  state.slip_event.clear();
  state.refusal.clear();
  const auto found = std::find_if(state.cart.begin(), state.cart.end(),
                                  [&](const CartRow& row) { return row.line.goods == id; });
  if (found != state.cart.end()) {
    found->line.quantity += quantity;
  } else {
    state.cart.push_back({{id, quantity, goods->price}, goods->name, goods->unit});
  }
}

// "dm*2" asks for two; the part before the star finds the goods.
struct GoodsQuery {
  std::string_view name;
  std::int64_t quantity = 1;
};
GoodsQuery goods_query(std::string_view typed) {
  const std::size_t star = typed.find('*');
  if (star == std::string_view::npos) return {typed};
  const auto quantity = count_from_typed(typed.substr(star + 1));
  return {typed.substr(0, star), quantity && *quantity > 0 ? *quantity : 1};
}

void cart_table(ScreenContext& context, const Rect& box, RedeemState& state) {
  Ui& ui = context.ui;
  std::optional<std::size_t> removed;
  TableSpec spec{.label = ui.say(Key::column_goods),
                 .columns = {{ui.say(Key::column_goods)},
                             {ui.say(Key::column_price), 72, Align::right},
                             {ui.say(Key::column_quantity), 124, Align::center},
                             {ui.say(Key::column_subtotal), 76, Align::right},
                             {"", 52}},
                 .row_count = static_cast<int>(state.cart.size())};
  spec.row_label = [&](int row) { return state.cart[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    CartRow& item = state.cart[static_cast<std::size_t>(row)];
    const bool is_refused = state.refused_line == static_cast<std::size_t>(row);
    cells.text(item.name, {.color = is_refused ? ui.color().err : ui.color().text});
    cells.text(to_display(item.line.price));
    const Rect place = cells.place();
    const Rect box28{place.x, place.y + std::floor((place.h - ui.px(28)) / 2), ui.px(92), ui.px(28)};
    if (stepper(ui, box28, item.line.quantity,
                {.label = ui.say(Key::quantity_of, {item.name}),
                 .min = 1,
                 .max = shop::quantity_typed_max})) {
      state.refusal.clear();
      state.refused_line.reset();
    }
    const auto subtotal = points_for_quantity(item.line.price, item.line.quantity * 100);
    cells.text(subtotal ? to_display(*subtotal) : std::string(ui.say(Key::no_value)));
    const Rect cross = cells.place();
    if (icon_button(ui, {cross.x, cross.y + ui.px(3), ui.px(28), ui.px(28)}, Icon::close,
                    ui.say(Key::remove_line, {item.name}))) {
      removed = static_cast<std::size_t>(row);
    }
  };
  const TableOutcome outcome = table(ui, box, state.cart_table, spec);
  if (outcome.is_focused && !state.cart.empty() && ui.pressed({ImGuiKey_Delete, 0})) {
    removed = static_cast<std::size_t>(state.cart_table.selected);
  }
  if (removed && *removed < state.cart.size()) {
    state.cart.erase(state.cart.begin() + static_cast<std::ptrdiff_t>(*removed));
    state.refusal.clear();
    state.refused_line.reset();
  }
}

void often_part(ScreenContext& context, Rect rest, RedeemState& state) {
  Ui& ui = context.ui;
  if (state.often.empty()) return;
  draw_text(ui, rest.cut_top(ui.px(24)), ui.say(Key::often_taken),
            {TextSize::small, Weight::regular, ui.color().text2});
  const IdScope scope("often");
  Rect row = rest.cut_top(ui.px(38));
  for (const shop::GoodsView& goods : state.often) {
    const ButtonSpec spec{.label = goods.name, .size = ButtonSize::small};
    if (button_width(ui, spec) > row.w) {
      row = rest.cut_top(ui.px(38));
      if (row.h < ui.px(30)) return;
    }
    if (button_left(ui, row, spec)) add_to_cart(context, state, goods.id, 1);
    row.x -= ui.px(4);
    row.w += ui.px(4);
  }
}

void cart_panel(ScreenContext& context, const Rect& sheet, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const std::string typed = state.goods_picker.typed;
  const PickerOutcome outcome =
      picker(ui, rest.cut_top(ui.px(80)).inset(ui.px(16), ui.px(8)), state.goods_picker,
             {.label = ui.say(Key::add_goods),
              .placeholder = ui.say(Key::add_goods_placeholder),
              .rows = [&](std::string_view text) {
                return goods_choices(context, goods_query(text).name);
              },
              .found = [&ui](std::size_t count) {
                return ui.say(Key::goods_found, {std::to_string(count)});
              }});
  if (outcome.is_chosen) {
    if (const auto id = GoodsId::from_text(outcome.key)) {
      add_to_cart(context, state, *id, goods_query(typed).quantity);
      ui.focus.stay();
    }
  }
  const Rect often = rest.cut_bottom(ui.px(112)).inset(ui.px(16), ui.px(4));
  cart_table(context, rest.inset(ui.px(1), 0), state);
  often_part(context, often, state);
}

void confirm_panel(ScreenContext& context, const Rect& sheet, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet.inset(ui.px(16), ui.px(12));
  const shop::PlannedRedeem plan = shop::plan_redeem(context.app.context(), request_of(state));
  Points total;
  for (const CartRow& row : state.cart) {
    total += points_for_quantity(row.line.price, row.line.quantity * 100).value_or(Points());
  }
  const Points left = state.account.spendable - total;
  const bool is_short = !state.household.is_empty() && left.is_negative();
  const std::string label = state.cart.empty() ? std::string(ui.say(Key::confirm_redeem_empty))
                                               : ui.say(Key::confirm_redeem, {to_display(total)});
  if (button(ui, rest.cut_bottom(ui.px(56)),
             {.label = label,
              .kind = ButtonKind::primary,
              .size = ButtonSize::big,
              .key = chords::primary})) {
    confirm(context, state);
  }
  if (is_short) {
    refuse(ui, state, plan);
  } else if (plan.status == shop::RedeemStatus::accepted) {
    state.refusal.clear();
    state.refused_line.reset();
  }
  draw_field_hint(ui, rest.cut_bottom(ui.px(26)), state.refusal, HintKind::error);
  if (!state.refusal.empty()) ui.mirror.add(id_of("refusal"), Role::alert, state.refusal, sheet);
  const Rect after = rest.cut_bottom(ui.px(26));
  draw_text(ui, after, ui.say(Key::left_afterwards), {.color = ui.color().text2});
  draw_text(ui, after, to_display(left) + " " + std::string(ui.say(Key::points_unit)),
            {.color = is_short ? ui.color().err : ui.color().text, .align = Align::right});
  ui.mirror.add(id_of("left"), Role::figure, ui.say(Key::left_afterwards), after).value =
      to_display(left);
  const Rect sum = rest.cut_bottom(ui.px(36));
  draw_text(ui, sum, ui.say(Key::slip_total), {.color = ui.color().text2});
  const std::string figure = to_display(total);
  draw_runs(ui, sum,
            {{figure, {TextSize::figure, Weight::bold}},
             {ui.say(Key::points_unit), {TextSize::small, Weight::regular, ui.color().text2}, 6}},
            Align::right);
  ui.mirror.add(id_of("total"), Role::figure, ui.say(Key::slip_total), sum).value = figure;
  rest.cut_bottom(ui.px(8));
  draw_slip(context, rest, state, total, left);
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
  Rect body = context.places.body;
  const float right = ui.room == Room::wide ? ui.px(316) : body.w * 0.3F;
  const float left = ui.room == Room::wide ? ui.px(324) : body.w * 0.3F;
  redeem_household_panel(context, body.cut_left(left), state);
  body.cut_left(ui.px(12));
  const Rect slip = body.cut_right(right);
  body.cut_right(ui.px(12));
  cart_panel(context, body, state);
  confirm_panel(context, slip, state);
  keep_draft(context, state);
  draw_entries_dialog(context, state.entries);
  draw_slips_dialog(context, state);
}

}  // namespace jishan::ui
