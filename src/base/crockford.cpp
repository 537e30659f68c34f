#include "base/crockford.h"

#include <algorithm>

#include "base/check.h"

namespace jishan {
namespace {

constexpr std::string_view lower_digits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view upper_digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string encode(std::span<const std::uint8_t> bytes, std::string_view digits) {
  CHECK(bytes.size() * 8 % 5 == 0);
  std::string text;
  text.reserve(bytes.size() * 8 / 5);
  unsigned bits = 0;
  int bit_count = 0;
  for (const std::uint8_t byte : bytes) {
    bits = (bits << 8) | byte;
    bit_count += 8;
    while (bit_count >= 5) {
      bit_count -= 5;
      text += digits[(bits >> bit_count) & 31U];
    }
  }
  return text;
}

}  // namespace

std::string crockford_lower(std::span<const std::uint8_t> bytes) {
  return encode(bytes, lower_digits);
}

std::string crockford_upper(std::span<const std::uint8_t> bytes) {
  return encode(bytes, upper_digits);
}

bool is_crockford_lower(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return lower_digits.find(c) != std::string_view::npos;
  });
}

std::string in_groups_of_four(std::string_view code) {
  std::string text;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % 4 == 0) text += ' ';
    text += code[i];
  }
  return text;
}

}  // namespace jishan
