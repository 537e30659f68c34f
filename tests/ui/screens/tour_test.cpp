#include "ui/screens/tour.h"

#include <gtest/gtest.h>

#include "support/interface_stage.h"
#include "ui/preferences.h"

namespace jishan::ui {
namespace {

class TourTest : public ::testing::Test {
 protected:
  test::InterfaceStage stage{17};

  void SetUp() override {
    stage.type("柳荫村");
    stage.click(Role::textbox, "您的姓名");
    stage.type("周敏");
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    stage.run(10);
    ASSERT_EQ(stage.app().phase(), app::Phase::working);
  }
  // The title of the step that is shown, or "".
  [[nodiscard]] std::string step() const {
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.role == Role::dialog) return row.label;
    }
    return {};
  }
  [[nodiscard]] bool is_offered() const { return stage.find(Role::button, "第一次用，看一遍") != nullptr; }
};

TEST_F(TourTest, IsOfferedWithoutTakingTheKeyboardOrTheScreen) {
  EXPECT_TRUE(is_offered());
  EXPECT_EQ(step(), "");
  EXPECT_EQ(stage.focused_label(), "今天要办");
  stage.press(ImGuiKey_8, ImGuiMod_Alt);
  EXPECT_NE(stage.find(Role::heading, "户册"), nullptr);
}

TEST_F(TourTest, FiveStepsByEnterBesideWhatTheyTellOf) {
  ASSERT_TRUE(stage.press_widget(Role::button, "第一次用，看一遍"));
  const struct {
    const char* title;
    Role role;
    const char* place;
  } steps[] = {{"先看这里", Role::table, "今天要办"},
               {"再有户册", Role::menuitem, "户册"},
               {"记分按 F8", Role::menuitem, "记分"},
               {"兑换按 F9", Role::menuitem, "兑换"},
               {"存一份，再合并", Role::menuitem, "数据"}};
  for (const auto& wanted : steps) {
    EXPECT_EQ(step(), wanted.title);
    const MirrorRow* callout = stage.find(Role::dialog, wanted.title);
    const MirrorRow* place = stage.find(wanted.role, wanted.place);
    ASSERT_TRUE(callout != nullptr && place != nullptr) << wanted.title;
    EXPECT_GE(callout->box.x, place->box.right()) << "beside it, so that it stays in sight";
    EXPECT_LT(callout->box.x - place->box.right(), 40);
    stage.press(ImGuiKey_Enter);
  }
  EXPECT_EQ(step(), "");
  EXPECT_FALSE(is_offered());
}

TEST_F(TourTest, EscLeavesItForGood) {
  ASSERT_TRUE(stage.press_widget(Role::button, "第一次用，看一遍"));
  stage.press(ImGuiKey_Enter);
  stage.press(ImGuiKey_F8);
  EXPECT_EQ(step(), "再有户册") << "what lies below hears nothing";
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(step(), "");
  EXPECT_FALSE(is_offered());
  stage.reopen();
  EXPECT_FALSE(is_offered()) << "not on this computer again";
}

TEST_F(TourTest, BackGoesAStepBack) {
  ASSERT_TRUE(stage.press_widget(Role::button, "第一次用，看一遍"));
  EXPECT_EQ(stage.find(Role::button, "上一步"), nullptr);
  stage.press(ImGuiKey_Enter);
  ASSERT_TRUE(stage.press_widget(Role::button, "上一步"));
  EXPECT_EQ(step(), "先看这里");
}

TEST_F(TourTest, IsDeclinedInOnePress) {
  ASSERT_TRUE(stage.press_widget(Role::button, "不看了"));
  EXPECT_FALSE(is_offered());
  EXPECT_EQ(stage.computer().world().store.settings[std::string(preferences::tour)], "seen");
}

TEST_F(TourTest, BeginsAgainFromTheHelpOfAnyScreen) {
  ASSERT_TRUE(stage.press_widget(Role::button, "不看了"));
  stage.press(ImGuiKey_7, ImGuiMod_Alt);
  stage.press(ImGuiKey_F1);
  EXPECT_EQ(step(), "帮助：库存");
  ASSERT_TRUE(stage.press_widget(Role::button, "看一遍怎么用"));
  stage.run(3);
  EXPECT_NE(stage.find(Role::heading, "首页"), nullptr);
  EXPECT_EQ(step(), "先看这里");
}

}  // namespace
}  // namespace jishan::ui
