// Pure rules of the roster: citizen numbers, phones, ages. No SQL, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "roster/events.h"

namespace jishan::roster {

// What can be said about a citizen number (GB 11643-1999). Numbers that are wrong do exist, so a
// failed check digit is a warning; only what cannot be such a number at all is refused.
enum class IdNumberCheck {
  good,
  absent,           // empty
  old_form,         // 15 digits with a real date: accepted
  wrong_check_digit,
  impossible_date,  // the birthday in it does not exist
  born_in_future,
  malformed,        // not 15 or 18 characters, or not digits with a final X
  mangled,          // a spreadsheet has rounded it: 1.10105E+17, or it ends with a wrong 000
};
// Is a number refused, rather than accepted with a warning?
inline bool is_refused(IdNumberCheck check) {
  return check == IdNumberCheck::malformed || check == IdNumberCheck::mangled;
}
// Full-width digits, blanks, hyphens, a leading apostrophe and a small x are put right.
std::string normalised_id_number(std::string_view typed);
// Did the cell hold a number instead of a text? Then an 18-digit one has lost its end.
enum class CellForm { text, number };
IdNumberCheck check_id_number(std::string_view normalised, Date today,
                              CellForm form = CellForm::text);
// The check digit that belongs to 17 digits: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, mod 11.
char id_check_digit(std::string_view seventeen_digits);
std::optional<Date> born_of_id_number(std::string_view normalised);
Sex sex_of_id_number(std::string_view normalised);

// Digits, +, -, blanks; 5 to 20 of them. "" is fine.
bool is_phone(std::string_view text);
std::string normalised_phone(std::string_view typed);

// Whole years on that day.
int age_on(Date born, Date day);
inline constexpr int adult_age_years = 18;
inline constexpr int sensitive_age_years = 14;  // PIPL art. 28: data of under-14s is sensitive

}  // namespace jishan::roster
