#include "ui/screens/help.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/widgets/button.h"
#include "ui/widgets/form_dialog.h"

namespace jishan::ui {
namespace {

constexpr float row_height = 30;
constexpr float key_width = 108;
constexpr float column_gap = 24;
constexpr float below_text = 8;
constexpr float wide_dialog = 1154;
constexpr float middle_dialog = 800;
constexpr float dialog_padding = 20;

struct KeyTable {
  Key title{};
  std::vector<KeyRow> rows;
};

KeyTable everywhere() {
  return {Key::help_everywhere,
          {{chords::none, Key::help_digit_keys, Key::help_screens},
           {chords::find_anything, {}, Key::help_finder},
           {chords::award, {}, Key::help_award},
           {chords::redeem, {}, Key::help_redeem},
           {chords::primary, {}, Key::help_primary},
           {chords::undo, {}, Key::help_undo},
           {chords::save_now, {}, Key::help_save},
           {chords::export_book, {}, Key::help_export}}};
}

KeyTable in_forms() {
  return {Key::help_in_forms,
          {{chords::enter, {}, Key::help_enter},
           {chords::escape, {}, Key::help_escape},
           {chords::none, Key::help_search_keys, Key::help_search},
           {chords::none, Key::help_arrow_keys, Key::help_arrows},
           {chords::none, Key::help_sort_keys, Key::help_sort},
           {chords::none, Key::help_width_keys, Key::help_width},
           {chords::open_list, {}, Key::help_open_list},
           {chords::edit, {}, Key::help_edit},
           {{ImGuiKey_F6, 0}, {}, Key::help_region},
           {chords::space, {}, Key::help_space}}};
}

float height_of(const Ui& ui, const KeyTable& table) {
  return table.rows.empty() ? 0 : ui.px(row_height) * static_cast<float>(table.rows.size() + 1);
}

void draw_table(Ui& ui, Rect box, const KeyTable& table) {
  if (table.rows.empty()) return;
  const IdScope scope(ui.say(table.title));
  draw_text(ui, box.cut_top(ui.px(row_height)), ui.say(table.title), {.weight = Weight::bold});
  for (const KeyRow& row : table.rows) {
    Rect line = box.cut_top(ui.px(row_height));
    hairline_below(ui, line);
    const std::string keys =
        row.chord.is_none() ? std::string(ui.say(row.keys)) : name_of(row.chord);
    const std::string_view what = ui.say(row.what);
    ui.mirror.add(id_of(keys), Role::note, keys, line).description = what;
    draw_text(ui, line.cut_left(ui.px(key_width)), keys,
              {TextSize::small, Weight::regular, ui.color().text2});
    draw_text(ui, line, what, {TextSize::small});
  }
}

// Columns from left to right, each with its tables below each other.
using Columns = std::vector<std::vector<KeyTable>>;

Columns columns_of(const Ui& ui, const HelpTopic& topic) {
  const KeyTable here{Key::help_this_screen, topic.keys};
  switch (ui.room) {
    case Room::wide: return {{here}, {everywhere()}, {in_forms()}};
    case Room::middle: return {{here, everywhere()}, {in_forms()}};
    case Room::narrow: break;
  }
  return {{here, everywhere(), in_forms()}};
}

float height_of(const Ui& ui, const Columns& columns) {
  float highest = 0;
  for (const std::vector<KeyTable>& column : columns) {
    float height = 0;
    for (const KeyTable& table : column) height += height_of(ui, table);
    highest = std::max(highest, height);
  }
  return highest;
}

void draw_columns(Ui& ui, Rect box, const Columns& columns) {
  const auto count = static_cast<float>(columns.size());
  const float gap = ui.px(column_gap);
  const float width = std::floor((box.w - gap * (count - 1)) / count);
  for (const std::vector<KeyTable>& column : columns) {
    Rect rest = box.cut_left(width);
    box.cut_left(gap);
    for (const KeyTable& table : column) draw_table(ui, rest.cut_top(height_of(ui, table)), table);
  }
}

// For the window being drawn, which is the part that scrolls.
void scroll_by_keys(Ui& ui) {
  const float line = ui.px(2 * row_height);
  const float page = ui.px(8 * row_height);
  float by = 0;
  if (ui.pressed(chords::down)) by += line;
  if (ui.pressed(chords::up)) by -= line;
  if (ui.pressed({ImGuiKey_PageDown, 0})) by += page;
  if (ui.pressed({ImGuiKey_PageUp, 0})) by -= page;
  if (by != 0) ImGui::SetScrollY(ImGui::GetScrollY() + by);
}

}  // namespace

HelpOutcome draw_help(Ui& ui, HelpState& state, const HelpTopic& topic, TourOffer tour) {
  if (!state.is_open) {
    state.is_open = ui.pressed(chords::help);
    return HelpOutcome::none;
  }
  const std::string title = ui.say(Key::help_title, {ui.say(topic.name)});
  const std::string_view text = ui.say(topic.text);
  const Columns columns = columns_of(ui, topic);
  const float width = ui.room == Room::wide ? wide_dialog : middle_dialog;
  // Measured for the narrower case, in which the dialog scrolls.
  const float inner = std::min(ui.px(width), ImGui::GetIO().DisplaySize.x - ui.px(32)) -
                      ui.px(2 * dialog_padding + 12);
  const auto lines = broken_into_lines(ui, text, inner, TextSize::body);
  const float text_height = ui.theme.pitch_px(TextSize::body) * static_cast<float>(lines.size());
  FormDialog dialog(ui, "help", title, width,
                    text_height + ui.px(below_text) + height_of(ui, columns));
  scroll_by_keys(ui);
  Rect rest = dialog.content();
  Rect words = rest.cut_top(text_height);
  words.w = inner;
  draw_paragraph(ui, words, text);
  ui.mirror.add(id_of("words"), Role::text, text, words);
  rest.cut_top(ui.px(below_text));
  draw_columns(ui, rest, columns);
  Rect& bar = dialog.foot();
  const bool is_closed = button_right(
      ui, bar,
      {.label = ui.say(Key::close), .key = chords::escape, .opening = Opening::safe_choice});
  const bool wants_tour =
      tour == TourOffer::shown &&
      button_left(ui, bar, {.label = ui.say(Key::help_tour), .icon = Icon::flag});
  if (is_closed || wants_tour || ui.pressed(chords::help)) state.is_open = false;
  return wants_tour ? HelpOutcome::wants_tour : HelpOutcome::none;
}

}  // namespace jishan::ui
