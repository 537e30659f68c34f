#include "base/personal.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace jishan {
namespace {

static_assert(!std::is_convertible_v<Personal, std::string>);
static_assert(!std::is_convertible_v<Personal, std::string_view>);
static_assert(!std::is_constructible_v<std::string, Personal>);

TEST(Mask, TheDeskAndTheBookSeeEverything) {
  const Personal name("李小芳");
  EXPECT_EQ(mask(name, Audience::desk), "李小芳");
  EXPECT_EQ(mask(name, Audience::book), "李小芳");
}

TEST(Mask, ANoticeShowsNoWholeName) {
  const auto shown = [](const char* text) { return mask(Personal(text), Audience::public_notice); };
  EXPECT_EQ(shown("赵四"), "赵×");
  EXPECT_EQ(shown("李小芳"), "李×芳");
  EXPECT_EQ(shown("尉迟敬德").find("迟"), std::string::npos);
  EXPECT_EQ(shown("尉迟敬德").find("敬"), std::string::npos);
  EXPECT_EQ(shown("").find_first_not_of("×"), std::string::npos);
}

TEST(Mask, ANoticeShowsNothingOfANumber) {
  for (const char* const text : {"13800001234", "110101190001010000", "Wang"}) {
    const std::string shown = mask(Personal(text), Audience::public_notice);
    for (const char character : std::string(text)) {
      EXPECT_EQ(shown.find(character), std::string::npos) << shown;
    }
  }
}

TEST(Mask, AVillageMayCoverTheWholeGivenName) {
  const auto given = [](std::string_view name) {
    return mask(Personal(std::string(name)), Audience::public_notice, NameMask::given);
  };
  EXPECT_EQ(given("李小芳"), "李××");
  EXPECT_EQ(given("赵强"), "赵×");
  EXPECT_EQ(given("𠮷田"), "𠮷×");
  EXPECT_EQ(given("Anna"), "××××");
  EXPECT_EQ(mask(Personal("李小芳"), Audience::desk, NameMask::given), "李小芳");
}

}  // namespace
}  // namespace jishan
