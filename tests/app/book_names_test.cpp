#include "app/book_names.h"

#include <gtest/gtest.h>

namespace jishan::app {
namespace {

TEST(BookNames, TellTheBookFromItsGenerations) {
  EXPECT_EQ(base_of("abc"), "abc");
  EXPECT_EQ(base_of("abc-12"), "abc");
  EXPECT_EQ(generation_of("abc"), 1);
  EXPECT_EQ(generation_of("abc-12"), 12);
  EXPECT_EQ(generation_of("abc-x"), 1);
}

TEST(BookNames, TheNextGenerationIsOneThatNobodyHas) {
  EXPECT_EQ(next_generation("abc", {}), "abc-2");
  EXPECT_EQ(next_generation("abc-2", {"abc", "abc-2", "abd-9"}), "abc-3");
  EXPECT_EQ(next_generation("abc", {"abc-4"}), "abc-5");
}

TEST(BookNames, OfEachBookTheLatestSavedOneCounts) {
  const auto latest = latest_of_each({{.book = "abc", .last = 7},
                                      {.book = "abc-2", .last = 9},
                                      {.book = "abc-3"},
                                      {.book = "xyz"},
                                      {.book = "xyz-2"}});
  ASSERT_EQ(latest.size(), 2U);
  EXPECT_EQ(latest[0].book, "abc-2");
  EXPECT_EQ(latest[1].book, "xyz");
}

TEST(BookNames, TheLatestIsLookedAtFirstEvenWhereItIsNotListed) {
  EXPECT_EQ(latest_of("abc", {{.book = "abc", .last = 7}, {.book = "abc-3"}, {.book = "xyz-8"}}),
            "abc-3");
  EXPECT_EQ(latest_of("abc", {}), "abc");
}

}  // namespace
}  // namespace jishan::app
