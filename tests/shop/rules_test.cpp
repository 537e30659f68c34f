#include "shop/rules.h"

#include <gtest/gtest.h>

namespace jishan::shop {
namespace {

Date day(const char* iso) {
  return Date::from_iso(iso).value_or(Date());
}

TEST(ShopRules, LineTotalIsPriceTimesQuantityWithinTheLineLimit) {
  EXPECT_EQ(line_total(Points::whole(30), 2), Points::whole(60));
  EXPECT_EQ(line_total(Points::hundredths(50), 3), Points::hundredths(150));
  EXPECT_EQ(line_total(Points::whole(0), 99'999), Points());
  EXPECT_EQ(line_total(Points::hundredths(10'000), 100'000), Points::hundredths(1'000'000'000));
  EXPECT_EQ(line_total(Points::hundredths(10'000), 100'001), std::nullopt);
  EXPECT_EQ(line_total(Points::hundredths(line_hundredths_max), 9'000'000'000), std::nullopt);
  EXPECT_EQ(line_total(-Points::whole(1), 1), std::nullopt);
  EXPECT_EQ(line_total(Points::whole(1), -1), std::nullopt);
}

TEST(ShopRules, TheLineThatBreaksTheBalanceIsNamed) {
  const std::vector<Points> totals = {Points::whole(30), Points::whole(28), Points::whole(20)};
  EXPECT_EQ(first_line_beyond(totals, Points::whole(78)), std::nullopt);
  EXPECT_EQ(first_line_beyond(totals, Points::whole(77)), 2U);
  EXPECT_EQ(first_line_beyond(totals, Points::whole(30)), 1U);
  EXPECT_EQ(first_line_beyond(totals, -Points::whole(1)), 0U);
  EXPECT_EQ(first_line_beyond({}, -Points::whole(1)), std::nullopt);
}

TEST(ShopRules, BarcodesAreWhatScannersSend) {
  EXPECT_TRUE(is_barcode("6901234567892"));
  EXPECT_TRUE(is_barcode("LY-0001"));
  EXPECT_FALSE(is_barcode(""));
  EXPECT_FALSE(is_barcode("69012 345"));
  EXPECT_FALSE(is_barcode("大米"));
}

TEST(ShopRules, SlipNumbersCountWithinTheirDay) {
  const Date date = day("2026-09-18");
  EXPECT_EQ(slip_number(date, 3), "20260918-03");
  EXPECT_EQ(slip_number(date, 123), "20260918-123");
  EXPECT_EQ(number_in_slip("20260918-03", date), 3);
  EXPECT_EQ(number_in_slip("20260917-03", date), 0);
  EXPECT_EQ(number_in_slip("20260918-", date), 0);
  EXPECT_EQ(number_in_slip("20260918-3x", date), 0);
  EXPECT_EQ(number_in_slip("20260918--3", date), 0);
  EXPECT_EQ(number_in_slip("20260918-99999999999", date), 0);
  EXPECT_EQ(number_in_slip("一号", date), 0);
}

}  // namespace
}  // namespace jishan::shop
