#include "base/points.h"

#include <gtest/gtest.h>

#include <limits>

namespace jishan {
namespace {

TEST(Points, AddsAndComparesHundredths) {
  const Points sum = Points::whole(3) + Points::hundredths(25) - Points::whole(1);
  EXPECT_EQ(sum.hundredths(), 225);
  EXPECT_LT(-sum, Points());
  EXPECT_TRUE((sum - sum).is_zero());
  EXPECT_TRUE((-sum).is_negative());
}

TEST(PointsDeathTest, AnOverflowStopsTheProgram) {
  const Points most = Points::hundredths(std::numeric_limits<std::int64_t>::max());
  const Points least = Points::hundredths(std::numeric_limits<std::int64_t>::min());
  EXPECT_DEATH(static_cast<void>(most + Points::hundredths(1)), "");
  EXPECT_DEATH(static_cast<void>(least - Points::hundredths(1)), "");
}

TEST(PointsForQuantity, RoundsHalfAwayFromZero) {
  const auto points = [](std::int64_t per_unit, std::int64_t quantity) {
    return points_for_quantity(Points::hundredths(per_unit), quantity).value().hundredths();
  };
  EXPECT_EQ(points(200, 300), 600);   // 2 points × 3
  EXPECT_EQ(points(150, 150), 225);   // 1.5 × 1.5
  EXPECT_EQ(points(1, 50), 1);        // 0.005 up
  EXPECT_EQ(points(1, 49), 0);        // 0.0049 down
  EXPECT_EQ(points(-1, 50), -1);      // a deduction rounds as its gain does
  EXPECT_EQ(points(-1, 49), 0);
}

TEST(PointsForQuantity, StaysWithinALine) {
  EXPECT_EQ(points_for_quantity(Points::hundredths(line_hundredths_max), 100)->hundredths(),
            line_hundredths_max);
  EXPECT_FALSE(points_for_quantity(Points::hundredths(line_hundredths_max), 101));
  EXPECT_FALSE(points_for_quantity(Points::hundredths(-line_hundredths_max), 101));
  EXPECT_FALSE(points_for_quantity(Points::hundredths(line_hundredths_max),
                                   std::numeric_limits<std::int64_t>::max()));
}

TEST(ToDisplay, IsWrittenAsInAVillageOffice) {
  EXPECT_EQ(to_display(Points::whole(126)), "126");
  EXPECT_EQ(to_display(Points::hundredths(-450)), "−4.5");
  EXPECT_EQ(to_display(Points::whole(1250)), "1,250");
  EXPECT_EQ(to_display(Points::whole(-1'234'567)), "−1,234,567");
  EXPECT_EQ(to_display(Points::hundredths(7)), "0.07");
  EXPECT_EQ(to_display(Points::hundredths(-7)), "−0.07");
  EXPECT_EQ(to_display(Points()), "0");
  EXPECT_EQ(to_display_signed(Points::whole(38)), "+38");
  EXPECT_EQ(to_display_signed(Points::whole(-4)), "−4");
  EXPECT_EQ(to_display_signed(Points()), "0");
}

TEST(HundredthsFromText, ReadsTypedAmounts) {
  EXPECT_EQ(hundredths_from_text("3"), 300);
  EXPECT_EQ(hundredths_from_text("2.5"), 250);
  EXPECT_EQ(hundredths_from_text("0.05"), 5);
  EXPECT_EQ(hundredths_from_text("1,250.5"), 125'050);
  EXPECT_EQ(hundredths_from_text("−4"), -400);
  EXPECT_EQ(hundredths_from_text("-4"), -400);
  EXPECT_EQ(hundredths_from_text("10000000"), line_hundredths_max);
}

TEST(HundredthsFromText, RefusesWhatIsNoAmount) {
  for (const char* const text :
       {"", "-", ".", "1.234", "1e3", "abc", "1,2,3", "3,5", "1,25", ",125",
        "1,2345", "1,25.0", "--1", "10000000.01", "99999999999999999999"}) {
    EXPECT_FALSE(hundredths_from_text(text)) << text;
  }
}

TEST(HundredthsFromText, ReadsBackWhatIsShown) {
  for (const std::int64_t value : {-100'000'000L, -450L, -7L, 0L, 5L, 10L, 99L, 100L, 12'345'678L}) {
    EXPECT_EQ(hundredths_from_text(to_display(Points::hundredths(value))), value);
  }
}

}  // namespace
}  // namespace jishan
