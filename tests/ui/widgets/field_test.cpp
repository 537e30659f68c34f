#include "ui/widgets/field.h"

#include <gtest/gtest.h>

#include <string>

#include "support/imgui_stage.h"
#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

struct Form {
  FieldState name;
  FieldState hours;
  DateFieldState date;
  int saved = 0;

  void draw(Ui& ui) {
    Rect rest{100, 60, 320, 500};
    text_field(ui, rest.cut_top(ui.px(field_block_height)), name,
               {.label = "姓名", .hint = "写全名", .error = name.text.empty() ? "写上姓名" : "",
                .need = Need::required});
    number_field(ui, rest.cut_top(ui.px(field_block_height)), hours,
                 {.label = "数量",
                  .error = count_from_typed(hours.text).value_or(0) > 4 ? "最多记 4 小时" : "",
                  .unit = "小时"});
    date_field(ui, rest.cut_top(ui.px(field_block_height)), date, {.label = "日期"});
    if (button(ui, rest.cut_top(ui.px(36)),
               {.label = "保存", .kind = ButtonKind::primary, .key = chords::primary})) {
      ++saved;
    }
  }
};

class FieldTest : public ::testing::Test {
 protected:
  Form form;
  test::PageStage stage{[this](Ui& ui) { form.draw(ui); }};
};

TEST(TypedNumbers, WithTooManyDigitsAreTooLarge) {
  for (const char* const large : {"12345678", "12,345,678.5", " ９９９９９９９９ "}) {
    EXPECT_TRUE(is_number_too_large(large)) << large;
  }
  for (const char* const other : {"", "1234567", "1,234,567", "0.123456789", "-12345678", "十二"}) {
    EXPECT_FALSE(is_number_too_large(other)) << other;
  }
}

TEST_F(FieldTest, AScreenOpensInItsFirstEmptyField) { EXPECT_EQ(stage.focused_label(), "姓名"); }

TEST_F(FieldTest, TakesTypingAndShowsItInTheMirror) {
  stage.type("李桂芳");
  EXPECT_EQ(form.name.text, "李桂芳");
  EXPECT_EQ(stage.find(Role::textbox, "姓名")->value, "李桂芳");
  EXPECT_EQ(state_letters(*stage.find(Role::textbox, "姓名")), "fq");
}

TEST_F(FieldTest, TakesCharactersBeyondTheBasicPlane) {
  stage.type("𠮷𬱖䶮");
  EXPECT_EQ(form.name.text, "𠮷𬱖䶮");
}

TEST_F(FieldTest, EnterTabAndShiftTabWalkThroughTheForm) {
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(stage.focused_label(), "数量");
  stage.press(ImGuiKey_Tab);
  EXPECT_EQ(stage.focused_label(), "日期");
  stage.press(ImGuiKey_Tab, ImGuiMod_Shift);
  EXPECT_EQ(stage.focused_label(), "数量");
  stage.type("3");
  EXPECT_EQ(form.hours.text, "3");
  EXPECT_EQ(form.name.text, "");
}

TEST_F(FieldTest, WhatIsTypedBehindEnterGoesIntoTheNextField) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddInputCharactersUTF8("王磊");
  io.AddKeyEvent(ImGuiKey_Enter, true);
  io.AddKeyEvent(ImGuiKey_Enter, false);
  io.AddInputCharactersUTF8("2");
  stage.run(8);
  EXPECT_EQ(form.name.text, "王磊");
  EXPECT_EQ(form.hours.text, "2");
}

TEST_F(FieldTest, AnErrorAppearsOnLeavingAndKeepsWhatWasTyped) {
  stage.press(ImGuiKey_Tab);
  stage.type("12");
  EXPECT_FALSE(stage.find(Role::spinbutton, "数量")->is_invalid);
  stage.press(ImGuiKey_Enter);
  EXPECT_TRUE(stage.find(Role::spinbutton, "数量")->is_invalid);
  EXPECT_EQ(stage.find(Role::spinbutton, "数量")->description, "最多记 4 小时");
  EXPECT_EQ(form.hours.text, "12");
  EXPECT_TRUE(stage.find(Role::textbox, "姓名")->is_invalid);
}

TEST_F(FieldTest, FullWidthDigitsAreFoldedOnLeaving) {
  stage.press(ImGuiKey_Tab);
  stage.type("１２");
  stage.press(ImGuiKey_Tab);
  EXPECT_EQ(form.hours.text, "12");
}

TEST(FieldContentTest, CodesAreFoldedOnLeavingAndWordsAreNot) {
  FieldState phone;
  FieldState place;
  test::PageStage stage{[&](Ui& ui) {
    text_field(ui, {100, 60, 320, 78}, phone, {.label = "电话", .content = Content::digits});
    text_field(ui, {100, 160, 320, 78}, place, {.label = "地址"});
  }};
  stage.type("１３８　0000");
  stage.press(ImGuiKey_Tab);
  stage.type("３号楼，二层");
  stage.press(ImGuiKey_Tab);
  EXPECT_EQ(phone.text, "138 0000");
  EXPECT_EQ(place.text, "３号楼，二层");
}

TEST(FieldContentTest, TypingGoesOnWhereItWasWhenAnotherTextChanges) {
  FieldState search;
  std::string shown;
  test::PageStage stage{[&](Ui& ui) {
    text_field(ui, {100, 60, 320, 78}, search, {.label = "积分细则"});
    if (shown == search.text) return;
    shown = search.text;  // as a find that fills the form beside it
    reload_active_line(Caret::stays);
  }};
  stage.type("柳");
  stage.type("荫");
  EXPECT_EQ(search.text, "柳荫");
  stage.press(ImGuiKey_LeftArrow);
  stage.type("树");
  stage.type("下");
  EXPECT_EQ(search.text, "柳树下荫");
}

TEST_F(FieldTest, ArrowsStepANumber) {
  stage.press(ImGuiKey_Tab);
  stage.press(ImGuiKey_UpArrow);
  stage.press(ImGuiKey_UpArrow);
  stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(form.hours.text, "1");
  for (int i = 0; i < 3; ++i) stage.press(ImGuiKey_DownArrow);
  EXPECT_EQ(form.hours.text, "0") << "a key pressed too often makes no amount below nothing";
}

TEST_F(FieldTest, KeepsFiveHundredCharactersAndSaysSo) {
  std::string long_text;
  for (int i = 0; i < 510; ++i) long_text += "村";
  stage.type(long_text);
  EXPECT_EQ(form.name.text.size(), 500U * 3);
  EXPECT_EQ(stage.find(Role::textbox, "姓名")->description, "最多 500 个字，后面的没有录入");
}

TEST_F(FieldTest, CtrlEnterPressesThePrimaryButtonFromAField) {
  stage.type("周敏");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  EXPECT_EQ(form.saved, 1);
  EXPECT_EQ(form.name.text, "周敏");
}

TEST_F(FieldTest, EscapeKeepsTheTextOfAField) {
  stage.type("周敏");
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(form.name.text, "周敏");
}

TEST_F(FieldTest, CtrlZTakesBackAWordAsItWasComposed) {
  stage.type("临溪");
  stage.type("柳荫村");
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(form.name.text, "临溪");
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(form.name.text, "");
  stage.press(ImGuiKey_Y, ImGuiMod_Ctrl);
  stage.press(ImGuiKey_Y, ImGuiMod_Ctrl);
  EXPECT_EQ(form.name.text, "临溪柳荫村");
}

TEST_F(FieldTest, CtrlZBringsBackWhatAWordReplaced) {
  stage.type("临溪镇");
  stage.press(ImGuiKey_A, ImGuiMod_Ctrl);
  stage.type("柳荫村");
  EXPECT_EQ(form.name.text, "柳荫村");
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(form.name.text, "临溪镇");
}

TEST_F(FieldTest, CtrlZTakesBackWordsAfterAHundredOthers) {
  for (int i = 0; i < 70; ++i) stage.type("村里");
  const std::string before = form.name.text;
  stage.type("柳荫村");
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(form.name.text, before);
}

TEST_F(FieldTest, CtrlZKeepsWordsTypedInDifferentPlacesApart) {
  stage.type("柳荫");
  stage.press(ImGuiKey_Home);
  stage.type("临溪");
  EXPECT_EQ(form.name.text, "临溪柳荫");
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(form.name.text, "柳荫");
}

TEST_F(FieldTest, DatesAreTypedInManyForms) {
  stage.click(Role::textbox, "日期");
  stage.type("3-8");
  EXPECT_EQ(stage.find(Role::textbox, "日期")->description, "星期日");
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(form.date.field.text, "2026-03-08");
}

TEST_F(FieldTest, AWholeDateIsTakenAsPeopleWriteIt) {
  for (const char* typed : {"2025-3-8", "20250308", "2025年3月8日", "２０２５－３－８", "2025/3/8", "2025.3.8"}) {
    form.date = {};
    stage.run(2);
    stage.click(Role::textbox, "日期");
    stage.type(typed);
    stage.press(ImGuiKey_Enter);
    EXPECT_EQ(form.date.field.text, "2025-03-08") << typed;
    EXPECT_FALSE(stage.find(Role::textbox, "日期")->is_invalid) << typed;
  }
}

TEST_F(FieldTest, ZIsYesterday) {
  stage.click(Role::textbox, "日期");
  stage.type("z");
  EXPECT_EQ(form.date.field.text, "2026-09-17");
  EXPECT_EQ(stage.find(Role::textbox, "日期")->description, "昨天，星期四");
}

TEST_F(FieldTest, AnUnrealDateIsAnError) {
  stage.click(Role::textbox, "日期");
  stage.type("2026-9-31");
  stage.press(ImGuiKey_Tab);
  EXPECT_TRUE(stage.find(Role::textbox, "日期")->is_invalid);
  EXPECT_EQ(form.date.field.text, "2026-9-31");
}

TEST_F(FieldTest, F4OpensTheMonthAndAClickChoosesADay) {
  stage.click(Role::textbox, "日期");
  stage.press(ImGuiKey_F4);
  ASSERT_NE(stage.find(Role::option, "2026-09-17"), nullptr);
  EXPECT_TRUE(stage.find(Role::option, "2026-09-19")->is_disabled);
  ASSERT_TRUE(stage.click(Role::option, "2026-09-17"));
  EXPECT_EQ(form.date.field.text, "2026-09-17");
  EXPECT_EQ(stage.find(Role::option, "2026-09-17"), nullptr);
}

TEST_F(FieldTest, EveryTextInputOfImGuiIsInTheMirror) {
  int inputs = 0;
  for (const HookedItem& item : stage.mirror().hooked_items()) inputs += item.takes_text ? 1 : 0;
  int fields = 0;
  for (const MirrorRow& row : stage.mirror().rows()) {
    fields += row.role == Role::textbox || row.role == Role::spinbutton ? 1 : 0;
  }
  EXPECT_EQ(inputs, 3);
  EXPECT_EQ(fields, 3);
}

}  // namespace
}  // namespace jishan::ui
