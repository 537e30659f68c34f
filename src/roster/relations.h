// Relation to the head of the household: GB/T 4761-2008, two digits, and the words that village
// rosters use for them. It must not know any screen; other languages are the screens' business.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace jishan::roster {

struct Relation {
  std::string_view code;  // "02"
  std::string_view word;  // "户主"
};

inline constexpr std::string_view relation_head = "02";
inline constexpr std::string_view relation_other = "99";

// Every relation of the standard, by code.
std::span<const Relation> relations();
// The nine words that a form offers first.
std::span<const Relation> usual_relations();
// "" for an unknown code.
std::string_view relation_word(std::string_view code);
// From a word (长子, 之子, 户主本人, 老婆 …) or a code. Nothing when it is unknown.
std::optional<std::string_view> relation_from(std::string_view word);

}  // namespace jishan::roster
