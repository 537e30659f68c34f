#include "base/random.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace jishan {
namespace {

TEST(SeededRandom, TheSameSeedGivesTheSameBytes) {
  std::array<std::uint8_t, 37> first{};
  std::array<std::uint8_t, 37> again{};
  std::array<std::uint8_t, 37> other{};
  SeededRandom(7).fill(first);
  SeededRandom(7).fill(again);
  SeededRandom(8).fill(other);
  EXPECT_EQ(first, again);
  EXPECT_NE(first, other);
}

TEST(SeededRandom, StaysBelowItsBoundAndReachesEveryNumber) {
  SeededRandom random(1);
  std::vector<int> counts(6);
  for (int i = 0; i < 6000; ++i) {
    const std::uint64_t number = random.below(6);
    ASSERT_LT(number, 6U);
    ++counts[number];
  }
  // A thousand of each are expected; 200 away is more than six standard deviations.
  for (const int count : counts) EXPECT_NEAR(count, 1000, 200);
  EXPECT_EQ(random.below(1), 0U);
}

}  // namespace
}  // namespace jishan
