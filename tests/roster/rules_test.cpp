#include "roster/rules.h"

#include <gtest/gtest.h>

namespace jishan::roster {
namespace {

const Date today = *Date::from_iso("2026-03-08");

// The numbers belong to an area code that is not in use (000000) and to nobody.
std::string number_with(std::string_view seventeen) {
  return std::string(seventeen) + id_check_digit(seventeen);
}

TEST(IdNumbers, TheCheckDigitOfTheStandard) {
  // GB 11643-1999, annex: 11010519491231002X.
  EXPECT_EQ(id_check_digit("11010519491231002"), 'X');
  EXPECT_EQ(id_check_digit("00000019800101123"), number_with("00000019800101123")[17]);
}

TEST(IdNumbers, EveryVerdict) {
  const std::string good = number_with("00000019800101123");
  std::string wrong = good;
  wrong[17] = good[17] == '1' ? '2' : '1';
  struct Case {
    std::string number;
    IdNumberCheck check;
  };
  const Case cases[] = {
      {good, IdNumberCheck::good},
      {"", IdNumberCheck::absent},
      {"000000800101123", IdNumberCheck::old_form},
      {wrong, IdNumberCheck::wrong_check_digit},
      {number_with("00000019800230123"), IdNumberCheck::impossible_date},
      {"000000801301123", IdNumberCheck::impossible_date},
      {number_with("00000020270101123"), IdNumberCheck::born_in_future},
      {"12345", IdNumberCheck::malformed},
      {"00000019800101123A", IdNumberCheck::malformed},
      {"X00000198001011234", IdNumberCheck::malformed},
      {"1.10105E+17", IdNumberCheck::mangled},
      {"1.1010519800101e17", IdNumberCheck::mangled},
      {"110105198001010000.0", IdNumberCheck::mangled},
      {"000000198001013000", IdNumberCheck::mangled},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(check_id_number(each.number, today), each.check) << each.number;
  }
  EXPECT_EQ(check_id_number(good, today, CellForm::number), IdNumberCheck::mangled);
  EXPECT_EQ(check_id_number("000000800101123", today, CellForm::number), IdNumberCheck::old_form)
      << "fifteen digits are kept whole";
}

TEST(IdNumbers, ANumberThatRightlyEndsWithZerosIsAccepted) {
  // Some sequence number 100 has the check digit 0.
  for (int day = 1; day <= 28; ++day) {
    const std::string text =
        "000000198001" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "100";
    if (id_check_digit(text) != '0') continue;
    EXPECT_EQ(check_id_number(text + "0", today), IdNumberCheck::good);
    EXPECT_EQ(check_id_number(text + "0", today, CellForm::number), IdNumberCheck::mangled);
    return;
  }
  FAIL() << "no such number in a whole month";
}

TEST(IdNumbers, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(normalised_id_number("'１１０１０５ 19491231-002x"), "11010519491231002X");
  EXPECT_EQ(normalised_id_number("　"), "");
}

TEST(IdNumbers, SayBirthdayAndSex) {
  EXPECT_EQ(born_of_id_number("00000019800103123X")->iso(), "1980-01-03");
  EXPECT_EQ(born_of_id_number("000000800103123")->iso(), "1980-01-03");
  EXPECT_FALSE(born_of_id_number("0000008001").has_value());
  EXPECT_EQ(sex_of_id_number("00000019800103123X"), Sex::male);
  EXPECT_EQ(sex_of_id_number("00000019800103122X"), Sex::female);
  EXPECT_EQ(sex_of_id_number("000000800103121"), Sex::male);
  EXPECT_EQ(sex_of_id_number(""), Sex::unknown);
}

TEST(Phones, AreDigitsWithAFewSigns) {
  EXPECT_TRUE(is_phone(""));
  EXPECT_TRUE(is_phone("0530-0000000"));
  EXPECT_TRUE(is_phone("+86 100 0000 0000"));
  EXPECT_FALSE(is_phone("1234"));
  EXPECT_FALSE(is_phone("无"));
  EXPECT_FALSE(is_phone("123456789012345678901"));
  EXPECT_EQ(normalised_phone(" １００００００００００ "), "10000000000");
}

TEST(Ages, AreWholeYears) {
  const Date born = *Date::from_iso("2012-03-09");
  EXPECT_EQ(age_on(born, today), 13) << "tomorrow is the birthday";
  EXPECT_EQ(age_on(born, *Date::from_iso("2026-03-09")), 14);
  EXPECT_EQ(age_on(*Date::from_iso("2012-02-29"), *Date::from_iso("2026-02-28")), 13);
}

}  // namespace
}  // namespace jishan::roster
