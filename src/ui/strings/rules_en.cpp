#include "ui/strings/rules_texts.h"

namespace jishan::ui {

std::string_view en_text(RulesKey key) {
  switch (key) {
    case RulesKey::title: return "Rule book";
    case RulesKey::book_in_force: return "{0}, in force from {1}, {2} rules";
    case RulesKey::no_book: return "No rule book yet";
    case RulesKey::search: return "Code, text or pinyin";
    case RulesKey::column_code: return "Code";
    case RulesKey::column_text: return "Rule";
    case RulesKey::column_points: return "Points";
    case RulesKey::column_clause: return "Clause";
    case RulesKey::found: return "{0} rules";
    case RulesKey::nothing_found: return "Nothing found, try another word";
    case RulesKey::class_a: return "Environment";
    case RulesKey::class_b: return "Volunteering";
    case RulesKey::class_c: return "Customs and family";
    case RulesKey::class_d: return "Safety and law";
    case RulesKey::class_e: return "Village affairs";
    case RulesKey::class_f: return "Work and skills";
    case RulesKey::class_g: return "Honours";
    case RulesKey::class_x: return "Deductions";
    case RulesKey::other_class: return "Class {0}";
    case RulesKey::edit_title: return "Edit this rule";
    case RulesKey::new_title: return "New rule";
    case RulesKey::code: return "Code";
    case RulesKey::type: return "How it counts";
    case RulesKey::type_fixed: return "Fixed";
    case RulesKey::type_range: return "Range";
    case RulesKey::type_per_quantity: return "Per quantity";
    case RulesKey::points: return "Points";
    case RulesKey::low: return "Least";
    case RulesKey::high: return "Most";
    case RulesKey::unit: return "Unit";
    case RulesKey::unit_hint: return "hour, time, person";
    case RulesKey::clause: return "Clause";
    case RulesKey::clause_hint: return "such as covenant, clause 7";
    case RulesKey::text: return "Rule";
    case RulesKey::apply: return "Apply to this rule";
    case RulesKey::add: return "Add to the book";
    case RulesKey::add_new: return "New rule";
    case RulesKey::remove: return "Remove this rule";
    case RulesKey::changed_rules: return "{0} rules changed, not published yet";
    case RulesKey::nothing_changed: return "Entries keep what they were made with";
    case RulesKey::book_name: return "Name of the book";
    case RulesKey::from: return "In force from";
    case RulesKey::from_hint: return "May be a later day";
    case RulesKey::publish: return "Publish";
    case RulesKey::published: return "Published";
    case RulesKey::discard_changes: return "Discard changes";
    case RulesKey::unlawful: return "“{0}” may not be in a village rule; only points can be taken";
    case RulesKey::publish_all_the_same: return "Publish all the same";
    case RulesKey::error_code: return "Capital letters and digits, such as B02";
    case RulesKey::error_code_twice: return "Another rule has this code";
    case RulesKey::error_class: return "Begin the code with a capital letter";
    case RulesKey::error_text: return "Type the rule";
    case RulesKey::error_text_long: return "500 characters at most";
    case RulesKey::error_points_zero: return "Points may not be 0";
    case RulesKey::error_points: return "No such points; 5 or -3";
    case RulesKey::error_range: return "Least below most, both gains or both deductions";
    case RulesKey::error_unit: return "Type a unit, such as hour";
    case RulesKey::error_cap: return "The cap is out of range";
    case RulesKey::error_name: return "Type a name for the book";
    case RulesKey::error_date: return "No such day; type 2026-3-8";
    case RulesKey::error_same: return "Same as the book in force";
    case RulesKey::error_no_rules: return "The book has no rules";
    case RulesKey::error_too_large: return "The texts are too long in all";
    case RulesKey::per_unit: return "{1} per {0}";
    case RulesKey::versions: return "Earlier books";
  }
  return {};
}

}  // namespace jishan::ui
