// Every text of the interface by its key. Both languages are switches without a default, so a
// missing text does not compile. {0}, {1} … are places for values.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace jishan::ui {

enum class Language { zh, en };

enum class Key {
  // widgets
  field_cut,
  clear_search,
  month_before,
  month_after,
  month_title,
  today,
  yesterday,
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
  monday_short,
  tuesday_short,
  wednesday_short,
  thursday_short,
  friday_short,
  saturday_short,
  sunday_short,
  day_and_weekday,
  date_unreal,
  date_in_future,
  close,
  undo,
  stop,
  back,
  cancel,
  more,
  menu,
  points_unit,
  no_value,
  // frame
  app_name,
  seal,
  screen_home,
  screen_award,
  screen_redeem,
  screen_stock,
  screen_households,
  screen_volunteers,
  screen_exchange,
  screen_settings,
  sample_tag,
  find_anything,
  saved_at,
  saved,
  saving,
  not_saved,
  no_book_yet,
  this_laptop,
  last_merge,
  never_merged,
  fingerprint,
  keys_help,
  keys_next_field,
  keys_region,
  keys_search,
  keys_choose,
  keys_open,
  month_and_day,
  full_date,
  quarter_1,
  quarter_2,
  quarter_3,
  quarter_4,
  change_operator,
  switch_book,
  nothing_found,
  // end of texts
  last,
};

std::string_view text_of(Language language, Key key);
// The text with its places filled in; a place without a value stays as it is.
std::string filled_in(std::string_view text, std::initializer_list<std::string_view> values);

// One file each.
std::string_view zh_text(Key key);
std::string_view en_text(Key key);

}  // namespace jishan::ui
