#include "ui/widgets/picker.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

std::vector<PickerRow> found(std::string_view typed) {
  std::vector<PickerRow> rows;
  if (typed == "lgf") {
    rows.push_back({.key = "h1", .text = "李桂芳", .marks = {{0, 6}}, .facts = "02-014"});
    rows.push_back({.key = "h2", .text = "梁高峰", .facts = "05-011"});
    rows.push_back({.kind = PickerRowKind::caption, .text = "按成员找到"});
    rows.push_back({.key = "h3", .text = "李桂凤", .facts = "02-008"});
  }
  rows.push_back({.kind = PickerRowKind::action, .text = "登记新户"});
  return rows;
}

class PickerTest : public ::testing::Test {
 protected:
  PickerState state;
  FieldState next;
  std::string chosen;
  bool wants_new = false;
  test::PageStage stage{[this](Ui& ui) {
    const PickerOutcome outcome = picker(ui, {100, 60, 320, 78}, state,
                                         {.label = "户", .chosen = chosen, .rows = found});
    if (outcome.is_chosen) chosen = outcome.key;
    if (outcome.is_cleared) chosen.clear();
    if (outcome.is_action) wants_new = true;
    text_field(ui, {100, 160, 320, 78}, next, {.label = "情况"});
  }};
};

TEST_F(PickerTest, TypingOpensTheListAndEnterTakesTheFirst) {
  stage.type("lgf");
  ASSERT_NE(stage.find(Role::option, "李桂芳"), nullptr);
  EXPECT_EQ(stage.find(Role::option, "李桂芳")->selected, Tri::on);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(chosen, "h1");
  EXPECT_EQ(stage.focused_label(), "情况");
  stage.type("清理水渠");
  EXPECT_EQ(next.text, "清理水渠");
}

TEST_F(PickerTest, ArrowsStepOverCaptions) {
  stage.type("lgf");
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(stage.find(Role::option, "李桂凤")->selected, Tri::on);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(chosen, "h3");
}

TEST_F(PickerTest, EscapeClosesTheListThenClearsTheSearch) {
  stage.type("lgf");
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(stage.find(Role::option, "李桂芳"), nullptr);
  EXPECT_EQ(state.typed, "lgf");
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(state.typed, "");
}

TEST_F(PickerTest, AClickTakesARow) {
  stage.type("lgf");
  ASSERT_TRUE(stage.click(Role::option, "梁高峰"));
  EXPECT_EQ(chosen, "h2");
}

TEST_F(PickerTest, TheLastRowIsAnAction) {
  stage.type("zgx");
  stage.press(ImGuiKey_Enter);
  EXPECT_TRUE(wants_new);
  EXPECT_EQ(chosen, "");
}

TEST_F(PickerTest, BackspaceTakesTheChoiceBack) {
  stage.type("lgf");
  stage.press(ImGuiKey_Enter);
  stage.press(ImGuiKey_Tab, ImGuiMod_Shift);
  EXPECT_EQ(stage.focused_label(), "户");
  stage.press(ImGuiKey_Backspace);
  EXPECT_EQ(chosen, "");
  stage.settle();
  EXPECT_EQ(stage.find(Role::combobox, "户")->value, "");
}

}  // namespace
}  // namespace jishan::ui
