#include "base/ids.h"

#include <gtest/gtest.h>

#include <set>
#include <type_traits>

namespace jishan {
namespace {

static_assert(!std::is_convertible_v<HouseholdId, ResidentId>);

class Fixed final : public Random {
 public:
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 37);
  }
};

TEST(Ids, AreALetterAndEightyBits) {
  Fixed random;
  const HouseholdId id = HouseholdId::make(random);
  const std::array<std::uint8_t, 10> bits = {0, 37, 74, 111, 148, 185, 222, 3, 40, 77};
  EXPECT_EQ(id.str(), "h" + crockford_lower(bits));
  EXPECT_EQ(id.text().size(), id_size);
  EXPECT_EQ(HouseholdId::from_text(id.text()), id);
}

TEST(Ids, OfAnotherLetterOrFormAreNone) {
  EXPECT_TRUE(ResidentId::from_text("r0123456789abcdef").has_value());
  for (const char* const wrong : {"", "h0123456789abcdef", "r0123456789abcde", "r0123456789abcdefg",
                                  "r0123456789abcdeu", "R0123456789abcdef", "r0123456789ABCDEF"}) {
    EXPECT_FALSE(ResidentId::from_text(wrong).has_value()) << wrong;
  }
}

TEST(Ids, TheEmptyOneIsNothing) {
  EXPECT_TRUE(HouseholdId().is_empty());
  EXPECT_EQ(HouseholdId().text(), "");
  EXPECT_FALSE(HouseholdId::from_text("").has_value());
}

TEST(Ids, DifferFromEachOther) {
  SeededRandom random(7);
  std::set<GoodsId> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(GoodsId::make(random));
  EXPECT_EQ(ids.size(), 1000U);
}

}  // namespace
}  // namespace jishan
