#include "ui/top_bar.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr float bar_height = 44;
constexpr float icon_side = 18;
constexpr float menu_width = 180;
constexpr float menu_row_height = 36;
// Where the screens begin, beside the rail.
constexpr float village_x = 164;

void draw_small_icon(Ui& ui, Icon icon, const Rect& place) {
  draw_icon(*ImGui::GetWindowDrawList(), icon, place, ui.px(icon_side), ui.stroke_px(),
            ui.color().text2);
}

void draw_wide_finder(Ui& ui, const Rect& box) {
  fill(ui, box, ui.color().surface, 4);
  outline(ui, box, ui.color().line2, 4);
  Rect rest = box.inset(ui.px(10), 0);
  rest.cut_left(ui.px(26));
  Look look{TextSize::small, Weight::regular, ui.color().text3, Align::right};
  draw_text(ui, rest.cut_right(ui.px(50)), name_of(chords::find_anything), look);
  look.align = Align::left;
  draw_text(ui, rest, ui.say(Key::find_anything), look);
}

// The box that opens the finder; typing happens there.
bool finder_box(Ui& ui, Rect& bar) {
  const bool is_wide = ui.room == Room::wide;
  const Rect place = bar.cut_right(ui.px(is_wide ? 300 : 36));
  const float height = ui.px(30);
  const Rect box{place.x, place.y + std::floor((place.h - height) / 2), place.w, height};
  const Pressable press = pressable(ui, id_of("finder"), box, Reach::by_mouse_only);
  if (is_wide) draw_wide_finder(ui, box);
  draw_small_icon(ui, Icon::search, box.inset(ui.px(9), 0).cut_left(ui.px(icon_side)));
  ui.mirror.add(id_of("finder"), Role::button, ui.say(Key::find_anything), box);
  return press.is_pressed || ui.pressed(chords::find_anything);
}

// The post is left out where there is little room.
bool operator_button(Ui& ui, Rect& bar, const ShellView& view) {
  if (view.operator_name.empty()) return false;
  const bool is_wide = ui.room == Room::wide;
  const float gap = ui.px(6);
  float width = ui.px(icon_side) + gap + text_width(ui, view.operator_name) + ui.px(1);
  if (is_wide) {
    width += gap + text_width(ui, view.operator_role, TextSize::small) + gap + ui.px(icon_side);
  }
  const Rect place = bar.cut_right(width);
  bar.cut_right(ui.px(is_wide ? 20 : 6));
  const ImGuiID id = id_of("operator");
  const Pressable press = pressable(ui, id, place, Reach::by_keyboard);
  Rect rest = place;
  draw_small_icon(ui, Icon::person, rest.cut_left(ui.px(icon_side)));
  rest.cut_left(gap);
  if (is_wide) {
    draw_icon(*ImGui::GetWindowDrawList(), Icon::down, rest.cut_right(ui.px(icon_side)), ui.px(16),
              ui.stroke_px(), ui.color().text2);
    draw_runs(ui, rest,
              {{view.operator_name, {}},
               {view.operator_role, {TextSize::small, Weight::regular, ui.color().text2}, 6}});
  } else {
    draw_text(ui, rest, view.operator_name, {.words = Words::of_the_book});
  }
  if (ui.focus.shows_ring(id)) focus_ring(ui, place.inset(0, ui.px(8)), 4);
  MirrorRow& row = ui.mirror.add(id, Role::button, view.operator_name, place);
  row.description = view.operator_role;
  row.is_focused = ui.focus.has(id);
  return press.is_pressed;
}

// The mark of a practice book, in short words where there is little room.
void sample_mark(Ui& ui, Rect& rest, const Rect& bar) {
  const bool is_wide = ui.room == Room::wide;
  const std::string_view text = ui.say(is_wide ? Key::sample_tag : Key::settings_kind_practice);
  Rect place = is_wide ? rest : rest.cut_right(tag_width(ui, text) + ui.px(6));
  draw_tag(ui, place, {text, TagKind::amber});
  if (is_wide) rest = place;
  ui.mirror.add(id_of("sample"), Role::note, ui.say(Key::sample_tag), bar);
}

}  // namespace

void draw_brand(Ui& ui, Rect& bar) {
  bar.cut_left(ui.px(ui.room == Room::wide ? 16 : 14));
  const float side = ui.px(26);
  const Rect seal{bar.x, bar.y + std::floor((bar.h - side) / 2), side, side};
  fill(ui, seal, ui.color().accent, 4);
  draw_text(ui, seal, ui.say(Key::seal),
            {TextSize::body, Weight::bold, ui.color().on_accent, Align::center});
  bar.cut_left(side + ui.px(8));
  if (ui.room == Room::narrow) return;  // the seal says it
  bar.cut_left(draw_text(ui, bar, ui.say(Key::app_name),
                         {ui.room == Room::middle ? TextSize::body : TextSize::title, Weight::bold}));
}

Rect top_bar(Ui& ui, const Rect& bar, const ShellView& view, ShellState& state,
             ShellOutcome& outcome) {
  fill(ui, bar, ui.color().surface);
  hairline_below(ui, bar);
  ui.focus.set_region(Region::top_bar);
  Rect rest = bar;
  draw_brand(ui, rest);
  rest.cut_right(ui.px(ui.room == Room::wide ? 16 : 12));
  if (operator_button(ui, rest, view)) {
    state.is_operator_menu_open = !state.is_operator_menu_open;
  }
  if (finder_box(ui, rest)) outcome.wants_finder = true;
  if (ui.room != Room::wide) {
    if (view.is_sample) sample_mark(ui, rest, bar);
    rest.cut_right(ui.px(12));
    return rest;
  }
  rest.cut_left(std::max(0.0F, ui.px(village_x) - rest.x));
  rest.cut_left(draw_text(ui, rest, view.village, {.weight = Weight::bold}) + ui.px(12));
  if (view.is_sample) {
    sample_mark(ui, rest, bar);
    const ButtonSpec discard{.label = ui.say(Key::settings_discard_sample),
                             .kind = ButtonKind::text,
                             .size = ButtonSize::small};
    if (button_left(ui, rest, discard)) outcome.discards_sample = true;
  }
  draw_text(ui, rest, view.period, {TextSize::small, Weight::regular, ui.color().text2});
  return rest;
}

void operator_menu(Ui& ui, const ShellView& view, ShellState& state, ShellOutcome& outcome) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float rows = view.is_sample ? 3 : 2;
  float width = ui.px(menu_width);
  for (const Key key : {Key::change_operator, Key::switch_book, Key::settings_discard_sample}) {
    width = std::max(width, text_width(ui, ui.say(key)) + 2 * ui.px(14));
  }
  const Rect box{display.x - ui.px(16) - width, ui.px(bar_height), width,
                 ui.px(menu_row_height * rows + 2)};
  const PopupWindow popup(ui, "operator menu", box);
  Rect rest = box.inset(ui.px(1), ui.px(1));
  const auto item = [&](Key key) {
    const ImGuiID id = id_of(ui.say(key));
    const Rect row = rest.cut_top(ui.px(menu_row_height));
    const Pressable press = pressable(ui, id, row);
    if (press.is_hovered || ui.focus.has(id)) fill(ui, row, ui.color().hover);
    draw_text(ui, row.inset(ui.px(12), 0), ui.say(key));
    ui.mirror.add(id, Role::menuitem, ui.say(key), row).is_focused = ui.focus.has(id);
    return press.is_pressed;
  };
  if (item(Key::change_operator)) outcome.changes_operator = true;
  if (item(Key::switch_book)) outcome.switches_book = true;
  if (view.is_sample && item(Key::settings_discard_sample)) outcome.discards_sample = true;
  const Rect button{display.x - ui.px(200), 0, ui.px(200), ui.px(bar_height)};
  const bool is_done =
      outcome.changes_operator || outcome.switches_book || outcome.discards_sample;
  if (is_done || popup.was_clicked_away(button) || ui.pressed(chords::escape)) {
    state.is_operator_menu_open = false;
  }
}

}  // namespace jishan::ui
