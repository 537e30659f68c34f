// Alt+8 and the initials of a name: letters typed in a list go to its search box.
#include <gtest/gtest.h>

#include "support/interface_stage.h"

namespace jishan::ui {
namespace {

class ListScreenTest : public ::testing::Test {
 protected:
  void SetUp() override {
    stage.type("柳荫村");
    stage.click(Role::textbox, "您的姓名");
    stage.type("周敏");
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    stage.run(10);
    for (const char* name : {"李桂芳", "张国兴", "李建国"}) {
      stage.press(ImGuiKey_8, ImGuiMod_Alt);
      ASSERT_TRUE(stage.click(Role::button, "登记新户"));
      stage.type(name);
      stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
      stage.run(5);
    }
    stage.press(ImGuiKey_1, ImGuiMod_Alt);
    stage.press(ImGuiKey_8, ImGuiMod_Alt);
    ASSERT_EQ(stage.find(Role::table, "户册")->is_focused, true);
  }

  // A key as the page tells of it: pressed, what it says, let go.
  static void queue_letter(char letter) {
    ImGuiIO& io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(ImGuiKey_A + (letter - 'a'));
    io.AddKeyEvent(key, true);
    io.AddInputCharacter(static_cast<unsigned>(letter));
    io.AddKeyEvent(key, false);
  }

  static void queue_screen(int digit) {
    ImGuiIO& io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(ImGuiKey_0 + digit);
    io.AddKeyEvent(ImGuiMod_Alt, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    io.AddKeyEvent(ImGuiMod_Alt, false);
  }

  std::string searched() { return stage.value(Role::searchbox, "姓名、户号、拼音"); }
  std::string households() { return stage.value(Role::table, "户册"); }

  test::InterfaceStage stage{7};
};

TEST_F(ListScreenTest, LettersTypedInTheListFilterIt) {
  stage.type("l");
  EXPECT_EQ(searched(), "l");
  EXPECT_EQ(households(), "2");
  EXPECT_EQ(stage.focused_label(), "姓名、户号、拼音");
  stage.type("gf");  // by now the search box takes them itself, behind the first
  EXPECT_EQ(searched(), "lgf");
  EXPECT_EQ(households(), "1");
}

// The box becomes ready one frame after it was given the focus: no letter may fall between.
TEST_F(ListScreenTest, LettersAreNeverLostOrTurnedHoweverManyFramesLieBetweenThem) {
  for (const int frames : {0, 1, 2, 3}) {
    for (const char letter : {'l', 'g', 'f'}) {
      queue_letter(letter);
      stage.run(frames);
    }
    stage.run(10);
    EXPECT_EQ(searched(), "lgf") << frames;
    stage.press(ImGuiKey_Enter);
    ASSERT_TRUE(stage.find(Role::table, "户册")->is_focused);
  }
}

TEST_F(ListScreenTest, LettersBehindTheKeysOfTheScreenReachIt) {
  for (const int digit : {1, 8}) queue_screen(digit);
  for (const char letter : {'l', 'g', 'f'}) queue_letter(letter);
  stage.run(12);
  EXPECT_EQ(searched(), "lgf");
}

// A screen opens over several frames: a letter that falls into any of them is for its search box.
TEST_F(ListScreenTest, LettersReachAScreenThatHasJustOpened) {
  for (int frames_before = 0; frames_before < 6; ++frames_before) {
    for (const int frames_between : {0, 1, 2}) {
      queue_screen(1);
      stage.run(4);
      queue_screen(8);
      stage.run(frames_before);
      for (const char letter : {'l', 'g', 'f'}) {
        queue_letter(letter);
        stage.run(frames_between);
      }
      stage.run(10);
      EXPECT_EQ(searched(), "lgf") << frames_before << " frames before, " << frames_between;
    }
  }
}

TEST_F(ListScreenTest, LettersBehindTheKeyOfTheSearchBoxReachIt) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiKey_F3, true);
  io.AddKeyEvent(ImGuiKey_F3, false);
  for (const char letter : {'l', 'g', 'f'}) queue_letter(letter);
  stage.run(12);
  EXPECT_EQ(searched(), "lgf");
}

TEST_F(ListScreenTest, TheNextSearchFromTheListBeginsAnew) {
  stage.type("l");
  stage.press(ImGuiKey_Enter);
  ASSERT_TRUE(stage.find(Role::table, "户册")->is_focused);
  stage.type("z");
  EXPECT_EQ(searched(), "z");
  EXPECT_EQ(households(), "1");
}

TEST_F(ListScreenTest, LettersUnderADialogStayThere) {
  stage.press(ImGuiKey_F1);
  stage.type("l");
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(searched(), "");
}

TEST_F(ListScreenTest, SlashGoesToTheGoodsOnTheCounter) {
  stage.press(ImGuiKey_6, ImGuiMod_Alt);
  ASSERT_TRUE(stage.press_widget(Role::button, "今天的单子"));
  stage.press(ImGuiKey_Escape);
  stage.press(ImGuiKey_Slash);
  EXPECT_EQ(stage.focused_label(), "加物品");
}

}  // namespace
}  // namespace jishan::ui
