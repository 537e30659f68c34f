#include "ui/strings/keys.h"

namespace jishan::ui {

std::string_view en_text(Key key) {
  switch (key) {
    // widgets
    case Key::field_cut: return "500 characters at most, the rest was left out";
    case Key::clear_search: return "Clear";
    case Key::month_before: return "Month before";
    case Key::month_after: return "Month after";
    case Key::month_title: return "{0}-{1}";
    case Key::today: return "Today";
    case Key::yesterday: return "Yesterday";
    case Key::monday: return "Monday";
    case Key::tuesday: return "Tuesday";
    case Key::wednesday: return "Wednesday";
    case Key::thursday: return "Thursday";
    case Key::friday: return "Friday";
    case Key::saturday: return "Saturday";
    case Key::sunday: return "Sunday";
    case Key::monday_short: return "Mo";
    case Key::tuesday_short: return "Tu";
    case Key::wednesday_short: return "We";
    case Key::thursday_short: return "Th";
    case Key::friday_short: return "Fr";
    case Key::saturday_short: return "Sa";
    case Key::sunday_short: return "Su";
    case Key::day_and_weekday: return "{0}, {1}";
    case Key::date_unreal: return "No such day, write it like 2026-3-8";
    case Key::date_in_future: return "Not yet that day, take today or earlier";
    case Key::close: return "Close";
    case Key::undo: return "Undo";
    case Key::stop: return "Stop";
    case Key::back: return "Back";
    case Key::cancel: return "Not now";
    case Key::more: return "More";
    case Key::menu: return "Menu";
    case Key::points_unit: return "points";
    case Key::no_value: return "–";
    // frame
    case Key::app_name: return "Jishan";
    case Key::seal: return "积";
    case Key::screen_home: return "Home";
    case Key::screen_award: return "Award";
    case Key::screen_redeem: return "Redeem";
    case Key::screen_stock: return "Stock";
    case Key::screen_households: return "Households";
    case Key::screen_volunteers: return "Volunteers";
    case Key::screen_exchange: return "Data";
    case Key::screen_settings: return "Settings";
    case Key::sample_tag: return "Sample, not real";
    case Key::find_anything: return "Find household, person, function";
    case Key::saved_at: return "Saved {0}";
    case Key::saved: return "Saved";
    case Key::saving: return "Saving…";
    case Key::not_saved: return "{0} not saved! Press here";
    case Key::no_book_yet: return "No book yet";
    case Key::this_laptop: return "This laptop: {0}";
    case Key::last_merge: return "Last merge {0} {1}";
    case Key::never_merged: return "Not merged yet";
    case Key::fingerprint: return "Fingerprint {0}";
    case Key::keys_help: return "F1 help";
    case Key::keys_next_field: return "Enter next field";
    case Key::keys_region: return "F6 region";
    case Key::keys_search: return "/ search";
    case Key::keys_choose: return "↑↓ choose";
    case Key::keys_open: return "Enter open";
    case Key::month_and_day: return "{0}-{1}";
    case Key::full_date: return "{0}-{1}-{2}";
    case Key::quarter_1: return "{0} Q1";
    case Key::quarter_2: return "{0} Q2";
    case Key::quarter_3: return "{0} Q3";
    case Key::quarter_4: return "{0} Q4";
    case Key::change_operator: return "Change operator";
    case Key::switch_book: return "Other book";
    case Key::nothing_found: return "Nothing found for {0}";
    // end of texts
    case Key::last: break;
  }
  return {};
}

}  // namespace jishan::ui
