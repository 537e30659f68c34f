// Every screen in turn: it has its title, its widgets have ids of their own, nothing lies outside
// the window, and each text field that Dear ImGui knows is in the mirror.
#include <gtest/gtest.h>

#include <set>

#include "support/interface_stage.h"
#include "ui/chinese_left.h"
#include "ui/preferences.h"
#include "village/commands.h"

namespace jishan::ui {
namespace {

struct Stop {
  ImGuiKey digit;
  const char* title;
};
constexpr Stop stops[] = {{ImGuiKey_1, "首页"}, {ImGuiKey_2, "记分"}, {ImGuiKey_6, "兑换"},
                          {ImGuiKey_7, "库存"}, {ImGuiKey_8, "户册"}, {ImGuiKey_9, "志愿"},
                          {ImGuiKey_0, "数据"}};

bool is_interactive(Role role) {
  return role == Role::button || role == Role::textbox || role == Role::combobox ||
         role == Role::searchbox || role == Role::spinbutton || role == Role::table ||
         role == Role::link || role == Role::menuitem;
}

void begin_village(test::InterfaceStage& stage) {
  stage.type("柳荫村");
  stage.click(Role::textbox, "您的姓名");
  stage.type("周敏");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(10);
  ASSERT_EQ(stage.app().phase(), app::Phase::working);
}

void expect_tidy(const test::InterfaceStage& stage, const char* title, float width, float height) {
  std::set<ImGuiID> ids;
  for (const MirrorRow& row : stage.mirror().rows()) {
    if (!is_interactive(row.role)) continue;
    EXPECT_TRUE(ids.insert(row.id).second) << title << ": a second " << row.label;
    EXPECT_GE(row.box.x, 0) << title << ": " << row.label;
    EXPECT_LE(row.box.right(), width) << title << ": " << row.label;
    EXPECT_LE(row.box.bottom(), height) << title << ": " << row.label;
  }
}

int text_inputs(const Mirror& mirror) {
  int count = 0;
  for (const HookedItem& item : mirror.hooked_items()) count += item.takes_text ? 1 : 0;
  return count;
}

int text_rows(const Mirror& mirror) {
  int count = 0;
  for (const MirrorRow& row : mirror.rows()) {
    const bool is_typed = row.role == Role::textbox || row.role == Role::searchbox ||
                          (row.role == Role::spinbutton && !row.is_readonly) ||
                          (row.role == Role::combobox && row.expanded != Tri::unstated);
    count += is_typed ? 1 : 0;
  }
  return count;
}

class ScreensTest : public ::testing::TestWithParam<float> {};

TEST_P(ScreensTest, AreTidyAtThisWidth) {
  const float width = GetParam();
  test::InterfaceStage stage(11, width, 640);
  begin_village(stage);
  for (const Stop& stop : stops) {
    stage.press(stop.digit, ImGuiMod_Alt);
    EXPECT_NE(stage.find(Role::heading, stop.title), nullptr) << stop.title;
    expect_tidy(stage, stop.title, width, 640);
    EXPECT_GE(text_rows(stage.mirror()), text_inputs(stage.mirror())) << stop.title;
  }
}

INSTANTIATE_TEST_SUITE_P(Widths, ScreensTest, ::testing::Values(1366.0F, 1920.0F, 1100.0F));

TEST(ScreenTest, AnUntouchedScreenIsTheSameEveryFrame) {
  test::InterfaceStage stage(11);
  begin_village(stage);
  stage.run(400);  // the toasts are gone
  const std::uint64_t before = stage.mirror().digest();
  stage.run(20);
  EXPECT_EQ(stage.mirror().digest(), before);
}

TEST(ScreenTest, WhoWantsToLeaveABookThatIsNotSavedIsToldWhatIsWaitedFor) {
  test::InterfaceStage stage(11);
  begin_village(stage);
  const auto is_told = [&] { return stage.shows(Role::note, "这本账存好了就换过去"); };
  stage.computer().world().store.trouble = app::StoreTrouble::no_room;
  const OperatorId second = OperatorId::make(stage.app().ports().random);
  ASSERT_EQ(stage.app().perform(village::plan_operator(stage.app().context(), {.id = second, .name = "李明"})),
            village::OperatorStatus::accepted);
  stage.run(3);
  EXPECT_FALSE(is_told());
  stage.app().go_to_setup();
  stage.run(3);
  EXPECT_TRUE(is_told());
  EXPECT_EQ(stage.app().phase(), app::Phase::working);
  stage.computer().world().store.trouble.reset();
  stage.app().retry_saving();
  stage.run(3);
  EXPECT_EQ(stage.app().phase(), app::Phase::setup);
}

// What screens keep in words is gathered again.
TEST(ScreenTest, ASwitchedLanguageLeavesNoWordOfTheOtherBehind) {
  test::InterfaceStage stage(11);
  begin_village(stage);
  for (const Stop& stop : stops) stage.press(stop.digit, ImGuiMod_Alt);
  ASSERT_TRUE(stage.click(Role::menuitem, "设置"));
  stage.watch_paint();
  stage.computer().world().store.settings[std::string(preferences::language)] = "en";
  stage.run(400);  // the toasts are gone
  std::string typed;
  const journal::Journal& journal = stage.app().book().journal();
  for (std::int64_t number = 1; number <= journal.event_count(); ++number) {
    typed += journal.line(number);
  }
  EXPECT_NE(stage.find(Role::heading, "Settings"), nullptr) << "nobody was sent away";
  for (const Stop& stop : stops) {
    stage.press(stop.digit, ImGuiMod_Alt);
    for (const std::string& left : test::chinese_left(stage.mirror(), typed)) {
      ADD_FAILURE() << stop.title << ": " << left;
    }
  }
}

}  // namespace
}  // namespace jishan::ui
