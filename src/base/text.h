// UTF-8 text as people type it: checking, folding, cutting. It must not know any field or screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jishan {

bool is_valid_utf8(std::string_view text);

// The code point in front of a text that is not empty, and how many bytes it takes; an ill-formed
// byte is U+FFFD.
struct FrontCodePoint {
  char32_t code_point = 0xFFFD;
  std::size_t size_bytes = 1;
};
FrontCodePoint front_code_point(std::string_view text);

// The code points of valid UTF-8; an ill-formed byte gives U+FFFD.
std::vector<char32_t> code_points(std::string_view text);
void append_utf8(std::string& text, char32_t code_point);
std::size_t count_code_points(std::string_view text);

// Without white space at both ends (ASCII and U+3000).
std::string_view trimmed(std::string_view text);

// U+FF01–FF5E to ASCII and U+3000 to a space, for numbers, dates, phones and ID numbers.
std::string fold_full_width(std::string_view text);

// What every text goes through when it enters (keyboard, clipboard, sheet; NFC is applied by the
// platform before): private-use code points that old Windows input methods send for rare
// characters become the real ones (GB 18030-2022), control characters but \n are dropped.
std::string normalised_input(std::string_view text);

// At most `characters_max` code points; used with a message, never silently.
bool fits(std::string_view text, std::size_t characters_max);

// Text fields hold this many characters and say so.
inline constexpr std::size_t field_characters_max = 500;

}  // namespace jishan
