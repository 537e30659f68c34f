#include "roster/components.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace jishan::roster {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Journal invariant 19: the order of alias events is irrelevant.
TEST(Components, AnyOrderOfThePairsGivesTheSmallestIdAsRoot) {
  Pairs pairs = {{"d", "c"}, {"b", "c"}, {"x", "y"}, {"c", "d"}, {"a", "d"}};
  const Components expected = {{"a", "a"}, {"b", "a"}, {"c", "a"},
                               {"d", "a"}, {"x", "x"}, {"y", "x"}};
  std::sort(pairs.begin(), pairs.end());
  do {
    EXPECT_EQ(components_of(pairs), expected);
  } while (std::next_permutation(pairs.begin(), pairs.end()));
}

TEST(Components, AnIdPairedWithItselfIsAlone) {
  EXPECT_TRUE(components_of({{"a", "a"}}).empty());
  EXPECT_TRUE(components_of({}).empty());
}

TEST(Components, EveryMemberOfAChangedComponentIsNamed) {
  const Components before = components_of({{"a", "b"}, {"x", "y"}});
  const Components now = components_of({{"a", "b"}, {"b", "c"}});
  EXPECT_EQ(changed_members(before, now), (std::set<std::string>{"a", "b", "c", "x", "y"}));
  EXPECT_TRUE(changed_members(before, before).empty());
}

}  // namespace
}  // namespace jishan::roster
