#include "ui/screens/redeem_household.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "roster/queries.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {

void choose_redeeming_household(ScreenContext& context, RedeemState& state, const HouseholdId& id) {
  const auto household = roster::find_household(context.database(), id);
  if (!household) return;
  state.household = household->id;
  state.head_name = mask(household->head_name, Audience::desk);
  state.household_number = household->number;
  state.slip_event.clear();
  state.was_household_chosen = true;
  state.refusal.clear();
  state.freshness.forget();
}

namespace {

constexpr std::int64_t merge_old_days = 3;
constexpr std::int64_t day_minutes = 24 * 60;
constexpr float strip_padding = 10;
constexpr float spendable_width_min = 124;

void household_part(ScreenContext& context, const Rect& block, RedeemState& state) {
  Ui& ui = context.ui;
  const std::string name =
      state.household.is_empty() ? std::string() : ui.say(Key::household_of, {state.head_name});
  const PickerOutcome outcome =
      picker(ui, block, state.household_picker,
             {.label = ui.say(Key::collecting_household),
              .placeholder = ui.say(Key::pick_household_placeholder),
              .error = ui.say(Key::pick_household_missing),
              .icon = Icon::house,
              .chosen = name,
              .chosen_facts = state.household_number,
              .rows = [&](std::string_view typed) {
                return household_choices(context, typed, LastRow::none);
              },
              .found = [&ui](std::size_t count) {
                return ui.say(Key::found_households, {std::to_string(count)});
              }});
  if (outcome.is_cleared) {
    state.household = {};
    state.freshness.forget();
  }
  if (!outcome.is_chosen) return;
  if (const auto id = HouseholdId::from_text(outcome.key)) choose_redeeming_household(context, state, *id);
}

// A label at the left, points at the right; opens the entries behind it.
bool points_line(Ui& ui, const Rect& line, Key label, Points value, ImU32 color) {
  const ImGuiID id = id_of(ui.say(label));
  const Pressable press = pressable(ui, id, line);
  if (press.is_hovered) fill(ui, line, ui.color().hover, 4);
  draw_text(ui, line, ui.say(label), {.color = ui.color().text2});
  const std::string text = to_display(value) + " " + std::string(ui.say(Key::points_unit));
  draw_text(ui, line, text, {.color = color, .align = Align::right});
  if (ui.focus.shows_ring(id)) focus_ring(ui, line, 4);
  MirrorRow& row = ui.mirror.add(id, Role::figure, ui.say(label), line);
  row.value = to_display(value);
  row.is_focused = ui.focus.has(id);
  return press.is_pressed;
}

// True when the entries behind it are asked for.
bool spendable_figure(Ui& ui, const Rect& box, const RedeemState& state, TextSize size) {
  const Points spendable = state.account.spendable;
  const std::string value = to_display(spendable);
  return figure(ui, box,
                {.label = ui.say(Key::spendable_points),
                 .value = value,
                 .unit = ui.say(Key::points_unit),
                 .size = size,
                 .color = spendable.is_negative() ? ui.color().err : ui.color().accent});
}

void show_entries(ScreenContext& context, RedeemState& state) {
  open_figure(context, state.entries, context.ui.say(Key::passbook_all, {state.head_name}),
              {points::FigureKind::balance, state.household, {}});
}

void spendable_part(ScreenContext& context, Rect& rest, RedeemState& state) {
  Ui& ui = context.ui;
  const points::Account& account = state.account;
  const bool is_asked = spendable_figure(ui, rest.cut_top(ui.px(80)), state, TextSize::counter);
  hairline_below(ui, rest.cut_top(ui.px(8)));
  rest.cut_top(ui.px(6));
  const bool is_balance = points_line(ui, rest.cut_top(ui.px(28)), Key::balance, account.balance,
                                      ui.color().text);
  const bool is_lock = points_line(ui, rest.cut_top(ui.px(28)), Key::lock_line, account.lock,
                                   ui.color().text);
  if (is_asked || is_balance || is_lock) show_entries(context, state);
  hairline_below(ui, rest.cut_top(ui.px(8)));
  rest.cut_top(ui.px(8));
}

std::vector<std::string_view> collectors(const Ui& ui) {
  return {ui.say(Key::collector_head), ui.say(Key::collector_family), ui.say(Key::collector_proxy)};
}

void collector_field(Ui& ui, Rect block, RedeemState& state) {
  draw_field_label(ui, block.cut_top(ui.px(18)), ui.say(Key::who_collects), Need::required);
  block.cut_top(ui.px(4));
  segment(ui, block.cut_top(ui.px(field_height)), ui.say(Key::who_collects), collectors(ui),
          state.collector);
}

bool asks_for_proxy(const RedeemState& state) { return state.collector == 2; }

void proxy_field(Ui& ui, const Rect& block, RedeemState& state) {
  const bool is_blank = trimmed(state.proxy.text).empty();
  text_field(ui, block, state.proxy,
             {.label = ui.say(Key::proxy_name),
              .error = is_blank ? ui.say(Key::error_proxy_missing) : "",
              .need = Need::required});
}

void recent_part(Ui& ui, Rect& rest, const RedeemState& state) {
  if (state.recent.empty()) return;
  draw_text(ui, rest.cut_top(ui.px(24)), ui.say(Key::recent_redemptions),
            {TextSize::small, Weight::regular, ui.color().text2});
  for (const shop::RedemptionView& order : state.recent) {
    Rect line = rest.cut_top(ui.px(26));
    draw_text(ui, line.cut_left(ui.px(68)), date_in_table(ui, order.date),
              {.color = ui.color().text2});
    draw_text(ui, line.cut_right(ui.px(60)), to_display_signed(-order.total),
              {.align = Align::right});
    std::string goods;
    for (const shop::RedemptionLine& item : order.lines) {
      if (!goods.empty()) goods += "、";
      goods += item.name;
    }
    draw_text(ui, line, goods, {.words = Words::of_the_book});
  }
}

// Points that another computer gave out may be missing here. Empty: it was merged lately, or never.
std::string merge_warning(ScreenContext& context) {
  const auto merge = context.app.last_merge();
  const std::int64_t days =
      merge ? (context.app.ports().clock.now_minutes() - merge->at) / day_minutes : 0;
  return days < merge_old_days ? std::string()
                               : context.ui.say(Key::merge_old, {count_text(days)});
}

}  // namespace

void redeem_household_panel(ScreenContext& context, const Rect& sheet, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const std::string warning = merge_warning(context);
  if (!warning.empty()) note_strip(ui, rest.cut_bottom(ui.px(36)), Tone::amber, warning);
  const bool has_household = !state.household.is_empty();
  const float proxy_height = asks_for_proxy(state) ? field_block_height : 0;
  const ScrollArea area(ui, "household", rest, ui.px(has_household ? 470 + proxy_height : 160));
  rest = area.content().inset(ui.px(16), ui.px(10));
  household_part(context, rest.cut_top(ui.px(field_block_height)), state);
  if (state.household.is_empty()) {
    const Rect told = rest.cut_top(ui.px(60));
    draw_paragraph(ui, told, ui.say(Key::household_first), {TextSize::small, Weight::regular, ui.color().text2});
    ui.mirror.add(id_of("household first"), Role::note, ui.say(Key::household_first), told);
    return;
  }
  spendable_part(context, rest, state);
  collector_field(ui, rest.cut_top(ui.px(18 + 4 + 36)), state);
  rest.cut_top(ui.px(8));
  if (asks_for_proxy(state)) proxy_field(ui, rest.cut_top(ui.px(field_block_height)), state);
  rest.cut_top(ui.px(4));
  recent_part(ui, rest, state);
}

float redeem_household_strip_height(const Ui& ui, const RedeemState& state) {
  const float rows = asks_for_proxy(state) && !state.household.is_empty() ? 2 : 1;
  return ui.px(2 * strip_padding + field_block_height * rows);
}

void redeem_household_strip(ScreenContext& context, const Rect& sheet, RedeemState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet.inset(ui.px(16), ui.px(strip_padding));
  Rect line = rest.cut_top(ui.px(field_block_height));
  const float gap = ui.px(16);
  const float collector_width = segment_width(ui, collectors(ui));
  const float beside =
      state.household.is_empty() ? 0 : collector_width + ui.px(spendable_width_min) + 2 * gap;
  const float picker_width = std::min(ui.px(270), line.w - beside);
  household_part(context, line.cut_left(picker_width), state);
  line.cut_left(gap);
  const std::string warning = merge_warning(context);
  const Rect hint = line.cut_bottom(ui.px(20));
  draw_field_hint(ui, hint, warning, HintKind::warning);
  if (!warning.empty()) ui.mirror.add(id_of(warning), Role::note, warning, hint);
  if (state.household.is_empty()) return;
  collector_field(ui, line.cut_right(collector_width), state);
  line.cut_right(gap);
  if (spendable_figure(ui, line, state, TextSize::figure)) show_entries(context, state);
  if (!asks_for_proxy(state)) return;
  proxy_field(ui, rest.cut_top(ui.px(field_block_height)).cut_left(picker_width), state);
}

}  // namespace jishan::ui
