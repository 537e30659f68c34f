#include "ui/screens/redeem_cart.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

constexpr float picker_height = 74;
constexpr float head_height = 32;
constexpr float row_height = 34;
constexpr float often_lines = 2;

float cart_table_height(const Ui& ui, const RedeemState& state) {
  const std::size_t rows = std::max<std::size_t>(state.cart.size(), 1);
  return ui.px(head_height + row_height * static_cast<float>(rows));
}

}  // namespace

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

namespace {

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
                             {ui.say(Key::column_subtotal), 88, Align::right},
                             {"", 52}},
                 .row_count = static_cast<int>(state.cart.size()),
                 .empty = ui.say(Key::cart_empty)};
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
      if (row.h < ui.px(38)) return;
    }
    if (button_left(ui, row, spec)) add_to_cart(context, state, goods.id, 1);
    row.x -= ui.px(4);
    row.w += ui.px(4);
  }
}

}  // namespace

void cart_panel(ScreenContext& context, const Rect& sheet, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const std::string typed = state.goods_picker.typed;
  const PickerOutcome outcome =
      picker(ui, rest.cut_top(ui.px(picker_height)).inset(ui.px(16), ui.px(8)), state.goods_picker,
             {.label = ui.say(Key::add_goods),
              .placeholder = ui.say(Key::add_goods_placeholder),
              .is_search_of_screen = true,
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
  const float often_height = ui.px(24 + 38 * often_lines + 8);
  const float table_height = cart_table_height(ui, state);
  const bool has_often = rest.h >= table_height + often_height || state.cart.empty();
  const Rect often = rest.cut_bottom(has_often ? often_height : 0).inset(ui.px(16), ui.px(4));
  cart_table(context, rest.inset(ui.px(1), 0), state);
  if (has_often) often_part(context, often, state);
}

float cart_panel_height(const Ui& ui, const RedeemState& state) {
  return ui.px(picker_height + 24 + 38 * often_lines + 8) + cart_table_height(ui, state);
}

}  // namespace jishan::ui
