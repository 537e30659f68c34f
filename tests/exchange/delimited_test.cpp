#include "exchange/delimited.h"

#include <gtest/gtest.h>

namespace jishan::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(const Sheet& sheet) {
  Rows rows;
  for (const SheetRow& row : sheet.rows) {
    rows.emplace_back();
    for (const Cell& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

std::string utf_16(std::u16string_view text, bool is_big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  }
  return bytes;
}

TEST(Encodings, AreToldByMarkZerosAndValidity) {
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF户号"), Encoding::utf_8);
  EXPECT_EQ(encoding_of("户号,姓名\n1,张三\n"), Encoding::utf_8);
  EXPECT_EQ(encoding_of("plain,text\n"), Encoding::utf_8);
  EXPECT_EQ(encoding_of(""), Encoding::utf_8);
  EXPECT_EQ(encoding_of("\xFF\xFE" + utf_16(u"户", false)), Encoding::utf_16le);
  EXPECT_EQ(encoding_of("\xFE\xFF" + utf_16(u"户", true)), Encoding::utf_16be);
  // 一 is U+4E00: its zero byte stands where those of ASCII do not.
  const std::u16string_view sheet = u"户号\t姓名\r\n1\t丁一\r\n2\t李一一\r\n";
  EXPECT_EQ(encoding_of(utf_16(sheet, false)), Encoding::utf_16le);
  EXPECT_EQ(encoding_of(utf_16(sheet, true)), Encoding::utf_16be);
  EXPECT_EQ(encoding_of("\xBB\xA7\xBA\xC5,\xD0\xD5\xC3\xFB\r\n"), Encoding::gb18030) << "户号,姓名";
}

TEST(Encodings, ACharacterCutAtTheEndOfTheExcerptDoesNotCount) {
  const std::string text = "户号,张三";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    EXPECT_EQ(encoding_of(text.substr(0, size)), Encoding::utf_8) << size;
  }
  const std::string rare = "a𠮷";
  for (std::size_t size = 1; size <= rare.size(); ++size) {
    EXPECT_EQ(encoding_of(rare.substr(0, size)), Encoding::utf_8) << size;
  }
}

TEST(Delimiters, AreTheOnesThatCutRowsAlike) {
  EXPECT_EQ(delimiter_of("户号,姓名\n1,张三\n"), Delimiter::comma);
  EXPECT_EQ(delimiter_of("户号\t姓名\n1\t张三, 李四\n2\t王五\n"), Delimiter::tab);
  EXPECT_EQ(delimiter_of("户号;姓名;电话\n1;张三;1,2\n"), Delimiter::semicolon);
  EXPECT_EQ(delimiter_of("柳荫村名册\n户号;姓名\n\"1;2\";张三\n"), Delimiter::semicolon);
  EXPECT_EQ(delimiter_of("姓名\n张三\n"), Delimiter::comma) << "one column";
}

TEST(DelimitedText, QuotesLineEndsAndMarks) {
  EXPECT_EQ(texts(sheet_from_text("\xEF\xBB\xBF"
                                  "a,b\r\n1,2\n3,4\r5,6")),
            (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}));
  EXPECT_EQ(texts(sheet_from_text("a,b\n\"1,\n2\",\"say \"\"x\"\"\"\n", Delimiter::comma)),
            (Rows{{"a", "b"}, {"1,\n2", "say \"x\""}}));
  EXPECT_EQ(texts(sheet_from_text("a,,\n,b,\n", Delimiter::comma)),
            (Rows{{"a", "", ""}, {"", "b", ""}}));
  EXPECT_EQ(texts(sheet_from_text("=\"0123\",x\n", Delimiter::comma)), (Rows{{"0123", "x"}}));
  EXPECT_EQ(texts(sheet_from_text("a,b\n\n  ,\n\n", Delimiter::comma)), (Rows{{"a", "b"}}));
  EXPECT_EQ(texts(sheet_from_text("\"open,b\nc", Delimiter::comma)), (Rows{{"open,b\nc"}}));
  EXPECT_EQ(texts(sheet_from_text("\"a\"b,c", Delimiter::comma)), (Rows{{"ab", "c"}}));
  EXPECT_TRUE(sheet_from_text("").rows.empty());
}

TEST(DelimitedText, ComesBackFromItsCsv) {
  Sheet sheet;
  sheet.rows = {{{"姓名"}, {"a,b"}, {"say \"x\""}}, {{"two\nlines"}, {""}, {"𠮷"}}};
  EXPECT_EQ(texts(sheet_from_text(csv_from_sheet(sheet), Delimiter::comma)), texts(sheet));
}

TEST(DelimitedText, AFormulaIsDisarmed) {
  Sheet sheet;
  sheet.rows = {{{"=1+1"}, {"@x"}, {"-5", CellKind::number}, {"-x"}}};
  EXPECT_EQ(csv_from_sheet(sheet), "'=1+1,'@x,-5,'-x\r\n");
}

}  // namespace
}  // namespace jishan::exchange
