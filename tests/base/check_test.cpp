#include "base/check.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace jishan {
namespace {

TEST(CheckDeathTest, StopsAtABrokenInvariantAndNamesIt) {
  EXPECT_DEATH(CHECK(1 + 1 == 3), "1 \\+ 1 == 3");
}

TEST(CheckDeathTest, TellsThePlatformBeforeItStops) {
  EXPECT_DEATH(
      {
        set_check_handler([](const char*, int, const char* text) {
          std::fprintf(stderr, "what was saved is safe: %s\n", text);
        });
        CHECK(false);
      },
      "what was saved is safe: false");
}

TEST(Check, LooksAtItsConditionOnceAndGoesOn) {
  int looks = 0;
  CHECK(++looks == 1);
  EXPECT_EQ(looks, 1);
}

}  // namespace
}  // namespace jishan
