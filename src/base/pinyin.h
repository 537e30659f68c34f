// Pinyin of names: for search as one types and for sorting. Readings come from a table made at
// build time; a surname reading counts for the first character (单 shàn, 曾 zēng, 仇 qiú, 解 xiè)
// and for compound surnames. It must not know any screen or table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jishan {

// A part of a text, in bytes; empty when length is 0.
struct TextRange {
  std::size_t begin = 0;
  std::size_t length = 0;
};

// The reading without tone ("zhang", "lv"); "" for a character without one.
std::string_view pinyin_of(char32_t character);

// One syllable for each character of a name, surname readings considered. A character without a
// reading stands for itself, letters in lower case.
std::vector<std::string> name_syllables(std::string_view name);

// "张三丰" → "zsf", "尉迟恭" → "ycg".
std::string name_initials(std::string_view name);

// Compares bytewise as a Chinese name list is sorted: character by character, by pinyin, then by
// the character itself, so that one surname stays together.
std::string name_sort_key(std::string_view name);

// The name and its readings, ready to be searched: a household keeps the keys of its people one after
// the other, so that a search works out no reading.
std::string name_search_key(std::string_view name);

// What was typed into a search field, ready to be held against thousands of names.
class NameSearch {
 public:
  explicit NameSearch(std::string_view typed);

  // Does the typed text find the name? Either the text itself is part of the name, or it is made of
  // prefixes of successive syllables: "zsf", "zhangsf", "zhsanfeng", "sanf". Gives the part of the
  // name to show bold. An empty text finds nothing. Only the first 64 characters of a name are read.
  [[nodiscard]] std::optional<TextRange> find_in(std::string_view name) const;

  // The first of these search keys, from 0, whose name find_in() finds.
  [[nodiscard]] std::optional<std::size_t> find_among(std::string_view search_keys) const;

 private:
  [[nodiscard]] bool asks_for_readings() const;

  std::string m_text;
  std::string m_letters;  // as pinyin: lower case, ü as v, without blanks
};

// For one name alone.
std::optional<TextRange> find_in_name(std::string_view name, std::string_view typed);

}  // namespace jishan
