#include "base/text.h"

#include <gtest/gtest.h>

#include <string>

namespace jishan {
namespace {

TEST(Utf8, IsValidAsTheStandardSays) {
  for (const char* const text : {"", "abc", "é", "积善簿", "𠮷", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
  for (const char* const text :
       {"\x80", "\xC3", "\xC0\x80", "\xE4\xBA", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "a\xE4" "b"}) {
    EXPECT_FALSE(is_valid_utf8(text)) << text;
  }
}

TEST(Utf8, CodePointsAreReadAndWritten) {
  const std::string text = "aé积𠮷";
  const std::vector<char32_t> points = code_points(text);
  EXPECT_EQ(points, (std::vector<char32_t>{U'a', U'é', U'积', U'𠮷'}));
  EXPECT_EQ(count_code_points(text), 4U);
  std::string written;
  for (const char32_t point : points) append_utf8(written, point);
  EXPECT_EQ(written, text);
}

TEST(Utf8, AnIllFormedByteIsReplaced) {
  const std::vector<char32_t> points = code_points("a\xFF积");
  EXPECT_EQ(points, (std::vector<char32_t>{U'a', U'\uFFFD', U'积'}));
}

TEST(Trimmed, LosesWhiteSpaceOfBothWidths) {
  EXPECT_EQ(trimmed(" \t\n　张 三　 "), "张 三");
  EXPECT_EQ(trimmed("　 "), "");
  EXPECT_EQ(trimmed("张三"), "张三");
}

TEST(FoldFullWidth, GivesAscii) {
  EXPECT_EQ(fold_full_width("１２３－Ａｚ　！～张"), "123-Az !~张");
}

TEST(NormalisedInput, ReplacesPrivateUseByTheRealCharacter) {
  // GB 18030-2022 gives U+9FB4 … to what older editions kept at U+E81E ….
  EXPECT_EQ(normalised_input("\uE81E"), "\u9FB4");
  EXPECT_EQ(normalised_input("\uE864"), "\u9FBB");
}

TEST(NormalisedInput, DropsControlCharactersButKeepsLines) {
  EXPECT_EQ(normalised_input(std::string("a\tb\r\nc\x7F\x00 d", 10)), "ab\nc d");
}

TEST(Fits, CountsCharactersNotBytes) {
  EXPECT_TRUE(fits("积善簿", 3));
  EXPECT_FALSE(fits("积善簿", 2));
  EXPECT_TRUE(fits("𠮷", 1));
  EXPECT_TRUE(fits("", 0));
}

// GB 18030-2022: what GBK kept in the private use area has real code points now.
TEST(PrivateUse, BecomesTheRealCharacter) {
  const std::pair<char32_t, char32_t> entries[] = {
      {0xE863, 0x4DAE},  {0xE815, 0x2E81},  {0xE816, 0x20087}, {0xE818, 0x200CC}, {0xE81E, 0x9FB4},
      {0xE831, 0x215D7}, {0xE83B, 0x2298F}, {0xE855, 0x241FE}, {0xE864, 0x9FBB},  {0xE5E5, 0x3000},
      {0xE78D, 0xFE10},  {0xE78E, 0xFE12},  {0xE78F, 0xFE11},  {0xE793, 0xFE16},  {0xE796, 0xFE19},
      {0xE7C7, 0x1E3F},  {0xE7C8, 0x01F9}};
  for (const auto& [from, to] : entries) {
    std::string typed;
    append_utf8(typed, from);
    std::string real;
    append_utf8(real, to);
    EXPECT_EQ(normalised_input(typed), real) << std::hex << static_cast<std::uint32_t>(from);
  }
}

TEST(PrivateUse, NothingElseChanges) {
  std::size_t mapped = 0;
  for (char32_t code_point = 0xE000; code_point <= 0xF8FF; ++code_point) {
    std::string typed;
    append_utf8(typed, code_point);
    mapped += normalised_input(typed) == typed ? 0 : 1;
  }
  EXPECT_EQ(mapped, 93U);
  EXPECT_EQ(normalised_input("䶮𠮷㛃"), "䶮𠮷㛃");
}

}  // namespace
}  // namespace jishan
