#include "base/pinyin.h"

#include <algorithm>
#include <array>

#include "base/pinyin_table.h"
#include "base/text.h"

namespace jishan {
namespace {

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

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The readings of a name, without a copy of anything: a search makes thousands of them.
struct Reading {
  static constexpr std::size_t characters_max = 64;
  std::size_t count = 0;
  std::array<std::size_t, characters_max + 1> begins;      // of each character, and the end
  std::array<std::string_view, characters_max> syllables;  // in the table, or in the name
};

Reading reading_of(std::string_view name) {
  Reading reading;
  std::size_t begin = 0;
  while (begin < name.size() && reading.count < Reading::characters_max) {
    const FrontCodePoint front = front_code_point(name.substr(begin));
    const std::string_view syllable = pinyin_of(front.code_point);
    reading.begins[reading.count] = begin;
    reading.syllables[reading.count++] =
        syllable.empty() ? name.substr(begin, front.size_bytes) : syllable;
    begin += front.size_bytes;
  }
  reading.begins[reading.count] = begin;
  return reading;
}

// Is some way to read the name accepted? Not everybody knows that 单 is read shan in a surname: the
// usual reading comes after it.
template <class Accepts>
bool any_reading(std::string_view name, const Accepts& accepts) {
  Reading reading = reading_of(name);
  const pinyin_table::Surname* const surname = surname_of(name);
  if (surname == nullptr) return accepts(reading);
  const std::array<std::string_view, 2> usual = {reading.syllables[0], reading.syllables[1]};
  reading.syllables[0] = surname->first;
  if (!surname->second.empty()) reading.syllables[1] = surname->second;
  if (accepts(reading)) return true;
  reading.syllables[0] = usual[0];
  reading.syllables[1] = usual[1];
  return accepts(reading);
}

// Does `typed` consist of non-empty prefixes of the syllables from `at` on? Gives the number of
// syllables that were used, 0 for no.
std::size_t syllables_used(const Reading& reading, std::size_t at, std::string_view typed) {
  if (at == reading.count) return 0;
  const std::string_view syllable = reading.syllables[at];
  std::size_t shared = 0;
  while (shared < syllable.size() && shared < typed.size() &&
         lower(syllable[shared]) == typed[shared]) {
    ++shared;
  }
  if (shared > 0 && shared == typed.size()) return 1;
  // Longest first, so that "xian" is one syllable before it is xi and an.
  for (; shared > 0; --shared) {
    const std::size_t rest = syllables_used(reading, at + 1, typed.substr(shared));
    if (rest > 0) return rest + 1;
  }
  return 0;
}

std::optional<TextRange> find_in_reading(const Reading& reading, std::string_view typed) {
  for (std::size_t at = 0; at < reading.count; ++at) {
    const std::size_t used = syllables_used(reading, at, typed);
    if (used == 0) continue;
    return TextRange{reading.begins[at], reading.begins[at + used] - reading.begins[at]};
  }
  return std::nullopt;
}

// In a search key the name stands first, then each way to read it; a key ends with its line.
constexpr char before_reading = '\t';
constexpr char after_syllable = '\x1F';
constexpr char after_key = '\n';

void append_reading(std::string& key, const Reading& reading) {
  key += before_reading;
  for (std::size_t i = 0; i < reading.count; ++i) {
    for (const char c : reading.syllables[i]) key += lower(c);
    key += after_syllable;
  }
}

// What stands before the mark; the text goes on behind it.
std::string_view cut_at(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(text.size(), end + 1));
  return part;
}

// As syllables_used, in syllables that stand one after the other.
bool is_found_from(std::string_view syllables, std::string_view typed) {
  std::size_t shared = 0;
  while (shared < typed.size() && shared < syllables.size() && syllables[shared] == typed[shared]) {
    ++shared;
  }
  if (shared == typed.size()) return true;
  if (shared == 0) return false;
  const std::size_t end = syllables.find(after_syllable, shared);
  if (end == std::string_view::npos) return false;
  for (; shared > 0; --shared) {
    if (is_found_from(syllables.substr(end + 1), typed.substr(shared))) return true;
  }
  return false;
}

bool is_found_in(std::string_view syllables, std::string_view typed) {
  while (!syllables.empty()) {
    if (syllables.front() == typed.front() && is_found_from(syllables, typed)) return true;
    cut_at(syllables, after_syllable);
  }
  return false;
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
  std::vector<std::string> syllables;
  for (const char32_t code_point : code_points(name)) syllables.push_back(syllable_of(code_point));
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

NameSearch::NameSearch(std::string_view typed)
    : m_text(trimmed(typed)), m_letters(typed_pinyin(m_text)) {}

// Readings are letters: a text that begins with a Chinese character is looked for as it is.
bool NameSearch::asks_for_readings() const {
  return !m_letters.empty() && static_cast<unsigned char>(m_letters.front()) < 0x80;
}

std::optional<TextRange> NameSearch::find_in(std::string_view name) const {
  if (m_text.empty()) return std::nullopt;
  if (const std::size_t at = name.find(m_text); at != std::string_view::npos) {
    return TextRange{at, m_text.size()};
  }
  if (!asks_for_readings()) return std::nullopt;
  std::optional<TextRange> found;
  any_reading(name, [&](const Reading& reading) {
    found = find_in_reading(reading, m_letters);
    return found.has_value();
  });
  return found;
}

std::optional<std::size_t> NameSearch::find_among(std::string_view search_keys) const {
  if (m_text.empty()) return std::nullopt;
  for (std::size_t place = 0; !search_keys.empty(); ++place) {
    std::string_view readings = cut_at(search_keys, after_key);
    const std::string_view name = cut_at(readings, before_reading);
    if (name.find(m_text) != std::string_view::npos) return place;
    while (asks_for_readings() && !readings.empty()) {
      if (is_found_in(cut_at(readings, before_reading), m_letters)) return place;
    }
  }
  return std::nullopt;
}

std::string name_search_key(std::string_view name) {
  std::string key(name);
  // A name in a file may hold what nobody can type.
  for (char& c : key) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  const std::string shown = key;
  any_reading(shown, [&](const Reading& reading) {
    append_reading(key, reading);
    return false;
  });
  key += after_key;
  return key;
}

std::optional<TextRange> find_in_name(std::string_view name, std::string_view typed) {
  return NameSearch(typed).find_in(name);
}

}  // namespace jishan
