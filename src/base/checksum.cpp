#include "base/checksum.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace jishan {
namespace {

constexpr std::size_t word_bytes = sizeof(std::uint64_t);
constexpr std::size_t lane_count = 4;  // independent of each other, so that they are worked at once
constexpr std::uint64_t odd_factor = 0x9e3779b97f4a7c15U;  // 2^64 divided by the golden ratio

// For a given word one-to-one in the state and for a given state one-to-one in the word: a lane
// that differs once stays different until another word happens to undo it.
std::uint64_t stirred(std::uint64_t state, std::uint64_t word) {
  const std::uint64_t mixed = (state ^ word) * odd_factor;
  return mixed ^ (mixed >> 29U);
}

std::uint64_t word_at(const char* at, std::size_t bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, bytes);  // both platforms keep the lowest byte first
  return word;
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  std::array<std::uint64_t, lane_count> lanes{1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + lane_count * word_bytes <= bytes.size(); at += lane_count * word_bytes) {
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      lanes[lane] = stirred(lanes[lane], word_at(bytes.data() + at + lane * word_bytes, word_bytes));
    }
  }
  for (; at < bytes.size(); at += word_bytes) {
    const std::size_t rest = bytes.size() - at;
    lanes[0] = stirred(lanes[0], word_at(bytes.data() + at, rest < word_bytes ? rest : word_bytes));
  }
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = stirred(sum, lane);
  return sum;
}

std::string checksum_text(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr int digit_count = 16;
  std::uint64_t sum = checksum(bytes);
  std::string text(digit_count, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
    *digit = digits[sum & 15U];
    sum >>= 4U;
  }
  return text;
}

}  // namespace jishan
