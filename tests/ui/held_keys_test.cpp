// Keys pressed while the book is being opened.
#include <gtest/gtest.h>

#include <deque>
#include <utility>

#include "support/interface_stage.h"
#include "support/sample_store.h"

namespace jishan::ui {
namespace {

class HeldKeysTest : public ::testing::Test {
 protected:
  void SetUp() override {
    stage.computer().world().store = testing::store_with_sample();
    stage.reopen();
    ASSERT_EQ(stage.app().phase(), app::Phase::working);
    // The store takes its time.
    const std::string book = stage.app().listing().book;
    stage.app().open_book(book);
    answers = std::exchange(stage.computer().world().store.happenings, {});
    stage.run(3);
    ASSERT_EQ(stage.app().phase(), app::Phase::opening);
    ASSERT_NE(stage.find(Role::progressbar, "正在打开账册"), nullptr);
  }
  void answer() {
    stage.computer().world().store.happenings = std::move(answers);
    stage.run(30);
    ASSERT_EQ(stage.app().phase(), app::Phase::working);
  }

  test::InterfaceStage stage{7};
  std::deque<app::Happening> answers;
};

TEST_F(HeldKeysTest, TheScreenThatWasAskedForIsThere) {
  stage.press(ImGuiKey_3, ImGuiMod_Alt);
  answer();
  EXPECT_NE(stage.find(Role::heading, "评分表"), nullptr);
  EXPECT_FALSE(ImGui::GetIO().KeyAlt);
}

TEST_F(HeldKeysTest, WhatIsTypedForAScreenGoesIntoItsFirstField) {
  stage.press(ImGuiKey_F8);
  stage.type("lg");
  answer();
  EXPECT_NE(stage.find(Role::heading, "记分"), nullptr);
  EXPECT_EQ(stage.focused_label(), "户");
  EXPECT_EQ(stage.value(Role::combobox, "户"), "lg");
}

// Somebody who waits hits a key or two: that is for no screen.
TEST_F(HeldKeysTest, KeysThatLeadNowhereAreForgotten) {
  stage.press(ImGuiKey_Enter);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.type("lgf");
  answer();
  EXPECT_NE(stage.find(Role::heading, "首页"), nullptr);
  stage.press(ImGuiKey_8, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::searchbox, "姓名、户号、拼音"), "");
}

TEST_F(HeldKeysTest, AKeyThatIsStillDownIsNotStuckAfterwards) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Alt, true);
  io.AddKeyEvent(ImGuiKey_3, true);
  stage.run(2);
  answer();
  EXPECT_NE(stage.find(Role::heading, "评分表"), nullptr);
  EXPECT_TRUE(io.KeyAlt) << "the finger is still on it";
  io.AddKeyEvent(ImGuiKey_3, false);
  io.AddKeyEvent(ImGuiMod_Alt, false);
  stage.run(3);
  EXPECT_FALSE(io.KeyAlt);
  stage.type("b08");
  EXPECT_EQ(stage.value(Role::combobox, "细则条目"), "b08");
}

// What was meant for a screen that did not come is not kept for a later one.
TEST_F(HeldKeysTest, ABookThatCannotBeOpenedForgetsThem) {
  stage.press(ImGuiKey_F8);
  stage.type("lg");
  const std::string book = stage.app().listing().book;
  stage.happen(app::BookNotOpened{book, app::StoreTrouble::elsewhere});
  stage.run(3);
  ASSERT_EQ(stage.app().phase(), app::Phase::trouble);
  stage.app().open_book(book);
  stage.computer().world().store.happenings.clear();
  answer();
  EXPECT_NE(stage.find(Role::heading, "首页"), nullptr);
}

}  // namespace
}  // namespace jishan::ui
