// How wide letters are where the interface is tested as people see it: what the widest of the fonts
// named in the design (Noto Sans CJK SC) measures. Without it, an English word that has no place in
// a browser would have one in a test.
#pragma once

#include <array>

namespace jishan::test {

// Hundredths of an em, from the blank to the tilde.
inline constexpr std::array<int, 95> regular_letter_widths{
    22, 32, 47, 55, 55, 92, 68, 28, 34, 34, 47, 55, 28, 35, 28, 39, 55, 55, 55, 55, 55, 55, 55,
    55, 55, 55, 28, 28, 55, 55, 55, 47, 95, 61, 66, 64, 69, 59, 55, 69, 73, 29, 53, 65, 54, 81,
    72, 74, 63, 74, 63, 60, 60, 72, 57, 88, 57, 53, 60, 34, 39, 34, 55, 56, 61, 56, 62, 51, 62,
    55, 32, 56, 61, 27, 27, 55, 28, 93, 61, 61, 62, 62, 39, 47, 38, 61, 52, 80, 50, 52, 47, 34,
    27, 34, 55};
inline constexpr std::array<int, 95> bold_letter_widths{
    23, 37, 57, 59, 59, 96, 74, 32, 38, 38, 51, 59, 32, 37, 32, 39, 59, 59, 59, 59, 59, 59, 59,
    59, 59, 59, 32, 32, 59, 59, 59, 51, 101, 64, 68, 66, 71, 61, 58, 72, 76, 33, 57, 69, 58,
    85, 75, 77, 67, 77, 68, 62, 62, 75, 62, 91, 63, 58, 61, 38, 39, 38, 59, 57, 63, 59, 64, 53,
    64, 58, 37, 60, 64, 30, 31, 60, 31, 96, 64, 63, 64, 64, 44, 49, 42, 64, 58, 86, 56, 57, 51,
    38, 30, 38, 59};

}  // namespace jishan::test
