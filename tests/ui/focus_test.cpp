// Where the keyboard goes when a person clicks, or a screen reader asks, in a form that scrolls.
#include "ui/focus.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "support/imgui_stage.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr std::array<std::string_view, 4> labels{"村", "镇", "情况", "备注"};

// Four fields of 78 px in a place of 200: two are seen, of the third only the label and the upper
// half of its frame.
class ScrolledFormTest : public ::testing::Test {
 protected:
  [[nodiscard]] const MirrorRow& field(std::string_view label) const {
    return *stage.find(Role::textbox, label);
  }
  // Position, press and release in one go, as a browser hands them over after a slow frame.
  void click_at_once(std::string_view label) {
    const Rect box = field(label).box;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(box.center().x, box.center().y);
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
    stage.settle();
  }

  std::array<FieldState, 4> texts;
  test::PageStage stage{[this](Ui& ui) {
    const ScrollArea area(ui, "form", {100, 60, 400, 200}, 4 * field_block_height);
    Rect rest = area.content();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      text_field(ui, rest.cut_top(field_block_height), texts[i], {.label = labels[i]});
    }
  }};
};

TEST_F(ScrolledFormTest, APressWinsOverAFieldThatIsJustBecomingActive) {
  stage.ui.focus.give(field("村").id, FocusedBy::keyboard);
  click_at_once("镇");
  EXPECT_EQ(stage.focused_label(), "镇");
  stage.type("临溪镇");
  EXPECT_EQ(texts[0].text, "");
  EXPECT_EQ(texts[1].text, "临溪镇");
}

TEST_F(ScrolledFormTest, APressBesideEverythingLeavesTheFieldItsKeyboard) {
  stage.ui.focus.give(field("镇").id, FocusedBy::keyboard);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(700, 500);
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
  stage.run(6);
  stage.type("临溪镇");
  EXPECT_EQ(texts[1].text, "临溪镇");
}

TEST_F(ScrolledFormTest, TheMirrorTellsThePartThatIsSeen) {
  EXPECT_EQ(field("村").box.h, field_height);
  EXPECT_EQ(field("情况").box.h, 60 + 200 - (60 + 2 * field_block_height + 22));
  EXPECT_FALSE(field("情况").is_out_of_view);
  EXPECT_TRUE(field("备注").is_out_of_view);
  EXPECT_EQ(state_letters(field("备注")), "v");
}

TEST_F(ScrolledFormTest, AFieldThatIsClickedComesIntoViewAsAWhole) {
  click_at_once("情况");
  EXPECT_EQ(field("情况").box.h, field_height);
  stage.type("清理水渠");
  EXPECT_EQ(texts[2].text, "清理水渠");
}

TEST_F(ScrolledFormTest, AskingForAFieldOutOfViewBringsItIntoViewWithTheKeyboard) {
  EXPECT_TRUE(stage.ui.focus.ask_for(field("备注").id));
  stage.settle();
  EXPECT_EQ(field("备注").box.h, field_height);
  EXPECT_TRUE(field("村").is_out_of_view);
  stage.type("党群服务中心");
  EXPECT_EQ(texts[3].text, "党群服务中心");
}

TEST_F(ScrolledFormTest, NobodyCanAskForWhatIsNotThere) {
  EXPECT_FALSE(stage.ui.focus.ask_for(12345));
  EXPECT_NE(stage.ui.focus.focused(), 12345U);
}

}  // namespace
}  // namespace jishan::ui
