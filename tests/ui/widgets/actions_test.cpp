#include "ui/widgets/actions.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

class ActionsTest : public ::testing::Test {
 protected:
  int pressed = -1;
  test::PageStage stage{[this](Ui& ui) {
    Rect bar{16, 556, 1100, 56};
    const int index = actions(ui, bar,
                              {{.label = "记一笔", .kind = ButtonKind::primary, .key = {ImGuiKey_F8, 0}},
                               {.label = "兑换", .key = {ImGuiKey_F9, 0}},
                               {.label = "扔掉示例村", .kind = ButtonKind::danger}});
    if (index >= 0) pressed = index;
  }};

  void make_narrow() {
    stage.ui.room = Room::narrow;
    stage.settle();
  }
};

TEST_F(ActionsTest, AllStandBesideEachOtherWhereThereIsRoom) {
  EXPECT_EQ(stage.find(Role::button, "更多"), nullptr);
  ASSERT_TRUE(stage.click(Role::button, "兑换"));
  EXPECT_EQ(pressed, 1);
  ASSERT_TRUE(stage.click(Role::button, "记一笔"));
  EXPECT_EQ(pressed, 0);
}

TEST_F(ActionsTest, WithVeryLargeTextAllButThePrimaryOneStandInAMenu) {
  make_narrow();
  EXPECT_NE(stage.find(Role::button, "记一笔"), nullptr);
  EXPECT_EQ(stage.find(Role::button, "兑换"), nullptr);
  ASSERT_NE(stage.find(Role::button, "更多"), nullptr);
  EXPECT_EQ(stage.find(Role::button, "更多")->expanded, Tri::off);
  ASSERT_TRUE(stage.click(Role::button, "更多"));
  EXPECT_EQ(stage.find(Role::button, "更多")->expanded, Tri::on);
  ASSERT_TRUE(stage.click(Role::menuitem, "扔掉示例村"));
  EXPECT_EQ(pressed, 2);
  EXPECT_EQ(stage.find(Role::menuitem, "兑换"), nullptr) << "the menu goes with the choice";
}

TEST_F(ActionsTest, TheMenuIsSteeredByTheKeyboard) {
  make_narrow();
  stage.ui.focus.give(stage.find(Role::button, "更多")->id, FocusedBy::keyboard);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(stage.focused_label(), "兑换");
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(stage.focused_label(), "扔掉示例村");
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(pressed, 2);
}

TEST_F(ActionsTest, EscapeClosesTheMenuAndTheFocusGoesBack) {
  make_narrow();
  stage.ui.focus.give(stage.find(Role::button, "更多")->id, FocusedBy::keyboard);
  stage.press(ImGuiKey_Enter);
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(stage.find(Role::menuitem, "兑换"), nullptr);
  EXPECT_EQ(stage.focused_label(), "更多");
  EXPECT_EQ(pressed, -1);
}

TEST_F(ActionsTest, AClickElsewhereClosesTheMenu) {
  make_narrow();
  ASSERT_TRUE(stage.click(Role::button, "更多"));
  stage.click(200, 100);
  EXPECT_EQ(stage.find(Role::menuitem, "兑换"), nullptr);
}

TEST_F(ActionsTest, TheirKeysWorkWhileTheMenuIsClosed) {
  make_narrow();
  stage.press(ImGuiKey_F9);
  EXPECT_EQ(pressed, 1);
}

}  // namespace
}  // namespace jishan::ui
