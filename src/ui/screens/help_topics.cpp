#include "ui/screens/help_topics.h"

namespace jishan::ui {
namespace {

KeyRow row(Chord chord, Key what) { return {chord, {}, what}; }
KeyRow named(Key keys, Key what) { return {chords::none, keys, what}; }

Key text_of(Screen screen) {
  switch (screen) {
    case Screen::home: return Key::help_text_home;
    case Screen::award: return Key::help_text_award;
    case Screen::score_sheet: return Key::help_text_score_sheet;
    case Screen::redeem: return Key::help_text_redeem;
    case Screen::stock: return Key::help_text_stock;
    case Screen::households: return Key::help_text_households;
    case Screen::volunteers: return Key::help_text_volunteers;
    case Screen::exchange: return Key::help_text_exchange;
    case Screen::settings: return Key::help_text_settings;
  }
  return Key::help_text_home;
}

std::vector<KeyRow> keys_of(Screen screen) {
  switch (screen) {
    case Screen::home: return {row(chords::enter, Key::help_task)};
    case Screen::award:
      return {row(chords::open_list, Key::help_open_list),
              row(chords::primary, Key::save_next),
              row(chords::escape, Key::help_empty_form)};
    case Screen::score_sheet:
      return {row(chords::enter, Key::help_next_cell),
              named(Key::help_arrow_keys, Key::help_cells),
              named(Key::help_group_keys, Key::help_other_group),
              row(chords::primary, Key::help_primary)};
    case Screen::redeem:
      return {named(Key::help_search_keys, Key::add_goods),
              named(Key::help_goods_typed, Key::help_goods_twice),
              named(Key::help_quantity_keys, Key::help_quantity),
              row({ImGuiKey_Delete, 0}, Key::help_remove),
              row(chords::primary, Key::confirm_redeem_empty)};
    case Screen::stock:
      return {named(Key::help_search_keys, Key::help_search),
              row(chords::edit, Key::help_edit),
              row(chords::primary, Key::receive_stock)};
    case Screen::households:
      return {named(Key::help_letters, Key::help_find_household),
              row(chords::edit, Key::help_edit),
              row(chords::enter, Key::help_open_entry),
              row(chords::award, Key::help_award),
              row(chords::redeem, Key::help_redeem)};
    case Screen::volunteers:
      return {row(chords::primary, Key::record_service),
              row({ImGuiKey_A, ImGuiMod_Ctrl}, Key::help_tick_all),
              row(chords::space, Key::help_space)};
    case Screen::exchange:
      return {row(chords::open_file, Key::help_open_file),
              row(chords::export_book, Key::help_export),
              row(chords::primary, Key::help_primary)};
    case Screen::settings:
      return {named(Key::help_arrow_keys, Key::help_arrows),
              row(chords::primary, Key::help_primary)};
  }
  return {};
}

}  // namespace

HelpTopic help_of(Screen screen) { return {name_of(screen), text_of(screen), keys_of(screen)}; }

HelpTopic help_of(app::Phase phase) {
  switch (phase) {
    case app::Phase::setup:
      return {Key::help_name_setup, Key::help_text_setup,
              {row(chords::open_file, Key::help_open_file),
               row(chords::primary, Key::help_primary)}};
    case app::Phase::operator_choice:
      return {Key::help_name_operator, Key::help_text_operator,
              {named(Key::help_operator_keys, Key::help_operator_choice)}};
    case app::Phase::recovery:
      return {Key::help_name_recovery, Key::help_text_recovery,
              {row(chords::space, Key::help_space),
               row(chords::open_file, Key::recovery_find_file),
               row(chords::primary, Key::recovery_restore)}};
    case app::Phase::opening:
    case app::Phase::trouble:
    case app::Phase::working: break;
  }
  return {Key::help_name_opening, Key::help_text_opening, {}};
}

}  // namespace jishan::ui
