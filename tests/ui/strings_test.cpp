#include <gtest/gtest.h>

#include <set>
#include <string>

#include "ui/strings/keys.h"

namespace jishan::ui {
namespace {

std::multiset<char> places_of(std::string_view text) {
  std::multiset<char> places;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') places.insert(text[i + 1]);
  }
  return places;
}

TEST(StringsTest, BothLanguagesAreCompleteAndHaveTheSamePlaces) {
  for (int i = 0; i < static_cast<int>(Key::last); ++i) {
    const Key key = static_cast<Key>(i);
    EXPECT_FALSE(zh_text(key).empty()) << "key number " << i;
    EXPECT_FALSE(en_text(key).empty()) << "key number " << i << ": " << zh_text(key);
    const auto zh = places_of(zh_text(key));
    const auto en = places_of(en_text(key));
    EXPECT_EQ(std::set<char>(zh.begin(), zh.end()), std::set<char>(en.begin(), en.end()))
        << zh_text(key) << " / " << en_text(key);
  }
}

TEST(StringsTest, TheEnglishTextsHoldNothingChinese) {
  // The seal is a picture, a language is offered under its own name, names are shown as they are
  // covered, and headings as they stand in a village's sheet.
  const std::set<Key> chinese_in_any_language = {
      Key::seal,              Key::settings_language_zh, Key::settings_mask_middle,
      Key::settings_mask_given, Key::roster_no_headings,   Key::roster_columns_missing};
  for (int i = 0; i < static_cast<int>(Key::last); ++i) {
    const Key key = static_cast<Key>(i);
    if (chinese_in_any_language.contains(key)) continue;
    for (const char c : en_text(key)) {
      // Chinese characters and full-width signs begin with these bytes in UTF-8; “…” and “−” do not.
      const auto byte = static_cast<unsigned char>(c);
      EXPECT_FALSE((byte >= 0xE3 && byte <= 0xE9) || byte == 0xEF) << en_text(key);
    }
  }
}

TEST(StringsTest, TheChineseTextsAvoidSoftwareWords) {
  for (int i = 0; i < static_cast<int>(Key::last); ++i) {
    const std::string_view text = zh_text(static_cast<Key>(i));
    for (const char* word : {"失败", "非法", "无效", "异常", "系统错误", "提交成功"}) {
      EXPECT_EQ(text.find(word), std::string_view::npos) << text;
    }
  }
}

TEST(StringsTest, PlacesAreFilledIn) {
  EXPECT_EQ(filled_in("{0} 笔，{1} 分", {"8", "39"}), "8 笔，39 分");
  EXPECT_EQ(filled_in("{1}{0}{1}", {"a", "b"}), "bab");
  EXPECT_EQ(filled_in("{2} {", {"a"}), "{2} {");
}

}  // namespace
}  // namespace jishan::ui
