#include "ui/widgets/chart.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"
#include "ui/layout_faults.h"
#include "ui/widgets/button.h"

namespace jishan::ui {
namespace {

std::string in_points(std::int64_t amount) { return count_text(amount) + " 分"; }

class ChartTest : public ::testing::Test {
 protected:
  Rect place{956, 300, 378, 96};
  ChartState state;
  ChartOutcome opened;
  ChartSpec spec{.label = "每月入账和兑换",
                 .places = {"1月", "2", "3"},
                 .series = {{"入账", {400, 100, 0}}, {"兑换", {200, 300, 50}}},
                 .places_max = 12,
                 .mark_label =
                     [](std::size_t month, std::size_t series) {
                       return std::to_string(month + 1) + "月" + (series == 0 ? "入账" : "兑换");
                     },
                 .written = in_points};
  test::PageStage stage{[this](Ui& ui) {
    button(ui, {0, 0, 100, 36}, {.label = "前面"});
    const ChartOutcome outcome = chart(ui, place, state, spec);
    if (outcome.is_opened) opened = outcome;
    button(ui, {0, 600, 100, 36}, {.label = "后面"});
  }};

  void go_to_chart() {
    stage.ui.focus.clear();
    stage.press(ImGuiKey_Tab);
    stage.press(ImGuiKey_Tab);
  }
  const PaintedText* painted(const std::string& text) const {
    for (const PaintedText& line : stage.mirror().paint()->texts()) {
      if (line.text == text) return &line;
    }
    return nullptr;
  }
};

TEST_F(ChartTest, TellsEveryMarkInWordsInsideItsGroup) {
  const MirrorRow* group = stage.find(Role::group, "每月入账和兑换");
  ASSERT_NE(group, nullptr);
  const MirrorRow* mark = stage.find(Role::figure, "2月兑换");
  ASSERT_NE(mark, nullptr);
  EXPECT_EQ(mark->value, "300 分");
  EXPECT_EQ(mark->parent, group->id);
  EXPECT_EQ(stage.find(Role::figure, "3月入账")->value, "0 分");
}

TEST_F(ChartTest, IsOneStopAndArrowsLeadFromMarkToMark) {
  go_to_chart();
  EXPECT_EQ(stage.focused_label(), "1月入账");
  stage.press(ImGuiKey_RightArrow);
  stage.press(ImGuiKey_RightArrow);
  EXPECT_EQ(stage.focused_label(), "2月入账");
  stage.press(ImGuiKey_End);
  EXPECT_EQ(stage.focused_label(), "3月兑换");
  stage.press(ImGuiKey_RightArrow);
  EXPECT_EQ(stage.focused_label(), "3月兑换");
  stage.press(ImGuiKey_Tab);
  EXPECT_EQ(stage.focused_label(), "后面");
  stage.press(ImGuiKey_Tab, ImGuiMod_Shift);
  EXPECT_EQ(stage.focused_label(), "3月兑换") << "Tab comes back to where it was";
}

TEST_F(ChartTest, EnterAndAClickOpenTheMark) {
  go_to_chart();
  stage.press(ImGuiKey_RightArrow);
  stage.press(ImGuiKey_Enter);
  ASSERT_TRUE(opened.is_opened);
  EXPECT_EQ(opened.place, 0U);
  EXPECT_EQ(opened.series, 1U);
  ASSERT_TRUE(stage.click(Role::figure, "3月入账")) << "its bar has no height, its column has";
  EXPECT_EQ(opened.place, 2U);
  EXPECT_EQ(opened.series, 0U);
}

TEST_F(ChartTest, AScreenReaderReachesEveryMark) {
  const ImGuiID id = stage.find(Role::figure, "2月兑换")->id;
  EXPECT_TRUE(stage.ui.focus.ask_for(id));
  stage.settle();
  EXPECT_EQ(stage.focused_label(), "2月兑换");
  EXPECT_EQ(state.current, 3);
}

TEST_F(ChartTest, WhereItIsLowTheFigureShowsForTheMarkThatIsLookedAt) {
  stage.ui.mirror.watch_paint();
  stage.settle();
  EXPECT_NE(painted("每月入账和兑换"), nullptr);
  EXPECT_EQ(painted("1月入账 400 分"), nullptr);
  go_to_chart();
  EXPECT_NE(painted("1月入账 400 分"), nullptr);
}

TEST_F(ChartTest, WhereThereIsRoomEveryMarkShowsItsFigureAndNothingLiesOnAnything) {
  stage.ui.mirror.watch_paint();
  place = {100, 100, 1200, 300};
  for (const ChartKind kind : {ChartKind::bars, ChartKind::lines}) {
    spec.kind = kind;
    stage.settle();
    for (const char* figure : {"400 分", "200 分", "100 分", "300 分", "0 分", "50 分"}) {
      EXPECT_NE(painted(figure), nullptr) << figure;
    }
  }
  spec.kind = ChartKind::bars;
  stage.settle();
  EXPECT_EQ(test::layout_faults(stage.mirror(), {0, 0, 1366, 640}), std::vector<std::string>{});
}

TEST_F(ChartTest, AHigherBarStandsForMoreAndBelowZeroItHangs) {
  stage.ui.mirror.watch_paint();
  place = {100, 100, 1200, 300};
  spec.series = {{"净增", {400, 200, -200}}};
  stage.settle();
  const float high = painted("400 分")->letters.y;
  const float middle = painted("200 分")->letters.y;
  const float base = painted("-200 分") == nullptr ? painted("−200 分")->letters.y
                                                   : painted("-200 分")->letters.y;
  EXPECT_LT(high, middle);
  EXPECT_NEAR(base - middle, middle - high, 1) << "from 400 to 200 is as far as from 200 to 0";
}

TEST_F(ChartTest, ShowsNothingWithoutPlaces) {
  spec.places = {};
  spec.series = {{"入账", {}}, {"兑换", {}}};
  stage.settle();
  EXPECT_NE(stage.find(Role::group, "每月入账和兑换"), nullptr);
  EXPECT_EQ(stage.find(Role::figure, "1月入账"), nullptr);
}

TEST(PercentsTest, AddUpToAHundred) {
  EXPECT_EQ(percents_of({1, 1, 1}), (std::vector<int>{34, 33, 33}));
  EXPECT_EQ(percents_of({999, 1, 0}), (std::vector<int>{100, 0, 0}));
  EXPECT_EQ(percents_of({2, 1}), (std::vector<int>{67, 33}));
  EXPECT_EQ(percents_of({0, 0}), (std::vector<int>{0, 0}));
  EXPECT_EQ(percents_of({}), std::vector<int>{});
}

TEST_F(ChartTest, PairsStandApartAlsoWhereTwelveOfThemHaveLittleRoom) {
  place.w = 340 * 0.75F;  // as on a small screen at large text
  stage.settle();
  const Rect first = stage.find(Role::figure, "1月入账")->box;
  const Rect its_other = stage.find(Role::figure, "1月兑换")->box;
  const Rect next = stage.find(Role::figure, "2月入账")->box;
  const float gap_inside = its_other.x - first.right();
  const float gap_between = next.x - its_other.right();
  EXPECT_GE(gap_inside, 1);
  EXPECT_GE(gap_between, 2 * gap_inside);
}

class ShareBarTest : public ::testing::Test {
 protected:
  ChartState state;
  int opened = -1;
  std::vector<Share> shares{{"环境卫生", 620}, {"志愿服务", 250}, {"其他", 130}};
  test::PageStage stage{[this](Ui& ui) {
    const int index = share_bar(ui, {100, 100, 400, 140}, state,
                                {.label = "分从哪里来", .shares = shares, .written = in_points});
    if (index >= 0) opened = index;
  }};
};

TEST_F(ShareBarTest, TellsAmountAndPartOfEveryShareAndOpensIt) {
  ASSERT_NE(stage.find(Role::group, "分从哪里来"), nullptr);
  EXPECT_EQ(stage.find(Role::figure, "志愿服务")->value, "250 分，25%");
  ASSERT_TRUE(stage.click(Role::figure, "其他"));
  EXPECT_EQ(opened, 2);
  stage.press(ImGuiKey_UpArrow);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(opened, 1);
}

TEST_F(ShareBarTest, SpeaksTheChosenLanguage) {
  stage.ui.language = Language::en;
  stage.settle();
  EXPECT_EQ(stage.find(Role::figure, "志愿服务")->value, "250 分, 25%");
}

TEST_F(ShareBarTest, WithNothingToShareEveryPartIsZero) {
  for (Share& share : shares) share.amount = 0;
  stage.settle();
  EXPECT_EQ(stage.find(Role::figure, "环境卫生")->value, "0 分，0%");
}

}  // namespace
}  // namespace jishan::ui
