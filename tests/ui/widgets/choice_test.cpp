#include "ui/widgets/choice.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

class ChoiceTest : public ::testing::Test {
 protected:
  int way = 0;
  int tab = 0;
  bool is_printed = false;
  int collector = 0;
  std::int64_t quantity = 2;
  int group = 0;
  DropDownState groups;
  std::vector<std::string> choices{"全部组"};
  test::PageStage stage{[this](Ui& ui) {
    segment(ui, {100, 20, 300, 36}, "怎么记", {"固定分", "区间", "按数量"}, way);
    tabs(ui, {100, 80, 400, 40}, "看什么", {"存折", "志愿", "荣誉"}, tab);
    checkbox(ui, {100, 140, 200, 32}, "打印", is_printed);
    for (int i = 0; i < 2; ++i) {
      if (radio(ui, {100, 180 + 32.0F * static_cast<float>(i), 200, 32}, i == 0 ? "本人" : "代领",
                collector == i)) {
        collector = i;
      }
    }
    stepper(ui, {100, 260, 108, 36}, quantity, {.label = "大米", .min = 1, .max = 40});
    drop_down_box(ui, {100, 310, 200, 36}, groups, {.label = "组", .choices = choices}, group);
  }};

  ChoiceTest() {
    for (int i = 1; i <= 12; ++i) choices.push_back(std::to_string(i) + " 组");
    stage.settle();
  }
  void go_to(Role role, const char* label) {
    const MirrorRow* row = stage.find(role, label);
    ASSERT_NE(row, nullptr) << label;
    stage.ui.focus.give(row->id, FocusedBy::keyboard);
    stage.settle();
  }
  void go_to_parent_of(Role role, const char* label) {
    stage.ui.focus.give(stage.find(role, label)->parent, FocusedBy::keyboard);
    stage.settle();
  }
};

TEST_F(ChoiceTest, ASegmentIsChosenByArrowDigitAndClick) {
  go_to_parent_of(Role::radio, "固定分");
  EXPECT_EQ(stage.focused_label(), "固定分");
  stage.press(ImGuiKey_RightArrow);
  EXPECT_EQ(way, 1);
  stage.press(ImGuiKey_3);
  EXPECT_EQ(way, 2);
  stage.press(ImGuiKey_RightArrow);
  EXPECT_EQ(way, 2) << "behind the last one there is none";
  ASSERT_TRUE(stage.click(Role::radio, "固定分"));
  EXPECT_EQ(way, 0);
  EXPECT_EQ(stage.find(Role::radio, "固定分")->checked, Tri::on);
  EXPECT_EQ(stage.find(Role::radio, "区间")->checked, Tri::off);
}

TEST_F(ChoiceTest, TabsSayWhichOneIsShown) {
  ASSERT_TRUE(stage.click(Role::tab, "志愿"));
  EXPECT_EQ(tab, 1);
  EXPECT_EQ(stage.find(Role::tab, "志愿")->selected, Tri::on);
  EXPECT_EQ(stage.find(Role::tab, "存折")->selected, Tri::off);
  stage.press(ImGuiKey_LeftArrow);
  EXPECT_EQ(tab, 0);
}

TEST_F(ChoiceTest, ACheckboxIsTickedBySpaceAndByItsLabel) {
  go_to(Role::checkbox, "打印");
  stage.press(ImGuiKey_Space);
  EXPECT_TRUE(is_printed);
  EXPECT_EQ(stage.find(Role::checkbox, "打印")->checked, Tri::on);
  stage.click(190, 156);  // on the letters, not on the box
  EXPECT_FALSE(is_printed);
}

TEST_F(ChoiceTest, OfRadiosOneIsOn) {
  ASSERT_TRUE(stage.click(Role::radio, "代领"));
  EXPECT_EQ(collector, 1);
  EXPECT_EQ(stage.find(Role::radio, "本人")->checked, Tri::off);
  EXPECT_EQ(stage.find(Role::radio, "代领")->checked, Tri::on);
}

TEST_F(ChoiceTest, AQuantityIsSteppedAndTypedWithinItsLimits) {
  go_to(Role::spinbutton, "大米");
  stage.press(ImGuiKey_KeypadAdd);
  EXPECT_EQ(quantity, 3);
  stage.press(ImGuiKey_Minus);
  EXPECT_EQ(quantity, 2);
  stage.press(ImGuiKey_1);
  stage.press(ImGuiKey_2);
  EXPECT_EQ(quantity, 12) << "the first digit replaces, the next one goes behind it";
  stage.press(ImGuiKey_9);
  EXPECT_EQ(quantity, 40) << "no more than there is";
  stage.press(ImGuiKey_Backspace);
  stage.press(ImGuiKey_Backspace);
  EXPECT_EQ(quantity, 1) << "no less than one";
  EXPECT_EQ(stage.find(Role::spinbutton, "大米")->value, "1");
}

TEST_F(ChoiceTest, AClosedListStepsAndAnOpenOneWaitsForEnter) {
  go_to(Role::combobox, "组");
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(group, 1);
  stage.press(ImGuiKey_F4);
  EXPECT_EQ(stage.find(Role::combobox, "组")->expanded, Tri::on);
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(group, 1);
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(group, 1);
  EXPECT_EQ(stage.find(Role::combobox, "组")->expanded, Tri::off);
  stage.press(ImGuiKey_F4);
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(group, 2);
  EXPECT_EQ(stage.find(Role::combobox, "组")->value, "2 组");
}

TEST_F(ChoiceTest, ALongListFollowsItsSelection) {
  go_to(Role::combobox, "组");
  stage.press(ImGuiKey_F4);
  EXPECT_TRUE(stage.find(Role::option, "12 组")->is_out_of_view);
  for (int i = 0; i < 12; ++i) stage.press(ImGuiKey_DownArrow);
  EXPECT_FALSE(stage.find(Role::option, "12 组")->is_out_of_view);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(group, 12);
  stage.press(ImGuiKey_F4);
  EXPECT_FALSE(stage.find(Role::option, "12 组")->is_out_of_view) << "it opens where it was";
}

}  // namespace
}  // namespace jishan::ui
