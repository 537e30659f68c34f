#include "ui/column_widths.h"

#include <gtest/gtest.h>

namespace jishan::ui {
namespace {

TEST(ColumnWidthsTest, WhatIsWrittenIsReadAgain) {
  ColumnWidths widths;
  widths.set("户册", "户号", 120);
  widths.set("库存", "单位", 60);
  ColumnWidths again;
  again.read(widths.text());
  EXPECT_EQ(again.of("户册", "户号"), 120);
  EXPECT_EQ(again.of("库存", "单位"), 60);
  EXPECT_EQ(again.of("户册", "单位"), 0) << "another table has its own";
  EXPECT_FALSE(again.take_change()) << "what was read need not be kept";
}

TEST(ColumnWidthsTest, AChangeIsToldOnceAndZeroTakesItBack) {
  ColumnWidths widths;
  widths.set("户册", "户号", 0);
  EXPECT_FALSE(widths.take_change());
  widths.set("户册", "户号", 120);
  EXPECT_TRUE(widths.take_change());
  EXPECT_FALSE(widths.take_change());
  widths.set("户册", "户号", 0);
  EXPECT_TRUE(widths.take_change());
  EXPECT_TRUE(widths.are_all_as_designed());
  EXPECT_EQ(widths.text(), "");
}

TEST(ColumnWidthsTest, LinesOfAnotherFormAreLeftOut) {
  ColumnWidths widths;
  widths.read("户册\t户号\t90\n无\n户册\t120\n户册\t组\tx\n户册\t人口\t-5\n户册\t标签\t999999\n户册\t户主\t80 \n");
  EXPECT_EQ(widths.text(), "户册\t户号\t90\n");
}

}  // namespace
}  // namespace jishan::ui
