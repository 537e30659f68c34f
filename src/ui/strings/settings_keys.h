// Texts of the settings screen (设置) and of the choice of an operator at opening.
#pragma once

#include <string_view>

#include "ui/strings/keys.h"

namespace jishan::ui {

enum class SettingsKey {
  // who sits here
  who_title,
  who_subtitle,
  who_known,
  who_new,
  who_new_hint,
  your_name,
  your_role,
  role_placeholder,
  laptop_name,
  laptop_hint,
  begin_work,
  name_missing,
  name_too_long,
  role_too_long,
  who_bar,
  nameless_operator,
  // sections
  subtitle,
  sections,
  section_village,
  section_rules,
  section_operators,
  section_display,
  section_books,
  // 本村
  village_name,
  town_name,
  step,
  step_hint,
  step_tenth,
  step_half,
  step_whole,
  rate,
  rate_hint,
  yuan_unit,
  town_too_long,
  rate_out_of_range,
  save_village,
  village_saved,
  nothing_changed,
  // 操作员
  column_name,
  column_role,
  column_state,
  works_here,
  left_work,
  add_operator,
  operator_saved,
  let_go,
  take_back,
  operators_hint,
  laptop_saved,
  save_laptop,
  // 显示
  text_size,
  contrast,
  contrast_normal,
  contrast_high,
  language,
  language_zh,  // each language by its own name
  language_en,
  display_hint,
  // 账册
  column_book,
  column_kind,
  kind_real,
  kind_practice,
  open_now,
  open_this_book,
  another_book,
  books_hint,
  discard_sample,
  sample_discarded_hint,
};

std::string_view text_of(Language language, SettingsKey key);

}  // namespace jishan::ui
