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

// splitmix64 with seed 0 begins 0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F,
// 0xF88BB8A8724C81EC; xoshiro256** of that state gives this first number.
TEST(SeededRandom, TheFirstNumberOfTheReferenceAlgorithm) {
  constexpr std::uint64_t second_word = 0x6E789E6AA1B965F4ULL;
  constexpr std::uint64_t times_five = second_word * 5;
  constexpr std::uint64_t turned = (times_five << 7) | (times_five >> 57);
  EXPECT_EQ(SeededRandom(0).next(), turned * 9);
}

TEST(SeededRandom, BytesOfAnyLength) {
  SeededRandom random(5);
  std::array<std::uint8_t, 11> bytes{};
  random.fill(bytes);
  SeededRandom again(5);
  const std::uint64_t first = again.next();
  const std::uint64_t second = again.next();
  EXPECT_EQ(bytes[0], static_cast<std::uint8_t>(first));
  EXPECT_EQ(bytes[7], static_cast<std::uint8_t>(first >> 56));
  EXPECT_EQ(bytes[10], static_cast<std::uint8_t>(second >> 16));
}

}  // namespace
}  // namespace jishan
