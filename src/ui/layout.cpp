#include "ui/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/top_bar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

struct RailItem {
  Screen screen;
  Icon icon;
  Key name;
  int digit;      // Alt+digit; −1: none
  bool begins_group;
};

constexpr float menu_width = 172;
constexpr float middle_margin = 12;

float rail_width(const Ui& ui) {
  const bool is_english = ui.language == Language::en;
  if (ui.room == Room::wide) return ui.px(is_english ? 172 : 148);
  return ui.px(is_english ? 138 : 108);
}

// Groups as in the design; screens that come later have their place and digit kept.
constexpr std::array rail_items{
    RailItem{Screen::home, Icon::home, Key::screen_home, 1, false},
    RailItem{Screen::award, Icon::award, Key::screen_award, 2, true},
    RailItem{Screen::score_sheet, Icon::sheet, Key::screen_score_sheet, 3, false},
    RailItem{Screen::redeem, Icon::redeem, Key::screen_redeem, 6, true},
    RailItem{Screen::stock, Icon::stock, Key::screen_stock, 7, false},
    RailItem{Screen::households, Icon::house, Key::screen_households, 8, true},
    RailItem{Screen::volunteers, Icon::volunteer, Key::screen_volunteers, 9, false},
    RailItem{Screen::exchange, Icon::exchange, Key::screen_exchange, 0, true},
    RailItem{Screen::settings, Icon::settings, Key::screen_settings, -1, false},
};

const RailItem& item_of(Screen screen) {
  return rail_items[static_cast<std::size_t>(screen)];
}

Rect whole_page() {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  return {0, 0, display.x, display.y};
}

const RailCount* count_of(const ShellView& view, Screen screen) {
  for (const RailCount& count : view.counts) {
    if (count.screen == screen && count.count > 0) return &count;
  }
  return nullptr;
}

void draw_count_dot(Ui& ui, const Rect& row, CountKind kind) {
  const ImU32 color = kind == CountKind::red     ? ui.color().err
                      : kind == CountKind::amber ? ui.color().warn
                                                 : ui.color().text3;
  ImGui::GetWindowDrawList()->AddCircleFilled({row.right() - ui.px(14), row.center().y}, ui.px(4),
                                              color);
}

bool rail_item(Ui& ui, const Rect& row, const RailItem& item, bool is_current,
               const RailCount* count) {
  const std::string_view name = ui.say(item.name);
  const ImGuiID id = id_of(name);
  const Pressable press = pressable(ui, id, row);
  const Tokens& c = ui.color();
  if (is_current) {
    fill(ui, row, c.sel);
    fill(ui, {row.x, row.y, ui.px(3), row.h}, c.accent);
    if (ui.theme.is_high_contrast()) outline(ui, row, c.accent);
  } else if (press.is_hovered) {
    fill(ui, row, c.hover);
  }
  const bool is_wide = ui.room == Room::wide;
  const ImU32 color = is_current ? c.accent : c.text2;
  Rect rest = row;
  rest.cut_left(ui.px(is_wide ? 16 : 12));
  draw_icon(*ImGui::GetWindowDrawList(), item.icon, rest.cut_left(ui.px(20)), ui.px(20),
            ui.stroke_px(), color);
  rest.cut_left(ui.px(is_wide ? 10 : 6));
  draw_text(ui, rest, name,
            {TextSize::body, is_current ? Weight::bold : Weight::regular, color});
  if (count != nullptr) {
    if (is_wide) {
      draw_count(ui, row.inset(ui.px(12), 0), count->count, count->kind);
    } else {
      draw_count_dot(ui, row, count->kind);
    }
  }
  if (ui.focus.shows_ring(id)) outline(ui, row, c.focus, 0, 2);
  MirrorRow& shown = ui.mirror.add(id, Role::menuitem, name, row);
  shown.selected = is_current ? Tri::on : Tri::off;
  shown.is_focused = ui.focus.has(id);
  if (count != nullptr) shown.value = std::to_string(count->count);
  return press.is_pressed;
}

void rail(Ui& ui, Rect box, const ShellView& view, Screen current, ShellOutcome& outcome) {
  fill(ui, box, ui.color().rail);
  hairline_right(ui, box);
  ui.focus.set_region(Region::rail);
  const bool is_wide = ui.room == Room::wide;
  Rect rest = box;
  rest.cut_top(ui.px(is_wide ? 8 : 4));
  rest.cut_bottom(ui.px(is_wide ? 8 : 4));
  const float group_gap = ui.px(is_wide ? 13 : 5);
  const auto groups = static_cast<float>(std::count_if(
      rail_items.begin(), rail_items.end(), [](const RailItem& item) { return item.begins_group; }));
  // Lower where large text leaves no room for all of them.
  const float fitting = (rest.h - groups * group_gap) / static_cast<float>(rail_items.size());
  const float height = std::min(ui.px(is_wide ? 38 : 29), std::floor(fitting));
  for (const RailItem& item : rail_items) {
    if (item.begins_group) {
      const Rect gap = rest.cut_top(group_gap);
      fill(ui, {gap.x + ui.px(16), std::floor(gap.center().y), gap.w - ui.px(32), ui.px(1)},
           ui.color().line);
    }
    const bool is_bottom = item.screen == Screen::settings;
    const Rect row = is_bottom ? rest.cut_bottom(height) : rest.cut_top(height);
    if (rail_item(ui, row, item, item.screen == current, count_of(view, item.screen))) {
      outcome.go_to = item.screen;
    }
  }
}

// Also while the rail stands behind its button.
void take_screen_keys(Ui& ui, ShellOutcome& outcome) {
  for (const RailItem& item : rail_items) {
    if (item.digit >= 0 && ui.pressed(chords::screen(item.digit))) outcome.go_to = item.screen;
  }
}

// One fact of the status bar; gives the place that is left.
// Half a fact is none: what does not fit is left out.
void status_fact(Ui& ui, Rect& bar, Icon icon, std::string_view text, ImU32 color) {
  const float icon_width = icon == Icon::none ? 0 : ui.px(16 + 6);
  if (text.empty() || text_width(ui, text, TextSize::small) + icon_width > bar.w) return;
  if (icon != Icon::none) {
    draw_icon(*ImGui::GetWindowDrawList(), icon, bar.cut_left(ui.px(16)), ui.px(16), ui.stroke_px(),
              color);
    bar.cut_left(ui.px(6));
  }
  const float width = draw_text(ui, bar, text, {TextSize::small, Weight::regular, color});
  ui.mirror.add(id_of(text), Role::status, text, {bar.x, bar.y, width, bar.h});
  bar.cut_left(width + ui.px(20));
}

// The menu button's popup, below 860 px.
void rail_in_menu(Ui& ui, const Rect& below_top_bar, const ShellView& view, ShellState& state,
                  Screen current, ShellOutcome& outcome) {
  Rect box = below_top_bar;
  box.w = ui.px(menu_width);
  const PopupWindow popup(ui, "menu", box);
  rail(ui, box, view, current, outcome);
  const Rect button{0, 0, box.w, box.y};
  if (outcome.go_to || popup.was_clicked_away(button) || ui.pressed(chords::escape)) {
    state.is_menu_open = false;
  }
}

bool save_state(Ui& ui, Rect& bar, const ShellView& view) {
  const Tokens& c = ui.color();
  Icon icon = Icon::info;
  ImU32 color = c.text2;
  switch (view.save) {
    case SaveShown::none: break;
    case SaveShown::saved: icon = Icon::ok; color = c.accent; break;
    case SaveShown::saving: icon = Icon::clock; break;
    case SaveShown::not_saved: icon = Icon::error; color = c.err; break;
    case SaveShown::no_book: icon = Icon::warn; color = c.warn; break;
  }
  const Rect before = bar;
  status_fact(ui, bar, icon, view.save_text, color);
  if (view.save != SaveShown::not_saved) return false;
  const Rect place{before.x, before.y, bar.x - before.x, before.h};
  return pressable(ui, id_of("save state"), place).is_pressed;
}

void key_hints_at(Ui& ui, Rect& bar, const std::vector<std::string_view>& hints) {
  const Look look{TextSize::small, Weight::regular, ui.color().text3};
  for (auto hint = hints.rbegin(); hint != hints.rend(); ++hint) {
    const float width = text_width(ui, *hint, TextSize::small);
    draw_text(ui, bar.cut_right(width + 1), *hint, look);
    bar.cut_right(ui.px(14));
  }
}

void status_bar(Ui& ui, Rect bar, const ShellView& view,
                const std::vector<std::string_view>& hints, ShellOutcome& outcome) {
  fill(ui, bar, ui.color().surface);
  fill(ui, {bar.x, bar.y, bar.w, ui.px(1)}, ui.color().line);
  Rect rest = bar.inset(ui.px(16), 0);
  if (save_state(ui, rest, view)) outcome.wants_save_help = true;
  if (ui.room == Room::narrow) return;
  Rect keys = rest;
  key_hints_at(ui, keys, hints);
  const float keys_begin = keys.right();
  rest.w = std::max(0.0F, keys_begin - rest.x);
  const ImU32 color = ui.color().text2;
  status_fact(ui, rest, Icon::laptop, view.laptop, color);
  if (ui.room == Room::wide) {
    status_fact(ui, rest, Icon::exchange, view.last_merge, color);
    // The fingerprint is what people compare: nothing may take its place.
    const float both = text_width(ui, view.last_copy, TextSize::small) + ui.px(16 + 6 + 20) +
                       text_width(ui, view.fingerprint, TextSize::small);
    if (both <= rest.w) status_fact(ui, rest, Icon::disk, view.last_copy, color);
  }
  status_fact(ui, rest, Icon::none, view.fingerprint, color);
}

}  // namespace

Icon icon_of(Screen screen) { return item_of(screen).icon; }
Key name_of(Screen screen) { return item_of(screen).name; }
int digit_of(Screen screen) { return item_of(screen).digit; }

Places shell(Ui& ui, const ShellView& view, ShellState& state, Screen current,
             const std::vector<std::string_view>& key_hints, ActionBar action_bar,
             ShellOutcome& outcome) {
  Rect rest = whole_page();
  fill(ui, rest, ui.color().bg);
  const Rect beside_brand = top_bar(ui, rest.cut_top(ui.px(44)), view, state, outcome);
  if (state.is_operator_menu_open) operator_menu(ui, view, state, outcome);
  status_bar(ui, rest.cut_bottom(ui.px(28)), view, key_hints, outcome);
  if (ui.room != Room::narrow) {
    rail(ui, rest.cut_left(rail_width(ui)), view, current, outcome);
  } else if (state.is_menu_open) {
    rail_in_menu(ui, rest, view, state, current, outcome);
  }
  take_screen_keys(ui, outcome);
  if (!view.banner.empty()) {
    outcome.takes_banner_link =
        banner(ui, rest.cut_top(ui.px(36)), view.banner_tone, view.banner, view.banner_link);
  }
  Places places;
  const float margin = ui.px(ui.room == Room::wide ? 16 : middle_margin);
  if (ui.room == Room::wide) {
    places.head = rest.cut_top(ui.px(52)).inset(margin, 0);
  } else {
    places.head = beside_brand;
    rest.cut_top(ui.px(10));
  }
  if (ui.room == Room::middle) {
    places.head.cut_left(rail_width(ui) + ui.px(middle_margin) - places.head.x);
  }
  if (ui.room == Room::narrow) {
    ui.focus.set_region(Region::head);
    if (button_left(ui, places.head, {.label = ui.say(Key::menu), .size = ButtonSize::small})) {
      state.is_menu_open = !state.is_menu_open;
    }
  }
  if (action_bar == ActionBar::shown) {
    const Rect bar = rest.cut_bottom(ui.px(56));
    fill(ui, bar, ui.color().surface);
    fill(ui, {bar.x, bar.y, bar.w, ui.px(1)}, ui.color().line);
    places.action_bar = bar.inset(margin, 0);
    rest.cut_bottom(ui.px(ui.room == Room::wide ? 12 : 10));
  } else {
    rest.cut_bottom(margin);
  }
  places.body = rest.inset(margin, 0);
  ui.focus.set_region(Region::body);
  return places;
}

Places bare_shell(Ui& ui, float column_width, const BareStatus& status,
                  const std::vector<std::string_view>& key_hints, ActionBar action_bar) {
  Rect rest = whole_page();
  fill(ui, rest, ui.color().bg);
  Rect top = rest.cut_top(ui.px(44));
  fill(ui, top, ui.color().surface);
  hairline_below(ui, top);
  draw_brand(ui, top);
  ShellView view;
  view.save = status.save;
  view.save_text = status.text;
  ShellOutcome ignored;
  status_bar(ui, rest.cut_bottom(ui.px(28)), view, key_hints, ignored);
  const float width = std::min(ui.px(column_width), rest.w - 2 * ui.px(16));
  const float side = std::floor((rest.w - width) / 2);
  Places places;
  if (action_bar == ActionBar::shown) {
    const Rect bar = rest.cut_bottom(ui.px(56));
    fill(ui, bar, ui.color().surface);
    fill(ui, {bar.x, bar.y, bar.w, ui.px(1)}, ui.color().line);
    places.action_bar = bar.inset(side, 0);
  }
  places.head = rest.cut_top(ui.px(56)).inset(side, 0);
  rest.cut_bottom(ui.px(12));
  places.body = rest.inset(side, 0);
  ui.focus.set_region(Region::body);
  return places;
}

Rect head_title(Ui& ui, const Rect& head, std::string_view title, std::string_view subtitle) {
  Rect rest = head;
  const Rect place{head.x, head.y, text_width(ui, title, TextSize::title, Weight::bold), head.h};
  ui.mirror.add(id_of("title"), Role::heading, title, place).description = subtitle;
  rest.cut_left(draw_text(ui, rest, title, {TextSize::title, Weight::bold}) + ui.px(12));
  const float width = text_width(ui, subtitle, TextSize::small);
  if (width == 0 || width > rest.w) return rest;
  draw_text(ui, rest, subtitle, {TextSize::small, Weight::regular, ui.color().text2});
  rest.cut_left(width + ui.px(12));
  return rest;
}

void action_bar_note(Ui& ui, const Rect& bar, std::string_view text, ImU32 color, Words words) {
  if (text.empty()) return;
  const Look look{TextSize::small, Weight::regular, color != 0 ? color : ui.color().text2,
                  Align::left, words};
  const auto lines = broken_into_lines(ui, text, bar.w, look.size);
  const float pitch = ui.theme.pitch_px(look.size);
  if (lines.size() == 2) {
    draw_paragraph(ui, {bar.x, bar.y + std::floor(bar.h / 2 - pitch), bar.w, 2 * pitch}, text, look);
  } else if (words == Words::of_the_book || lines.size() == 1) {
    draw_text(ui, bar, text, look);
  }
}

Rect head_with_tools(Ui& ui, Places& places, std::string_view title, std::string_view subtitle,
                     float tools_width) {
  const float title_width = text_width(ui, title, TextSize::title, Weight::bold) + ui.px(12);
  const float subtitle_width = text_width(ui, subtitle, TextSize::small) + ui.px(12);
  const float beside = places.head.w - title_width - tools_width;
  const Rect rest = head_title(ui, places.head, title,
                               beside >= subtitle_width ? subtitle : std::string_view());
  if (beside >= 0) return rest;
  const Rect line = places.body.cut_top(ui.px(36));
  places.body.cut_top(ui.px(8));
  return line;
}

}  // namespace jishan::ui
