#include "base/personal.h"

#include "base/text.h"

namespace jishan {

std::string mask(const Personal& personal, Audience audience, NameMask cover) {
  if (audience != Audience::public_notice) return personal.m_text;
  constexpr std::string_view covered = "×";
  const auto characters = code_points(personal.m_text);
  std::string masked;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const bool is_han = characters[i] >= 0x3400;
    const bool is_open_end =
        cover == NameMask::middle && characters.size() > 2 && i + 1 == characters.size();
    const bool shown = is_han && (i == 0 || is_open_end);
    if (shown) {
      append_utf8(masked, characters[i]);
    } else {
      masked += covered;
    }
  }
  return masked;
}

}  // namespace jishan
