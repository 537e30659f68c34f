#include "ui/screens/help.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/form_dialog.h"

namespace jishan::ui {
namespace {

constexpr float row_height = 30;
constexpr float key_width = 110;

struct KeyRow {
  Chord chord;      // none: the keys are named by `keys`
  Key keys{};
  Key what{};
};

constexpr std::array everywhere{
    KeyRow{chords::none, Key::help_digit_keys, Key::help_screens},
    KeyRow{chords::find_anything, {}, Key::help_finder},
    KeyRow{chords::award, {}, Key::help_award},
    KeyRow{chords::redeem, {}, Key::help_redeem},
    KeyRow{chords::primary, {}, Key::help_primary},
    KeyRow{chords::undo, {}, Key::help_undo},
    KeyRow{chords::save_now, {}, Key::help_save},
    KeyRow{chords::export_book, {}, Key::help_export},
};
constexpr std::array in_forms{
    KeyRow{chords::enter, {}, Key::help_enter},
    KeyRow{chords::escape, {}, Key::help_escape},
    KeyRow{chords::none, Key::help_search_keys, Key::help_search},
    KeyRow{chords::none, Key::help_arrow_keys, Key::help_arrows},
    KeyRow{chords::open_list, {}, Key::help_open_list},
    KeyRow{chords::edit, {}, Key::help_edit},
    KeyRow{{ImGuiKey_F6, 0}, {}, Key::help_region},
    KeyRow{chords::space, {}, Key::help_space},
};

template <std::size_t count>
void key_table(Ui& ui, Rect box, Key title, const std::array<KeyRow, count>& rows) {
  draw_text(ui, box.cut_top(ui.px(row_height)), ui.say(title), {.weight = Weight::bold});
  for (const KeyRow& row : rows) {
    Rect line = box.cut_top(ui.px(row_height));
    hairline_below(ui, line);
    const std::string keys =
        row.chord.is_none() ? std::string(ui.say(row.keys)) : name_of(row.chord);
    draw_text(ui, line.cut_left(ui.px(key_width)), keys,
              {TextSize::small, Weight::regular, ui.color().text2});
    draw_text(ui, line, ui.say(row.what), {TextSize::small});
    ui.mirror.add(id_of(keys), Role::note, keys, line).description = ui.say(row.what);
  }
}

}  // namespace

void draw_help(Ui& ui, bool& is_open) {
  if (!is_open) {
    is_open = ui.pressed(chords::help);
    return;
  }
  const bool is_narrow = ui.room == Room::narrow;
  constexpr float first_rows = everywhere.size() + 1;
  constexpr float second_rows = in_forms.size() + 1;
  const float first_height = ui.px(row_height * first_rows);
  const float second_height = ui.px(row_height * second_rows);
  FormDialog dialog(ui, "help", ui.say(Key::help_title), 800,
                    is_narrow ? first_height + second_height : std::max(first_height, second_height));
  Rect rest = dialog.content();
  if (is_narrow) {
    key_table(ui, rest.cut_top(first_height), Key::help_everywhere, everywhere);
  } else {
    const float gap = ui.px(24);
    key_table(ui, rest.cut_left(std::floor((rest.w - gap) / 2)), Key::help_everywhere, everywhere);
    rest.cut_left(gap);
  }
  key_table(ui, rest, Key::help_in_forms, in_forms);
  const bool is_closed = button_right(ui, dialog.foot(),
                                      {.label = ui.say(Key::close),
                                       .key = chords::escape,
                                       .opening = Opening::safe_choice});
  if (is_closed || ui.pressed(chords::help)) is_open = false;
}

}  // namespace jishan::ui
