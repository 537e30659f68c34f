// A roster that is pasted: preview, progress, the book.
#include <gtest/gtest.h>

#include <string>

#include "roster/queries.h"
#include "support/interface_stage.h"

namespace jishan::ui {
namespace {

class RosterImportTest : public ::testing::Test {
 protected:
  RosterImportTest() {
    stage.type("柳荫村");
    stage.press(ImGuiKey_Enter);
    stage.press(ImGuiKey_Enter);
    stage.press(ImGuiKey_Enter);
    stage.type("周敏");
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    stage.run(10);
  }

  void paste(int households) {
    std::string text = "户号\t姓名\t与户主关系\n";
    for (int i = 1; i <= households; ++i) text += std::to_string(i) + "\t李桂芳\t户主\n";
    stage.happen(app::TextPasted{text});
    stage.run(3);
  }
  std::int64_t households() { return roster::counts(stage.app().book().database()).households; }

  test::InterfaceStage stage{11};
};

TEST_F(RosterImportTest, ShowsHowFarALargeSheetIs) {
  paste(6000);
  ASSERT_TRUE(stage.shows(Role::status, "新增 6,000 户 6,000 人"));
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  const MirrorRow* const bar = stage.find(Role::progressbar, "正在导入名册");
  ASSERT_NE(bar, nullptr);
  EXPECT_NE(bar->value.find("共"), std::string::npos);
  EXPECT_TRUE(stage.shows(Role::status, "正在保存"));

  // What comes meanwhile does not push it aside.
  stage.happen(app::FileChosen{7, "a.jishan.json", 10});
  stage.happen(app::TextPasted{"户号\t姓名\n1\t赵玉兰\n"});
  stage.run(20);
  EXPECT_EQ(stage.find(Role::progressbar, "正在导入名册"), nullptr);
  EXPECT_TRUE(stage.shows(Role::status, "导入好了，6,000 户 6,000 人"));
  EXPECT_EQ(households(), 6000);
  EXPECT_EQ(stage.app().task(), nullptr);
}

TEST_F(RosterImportTest, TheSameSheetAgainHasNothingToImport) {
  paste(3);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(10);
  ASSERT_EQ(households(), 3);
  paste(3);
  EXPECT_TRUE(stage.shows(Role::status, "已有 3 户 3 人"));
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(10);
  EXPECT_EQ(households(), 3);
}

}  // namespace
}  // namespace jishan::ui
