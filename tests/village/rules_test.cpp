#include "village/rules.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace jishan::village {
namespace {

constexpr UtcMinutes noon_utc(std::int64_t days) {
  return days * 24 * 60 + 12 * 60;
}

TEST(VillageRules, AClockIsDoubtedByDaysAndNotByMinutes) {
  const UtcMinutes today = noon_utc(Date::from_iso("2026-03-08")->days());
  EXPECT_FALSE(is_clock_suspicious(today, std::nullopt, 480));
  EXPECT_FALSE(is_clock_suspicious(today, today + 30, 480)) << "the colleague's clock is ahead";
  EXPECT_FALSE(is_clock_suspicious(today, today - 100'000, 480));
  EXPECT_TRUE(is_clock_suspicious(today, today + 24 * 60, 480));
  EXPECT_TRUE(is_clock_suspicious(0, std::nullopt, 480)) << "1970: the battery is empty";
  EXPECT_TRUE(
      is_clock_suspicious(noon_utc(Date::from_iso("2024-12-30")->days()), std::nullopt, 480));
}

TEST(VillageRules, TheDayChangesAtTheVillagesOffset) {
  // 16:30 UTC on March 8 is past midnight in China: the entry of March 9 held raises no doubt.
  const UtcMinutes evening = noon_utc(Date::from_iso("2026-03-08")->days()) + 270;
  EXPECT_FALSE(is_clock_suspicious(evening, evening + 60, 480));
  EXPECT_TRUE(is_clock_suspicious(evening, evening + 8 * 60, 0));
}

TEST(VillageRules, ATakenDutyGetsTheSmallestFreeNumber) {
  const std::vector<std::string> taken = {"村委会电脑", "村委会电脑2", "村委会电脑4"};
  EXPECT_EQ(free_writer_name("超市电脑", taken), "超市电脑");
  EXPECT_EQ(free_writer_name("村委会电脑", taken), "村委会电脑3");
}

TEST(VillageRules, ABasisIsTheHashOfTheSortedEvidence) {
  EXPECT_EQ(basis_of({"b", "a"}), hex(sha256("jishan-todo-1\na\nb\n")));
  EXPECT_EQ(basis_of({"a", "b"}), basis_of({"b", "a"}));
  EXPECT_NE(basis_of({"a", "b"}), basis_of({"ab"}));
}

}  // namespace
}  // namespace jishan::village
