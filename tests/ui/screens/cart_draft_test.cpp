#include "ui/screens/cart_draft.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace jishan::ui {
namespace {

TEST(CartDraftTest, ComesBackAsItWasKept) {
  SeededRandom random(3);
  CartDraft draft{ActId::make(random), HouseholdId::make(random), {}};
  draft.lines = {{GoodsId::make(random), 2}, {GoodsId::make(random), 15}};
  const auto back = cart_draft_from(text_of(draft));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->act, draft.act);
  EXPECT_EQ(back->household, draft.household);
  ASSERT_EQ(back->lines.size(), 2U);
  EXPECT_EQ(back->lines[1].goods, draft.lines[1].goods);
  EXPECT_EQ(back->lines[1].quantity, 15);
}

TEST(CartDraftTest, ACartWithoutHouseholdIsKeptToo) {
  SeededRandom random(3);
  const auto back = cart_draft_from(text_of({ActId::make(random), {}, {{GoodsId::make(random), 1}}}));
  ASSERT_TRUE(back.has_value());
  EXPECT_TRUE(back->household.is_empty());
}

TEST(CartDraftTest, AnEmptyCartLeavesNothingAndOddTextsAreRefused) {
  SeededRandom random(3);
  EXPECT_EQ(text_of({ActId::make(random), {}, {}}), "");
  const std::string act = ActId::make(random).str();
  const std::string goods = GoodsId::make(random).str();
  for (const std::string& text : {std::string(), std::string("cart"), act, act + " -",
                                  act + " - " + goods, act + " - " + goods + " 0",
                                  act + " - " + goods + " 2x", act + " - goods 2"}) {
    EXPECT_FALSE(cart_draft_from(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace jishan::ui
