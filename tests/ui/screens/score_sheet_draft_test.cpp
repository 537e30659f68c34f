#include "ui/screens/score_sheet_draft.h"

#include <gtest/gtest.h>

namespace jishan::ui {
namespace {

SheetDraft half_a_sheet() {
  SheetDraft draft;
  draft.sheet.act = *ActId::from_text("yaaaaaaaaaaaaaaaa");
  draft.sheet.households = {*HouseholdId::from_text("haaaaaaaaaaaaaaaa"),
                            *HouseholdId::from_text("hbbbbbbbbbbbbbbbb")};
  draft.sheet.codes = {"A11", "B08"};
  draft.sheet.note = "9月人居环境评比";
  draft.order = EntryOrder::by_rule;
  draft.side = SheetSide::grid;
  draft.date_text = "2026-9-18";
  app::type_in(draft.sheet, {0, 1}, "2.5");
  app::type_in(draft.sheet, {1, 0}, "好 得很");
  return draft;
}

TEST(ScoreSheetDraftTest, WhatWasTypedComesBack) {
  const SheetDraft kept = half_a_sheet();
  const auto back = sheet_draft_from(text_of(kept));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->sheet.act, kept.sheet.act);
  EXPECT_EQ(back->sheet.households, kept.sheet.households);
  EXPECT_EQ(back->sheet.codes, kept.sheet.codes);
  EXPECT_EQ(back->sheet.note, kept.sheet.note);
  EXPECT_EQ(back->sheet.cells, kept.sheet.cells);
  EXPECT_EQ(back->order, kept.order);
  EXPECT_EQ(back->side, kept.side);
  EXPECT_EQ(back->date_text, kept.date_text);
}

TEST(ScoreSheetDraftTest, ASheetWithoutACellIsNotKept) {
  SheetDraft draft = half_a_sheet();
  draft.sheet.cells.clear();
  EXPECT_EQ(text_of(draft), "");
  EXPECT_FALSE(sheet_draft_from(""));
}

// A block from a spreadsheet may carry anything.
TEST(ScoreSheetDraftTest, ALineBreakInACellDoesNotBreakTheRecord) {
  SheetDraft draft = half_a_sheet();
  app::type_in(draft.sheet, {0, 0}, "9\nact\tx");
  const auto back = sheet_draft_from(text_of(draft));
  ASSERT_TRUE(back);
  EXPECT_EQ(app::typed_in(back->sheet, {0, 0}), "9 act\tx");
  EXPECT_EQ(back->sheet.act, draft.sheet.act);
}

TEST(ScoreSheetDraftTest, WhatIsOfAnotherFormIsPassedOver) {
  const std::string good = text_of(half_a_sheet());
  for (const char* wrong : {"colour\tred\n", "cell\t0\t7\t1\n", "cell\t2\t0\t1\n", "cell\t-1\t0\t1\n",
                            "cell\t0\t0\n", "household\tnobody\n", "act\t\n"}) {
    EXPECT_FALSE(sheet_draft_from(good + wrong)) << wrong;
  }
  EXPECT_FALSE(sheet_draft_from("item\tA11\n")) << "nobody's sheet";
}

}  // namespace
}  // namespace jishan::ui
