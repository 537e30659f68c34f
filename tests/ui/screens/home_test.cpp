// What waits on the home screen: today and in the next days, each leading to where it is done.
#include <gtest/gtest.h>

#include "support/interface_stage.h"

namespace jishan::ui {
namespace {

// Half of a sheet for two households, as the page left it.
constexpr const char* half_a_sheet =
    "act\tyaaaaaaaaaaaaaaaa\nside\tgrid\nnote\t9月人居环境评比\nitem\tC05\n"
    "household\thaaaaaaaaaaaaaaaa\nhousehold\thbbbbbbbbbbbbbbbb\ncell\t0\t0\t1\n";

void begin_village(test::InterfaceStage& stage) {
  stage.type("柳荫村");
  stage.go_to(stage.find(Role::textbox, "您的姓名")->id);
  stage.type("周敏");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(10);
  ASSERT_EQ(stage.app().phase(), app::Phase::working);
}

const MirrorRow* row_of(const test::InterfaceStage& stage, std::string_view list, std::string_view label) {
  const MirrorRow* table = stage.find(Role::table, list);
  for (const MirrorRow& row : stage.mirror().rows()) {
    const bool is_there = table != nullptr && row.parent == table->id && row.role == Role::row;
    if (is_there && row.label == label) return &row;
  }
  return nullptr;
}

TEST(HomeTest, WhatANewVillageNeedsFirstIsForToday) {
  test::InterfaceStage stage(11);
  begin_village(stage);
  EXPECT_NE(row_of(stage, "今天要办", "先登记户"), nullptr);
  EXPECT_NE(row_of(stage, "今天要办", "先登记物品"), nullptr);
  EXPECT_EQ(stage.find(Role::table, "近几天"), nullptr) << "nothing there, no caption";
}

TEST(HomeTest, AHalfTypedSheetIsForTheNextDaysAndTheArrowsRunThroughBothLists) {
  test::InterfaceStage stage(11);
  begin_village(stage);
  stage.app().ports().store.put_local({"score_sheet", half_a_sheet});
  stage.run(3);
  ASSERT_NE(row_of(stage, "近几天", "评分表没有录完"), nullptr);
  ASSERT_EQ(stage.focused_label(), "今天要办");
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(stage.focused_label(), "今天要办");
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(stage.focused_label(), "近几天");
  stage.press(ImGuiKey_UpArrow);
  EXPECT_EQ(stage.focused_label(), "今天要办");
  EXPECT_EQ(row_of(stage, "今天要办", "先登记物品")->selected, Tri::on) << "the last one there";
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_Enter);
  EXPECT_NE(stage.find(Role::heading, "评分表"), nullptr);
  EXPECT_NE(stage.find(Role::grid, "评分表"), nullptr) << "where it was left";
}

TEST(HomeTest, TheStatusBarSaysWhenTheLastCopyWasMade) {
  test::InterfaceStage stage(11, 1920);
  begin_village(stage);
  EXPECT_FALSE(stage.shows(Role::status, "备份 "));
  stage.app().on_exported("柳荫村.jishan.json", journal::PersonalPart::stripped);
  stage.run(2);
  EXPECT_FALSE(stage.shows(Role::status, "备份 ")) << "without the names the book cannot be had again";
  stage.app().on_exported("柳荫村.jishan.json", journal::PersonalPart::kept);
  stage.run(2);
  EXPECT_TRUE(stage.shows(Role::status, "备份 "));
  EXPECT_TRUE(stage.shows(Role::status, "指纹"));
}

// With very large text the second button stands behind 更多, as on every screen.
TEST(HomeTest, TheActionsShareTheBarOfTheOtherScreens) {
  test::InterfaceStage stage(11, 700);
  begin_village(stage);
  EXPECT_NE(stage.find(Role::button, "记一笔"), nullptr);
  EXPECT_EQ(stage.find(Role::button, "兑换"), nullptr);
  ASSERT_TRUE(stage.press_widget(Role::button, "更多"));
  EXPECT_NE(stage.find(Role::menuitem, "兑换"), nullptr);
  stage.press(ImGuiKey_Enter);
  EXPECT_NE(stage.find(Role::heading, "兑换"), nullptr);
}

}  // namespace
}  // namespace jishan::ui
