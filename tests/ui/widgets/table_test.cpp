#include "ui/widgets/table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

constexpr int households = 10'000;

class TableTest : public ::testing::Test {
 protected:
  TableState state;
  int opened = -1;
  int sorted = 0;
  test::PageStage stage{[this](Ui& ui) {
    const TableOutcome outcome = table(
        ui, {148, 96, 746, 448}, state,
        {.label = "户册",
         .columns = {{"户号", 84, Align::left, Sorting::on}, {"户主", 0}, {"可兑分", 76, Align::right}},
         .row_count = households,
         .draw_row =
             [](int row, RowPainter& cells) {
               cells.text(std::to_string(row));
               cells.text("李桂芳");
               cells.text("126");
             },
         .row_label = [](int row) { return "第" + std::to_string(row) + "户"; },
         .footer = {"合计", "", "1,260,000"}});
    if (outcome.opened >= 0) opened = outcome.opened;
    if (outcome.is_sorted) ++sorted;
  }};

  void drag_left_edge_of(const char* column, float by) {
    const Rect head = stage.find(Role::columnheader, column)->box;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(head.x - 10, 110);
    stage.run(2);
    io.AddMouseButtonEvent(0, true);
    stage.run(2);
    io.AddMousePosEvent(head.x - 10 + by, 110);
    stage.run(2);
    io.AddMouseButtonEvent(0, false);
    stage.run(60);  // not a double click with the next one
  }
};

TEST_F(TableTest, SubmitsAtMostSixtyRowsOfTenThousand) {
  EXPECT_GT(stage.mirror().table_rows_submitted(), 5);
  EXPECT_LE(stage.mirror().table_rows_submitted(), 60);
  stage.press(ImGuiKey_End);
  EXPECT_LE(stage.mirror().table_rows_submitted(), 60);
  EXPECT_NE(stage.find(Role::row, "第9999户"), nullptr);
}

TEST_F(TableTest, IsOneStopAndArrowsMoveTheSelection) {
  EXPECT_EQ(stage.focused_label(), "户册");
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_UpArrow);
  EXPECT_EQ(state.selected, 1);
  EXPECT_EQ(stage.find(Role::row, "第1户")->selected, Tri::on);
  EXPECT_EQ(stage.find(Role::row, "第0户")->selected, Tri::off);
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(opened, 1);
}

TEST_F(TableTest, PageAndHomeKeepTheSelectedRowInView) {
  stage.press(ImGuiKey_PageDown);
  stage.press(ImGuiKey_PageDown);
  const std::string label = "第" + std::to_string(state.selected) + "户";
  ASSERT_NE(stage.find(Role::row, label), nullptr);
  const Rect box = stage.find(Role::row, label)->box;
  EXPECT_GE(box.y, 96);
  EXPECT_LE(box.bottom(), 96 + 448);
  stage.press(ImGuiKey_Home);
  EXPECT_EQ(state.selected, 0);
}

TEST_F(TableTest, ClickSelectsAndHeadSorts) {
  ASSERT_TRUE(stage.click(Role::row, "第4户"));
  EXPECT_EQ(state.selected, 4);
  EXPECT_EQ(opened, -1);
  ASSERT_TRUE(stage.click(Role::columnheader, "户号"));
  EXPECT_EQ(state.sort_column, 0);
  EXPECT_FALSE(state.is_descending);
  stage.run(30);  // not a double click
  ASSERT_TRUE(stage.click(Role::columnheader, "户号"));
  EXPECT_TRUE(state.is_descending);
}

TEST_F(TableTest, HeadsAreReachedByScreenReadersAndSayTheirOrder) {
  EXPECT_EQ(stage.find(Role::columnheader, "户号")->value, "none");
  EXPECT_EQ(stage.find(Role::columnheader, "户主")->value, "") << "it cannot be sorted";
  ASSERT_TRUE(stage.ui.focus.ask_for(stage.find(Role::columnheader, "户号")->id));
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(stage.find(Role::columnheader, "户号")->value, "ascending");
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(stage.find(Role::columnheader, "户号")->value, "descending");
  EXPECT_EQ(opened, -1) << "the row below is not opened";
}

TEST_F(TableTest, CtrlAndArrowsLeadThroughTheOrders) {
  stage.press(ImGuiKey_RightArrow, ImGuiMod_Ctrl);
  EXPECT_EQ(state.sort_column, 0);
  EXPECT_FALSE(state.is_descending);
  stage.press(ImGuiKey_RightArrow, ImGuiMod_Ctrl);
  EXPECT_TRUE(state.is_descending);
  EXPECT_EQ(sorted, 2);
  stage.press(ImGuiKey_LeftArrow, ImGuiMod_Ctrl);
  EXPECT_FALSE(state.is_descending);
  stage.press(ImGuiKey_RightArrow);
  EXPECT_EQ(sorted, 3) << "an arrow alone sorts nothing";
}

TEST_F(TableTest, ADraggedEdgeChangesTheWidthAndADoubleClickGivesItBack) {
  const Rect before = stage.find(Role::columnheader, "可兑分")->box;
  drag_left_edge_of("可兑分", -60);
  const Rect after = stage.find(Role::columnheader, "可兑分")->box;
  EXPECT_EQ(after.w, before.w + 60);
  EXPECT_EQ(after.right(), before.right()) << "it stands at the right end";
  EXPECT_EQ(stage.ui.column_widths.of("户册", "可兑分"), 76 + 60);
  EXPECT_EQ(state.sort_column, -1) << "dragging sorts nothing";
  const float edge = after.x - 10;
  stage.run(60);
  stage.click(edge, 110);
  stage.click(edge, 110);
  EXPECT_EQ(stage.find(Role::columnheader, "可兑分")->box, before);
  EXPECT_TRUE(stage.ui.column_widths.are_all_as_designed());
}

TEST_F(TableTest, CtrlShiftAndArrowsChangeTheWidthOfTheSortedColumn) {
  constexpr int mods = ImGuiMod_Ctrl | ImGuiMod_Shift;
  stage.press(ImGuiKey_RightArrow, mods);
  EXPECT_EQ(stage.ui.column_widths.of("户册", "户号"), 84 + 12) << "the first, while none is sorted";
  EXPECT_EQ(sorted, 0);
  stage.press(ImGuiKey_LeftArrow, mods);
  EXPECT_EQ(stage.ui.column_widths.of("户册", "户号"), 84);
  state.sort_column = 2;
  stage.press(ImGuiKey_RightArrow, mods);
  EXPECT_EQ(stage.ui.column_widths.of("户册", "可兑分"), 76 + 12);
  state.sort_column = 1;  // it takes the rest
  for (int i = 0; i < 10; ++i) stage.press(ImGuiKey_LeftArrow, mods);
  EXPECT_EQ(stage.ui.column_widths.of("户册", "户号"), 44) << "never less than a few letters";
  for (int i = 0; i < 80; ++i) stage.press(ImGuiKey_RightArrow, mods);
  EXPECT_GE(stage.find(Role::columnheader, "户主")->box.w, 40);
}

TEST_F(TableTest, AWidthLeavesRoomForTheColumnThatTakesTheRest) {
  drag_left_edge_of("可兑分", -2000);
  EXPECT_GE(stage.find(Role::columnheader, "户主")->box.w, 40);
  drag_left_edge_of("可兑分", 2000);
  EXPECT_EQ(stage.ui.column_widths.of("户册", "可兑分"), 44) << "never less than a few letters";
}

TEST_F(TableTest, KeptWidthsThatDoNotFitHereAreNotUsed) {
  const Rect before = stage.find(Role::columnheader, "户主")->box;
  stage.ui.column_widths.read("户册\t户号\t400\n户册\t可兑分\t400\n");
  stage.settle();
  EXPECT_EQ(stage.find(Role::columnheader, "户主")->box, before);
}

TEST_F(TableTest, ReportsCellsWithTheirColumnAndTheTotals) {
  const MirrorRow* row = stage.find(Role::row, "第0户");
  ASSERT_NE(row, nullptr);
  int cells = 0;
  for (const MirrorRow& cell : stage.mirror().rows()) {
    if (cell.parent == row->id && cell.role == Role::cell) ++cells;
  }
  EXPECT_EQ(cells, 3);
  ASSERT_NE(stage.find(Role::row, "合计"), nullptr);
}

TEST_F(TableTest, TheDigestChangesOnlyWithWhatIsShown) {
  const std::uint64_t before = stage.mirror().digest();
  stage.run(5);
  EXPECT_EQ(stage.mirror().digest(), before);
  stage.press(ImGuiKey_DownArrow);
  EXPECT_NE(stage.mirror().digest(), before);
}

TEST(TableNoteTest, ATipGivesWayToRowsWhereTheTableIsLow) {
  float height = 300;
  TableState state;
  test::PageStage stage([&](Ui& ui) {
    table(ui, {100, 100, 400, height}, state,
          {.label = "户册",
           .columns = {{"户主"}},
           .row_count = 20,
           .draw_row = [](int, RowPainter& cells) { cells.text("李桂芳"); },
           .row_label = [](int row) { return std::to_string(row); },
           .note = "Enter 打开"});
  });
  stage.ui.mirror.watch_paint();
  const auto shows_tip = [&] {
    stage.settle();
    const auto& texts = stage.mirror().paint()->texts();
    return std::any_of(texts.begin(), texts.end(),
                       [](const PaintedText& text) { return text.text == "Enter 打开"; });
  };
  EXPECT_TRUE(shows_tip());
  height = 130;
  EXPECT_FALSE(shows_tip());
}

}  // namespace
}  // namespace jishan::ui
