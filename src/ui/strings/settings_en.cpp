#include "ui/strings/settings_texts.h"

namespace jishan::ui {

std::string_view en_text(SettingsKey key) {
  switch (key) {
    case SettingsKey::who_title: return "Who is using this laptop";
    case SettingsKey::who_subtitle: return "The name goes into every entry, as you say it";
    case SettingsKey::who_known: return "People in the book";
    case SettingsKey::who_new: return "I am not listed";
    case SettingsKey::who_new_hint: return "The name is asked once";
    case SettingsKey::your_name: return "Your name";
    case SettingsKey::your_role: return "Post";
    case SettingsKey::role_placeholder: return "such as accountant";
    case SettingsKey::laptop_name: return "What is this laptop called";
    case SettingsKey::laptop_hint: return "By its duty, such as shop laptop; no person's name";
    case SettingsKey::begin_work: return "Begin";
    case SettingsKey::name_missing: return "Type a name first";
    case SettingsKey::name_too_long: return "40 characters at most";
    case SettingsKey::role_too_long: return "20 characters at most";
    case SettingsKey::who_bar: return "Name and laptop are written with your first entry";
    case SettingsKey::nameless_operator: return "Operator without a name";
    case SettingsKey::subtitle: return "Takes effect at once; others see it after merging";
    case SettingsKey::sections: return "Sections";
    case SettingsKey::section_village: return "Village";
    case SettingsKey::section_rules: return "Rule book";
    case SettingsKey::section_operators: return "Operators";
    case SettingsKey::section_display: return "Display";
    case SettingsKey::section_books: return "Books";
    case SettingsKey::village_name: return "Village";
    case SettingsKey::town_name: return "Town";
    case SettingsKey::step: return "Smallest step";
    case SettingsKey::step_hint: return "For typing only; entries stay";
    case SettingsKey::step_tenth: return "0.1 point";
    case SettingsKey::step_half: return "0.5 point";
    case SettingsKey::step_whole: return "1 point";
    case SettingsKey::rate: return "Worth of a point";
    case SettingsKey::rate_hint: return "Only a suggestion for prices";
    case SettingsKey::yuan_unit: return "yuan";
    case SettingsKey::town_too_long: return "40 characters at most";
    case SettingsKey::rate_out_of_range: return "0 to 1000 yuan";
    case SettingsKey::save_village: return "Save village";
    case SettingsKey::village_saved: return "Village saved";
    case SettingsKey::nothing_changed: return "Nothing changed";
    case SettingsKey::column_name: return "Name";
    case SettingsKey::column_role: return "Post";
    case SettingsKey::column_state: return "State";
    case SettingsKey::works_here: return "Active";
    case SettingsKey::left_work: return "Left";
    case SettingsKey::add_operator: return "Add operator";
    case SettingsKey::operator_saved: return "Operator saved";
    case SettingsKey::let_go: return "Has left";
    case SettingsKey::take_back: return "Is back";
    case SettingsKey::operators_hint: return "Names are self-declared; the signature on paper is the proof";
    case SettingsKey::laptop_saved: return "Noted; written with the next entry";
    case SettingsKey::save_laptop: return "Rename laptop";
    case SettingsKey::text_size: return "Text size";
    case SettingsKey::contrast: return "Colours";
    case SettingsKey::contrast_normal: return "Normal";
    case SettingsKey::contrast_high: return "High contrast";
    case SettingsKey::language: return "Language";
    case SettingsKey::language_zh: return "中文";
    case SettingsKey::language_en: return "English";
    case SettingsKey::display_hint: return "For this laptop only";
    case SettingsKey::column_book: return "Book";
    case SettingsKey::column_kind: return "Kind";
    case SettingsKey::kind_real: return "Real";
    case SettingsKey::kind_practice: return "Sample";
    case SettingsKey::open_now: return "Open now";
    case SettingsKey::open_this_book: return "Open this one";
    case SettingsKey::another_book: return "Make or join another";
    case SettingsKey::books_hint: return "Books live in this browser, not on the stick";
    case SettingsKey::discard_sample: return "Throw the sample away";
    case SettingsKey::sample_discarded_hint: return "Real books stay as they are";
  }
  return {};
}

}  // namespace jishan::ui
