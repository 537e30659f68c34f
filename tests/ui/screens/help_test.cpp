#include "ui/screens/help.h"

#include <gtest/gtest.h>

#include <set>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

class HelpTest : public ::testing::Test {
 protected:
  HelpState help;
  TourOffer tour = TourOffer::shown;
  HelpOutcome outcome = HelpOutcome::none;
  test::PageStage stage{[this](Ui& ui) {
    const HelpOutcome now = draw_help(ui, help, help_of(Screen::redeem), tour);
    if (now != HelpOutcome::none) outcome = now;
  }};
};

TEST_F(HelpTest, IsNotThereUntilItIsAskedFor) {
  stage.press(ImGuiKey_Escape);
  EXPECT_FALSE(help.is_open);
  EXPECT_EQ(stage.find(Role::dialog, "帮助：兑换"), nullptr);
}

TEST_F(HelpTest, OpensByF1WithTheScreensTextAndAllKeysAndClosesByF1OrEsc) {
  stage.press(ImGuiKey_F1);
  ASSERT_TRUE(help.is_open);
  EXPECT_NE(stage.find(Role::dialog, "帮助：兑换"), nullptr);
  EXPECT_NE(stage.find(Role::text, zh_text(Key::help_text_redeem)), nullptr);
  const MirrorRow* twice = stage.find(Role::note, "dm*2");
  ASSERT_NE(twice, nullptr);
  EXPECT_EQ(twice->description, "加两份大米");
  const MirrorRow* finder = stage.find(Role::note, "Ctrl+K");
  ASSERT_NE(finder, nullptr);
  EXPECT_EQ(finder->description, "找户、找人、找功能");
  EXPECT_EQ(stage.focused_label(), "关掉");
  stage.press(ImGuiKey_F1);
  EXPECT_FALSE(help.is_open);
  stage.press(ImGuiKey_F1);
  ASSERT_TRUE(help.is_open);
  stage.press(ImGuiKey_Escape);
  EXPECT_FALSE(help.is_open);
  EXPECT_EQ(outcome, HelpOutcome::none);
}

TEST_F(HelpTest, BeginsTheTourWhereThereIsOne) {
  stage.press(ImGuiKey_F1);
  ASSERT_TRUE(stage.click(Role::button, "看一遍怎么用"));
  EXPECT_EQ(outcome, HelpOutcome::wants_tour);
  EXPECT_FALSE(help.is_open);
  tour = TourOffer::none;
  stage.press(ImGuiKey_F1);
  EXPECT_EQ(stage.find(Role::button, "看一遍怎么用"), nullptr);
}

TEST(HelpInALowWindowTest, ArrowsBringTheLastLineIntoView) {
  HelpState help;
  test::PageStage stage([&](Ui& ui) {
    ui.room = Room::narrow;
    draw_help(ui, help, help_of(Screen::home), TourOffer::shown);
  }, 683, 320);
  stage.press(ImGuiKey_F1);
  const auto is_shown = [&] {
    const MirrorRow* last = stage.find(Role::note, "F6");
    return last != nullptr && last->box.h > 0;
  };
  ASSERT_NE(stage.find(Role::note, "Ctrl+K"), nullptr);
  EXPECT_FALSE(is_shown());
  for (int i = 0; i < 20; ++i) stage.press(ImGuiKey_DownArrow);
  EXPECT_TRUE(is_shown());
}

// As the texts promise: what it is for in three to six sentences.
TEST(HelpTopicsTest, EveryScreenHasItsOwnTextOfThreeToSixSentences) {
  std::set<Key> texts;
  std::vector<HelpTopic> topics;
  for (int i = 0; i <= static_cast<int>(Screen::settings); ++i) {
    topics.push_back(help_of(static_cast<Screen>(i)));
    EXPECT_FALSE(topics.back().keys.empty()) << zh_text(topics.back().name);
  }
  for (const app::Phase phase : {app::Phase::setup, app::Phase::operator_choice, app::Phase::opening}) {
    topics.push_back(help_of(phase));
  }
  for (const HelpTopic& topic : topics) {
    EXPECT_TRUE(texts.insert(topic.text).second) << zh_text(topic.name);
    const std::string_view text = zh_text(topic.text);
    int sentences = 0;
    for (std::size_t at = text.find("。"); at != std::string_view::npos; at = text.find("。", at + 1)) {
      ++sentences;
    }
    EXPECT_GE(sentences, 3) << text;
    EXPECT_LE(sentences, 6) << text;
  }
}

}  // namespace
}  // namespace jishan::ui
