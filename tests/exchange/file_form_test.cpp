#include "exchange/file_form.h"

#include <gtest/gtest.h>

#include <string>

namespace jishan::exchange {
namespace {

using std::string_literals::operator""s;

TEST(FileForms, AreToldByTheFirstBytes) {
  EXPECT_EQ(file_form_of("PK\x03\x04\x14"s), FileForm::zip);
  EXPECT_EQ(file_form_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s), FileForm::old_office);
  EXPECT_EQ(file_form_of("%PDF-1.7\n"), FileForm::unknown);
  EXPECT_EQ(file_form_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s), FileForm::unknown);
  EXPECT_EQ(file_form_of("\xFF\xD8\xFF\xE0\x10JFIF"), FileForm::unknown);
}

TEST(FileForms, TextsInEveryEncodingAreTexts) {
  EXPECT_EQ(file_form_of(""), FileForm::text);
  EXPECT_EQ(file_form_of("户号,姓名\r\n1,张三\r\n"), FileForm::text);
  EXPECT_EQ(file_form_of("\xEF\xBB\xBF户号"), FileForm::text);
  EXPECT_EQ(file_form_of("\xBB\xA7\xBA\xC5,\xD0\xD5\xC3\xFB\r\n"), FileForm::text) << "GB 18030";
  EXPECT_EQ(file_form_of("\xFF\xFE\x37\x62"), FileForm::text);
  EXPECT_EQ(file_form_of("1\0\t\0\x01\x4E\r\0\n\0"s), FileForm::text) << "UTF-16 without a mark";
  EXPECT_EQ(file_form_of("\0" "1\0\t\x4E\x01\0\r\0\n"s), FileForm::text);
}

}  // namespace
}  // namespace jishan::exchange
