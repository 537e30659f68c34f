#include "ui/widgets/message.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

class ToastsTest : public ::testing::Test {
 protected:
  Toasts toasts;
  int undone = 0;
  int pressed_below = 0;
  test::PageStage stage{[this](Ui& ui) {
    if (button(ui, {1000, 560, 366, 40}, {.label = "底下"})) ++pressed_below;
    if (toasts.draw(ui, {148, 96, 1218, 504})) ++undone;
  }};

  void show(const char* text, Tone tone = Tone::good, bool can_undo = false) {
    toasts.show(stage.ui, text, tone, can_undo);
    stage.settle();
  }
};

TEST_F(ToastsTest, ANewOneTakesThePlaceOfOldGoodNews) {
  show("已给李桂芳户记 +20 分", Tone::good, true);
  show("已保存 李桂芳户");
  EXPECT_EQ(stage.find(Role::status, "已给李桂芳户记 +20 分"), nullptr);
  EXPECT_NE(stage.find(Role::status, "已保存 李桂芳户"), nullptr);
}

TEST_F(ToastsTest, WhatWentWrongStaysBesideGoodNewsUntilClosed) {
  show("磁盘满了", Tone::red);
  show("已保存 李桂芳户");
  stage.ui.now_ms += 60'000;
  stage.settle();
  EXPECT_EQ(stage.find(Role::status, "已保存 李桂芳户"), nullptr);
  ASSERT_NE(stage.find(Role::alert, "磁盘满了"), nullptr);
  ASSERT_TRUE(stage.click(Role::button, "关掉"));
  EXPECT_EQ(stage.find(Role::alert, "磁盘满了"), nullptr);
}

TEST_F(ToastsTest, NeverMoreThanThree) {
  for (const char* what : {"一", "二", "三", "四"}) show(what, Tone::red);
  EXPECT_EQ(stage.find(Role::alert, "一"), nullptr);
  for (const char* what : {"二", "三", "四"}) EXPECT_NE(stage.find(Role::alert, what), nullptr) << what;
}

TEST_F(ToastsTest, APressOnItGivesWayToWhatItCovers) {
  show("已保存 李桂芳户");
  ASSERT_TRUE(stage.click(Role::button, "底下"));
  EXPECT_EQ(pressed_below, 0) << "the first press met the toast";
  EXPECT_EQ(stage.find(Role::status, "已保存 李桂芳户"), nullptr);
  ASSERT_TRUE(stage.click(Role::button, "底下"));
  EXPECT_EQ(pressed_below, 1);
  EXPECT_EQ(undone, 0);
}

TEST_F(ToastsTest, ItsButtonTakesTheActBack) {
  show("已给李桂芳户记 +20 分", Tone::good, true);
  ASSERT_TRUE(stage.click(Role::button, "撤回"));
  EXPECT_EQ(undone, 1);
  EXPECT_EQ(stage.find(Role::status, "已给李桂芳户记 +20 分"), nullptr);
}

class FigureTest : public ::testing::Test {
 protected:
  FigureSpec spec{.label = "全村余额", .value = "1,234,567", .unit = "分", .size = TextSize::figure};
  float width = 400;
  test::PageStage stage{[this](Ui& ui) { figure(ui, {100, 100, width, 82}, spec); }};

  const PaintedText* painted(std::string_view text) const {
    for (const PaintedText& line : stage.mirror().paint()->texts()) {
      if (line.text == text) return &line;
    }
    return nullptr;
  }
};

TEST_F(FigureTest, ALongNumberBecomesSmallerAndKeepsItsUnit) {
  stage.ui.mirror.watch_paint();
  stage.settle();
  ASSERT_NE(painted("1,234,567"), nullptr);
  const float large = painted("1,234,567")->letters.h;
  width = 110;
  stage.settle();
  ASSERT_NE(painted("1,234,567"), nullptr);
  ASSERT_NE(painted("分"), nullptr);
  EXPECT_EQ(painted("1,234,567")->fit, Fit::whole);
  EXPECT_EQ(painted("分")->fit, Fit::whole);
  EXPECT_LT(painted("1,234,567")->letters.h, large);
}

}  // namespace
}  // namespace jishan::ui
