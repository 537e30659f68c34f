#include "ui/key_hints.h"

namespace jishan::ui {

std::vector<std::string_view> key_hints(const Ui& ui, const Screens& screens) {
  const std::string_view help = ui.say(Key::keys_help);
  switch (screens.current) {
    case Screen::home:
      return {ui.say(Key::keys_open), ui.say(Key::keys_award), ui.say(Key::keys_redeem), help};
    case Screen::households:
    case Screen::stock:
      return {ui.say(Key::keys_search), ui.say(Key::keys_choose), ui.say(Key::keys_region), help};
    case Screen::exchange:
      return {ui.say(Key::keys_open_file), ui.say(Key::keys_export), ui.say(Key::keys_region), help};
    case Screen::redeem:
      return {ui.say(Key::keys_add_goods), ui.say(Key::keys_quantity), ui.say(Key::keys_confirm),
              help};
    case Screen::score_sheet:
      if (screens.score_sheet.side == SheetSide::layout) break;
      return {ui.say(Key::keys_next_cell), ui.say(Key::keys_move), ui.say(Key::keys_empty_cell),
              ui.say(Key::keys_paste_block), help};
    case Screen::award:
    case Screen::volunteers:
    case Screen::settings: break;
  }
  return {ui.say(Key::keys_next_field), ui.say(Key::keys_region), ui.say(Key::keys_finder), help};
}

}  // namespace jishan::ui
