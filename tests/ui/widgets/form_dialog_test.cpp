// A form that is too high for the window scrolls; its buttons and every field can be reached.
#include "ui/widgets/form_dialog.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"
#include "ui/widgets/field.h"

namespace jishan::ui {
namespace {

struct Form {
  FieldState fields[6];
  FormOutcome outcome = FormOutcome::open;
};

test::PageStage::Page page_of(Form& form) {
  return [&form](Ui& ui) {
    FormDialog dialog(ui, "form", "登记", 400, field_rows_height(ui, 6));
    Rect rest = dialog.content();
    for (int i = 0; i < 6; ++i) {
      text_field(ui, rest.cut_top(ui.px(field_block_height)), form.fields[i],
                 {.label = std::string("第") + std::to_string(i)});
    }
    const FormOutcome outcome = dialog.save_or_cancel("保存");
    if (outcome != FormOutcome::open) form.outcome = outcome;
  };
}

TEST(FormDialogTest, ItsButtonsShowInAWindowThatIsTooLow) {
  Form form;
  test::PageStage stage(page_of(form), 600, 300);
  const MirrorRow* save = stage.find(Role::button, "保存");
  ASSERT_NE(save, nullptr);
  EXPECT_FALSE(save->is_out_of_view);
  EXPECT_EQ(save->box.h, 36);
  EXPECT_TRUE(stage.find(Role::textbox, "第5")->is_out_of_view);
}

TEST(FormDialogTest, TheKeyboardBringsEveryFieldIntoView) {
  Form form;
  test::PageStage stage(page_of(form), 600, 300);
  for (int i = 0; i < 5; ++i) stage.press(ImGuiKey_Enter);
  EXPECT_EQ(stage.focused_label(), "第5");
  EXPECT_FALSE(stage.find(Role::textbox, "第5")->is_out_of_view);
}

TEST(FormDialogTest, SavesAndCancelsByKey) {
  Form form;
  test::PageStage stage(page_of(form), 600, 800);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  EXPECT_EQ(form.outcome, FormOutcome::saved);
  stage.press(ImGuiKey_Escape);
  EXPECT_EQ(form.outcome, FormOutcome::cancelled);
}

TEST(TaskDialogTest, IsNamedByWhatItDoes) {
  test::PageStage stage([](Ui& ui) {
    task_dialog(ui, "task", {.what = "正在合并", .progress = "1 / 2", .promise = "", .done = 1, .total = 2});
  });
  EXPECT_NE(stage.find(Role::dialog, "正在合并"), nullptr);
  EXPECT_NE(stage.find(Role::progressbar, "正在合并"), nullptr);
}

TEST(PopupPlaceTest, KeepsListsInsideTheWindow) {
  test::PageStage stage(
      [](Ui& ui) {
        const Rect below = popup_place(ui, {10, 20, 100, 36}, 100, 120);
        EXPECT_EQ(below.y, 62);
        EXPECT_EQ(below.h, 120);
        const Rect above = popup_place(ui, {10, 240, 100, 36}, 100, 120);
        EXPECT_EQ(above.bottom(), 234);
        const Rect too_high = popup_place(ui, {10, 60, 100, 36}, 100, 900);
        EXPECT_LE(too_high.bottom(), 300);
        EXPECT_GT(too_high.h, 150);
        const Rect at_the_right = popup_place(ui, {350, 60, 100, 36}, 200, 50);
        EXPECT_LE(at_the_right.right(), 400);
      },
      400, 300);
}

}  // namespace
}  // namespace jishan::ui
