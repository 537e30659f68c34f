#include "base/pinyin.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "support/source_folder.h"

namespace jishan {
namespace {

struct NamedReading {
  std::string name;
  std::vector<std::string> syllables;
};

// Two hundred names with the readings that a person gave them: 单 曾 仇 解 as surnames, compound
// surnames, characters outside the basic plane.
std::vector<NamedReading> names() {
  std::vector<NamedReading> names;
  std::ifstream file(testing::source_path("tests/data/names.txt"));
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    NamedReading& read = names.emplace_back();
    words >> read.name;
    for (std::string syllable; words >> syllable;) read.syllables.push_back(syllable);
  }
  return names;
}

std::string typed_initials(const NamedReading& read) {
  std::string initials;
  for (const std::string& syllable : read.syllables) initials += syllable[0];
  return initials;
}

TEST(NameSyllables, AgreeWithTheTableOfNames) {
  const std::vector<NamedReading> table = names();
  ASSERT_GE(table.size(), 200U);
  for (const NamedReading& read : table) {
    EXPECT_EQ(name_syllables(read.name), read.syllables) << read.name;
    EXPECT_EQ(name_initials(read.name), typed_initials(read)) << read.name;
  }
}

TEST(FindInName, FindsEveryNameOfTheTableByInitialsAndByWholeSyllables) {
  for (const NamedReading& read : names()) {
    std::string whole;
    for (const std::string& syllable : read.syllables) whole += syllable;
    // "zh" finds 郑和 by its first syllable alone; so initials only have to begin at the name.
    const std::optional<TextRange> by_initials = find_in_name(read.name, typed_initials(read));
    ASSERT_TRUE(by_initials) << read.name;
    EXPECT_EQ(by_initials->begin, 0U) << read.name;
    for (const std::string& typed : {whole, read.name}) {
      const std::optional<TextRange> found = find_in_name(read.name, typed);
      ASSERT_TRUE(found) << read.name << " by " << typed;
      EXPECT_EQ(found->begin, 0U) << read.name;
      EXPECT_EQ(found->length, read.name.size()) << read.name;
    }
  }
}

TEST(FindInName, TakesPrefixesOfSuccessiveSyllables) {
  const std::string name = "张三丰";
  for (const char* const typed : {"zsf", "ZSF", "zhangsf", "zhsanfeng", "z", "三丰"}) {
    EXPECT_TRUE(find_in_name(name, typed)) << typed;
  }
  const std::optional<TextRange> given = find_in_name(name, "sanf");
  ASSERT_TRUE(given);
  EXPECT_EQ(name.substr(given->begin, given->length), "三丰");
  for (const char* const typed : {"", "zf", "zsff", "zsfx", "张丰", "ang"}) {
    EXPECT_FALSE(find_in_name(name, typed)) << typed;
  }
}

TEST(NameSortKey, SortsTheTableBySurnameReadingThenCharacter) {
  std::vector<NamedReading> table = names();
  std::sort(table.begin(), table.end(), [](const NamedReading& a, const NamedReading& b) {
    return name_sort_key(a.name) < name_sort_key(b.name);
  });
  // Character by character: the reading, then the character itself.
  const auto order = [](const NamedReading& read) {
    std::vector<std::pair<std::string, char32_t>> keys;
    const std::vector<char32_t> characters = code_points(read.name);
    for (std::size_t i = 0; i < characters.size(); ++i) {
      keys.emplace_back(read.syllables[i], characters[i]);
    }
    return keys;
  };
  for (std::size_t i = 1; i < table.size(); ++i) {
    EXPECT_LE(order(table[i - 1]), order(table[i])) << table[i - 1].name << ' ' << table[i].name;
  }
}

TEST(PinyinOf, KnowsRareCharactersAndIsSilentOtherwise) {
  EXPECT_EQ(pinyin_of(U'吕'), "lv");
  EXPECT_EQ(pinyin_of(U'𠮷'), "ji");
  EXPECT_EQ(pinyin_of(U'A'), "");
  EXPECT_EQ(pinyin_of(U'，'), "");
}

}  // namespace
}  // namespace jishan
