#include "base/crockford.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace jishan {
namespace {

TEST(Crockford, WritesTheMostSignificantBitsFirst) {
  // 0x00443214C7 is the numbers 0, 1, 2, … 7 in five bits each.
  EXPECT_EQ(crockford_lower(std::array<std::uint8_t, 5>{0x00, 0x44, 0x32, 0x14, 0xC7}), "01234567");
  EXPECT_EQ(crockford_upper(std::array<std::uint8_t, 5>{0xFF, 0xFF, 0xFF, 0xFF, 0xFF}), "ZZZZZZZZ");
  EXPECT_EQ(crockford_lower({}), "");
}

TEST(Crockford, WritesEveryValueWithItsOwnLetter) {
  constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  for (std::size_t value = 0; value < alphabet.size(); ++value) {
    // The value stands in the first five bits of forty.
    const std::array<std::uint8_t, 5> bytes{static_cast<std::uint8_t>(value << 3)};
    EXPECT_EQ(crockford_lower(bytes)[0], alphabet[value]);
  }
}

TEST(Crockford, KnowsItsLetters) {
  EXPECT_TRUE(is_crockford_lower("0123456789abcdefghjkmnpqrstvwxyz"));
  for (const char* const other : {"i", "l", "o", "u", "A", "-", " ", "积"}) {
    EXPECT_FALSE(is_crockford_lower(other)) << other;
  }
}

TEST(Crockford, IsReadAloudInGroupsOfFour) {
  EXPECT_EQ(in_groups_of_four("K7QF3M2D9XTA6RWP"), "K7QF 3M2D 9XTA 6RWP");
}

}  // namespace
}  // namespace jishan
