#include "shop/rules.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace jishan::shop {
namespace {

// "2026-09-18" → "20260918-"
std::string slip_prefix(Date date) {
  std::string prefix = date.iso();
  prefix.erase(std::remove(prefix.begin(), prefix.end(), '-'), prefix.end());
  return prefix + '-';
}

}  // namespace

std::optional<Points> line_total(Points price, std::int64_t quantity) {
  const std::int64_t each = price.hundredths();
  if (each < 0 || quantity < 0) return std::nullopt;
  if (each != 0 && quantity > line_hundredths_max / each) return std::nullopt;
  return Points::hundredths(each * quantity);
}

std::optional<std::size_t> first_line_beyond(const std::vector<Points>& line_totals,
                                             Points spendable) {
  Points sum;
  for (std::size_t line = 0; line < line_totals.size(); ++line) {
    sum += line_totals[line];
    if (sum > spendable) return line;
  }
  return std::nullopt;
}

bool is_barcode(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  });
}

std::string slip_number(Date date, int number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 2) digits.insert(0, 1, '0');
  return slip_prefix(date) + digits;
}

int number_in_slip(std::string_view slip, Date date) {
  const std::string prefix = slip_prefix(date);
  if (slip.substr(0, prefix.size()) != prefix) return 0;
  const std::string_view digits = slip.substr(prefix.size());
  int number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_whole = problem == std::errc() && end == digits.data() + digits.size();
  return is_whole && number > 0 && number < 1'000'000 ? number : 0;
}

}  // namespace jishan::shop
