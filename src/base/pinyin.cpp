#include "base/pinyin.h"

#include <algorithm>

#include "base/pinyin_table.h"
#include "base/text.h"

namespace jishan {
namespace {

// The characters of a name with the place of each in it.
struct Character {
  char32_t code_point = 0;
  std::size_t begin = 0;
};

std::vector<Character> characters_of(std::string_view name) {
  std::vector<Character> characters;
  std::size_t begin = 0;
  for (const char32_t code_point : code_points(name)) {
    characters.push_back({code_point, begin});
    std::string bytes;
    append_utf8(bytes, code_point);
    begin += bytes.size();
  }
  return characters;
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::string syllable_of(char32_t code_point) {
  if (const std::string_view reading = pinyin_of(code_point); !reading.empty()) {
    return std::string(reading);
  }
  std::string itself;
  append_utf8(itself, code_point);
  return lower(itself);
}

// The surname that the name begins with, if it has a reading of its own; two characters first.
const pinyin_table::Surname* surname_of(std::string_view name) {
  const pinyin_table::Surname* found = nullptr;
  for (const pinyin_table::Surname& surname : pinyin_table::surnames()) {
    const bool is_longer = found == nullptr || surname.text.size() > found->text.size();
    if (is_longer && name.starts_with(surname.text)) found = &surname;
  }
  return found;
}

// Does `typed` consist of non-empty prefixes of the syllables from `at` on? Gives the number of
// syllables that were used, 0 for no.
std::size_t syllables_used(const std::vector<std::string>& syllables, std::size_t at,
                           std::string_view typed) {
  if (at == syllables.size()) return 0;
  const std::string& syllable = syllables[at];
  std::size_t shared = 0;
  while (shared < syllable.size() && shared < typed.size() && syllable[shared] == typed[shared]) {
    ++shared;
  }
  if (shared > 0 && shared == typed.size()) return 1;
  // Longest first, so that "xian" is one syllable before it is xi and an.
  for (; shared > 0; --shared) {
    const std::size_t rest = syllables_used(syllables, at + 1, typed.substr(shared));
    if (rest > 0) return rest + 1;
  }
  return 0;
}

std::optional<TextRange> find_in_syllables(const std::vector<Character>& characters,
                                           const std::vector<std::string>& syllables,
                                           std::size_t name_size, std::string_view typed) {
  for (std::size_t at = 0; at < syllables.size(); ++at) {
    const std::size_t used = syllables_used(syllables, at, typed);
    if (used == 0) continue;
    const std::size_t begin = characters[at].begin;
    const std::size_t end = at + used < characters.size() ? characters[at + used].begin : name_size;
    return TextRange{begin, end - begin};
  }
  return std::nullopt;
}

std::vector<std::string> plain_syllables(const std::vector<Character>& characters) {
  std::vector<std::string> syllables;
  syllables.reserve(characters.size());
  for (const Character& character : characters) {
    syllables.push_back(syllable_of(character.code_point));
  }
  return syllables;
}

// Ü is typed as v, as u, or as itself.
std::string typed_pinyin(std::string_view typed) {
  std::string letters;
  for (const char32_t code_point : code_points(fold_full_width(typed))) {
    if (code_point == U' ' || code_point == U'\'') continue;
    append_utf8(letters, code_point == U'ü' || code_point == U'Ü' ? U'v' : code_point);
  }
  return lower(letters);
}

}  // namespace

std::string_view pinyin_of(char32_t code_point) {
  const auto runs = pinyin_table::runs();
  auto run = std::upper_bound(
      runs.begin(), runs.end(), code_point,
      [](char32_t wanted, const pinyin_table::Run& candidate) { return wanted < candidate.first; });
  if (run == runs.begin()) return {};
  --run;
  if (code_point >= run->first + run->count) return {};
  const std::size_t index = run->offset + (code_point - run->first);
  const unsigned high = (pinyin_table::high_bits()[index / 8] >> (index % 8)) & 1U;
  return pinyin_table::syllables()[(high << 8) | pinyin_table::low_bytes()[index]];
}

std::vector<std::string> name_syllables(std::string_view name) {
  std::vector<std::string> syllables = plain_syllables(characters_of(name));
  if (const pinyin_table::Surname* const surname = surname_of(name); surname != nullptr) {
    syllables[0] = surname->first;
    if (!surname->second.empty()) syllables[1] = surname->second;
  }
  return syllables;
}

std::string name_initials(std::string_view name) {
  std::string initials;
  for (const std::string& syllable : name_syllables(name)) {
    append_utf8(initials, code_points(syllable).front());
  }
  return initials;
}

std::string name_sort_key(std::string_view name) {
  // A blank sorts before every letter, so a shorter syllable comes first: li before lian.
  std::string key;
  const std::vector<char32_t> characters = code_points(name);
  const std::vector<std::string> syllables = name_syllables(name);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    key += syllables[i];
    key += ' ';
    append_utf8(key, characters[i]);
    key += ' ';
  }
  return key;
}

std::optional<TextRange> find_in_name(std::string_view name, std::string_view typed) {
  const std::string_view text = trimmed(typed);
  if (text.empty()) return std::nullopt;
  if (const std::size_t at = name.find(text); at != std::string_view::npos) {
    return TextRange{at, text.size()};
  }
  const std::string letters = typed_pinyin(text);
  if (letters.empty()) return std::nullopt;
  const std::vector<Character> characters = characters_of(name);
  const std::vector<std::string> syllables = name_syllables(name);
  if (const auto found = find_in_syllables(characters, syllables, name.size(), letters)) {
    return found;
  }
  // Not everybody knows that 单 is read shan in a surname: the usual reading finds it as well.
  const std::vector<std::string> plain = plain_syllables(characters);
  if (plain == syllables) return std::nullopt;
  return find_in_syllables(characters, plain, name.size(), letters);
}

}  // namespace jishan
