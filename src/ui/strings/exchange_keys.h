// Texts of the exchange screen (数据). Both languages are switches without a default, so a missing
// text does not compile.
#pragma once

#include <string_view>

#include "ui/strings/keys.h"

namespace jishan::ui {

enum class ExchangeKey {
  subtitle,
  import_title,
  another_file,
  no_file_title,
  no_file_first,
  no_file_second,
  choose_file,
  of_this_village,
  from_laptop,
  from_unknown,
  file_complete,
  file_incomplete,
  nothing_missing,
  missing_of,
  missing_unknown,
  column_content,
  column_in_file,
  column_known,
  column_added,
  total,
  area_roster,
  area_points,
  area_shop,
  area_stock,
  area_volunteers,
  area_village,
  area_unknown,
  dry_run_note,
  nothing_new_note,
  damaged_note,
  filled_in_note,
  refused_entries_note,
  stopped_note,
  finished_note,
  reading,
  writing,
  task_progress,
  reading_promise,
  writing_promise,
  refused_unreadable,
  refused_too_large,
  refused_not_a_book,
  refused_other_village,
  refused_other_village_named,
  refused_newer_format,
  refused_wrong_mode,
  refused_nothing_usable,
  laptops_title,
  column_laptop,
  column_entries,
  this_one,
  same_fingerprint_hint,
  fingerprint,
  export_colleague,
  export_township,
  export_hint_colleague,
  export_hint_township,
  waiting_note,
  without_names_note,
  bar_idle,
  bar_ready,
  bar_writing,
  merge_entries,
  do_not_merge,
  close_file,
};

std::string_view text_of(Language language, ExchangeKey key);

}  // namespace jishan::ui
