#include "ui/screens/help.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

class HelpTest : public ::testing::Test {
 protected:
  bool is_open = false;
  test::PageStage stage{[this](Ui& ui) { draw_help(ui, is_open); }};
};

TEST_F(HelpTest, IsNotThereUntilItIsAskedFor) {
  stage.press(ImGuiKey_Escape);
  EXPECT_FALSE(is_open);
  EXPECT_EQ(stage.find(Role::dialog, "按键"), nullptr);
}

TEST_F(HelpTest, OpensByF1WithTheKeysAndClosesByF1OrEsc) {
  stage.press(ImGuiKey_F1);
  ASSERT_TRUE(is_open);
  EXPECT_NE(stage.find(Role::dialog, "按键"), nullptr);
  const MirrorRow* finder = stage.find(Role::note, "Ctrl+K");
  ASSERT_NE(finder, nullptr);
  EXPECT_EQ(finder->description, "找户、找人、找功能");
  EXPECT_EQ(stage.focused_label(), "关掉");
  stage.press(ImGuiKey_F1);
  EXPECT_FALSE(is_open);
  stage.press(ImGuiKey_F1);
  ASSERT_TRUE(is_open);
  stage.press(ImGuiKey_Escape);
  EXPECT_FALSE(is_open);
}

}  // namespace
}  // namespace jishan::ui
