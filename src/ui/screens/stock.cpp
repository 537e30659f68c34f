#include "ui/screens/stock.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/list_screen.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr std::int64_t reminded_days = 30;

void refresh(ScreenContext& context, StockState& state, bool is_asked_again) {
  if (!state.freshness.is_stale(context.app) && !is_asked_again) return;
  db::Database& database = context.database();
  state.goods = shop::goods(database, shop::default_outlet(database), shop::Shelf::all, state.typed);
  state.shown = {};
}

std::vector<Tag> reminders(ScreenContext& context, const shop::GoodsView& goods,
                           std::vector<std::string>& texts) {
  const Ui& ui = context.ui;
  std::vector<TagKind> kinds;
  const auto add = [&](std::string text, TagKind kind) {
    texts.push_back(std::move(text));
    kinds.push_back(kind);
  };
  if (!goods.is_on) add(std::string(ui.say(Key::not_offered)), TagKind::outlined);
  if (goods.stock < 0) add(std::string(ui.say(Key::below_zero)), TagKind::red);
  if (goods.is_to_reorder && goods.stock >= 0) {
    add(ui.say(Key::below_reorder, {count_text(goods.reorder)}), TagKind::amber);
  }
  if (const auto date = Date::from_iso(goods.best_before)) {
    const std::int64_t left = date->days() - ui.today.days();
    if (left <= reminded_days) {
      add(left < 0 ? std::string(ui.say(Key::expired)) : ui.say(Key::expires_in, {count_text(left)}),
          TagKind::amber);
    }
  }
  std::vector<Tag> tags;
  for (std::size_t i = 0; i < std::min<std::size_t>(texts.size(), 2); ++i) {
    tags.push_back({texts[i], kinds[i]});
  }
  return tags;
}

void draw_row(ScreenContext& context, const shop::GoodsView& goods, RowPainter& cells) {
  Ui& ui = context.ui;
  cells.text(goods.name, {.color = goods.is_on ? ui.color().text : ui.color().text3});
  cells.text(goods.unit);
  cells.text(to_display(goods.price));
  cells.text(count_text(goods.stock),
             {.color = goods.stock < 0 ? ui.color().err : ui.color().text});
  cells.text(goods.reorder > 0 ? count_text(goods.reorder) : std::string(ui.say(Key::no_value)),
             {.color = ui.color().text2});
  cells.text(goods.best_before.empty() ? std::string(ui.say(Key::no_value))
                                       : date_in_table(ui, goods.best_before));
  std::vector<std::string> texts;
  cells.tags(reminders(context, goods, texts));
}

const shop::GoodsView* selected(const StockState& state) {
  const auto place = static_cast<std::size_t>(state.list.selected);
  return place < state.goods.size() ? &state.goods[place] : nullptr;
}

void list_panel(ScreenContext& context, const Rect& sheet, StockState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  if (state.goods.empty()) {
    const bool is_search = !state.typed.empty();
    const std::string title = is_search ? ui.say(Key::nothing_found, {state.typed})
                                        : std::string(ui.say(Key::stock_empty));
    const EmptyStateOutcome outcome =
        empty_state(ui, sheet, {.icon = is_search ? Icon::search : Icon::stock,
                                .title = title,
                                .first_line = ui.say(is_search ? Key::search_goods
                                                               : Key::stock_empty_first),
                                .main_action = ui.say(Key::add_goods_button)});
    if (outcome == EmptyStateOutcome::main_action) open_new_goods(context, state.form);
    return;
  }
  TableSpec spec{.label = ui.say(Key::screen_stock),
                 .columns = {{ui.say(Key::column_goods)},
                             {ui.say(Key::column_unit), 56},
                             {ui.say(Key::column_point_price), 66, Align::right},
                             {ui.say(Key::column_on_shelf), 80, Align::right},
                             {.title = ui.say(Key::column_reorder),
                              .width = 84,
                              .align = Align::right,
                              .needs_width = 700},
                             {ui.say(Key::column_best_before), 104},
                             {ui.say(Key::column_reminder), 180}},
                 .row_count = static_cast<int>(state.goods.size())};
  spec.row_label = [&](int row) { return state.goods[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    draw_row(context, state.goods[static_cast<std::size_t>(row)], cells);
  };
  const TableOutcome outcome = table(ui, sheet.inset(ui.px(1), ui.px(1)), state.list, spec);
  if (outcome.opened < 0) return;
  if (ui.room == Room::wide) {
    open_goods(state.form, state.goods[static_cast<std::size_t>(outcome.opened)]);
  } else {
    state.is_detail_open = true;
  }
}

Key movement_name(shop::MovementKind kind) {
  switch (kind) {
    case shop::MovementKind::received: return Key::movement_received;
    case shop::MovementKind::given: return Key::movement_given;
    case shop::MovementKind::undone: return Key::movement_undone;
  }
  return Key::movement_given;
}

void movements_table(ScreenContext& context, const Rect& box, StockState& state) {
  Ui& ui = context.ui;
  const auto& lines = state.movements.lines;
  TableSpec spec{.label = ui.say(Key::movements),
                 .columns = {{ui.say(Key::column_date), date_width(ui, lines)},
                             {ui.say(Key::movements), 68},
                             {ui.say(Key::column_slip)},
                             {ui.say(Key::column_quantity), 78, Align::right}},
                 .row_count = static_cast<int>(lines.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  const auto at = [&lines](int row) -> const shop::StockMovement& {
    return lines[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return std::string(ui.say(movement_name(at(row).kind))); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const shop::StockMovement& line = at(row);
    cells.text(date_in_table(ui, line.date));
    cells.text(ui.say(movement_name(line.kind)));
    cells.text(line.household_number.empty() ? line.slip : line.household_number,
               {.color = ui.color().text2});
    cells.text((line.quantity > 0 ? "+" : "") + count_text(line.quantity));
  };
  spec.footer = {std::string(ui.say(Key::on_shelf)), "", "", count_text(state.movements.stock)};
  table(ui, box, state.movements_table, spec);
}

void detail_panel(ScreenContext& context, const Rect& sheet, StockState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  const shop::GoodsView* goods = selected(state);
  if (goods == nullptr) return;
  if (goods->id != state.shown) {
    state.shown = goods->id;
    state.movements = shop::stock_movements(context.database(),
                                            shop::default_outlet(context.database()), goods->id);
    state.movements_table = {};
  }
  constexpr float needed_height = 50 + 62 + 28 + 5 * 30 + 34;
  const ScrollArea area(ui, "detail", sheet, std::max(sheet.h, ui.px(needed_height)));
  Rect rest = area.content();
  Rect head = rest.cut_top(ui.px(50)).inset(ui.px(16), 0);
  if (button_right(ui, head,
                   {.label = ui.say(Key::edit),
                    .kind = ButtonKind::text,
                    .size = ButtonSize::small,
                    .key = chords::edit})) {
    open_goods(state.form, *goods);
  }
  draw_text(ui, head, goods->name,
            {TextSize::title, Weight::bold, 0, Align::left, Words::of_the_book});
  ui.mirror.add(id_of("goods"), Role::heading, goods->name, head);
  Rect strip = rest.cut_top(ui.px(62)).inset(ui.px(12), 0);
  const float width = std::floor(strip.w / 3);
  const std::string stock = count_text(goods->stock);
  const std::string reorder = count_text(goods->reorder);
  const std::string price = to_display(goods->price);
  figure(ui, strip.cut_left(width).inset(ui.px(4), 0),
         {.label = ui.say(Key::on_shelf), .value = stock, .unit = goods->unit});
  figure(ui, strip.cut_left(width).inset(ui.px(4), 0),
         {.label = ui.say(Key::reorder_point), .value = reorder, .unit = goods->unit});
  figure(ui, strip.inset(ui.px(4), 0),
         {.label = ui.say(Key::column_point_price), .value = price, .unit = ui.say(Key::points_unit)});
  movements_table(context, rest.inset(ui.px(1), ui.px(1)), state);
}

void head(ScreenContext& context, StockState& state) {
  Ui& ui = context.ui;
  const std::string count = count_text(static_cast<std::int64_t>(state.goods.size()));
  const std::string subtitle = ui.say(Key::stock_subtitle, {count});
  const std::string found = ui.say(Key::goods_found, {count});
  const ListHeadOutcome outcome =
      list_head(ui, context.places,
                {.title = ui.say(Key::screen_stock),
                 .subtitle = subtitle,
                 .search = ui.say(Key::search_goods),
                 .found = found,
                 .buttons = {{.label = ui.say(Key::add_goods_button), .icon = Icon::plus}}},
                state.typed, nullptr);
  if (outcome.pressed == 0) open_new_goods(context, state.form);
  if (!outcome.is_changed) return;
  state.list.selected = 0;
  refresh(context, state, true);
}

void action_bar(ScreenContext& context, StockState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  const shop::GoodsView* goods = selected(state);
  const Key label = goods != nullptr ? Key::receive_stock : Key::add_goods_button;
  const bool is_pressed = button_right(ui, bar,
                                       {.label = ui.say(label),
                                        .kind = ButtonKind::primary,
                                        .icon = goods != nullptr ? Icon::in : Icon::plus,
                                        .key = chords::primary});
  if (goods != nullptr) {
    action_bar_note(ui, bar, ui.say(Key::stock_hint));
  }
  if (!is_pressed) return;
  if (goods != nullptr) {
    open_receipt(context, state.receive, *goods);
  } else {
    open_new_goods(context, state.form);
  }
}

}  // namespace

void stock_screen(ScreenContext& context, StockState& state) {
  refresh(context, state, false);
  head(context, state);
  if (selected(state) == nullptr) state.is_detail_open = false;
  list_and_detail(
      context.ui, context.places.body, 822, state.is_detail_open,
      [&](const Rect& sheet) { list_panel(context, sheet, state); },
      [&](const Rect& sheet) { detail_panel(context, sheet, state); });
  action_bar(context, state);
  draw_goods_form(context, state.form);
  draw_receive_form(context, state.receive);
}

}  // namespace jishan::ui
