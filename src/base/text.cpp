#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace jishan {
namespace {

struct Decoded {
  char32_t code_point = 0xFFFD;
  std::size_t size = 1;
  bool valid = false;
};

// One code point from the front of a text that is not empty (Unicode 15, table 3-7).
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  std::size_t size = 0;
  char32_t value = 0;
  char32_t smallest = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2, value = lead & 0x1FU, smallest = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3, value = lead & 0x0FU, smallest = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4, value = lead & 0x07U, smallest = 0x10000;
  } else {
    return {};
  }
  if (text.size() < size) return {};
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    value = (value << 6) | (byte(i) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest || value > 0x10FFFF || surrogate) return {};
  return {value, size, true};
}

// Private-use code points of GBK and GB 18030 and the characters that Unicode has for them now.
struct PrivateUse {
  char32_t from;
  char32_t to;
};
constexpr std::array<PrivateUse, 93> private_use_table = {{
    {0xE815, 0x2E81},  {0xE816, 0x20087}, {0xE817, 0x20089}, {0xE818, 0x200CC}, {0xE819, 0x2E84},
    {0xE81A, 0x3473},  {0xE81B, 0x3447},  {0xE81C, 0x2E88},  {0xE81D, 0x2E8B},  {0xE81E, 0x9FB4},
    {0xE81F, 0x359E},  {0xE820, 0x361A},  {0xE821, 0x360E},  {0xE822, 0x2E8C},  {0xE823, 0x2E97},
    {0xE824, 0x396E},  {0xE825, 0x3918},  {0xE826, 0x9FB5},  {0xE827, 0x39CF},  {0xE828, 0x39DF},
    {0xE829, 0x3A73},  {0xE82A, 0x39D0},  {0xE82B, 0x9FB6},  {0xE82C, 0x9FB7},  {0xE82D, 0x3B4E},
    {0xE82E, 0x3C6E},  {0xE82F, 0x3CE0},  {0xE830, 0x2EA7},  {0xE831, 0x215D7}, {0xE832, 0x9FB8},
    {0xE833, 0x2EAA},  {0xE834, 0x4056},  {0xE835, 0x415F},  {0xE836, 0x2EAE},  {0xE837, 0x4337},
    {0xE838, 0x2EB3},  {0xE839, 0x2EB6},  {0xE83A, 0x2EB7},  {0xE83B, 0x2298F}, {0xE83C, 0x43B1},
    {0xE83D, 0x43AC},  {0xE83E, 0x2EBB},  {0xE83F, 0x43DD},  {0xE840, 0x44D6},  {0xE841, 0x4661},
    {0xE842, 0x464C},  {0xE843, 0x9FB9},  {0xE844, 0x4723},  {0xE845, 0x4729},  {0xE846, 0x477C},
    {0xE847, 0x478D},  {0xE848, 0x2ECA},  {0xE849, 0x4947},  {0xE84A, 0x497A},  {0xE84B, 0x497D},
    {0xE84C, 0x4982},  {0xE84D, 0x4983},  {0xE84E, 0x4985},  {0xE84F, 0x4986},  {0xE850, 0x499F},
    {0xE851, 0x499B},  {0xE852, 0x49B7},  {0xE853, 0x49B6},  {0xE854, 0x9FBA},  {0xE855, 0x241FE},
    {0xE856, 0x4CA3},  {0xE857, 0x4C9F},  {0xE858, 0x4CA0},  {0xE859, 0x4CA1},  {0xE85A, 0x4C77},
    {0xE85B, 0x4CA2},  {0xE85C, 0x4D13},  {0xE85D, 0x4D14},  {0xE85E, 0x4D15},  {0xE85F, 0x4D16},
    {0xE860, 0x4D17},  {0xE861, 0x4D18},  {0xE862, 0x4D19},  {0xE863, 0x4DAE},  {0xE864, 0x9FBB},
    {0xE5E5, 0x3000},  {0xE7C7, 0x1E3F},  {0xE7C8, 0x01F9},  {0xE78D, 0xFE10},
    {0xE78E, 0xFE12},  {0xE78F, 0xFE11},  {0xE790, 0xFE13},  {0xE791, 0xFE14},  {0xE792, 0xFE15},
    {0xE793, 0xFE16},  {0xE794, 0xFE17},  {0xE795, 0xFE18},  {0xE796, 0xFE19},
}};

char32_t without_private_use(char32_t code_point) {
  if (code_point < 0xE000 || code_point > 0xF8FF) return code_point;
  for (const PrivateUse& entry : private_use_table) {
    if (entry.from == code_point) return entry.to;
  }
  return code_point;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const Decoded decoded = decode(text);
    if (!decoded.valid) return false;
    text.remove_prefix(decoded.size);
  }
  return true;
}

FrontCodePoint front_code_point(std::string_view text) {
  const Decoded decoded = decode(text);
  return {decoded.code_point, decoded.size};
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Decoded decoded = decode(text);
    result.push_back(decoded.code_point);
    text.remove_prefix(decoded.size);
  }
  return result;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U;
  }));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view wide_space = "\xE3\x80\x80";
  constexpr std::string_view ascii_space = " \t\r\n\f\v";
  for (bool cut = true; cut && !text.empty();) {
    cut = false;
    if (ascii_space.find(text.front()) != std::string_view::npos) text.remove_prefix(1), cut = true;
    if (text.starts_with(wide_space)) text.remove_prefix(wide_space.size()), cut = true;
    if (!text.empty() && ascii_space.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1), cut = true;
    }
    if (text.ends_with(wide_space)) text.remove_suffix(wide_space.size()), cut = true;
  }
  return text;
}

std::string fold_full_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const char32_t code_point : code_points(text)) {
    if (code_point >= 0xFF01 && code_point <= 0xFF5E) {
      append_utf8(folded, code_point - 0xFEE0);
    } else {
      append_utf8(folded, code_point == 0x3000 ? U' ' : code_point);
    }
  }
  return folded;
}

std::string normalised_input(std::string_view text) {
  std::string normalised;
  normalised.reserve(text.size());
  for (const char32_t code_point : code_points(text)) {
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    if (control && code_point != U'\n') continue;
    append_utf8(normalised, without_private_use(code_point));
  }
  return normalised;
}

bool fits(std::string_view text, std::size_t characters_max) {
  return count_code_points(text) <= characters_max;
}

}  // namespace jishan
