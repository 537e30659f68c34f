#include "roster/rules.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/text.h"

namespace jishan::roster {
namespace {

constexpr std::size_t id_characters = 18;
constexpr std::size_t old_id_characters = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// 1.10105E+17, 110105199001010000.0: the ways in which a spreadsheet writes a long number.
bool is_rounded_number(std::string_view text) {
  const std::size_t mantissa_end = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, mantissa_end);
  const bool is_decimal =
      !mantissa.empty() && is_digit(mantissa[0]) &&
      std::all_of(mantissa.begin(), mantissa.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (!is_decimal) return false;
  if (mantissa_end != std::string_view::npos) {
    std::string_view exponent = text.substr(mantissa_end + 1);
    if (!exponent.empty() && exponent[0] == '+') exponent.remove_prefix(1);
    return are_digits(exponent);
  }
  return mantissa.find('.') != std::string_view::npos && mantissa.size() > old_id_characters;
}

}  // namespace

std::string normalised_id_number(std::string_view typed) {
  std::string number;
  for (const char c : fold_full_width(normalised_input(typed))) {
    const bool is_dropped = c == ' ' || c == '-' || c == '\'' || c == '\n' || c == '\t';
    if (!is_dropped) number += c == 'x' ? 'X' : c;
  }
  return number;
}

char id_check_digit(std::string_view digits) {
  constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view check_digits = "10X98765432";
  CHECK(digits.size() == weights.size());
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (digits[i] - '0');
  return check_digits[static_cast<std::size_t>(sum % 11)];
}

std::optional<Date> born_of_id_number(std::string_view number) {
  if (number.size() == id_characters && are_digits(number.substr(0, 17))) {
    return Date::from_ymd(number_of(number.substr(6, 4)), number_of(number.substr(10, 2)),
                          number_of(number.substr(12, 2)));
  }
  if (number.size() == old_id_characters && are_digits(number)) {
    // Numbers of the first generation were given out until 1999.
    return Date::from_ymd(1900 + number_of(number.substr(6, 2)), number_of(number.substr(8, 2)),
                          number_of(number.substr(10, 2)));
  }
  return std::nullopt;
}

Sex sex_of_id_number(std::string_view number) {
  const std::size_t at = number.size() == id_characters ? 16 : 14;
  if (number.size() != id_characters && number.size() != old_id_characters) return Sex::unknown;
  if (!is_digit(number[at])) return Sex::unknown;
  return (number[at] - '0') % 2 == 1 ? Sex::male : Sex::female;
}

IdNumberCheck check_id_number(std::string_view number, Date today, CellForm form) {
  if (number.empty()) return IdNumberCheck::absent;
  if (is_rounded_number(number)) return IdNumberCheck::mangled;
  const bool is_long = number.size() == id_characters && are_digits(number.substr(0, 17)) &&
                       (is_digit(number[17]) || number[17] == 'X');
  const bool is_old = number.size() == old_id_characters && are_digits(number);
  if (!is_long && !is_old) return IdNumberCheck::malformed;
  const bool is_right = is_long && id_check_digit(number.substr(0, 17)) == number[17];
  // A spreadsheet keeps fifteen digits of a number; the three that it lost come back as zeros.
  if (is_long && form == CellForm::number) return IdNumberCheck::mangled;
  if (is_long && number.substr(15) == "000" && !is_right) return IdNumberCheck::mangled;
  const std::optional<Date> born = born_of_id_number(number);
  if (!born) return IdNumberCheck::impossible_date;
  if (*born > today) return IdNumberCheck::born_in_future;
  if (is_old) return IdNumberCheck::old_form;
  return is_right ? IdNumberCheck::good : IdNumberCheck::wrong_check_digit;
}

bool is_phone(std::string_view text) {
  if (text.empty()) return true;
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  const bool allowed = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == '+' || c == '-' || c == ' ';
  });
  return allowed && digits >= 5 && digits <= 20;
}

std::string normalised_phone(std::string_view typed) {
  return std::string(trimmed(fold_full_width(normalised_input(typed))));
}

int age_on(Date born, Date day) {
  const bool had_birthday =
      day.month() > born.month() || (day.month() == born.month() && day.day() >= born.day());
  return day.year() - born.year() - (had_birthday ? 0 : 1);
}

}  // namespace jishan::roster
