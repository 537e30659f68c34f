// Keys typed ahead of the picture: each reaches the field that it was meant for, in order.
#include "ui/input_gate.h"

#include <gtest/gtest.h>

#include <array>

#include "support/imgui_stage.h"
#include "ui/widgets/field.h"

namespace jishan::ui {
namespace {

class TypedAheadTest : public ::testing::Test {
 protected:
  TypedAheadTest() {
    stage.ui.focus.give(stage.find(Role::textbox, "村")->id, FocusedBy::keyboard);
    stage.run(3);
  }
  // Down only: a quick typist lets go of a key after the next one is down.
  static void hold(ImGuiKey key) { ImGui::GetIO().AddKeyEvent(key, true); }
  static void let_go(ImGuiKey key) { ImGui::GetIO().AddKeyEvent(key, false); }
  static void say(const char* text) { ImGui::GetIO().AddInputCharactersUTF8(text); }

  std::array<FieldState, 2> texts;
  test::PageStage stage{[this](Ui& ui) {
    Rect rest{100, 60, 400, 2 * field_block_height};
    for (std::size_t i = 0; i < texts.size(); ++i) {
      text_field(ui, rest.cut_top(field_block_height), texts[i],
                 {.label = i == 0 ? "村" : "镇"});
    }
  }};
};

TEST_F(TypedAheadTest, WhatComesBehindTabIsForTheNextField) {
  say("柳");
  hold(ImGuiKey_Tab);
  hold(ImGuiKey_X);
  say("x");
  let_go(ImGuiKey_Tab);
  let_go(ImGuiKey_X);
  say("镇");
  stage.run(12);
  EXPECT_EQ(texts[0].text, "柳");
  EXPECT_EQ(texts[1].text, "x镇");
}

TEST_F(TypedAheadTest, AKeyBehindTabIsForTheNextField) {
  say("柳荫");
  hold(ImGuiKey_Tab);
  hold(ImGuiKey_Backspace);
  let_go(ImGuiKey_Tab);
  let_go(ImGuiKey_Backspace);
  stage.run(12);
  EXPECT_EQ(texts[0].text, "柳荫");
}

TEST_F(TypedAheadTest, SeveralKeysOfOneFrameAllCount) {
  say("abcd");
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_Backspace, ImGuiKey_Home, ImGuiKey_Delete}) {
    hold(key);
  }
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_Backspace, ImGuiKey_Home, ImGuiKey_Delete}) {
    let_go(key);
  }
  stage.run(12);
  EXPECT_EQ(texts[0].text, "bd");
}

// A text that fills a field whose widget is never drawn again would otherwise wait for ever.
TEST_F(TypedAheadTest, AFieldThatNeverBecomesActiveHoldsNothingUp) {
  ImGui::GetCurrentContext()->NavNextActivateId = 1;
  say("柳");
  for (int frame = 0; frame < 8; ++frame) {
    stage.run();
    ImGui::GetCurrentContext()->NavNextActivateId = 1;
  }
  EXPECT_TRUE(ImGui::GetCurrentContext()->InputEventsQueue.empty());
}

}  // namespace
}  // namespace jishan::ui
