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

// A search key says yes and no exactly as the name does, whatever was typed.
TEST(NameSearchKey, IsFoundAsTheNameIs) {
  std::vector<std::string> people{"单田芳", "尉迟恭", "买买提·艾力", "Anna Maria", "王  磊", "吕布", "2组", "", "𬱖小明"};
  std::vector<std::string> typed{"d", "dan", "shan", "stf", "ycg", "wcg", "mmt", "am", "annam", "nn", "a m", "lv", "lü", "lu",
                                 "2", "组", "w l", "wl", "wangl", "wanglei", "wx", "xian", "xia", "n", "ng", "g", "", " ", "王 ", "dxm"};
  for (const NamedReading& read : names()) {
    people.push_back(read.name);
    const std::string initials = typed_initials(read);
    typed.insert(typed.end(), {initials, initials.substr(1), read.syllables[0] + "g", read.syllables.back(), read.name});
  }
  int found = 0;
  for (const std::string& text : typed) {
    const NameSearch search(text);
    for (const std::string& name : people) {
      const bool is_found = search.find_in(name).has_value();
      ASSERT_EQ(search.find_among(name_search_key(name)).has_value(), is_found) << name << " by " << text;
      found += is_found ? 1 : 0;
    }
  }
  EXPECT_GT(found, 1000);
}

TEST(NameSearchKey, SaysWhichOfSeveralItIs) {
  const std::string keys = name_search_key("王守田") + name_search_key("") + name_search_key("李桂凤") + name_search_key("李贵");
  EXPECT_EQ(NameSearch("wst").find_among(keys), 0U);
  EXPECT_EQ(NameSearch("lg").find_among(keys), 2U);
  EXPECT_EQ(NameSearch("贵").find_among(keys), 3U);
  EXPECT_EQ(NameSearch("tl").find_among(keys), std::nullopt) << "not from one name into the next";
  EXPECT_EQ(NameSearch("wst").find_among(""), std::nullopt);
}

TEST(NameSearchKey, ANameThatNobodyCanTypeStaysOneName) {
  const std::string keys = name_search_key("王\n\t\x1F田") + name_search_key("李桂");
  EXPECT_EQ(NameSearch("田").find_among(keys), 0U);
  EXPECT_EQ(NameSearch("lg").find_among(keys), 1U);
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

TEST(PinyinOf, EveryCharacterOfTheBasicPlaneHasAReading) {
  std::size_t without = 0;
  for (char32_t code_point = 0x4E00; code_point <= 0x9FA5; ++code_point) {
    without += pinyin_of(code_point).empty() ? 1 : 0;
  }
  EXPECT_LT(without, 30U);
  EXPECT_EQ(pinyin_of(U'A'), "");
  EXPECT_EQ(pinyin_of(0x10FFFF), "");
  EXPECT_EQ(pinyin_of(0), "");
}

TEST(NameInitials, ASurnameReadingCountsInFrontOnly) {
  EXPECT_EQ(name_initials("小单"), "xd");
  EXPECT_EQ(name_initials("单小"), "sx");
  EXPECT_EQ(name_initials("长孙"), "zs");
  EXPECT_EQ(name_initials("孙长"), "sc");
}

TEST(FindInName, AsOneTypes) {
  struct Case {
    std::string_view name;
    std::string_view typed;
    std::string_view bold;  // "" for not found
  };
  const Case cases[] = {
      {"张三丰", "z", "张"},          {"张三丰", "zh", "张"},        {"张三丰", "zhangs", "张三"},
      {"张三丰", "zsf", "张三丰"},    {"张三丰", "zhsanf", "张三丰"}, {"张三丰", "sf", "三丰"},
      {"张三丰", "三", "三"},         {"张三丰", "ZSF", "张三丰"},   {"张三丰", "ｚｓｆ", "张三丰"},
      {"张三丰", "zhang san", "张三"}, {"张三丰", "zf", ""},          {"张三丰", "zsfx", ""},
      {"张三丰", "ang", ""},          {"张三丰", "", ""},            {"张三丰", "  ", ""},
      {"单田芳", "dtf", "单田芳"},    {"单田芳", "stf", "单田芳"},   {"西安", "xian", "西安"},
      {"先", "xian", "先"},           {"吕布", "lvb", "吕布"},       {"吕布", "lüb", "吕布"},
      {"Anna Li", "ann", "Ann"},      {"李 a", "la", ""},            {"", "a", ""},
  };
  for (const Case& each : cases) {
    const auto found = find_in_name(each.name, each.typed);
    const std::string_view bold =
        found ? each.name.substr(found->begin, found->length) : std::string_view();
    EXPECT_EQ(bold, each.bold) << each.name << " by " << each.typed;
  }
}

TEST(FindInName, ALongTextIsAnsweredAtOnce) {
  std::string name;
  for (int i = 0; i < 40; ++i) name += "南";
  EXPECT_FALSE(find_in_name(name, std::string(39, 'n') + "x").has_value());
  EXPECT_FALSE(find_in_name(name, std::string(10'240, 'n')).has_value());
}

}  // namespace
}  // namespace jishan
