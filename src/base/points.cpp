#include "base/points.h"

#include "base/check.h"

namespace jishan {
namespace {

constexpr std::string_view minus_sign = "\xE2\x88\x92";  // U+2212

std::string with_thousands(std::int64_t whole) {
  const std::string digits = std::to_string(whole);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string magnitude(std::int64_t hundredths) {
  const std::int64_t positive = hundredths < 0 ? -hundredths : hundredths;
  std::string text = with_thousands(positive / 100);
  const std::int64_t rest = positive % 100;
  if (rest != 0) {
    text += '.';
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
  }
  return text;
}

}  // namespace

Points operator+(Points a, Points b) {
  std::int64_t sum = 0;
  CHECK(!__builtin_add_overflow(a.m_hundredths, b.m_hundredths, &sum));
  return Points::hundredths(sum);
}

Points operator-(Points a, Points b) {
  std::int64_t difference = 0;
  CHECK(!__builtin_sub_overflow(a.m_hundredths, b.m_hundredths, &difference));
  return Points::hundredths(difference);
}

std::optional<Points> points_for_quantity(Points per_unit, std::int64_t quantity_hundredths) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(per_unit.hundredths(), quantity_hundredths, &product)) {
    return std::nullopt;
  }
  const std::int64_t rounded = product >= 0 ? product / 100 + (product % 100 >= 50 ? 1 : 0)
                                            : product / 100 - (-(product % 100) >= 50 ? 1 : 0);
  if (rounded > line_hundredths_max || rounded < -line_hundredths_max) return std::nullopt;
  return Points::hundredths(rounded);
}

std::string to_display(Points points) {
  std::string text(points.is_negative() ? minus_sign : std::string_view());
  return text += magnitude(points.hundredths());
}

std::string to_display_signed(Points points) {
  return points > Points() ? "+" + magnitude(points.hundredths()) : to_display(points);
}

std::optional<std::int64_t> hundredths_from_text(std::string_view text) {
  bool is_negative = false;
  if (text.starts_with(minus_sign)) {
    is_negative = true;
    text.remove_prefix(minus_sign.size());
  } else if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    is_negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  int whole_digits = 0;
  int decimals = -1;
  // A comma stands before exactly three digits: 3,5 is no 35.
  int digits_since_comma = -1;
  const auto is_group_whole = [&] { return digits_since_comma < 0 || digits_since_comma == 3; };
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (decimals >= 2) return std::nullopt;
      (decimals < 0 ? whole_digits : decimals)++;
      if (decimals < 0 && digits_since_comma >= 0) ++digits_since_comma;
      value = value * 10 + (c - '0');
      if (value > line_hundredths_max) return std::nullopt;
    } else if (c == '.' && decimals < 0 && is_group_whole()) {
      decimals = 0;
    } else if (c == ',' && decimals < 0 && whole_digits > 0 && is_group_whole()) {
      digits_since_comma = 0;
    } else {
      return std::nullopt;
    }
  }
  if (whole_digits == 0 || decimals == 0 || !is_group_whole()) return std::nullopt;
  for (int i = decimals < 0 ? 0 : decimals; i < 2; ++i) value *= 10;
  if (value > line_hundredths_max) return std::nullopt;
  return is_negative ? -value : value;
}

}  // namespace jishan
