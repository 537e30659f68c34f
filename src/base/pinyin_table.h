// The table behind pinyin.cpp; its source is made at build time by web/tools/pinyin_table.mjs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace jishan::pinyin_table {

// Readings of `count` successive code points: their numbers stand from `offset` on, eight bits in
// low_bytes and the ninth in high_bits.
struct Run {
  std::uint32_t first;
  std::uint32_t count;
  std::uint32_t offset;
};
// One character with a surname reading of its own, or two.
struct Surname {
  std::string_view text;
  std::string_view first;
  std::string_view second;  // "" for one character
};

std::span<const std::string_view> syllables();  // [0] is "": no reading
std::span<const Run> runs();                    // ascending
std::span<const std::uint8_t> low_bytes();
std::span<const std::uint8_t> high_bits();
std::span<const Surname> surnames();

}  // namespace jishan::pinyin_table
