#include <algorithm>

#include "ui/screens/redeem.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

void dashes(Ui& ui, const Rect& line) {
  const float y = line.center().y;
  for (float x = line.x; x < line.right(); x += ui.px(6)) {
    fill(ui, {x, y, std::min(ui.px(3), line.right() - x), ui.px(1)}, ui.color().text);
  }
}

void pair_line(Ui& ui, Rect& rest, std::string_view left, std::string_view right, Weight weight) {
  Rect line = rest.cut_top(ui.px(20));
  const float width = draw_text(ui, line, right, {TextSize::small, weight, 0, Align::right});
  line.cut_right(width + ui.px(4));
  draw_text(ui, line, left, {TextSize::small, weight, 0, Align::left, Words::of_the_book});
}

float paper_height(const Ui& ui, const SlipText& slip) {
  const float rows = static_cast<float>(slip.lines.size() + (slip.number.empty() ? 0 : 1) +
                                        (slip.mark.empty() ? 0 : 1));
  return ui.px(8 + 28 + 20 + 8 + 20 * rows + 8 + 20 * 3 + 12);
}

void draw_paper(Ui& ui, const Rect& place, const SlipText& slip) {
  const Rect paper{place.x, place.y, place.w, paper_height(ui, slip)};
  fill(ui, paper, ui.color().surface);
  outline(ui, paper, ui.color().text2);
  Rect rest = paper.inset(ui.px(14), ui.px(8));
  draw_text(ui, rest.cut_top(ui.px(28)), slip.title,
            {TextSize::body, Weight::bold, 0, Align::center, Words::of_the_book});
  if (!slip.mark.empty()) {
    draw_text(ui, rest.cut_top(ui.px(20)), slip.mark,
              {TextSize::small, Weight::bold, ui.color().err, Align::center});
  }
  if (!slip.number.empty()) pair_line(ui, rest, slip.number, {}, Weight::regular);
  pair_line(ui, rest, slip.household, slip.date, Weight::regular);
  dashes(ui, rest.cut_top(ui.px(8)));
  for (const SlipLineText& line : slip.lines) {
    pair_line(ui, rest, line.left, line.right, Weight::regular);
  }
  dashes(ui, rest.cut_top(ui.px(8)));
  pair_line(ui, rest, ui.say(Key::slip_total), slip.total, Weight::bold);
  pair_line(ui, rest, ui.say(Key::slip_left), slip.left, Weight::regular);
  pair_line(ui, rest, ui.say(Key::slip_sign), {}, Weight::regular);
  MirrorRow& row = ui.mirror.add(id_of("slip"), Role::note, ui.say(Key::slip), paper);
  row.value = slip.total;
  row.description = slip.number;
  if (!slip.mark.empty()) row.description += (slip.number.empty() ? "" : "　") + slip.mark;
}

std::string mark_of(const Ui& ui, village::Mode mode) {
  return mode == village::Mode::practice ? std::string(ui.say(Key::sample_tag)) : std::string();
}

SlipText text_of_order(const Ui& ui, const shop::SlipView& order) {
  SlipText text;
  text.title = ui.say(Key::slip_title, {order.outlet_name});
  text.mark = mark_of(ui, order.mode);
  text.number = ui.say(Key::slip_number, {order.slip});
  text.household = order.household_number + "　" + order.head_masked;
  text.date = date_in_table(ui, order.date);
  for (const shop::SlipLine& line : order.lines) {
    text.lines.push_back({line.name + " × " + count_text(line.quantity), to_display(line.points)});
  }
  text.total = to_display(order.total);
  text.left = to_display(order.spendable_after);
  return text;
}

void slip_row(const Ui& ui, const shop::RedemptionView& order, RowPainter& cells) {
  const bool is_live = order.state == shop::RedemptionState::live;
  const Look look{.color = is_live ? ui.color().text : ui.color().err};
  cells.text(date_in_table(ui, order.date));
  cells.text(order.slip);
  cells.text(ui.say(Key::household_of, {mask(order.head, Audience::desk)}), look);
  std::string goods;
  for (const shop::RedemptionLine& line : order.lines) {
    if (!goods.empty()) goods += "、";
    goods += line.name + " " + count_text(line.quantity);
  }
  cells.text(is_live ? goods : std::string(ui.say(Key::slip_reversed)), look);
  cells.text(to_display(order.total), look);
}

}  // namespace

namespace {

// The order that was just made, else the cart; nothing when both are empty.
std::optional<SlipText> slip_text(ScreenContext& context, const RedeemState& state, Points total,
                                  Points left) {
  const Ui& ui = context.ui;
  if (!state.slip_event.empty()) {
    if (const auto order = shop::slip(context.database(), state.slip_event)) {
      return text_of_order(ui, *order);
    }
  }
  if (state.cart.empty()) return std::nullopt;
  SlipText text;
  text.title = ui.say(Key::slip_title, {state.outlet_name});
  const village::Settings settings = village::settings(context.database());
  text.mark = mark_of(ui, settings.mode);
  text.household = state.household_number + "　" +
                   mask(Personal(state.head_name), Audience::public_notice, settings.mask);
  text.date = date_in_words(ui, ui.today);
  for (const CartRow& row : state.cart) {
    const auto subtotal = points_for_quantity(row.line.price, row.line.quantity * 100);
    text.lines.push_back({row.name + " × " + count_text(row.line.quantity),
                          subtotal ? to_display(*subtotal) : std::string()});
  }
  text.total = to_display(total);
  text.left = to_display(left);
  return text;
}

}  // namespace

void draw_slip(ScreenContext& context, const Rect& sheet, RedeemState& state, Points total,
               Points left) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  const Rect head = rest.cut_top(ui.px(24));
  draw_text(ui, head, ui.say(Key::slip), {TextSize::small, Weight::regular, ui.color().text2});
  const auto text = slip_text(context, state, total, left);
  if (!text) {
    state.is_slip_open = false;
    if (rest.h < ui.px(24)) return;
    draw_text(ui, rest.cut_top(ui.px(24)), ui.say(Key::slip_empty),
              {TextSize::small, Weight::regular, ui.color().text3});
  } else if (paper_height(ui, *text) <= rest.h) {
    draw_paper(ui, rest, *text);
  } else {
    if (link(ui, head, ui.say(Key::slip_show), Align::right)) state.is_slip_open = true;
    state.shown_slip = *text;
  }
}

void draw_slip_dialog(ScreenContext& context, RedeemState& state) {
  if (!state.is_slip_open) return;
  Ui& ui = context.ui;
  FormDialog dialog(ui, "slip", ui.say(Key::slip), 360, paper_height(ui, state.shown_slip));
  draw_paper(ui, dialog.content(), state.shown_slip);
  if (button_right(ui, dialog.foot(),
                   {.label = ui.say(Key::close),
                    .key = chords::escape,
                    .opening = Opening::safe_choice})) {
    state.is_slip_open = false;
  }
}

void draw_slips_dialog(ScreenContext& context, RedeemState& state) {
  Ui& ui = context.ui;
  if (state.are_slips_open) {
    const ModalLayer layer(ui, "slips");
    Rect rest = dialog_sheet(ui, ui.say(Key::slips_title), 640, ui.px(460));
    Rect bar = rest.cut_bottom(ui.px(36));
    rest.cut_bottom(ui.px(12));
    TableSpec spec{.label = ui.say(Key::slips_title),
                   .columns = {{ui.say(Key::column_date), 70},
                               {ui.say(Key::column_slip), 120},
                               {ui.say(Key::column_household), 100},
                               {ui.say(Key::column_goods)},
                               {ui.say(Key::column_points), 72, Align::right}},
                   .row_count = static_cast<int>(state.slips.size()),
                   .density = Density::dense,
                   .note = ui.say(Key::slips_tip)};
    spec.row_label = [&](int row) { return state.slips[static_cast<std::size_t>(row)].slip; };
    spec.draw_row = [&](int row, RowPainter& cells) {
      slip_row(ui, state.slips[static_cast<std::size_t>(row)], cells);
    };
    outline(ui, rest, ui.color().line);
    const TableOutcome outcome = table(ui, rest, state.slips_table, spec);
    if (outcome.opened >= 0) {
      const shop::RedemptionView& order = state.slips[static_cast<std::size_t>(outcome.opened)];
      if (order.state == shop::RedemptionState::live) {
        state.reversal = {};
        state.reversal.is_open = true;
        state.reversal.ref = order.event + ":0";
        state.reversal.reason = ui.say(Key::slip_number, {order.slip}) + "　" +
                                to_display(order.total) + " " + std::string(ui.say(Key::points_unit));
      }
    }
    if (button_right(ui, bar,
                     {.label = ui.say(Key::close),
                      .key = state.reversal.is_open ? chords::none : chords::escape})) {
      state.are_slips_open = false;
    }
    // Inside: a layer above this one, so that the keyboard goes to it.
    draw_reversal(context, state.reversal);
  }
}

}  // namespace jishan::ui
