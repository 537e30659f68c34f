#include "volunteers/rules.h"

#include <gtest/gtest.h>

namespace jishan::volunteers {
namespace {

constexpr std::int64_t hour = 60;

TEST(VolunteersRules, NightIsFromTenToSix) {
  EXPECT_EQ(night_minutes(std::nullopt, 8 * hour), 0);
  EXPECT_EQ(night_minutes(9 * hour, 8 * hour), 0);
  EXPECT_EQ(night_minutes(20 * hour, 3 * hour), 1 * hour);
  EXPECT_EQ(night_minutes(22 * hour, 8 * hour), 8 * hour);
  EXPECT_EQ(night_minutes(5 * hour, 2 * hour), 1 * hour);
  EXPECT_EQ(night_minutes(0, 24 * hour), 8 * hour) << "early morning and late evening";
  EXPECT_EQ(night_minutes(23 * hour, 24 * hour), 8 * hour) << "this night and the next evening";
  EXPECT_EQ(night_minutes(23 * hour + 59, 1), 1);
  EXPECT_EQ(night_minutes(6 * hour, 1), 0);
}

TEST(VolunteersRules, OverlapsAreFoundAcrossMidnight) {
  const Date day = *Date::from_iso("2026-02-28");
  const Date next = *Date::from_iso("2026-03-01");
  const Stretch watch{day, 22 * hour, 8 * hour};
  EXPECT_EQ(overlap_minutes(watch, {next, 5 * hour, 4 * hour}), 1 * hour);
  EXPECT_EQ(overlap_minutes({next, 5 * hour, 4 * hour}, watch), 1 * hour);
  EXPECT_EQ(overlap_minutes(watch, {next, 6 * hour, 1 * hour}), 0) << "one begins as one ends";
  EXPECT_EQ(overlap_minutes(watch, watch), 8 * hour);
  EXPECT_EQ(overlap_minutes(watch, {day, 5 * hour, 1 * hour}), 0);
  EXPECT_EQ(overlap_minutes(watch, {next, std::nullopt, 8 * hour}), 0);
}

}  // namespace
}  // namespace jishan::volunteers
