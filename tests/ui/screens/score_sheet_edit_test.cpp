#include "ui/screens/score_sheet_edit.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace jishan::ui {
namespace {

using app::CellPlace;

// Two households, three columns: 1 to 10 points, a quantity, and a rule that is not in force.
class ScoreSheetEditTest : public ::testing::Test {
 protected:
  ScoreSheetEditTest() {
    sheet.households = {*HouseholdId::from_text("haaaaaaaaaaaaaaaa"),
                        *HouseholdId::from_text("hbbbbbbbbbbbbbbbb")};
    sheet.codes = {"A11", "B08", "Z99"};
    points::Rule range;
    range.code = "A11";
    range.type = points::RuleType::range;
    range.low = Points::whole(1);
    range.high = Points::whole(10);
    points::Rule quantity;
    quantity.code = "B08";
    quantity.type = points::RuleType::per_quantity;
    quantity.points = Points::whole(10);
    rules = {range, quantity, std::nullopt};
  }
  void type(std::string_view characters) {
    for (const char c : characters) type_character(editing, sheet, rules, c);
  }
  std::string at(std::size_t row, std::size_t column) { return app::typed_in(sheet, {row, column}); }

  app::ScoreSheet sheet;
  ColumnRules rules;
  SheetEditing editing;
};

TEST_F(ScoreSheetEditTest, ADigitThatCannotGrowLeadsToTheNextCell) {
  type("9");
  EXPECT_EQ(at(0, 0), "9");
  EXPECT_EQ(editing.at, (CellPlace{0, 1}));
  type("12");  // a quantity could go on
  EXPECT_EQ(at(0, 1), "12");
  EXPECT_EQ(editing.at, (CellPlace{0, 1}));
  step_caret(editing, sheet, editing.order, 1);
  type("7");  // nobody knows what this rule takes
  EXPECT_EQ(editing.at, (CellPlace{0, 2}));
  step_caret(editing, sheet, editing.order, 1);
  type("10");
  EXPECT_EQ(at(1, 0), "10");
  EXPECT_EQ(editing.at, (CellPlace{1, 1}));
}

TEST_F(ScoreSheetEditTest, ItemByItemTheCaretGoesDown) {
  editing.order = EntryOrder::by_rule;
  type("9");
  EXPECT_EQ(editing.at, (CellPlace{1, 0}));
  type("8");
  EXPECT_EQ(editing.at, (CellPlace{0, 1}));
}

TEST_F(ScoreSheetEditTest, ADecimalPointStillBelongsToTheCellThatWasLeftByItself) {
  type("7.5");
  EXPECT_EQ(at(0, 0), "7.5");
  EXPECT_EQ(at(0, 1), "");
  go_to_cell(editing, {0, 1});
  type(".5");
  EXPECT_EQ(at(0, 1), ".5");
}

TEST_F(ScoreSheetEditTest, TypingReplacesWhatACellHeldAndTakingBackRestoresIt) {
  type("9");
  go_to_cell(editing, {0, 0});
  type("3");
  EXPECT_EQ(at(0, 0), "3");
  ASSERT_TRUE(take_back_change(editing, sheet));
  EXPECT_EQ(at(0, 0), "9");
  EXPECT_EQ(editing.at, (CellPlace{0, 0}));
  ASSERT_TRUE(take_back_change(editing, sheet));
  EXPECT_EQ(at(0, 0), "");
  EXPECT_FALSE(take_back_change(editing, sheet));
}

TEST_F(ScoreSheetEditTest, BackspaceTakesTheLastCharacterThenGoesBack) {
  go_to_cell(editing, {0, 1});
  type("12");
  erase_character(editing, sheet);
  EXPECT_EQ(at(0, 1), "1");
  erase_character(editing, sheet);
  EXPECT_EQ(at(0, 1), "");
  erase_character(editing, sheet);
  EXPECT_EQ(editing.at, (CellPlace{0, 0}));
  type("9");
  EXPECT_EQ(editing.at, (CellPlace{0, 1}));
  erase_character(editing, sheet);  // the digit was wrong
  erase_character(editing, sheet);
  EXPECT_EQ(at(0, 0), "");
}

TEST_F(ScoreSheetEditTest, LettersAreNoNumbers) {
  type("a/+ ");
  EXPECT_TRUE(sheet.cells.empty());
  EXPECT_TRUE(editing.done.empty());
}

TEST_F(ScoreSheetEditTest, TheCaretStaysInTheSheet) {
  move_caret(editing, sheet, -1, -1);
  EXPECT_EQ(editing.at, (CellPlace{0, 0}));
  move_caret(editing, sheet, 99, 99);
  EXPECT_EQ(editing.at, (CellPlace{1, 2}));
  EXPECT_FALSE(step_caret(editing, sheet, EntryOrder::by_household, 1));
  EXPECT_EQ(editing.at, (CellPlace{1, 2}));
  sheet.codes.pop_back();
  keep_caret_inside(editing, sheet);
  EXPECT_EQ(editing.at, (CellPlace{1, 1}));
}

TEST_F(ScoreSheetEditTest, ABlockIsPastedFromTheCaretAndTakenBackAsOne) {
  go_to_cell(editing, {0, 1});
  Sheet block;
  block.rows = {{{" 2 "}, {"1"}, {"5"}}, {{"两次"}}, {{"7"}, {""}}};
  const PastedBlock pasted = paste_block(editing, sheet, block);
  EXPECT_EQ(pasted.cells, 3U);
  EXPECT_EQ(pasted.outside, 2U) << "one to the right, one below; an empty one is nothing";
  EXPECT_EQ(at(0, 1), "2");
  EXPECT_EQ(at(0, 2), "1");
  EXPECT_EQ(at(1, 1), "两次") << "it stays, to be put right";
  EXPECT_EQ(editing.at, (CellPlace{0, 1}));
  ASSERT_TRUE(take_back_change(editing, sheet));
  EXPECT_TRUE(sheet.cells.empty());
}

TEST_F(ScoreSheetEditTest, PastedTextIsCutBetweenCharacters) {
  Sheet block;
  block.rows = {{{"一二三四五六七八九十一二三四"}}};
  paste_block(editing, sheet, block);
  EXPECT_EQ(at(0, 0), "一二三四五六七八九十一二");
}

TEST_F(ScoreSheetEditTest, AnEmptiedSheetComesBackWhole) {
  type("9");
  type("2");
  empty_sheet(editing, sheet);
  EXPECT_TRUE(sheet.cells.empty());
  ASSERT_TRUE(take_back_change(editing, sheet));
  EXPECT_EQ(at(0, 0), "9");
  EXPECT_EQ(at(0, 1), "2");
}

TEST_F(ScoreSheetEditTest, WhatLeftTheSheetIsNotBroughtBack) {
  type("9");
  sheet.codes.erase(sheet.codes.begin());
  sheet.cells.clear();
  EXPECT_FALSE(take_back_change(editing, sheet));
  EXPECT_TRUE(sheet.cells.empty());
}

}  // namespace
}  // namespace jishan::ui
