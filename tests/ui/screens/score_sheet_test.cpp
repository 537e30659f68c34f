// A paper score sheet on the screen: laid out, filled in by keys alone, submitted, taken back.
#include <gtest/gtest.h>

#include "points/queries.h"
#include "roster/commands.h"
#include "roster/queries.h"
#include "support/interface_stage.h"
#include "support/sample_store.h"

namespace jishan::ui {
namespace {

class ScoreSheetScreenTest : public ::testing::Test {
 protected:
  void SetUp() override {
    stage.computer().world().store = testing::store_with_sample();
    stage.reopen();
    ASSERT_EQ(stage.app().phase(), app::Phase::working);
    stage.press(ImGuiKey_3, ImGuiMod_Alt);
    ASSERT_NE(stage.find(Role::heading, "评分表"), nullptr);
  }

  // Items of these codes for the whole village.
  void lay_out(std::initializer_list<const char*> codes) {
    for (const char* code : codes) {
      ASSERT_EQ(stage.focused_label(), "细则条目");
      stage.type(code);
      stage.press(ImGuiKey_Enter);
    }
    stage.press(ImGuiKey_Enter);
    ASSERT_EQ(stage.focused_label(), "整组加进来");
    stage.press(ImGuiKey_DownArrow);
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    ASSERT_NE(stage.find(Role::grid, "评分表"), nullptr);
  }
  void add_household_of_group(std::int64_t group, const char* head) {
    const auto groups = roster::plan_groups(stage.app().context(), {.count = static_cast<int>(group)});
    ASSERT_EQ(stage.app().perform(groups), roster::GroupsStatus::accepted);
    Random& random = stage.app().ports().random;
    roster::HouseholdRequest request;
    request.id = HouseholdId::make(random);
    request.group = group;
    roster::ResidentRequest person;
    person.id = ResidentId::make(random);
    person.name = head;
    request.residents.push_back(person);
    const auto plan = roster::plan_household(stage.app().context(), request);
    ASSERT_EQ(stage.app().perform(plan), roster::HouseholdStatus::accepted);
    stage.run(5);
  }
  // The value of a cell in a row of the grid, by the column's name; the foot is the row 合计.
  std::string sum_of(std::string_view row_label, std::string_view column) {
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.role != Role::row || row.label != row_label) continue;
      for (const MirrorRow& cell : stage.mirror().rows()) {
        if (cell.parent == row.id && cell.role == Role::cell && cell.label == column) return cell.value;
      }
    }
    return "none";
  }
  const MirrorRow* caret() {
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.is_focused) return &row;
    }
    return nullptr;
  }
  std::int64_t events() { return stage.app().book().journal().event_count(); }
  Points total() {
    return points::figure(stage.app().book().database(), {points::FigureKind::balance, {}, {}});
  }

  test::InterfaceStage stage{7};
};

TEST_F(ScoreSheetScreenTest, ASheetIsFilledSubmittedAndTakenBackAsOne) {
  lay_out({"B08", "C01", "X06"});
  const Points before = total();
  const std::int64_t written = events();
  ASSERT_EQ(caret()->role, Role::gridcell);
  const std::string first = caret()->label;
  EXPECT_NE(first.find(" · B08 义务打扫"), std::string::npos) << first;
  // House by house: a quantity needs Enter, Tab or an arrow.
  for (int house = 0; house < 20; ++house) {
    stage.type("2");
    stage.press(ImGuiKey_Enter);
    stage.type("1");
    stage.press(ImGuiKey_Tab);
    stage.type("3");
    stage.press(ImGuiKey_Enter);
  }
  EXPECT_EQ(sum_of("合计", "合计"), "480") << "20 × (2 × 10 + 10 − 3 × 2)";
  const MirrorRow* note = nullptr;
  for (const MirrorRow& row : stage.mirror().rows()) {
    if (row.role == Role::note && row.label.starts_with("录了 20 户")) note = &row;
  }
  EXPECT_NE(note, nullptr);

  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(events(), written + 3) << "the name of this laptop, one claim, one posting";
  EXPECT_EQ(total() - before, Points::whole(480));
  EXPECT_TRUE(stage.shows(Role::status, "评分表已记：20 户 60 笔，+480 分"));
  EXPECT_EQ(stage.find(Role::grid, "评分表"), nullptr) << "the next sheet is laid out";
  EXPECT_EQ(stage.value(Role::table, "项目"), "3") << "for the same items";
  EXPECT_EQ(stage.value(Role::table, "户"), "0");

  stage.press(ImGuiKey_F6);
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(total(), before);
}

TEST_F(ScoreSheetScreenTest, AWrongCellIsToldWhereItIsAndNothingIsSubmitted) {
  lay_out({"C03", "B08"});  // 5 to 10 points
  const std::int64_t written = events();
  stage.type("8");
  stage.type("2");
  stage.press(ImGuiKey_Enter);
  stage.type("3");  // too few, and the caret went on
  const MirrorRow* here = caret();
  ASSERT_NE(here, nullptr);
  EXPECT_FALSE(here->is_invalid);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  here = caret();
  ASSERT_NE(here, nullptr);
  EXPECT_TRUE(here->is_invalid) << here->label;
  EXPECT_EQ(here->value, "3");
  EXPECT_EQ(here->description, "要在 5 到 10 之间");
  EXPECT_EQ(events(), written);
  stage.type("6");
  EXPECT_FALSE(stage.shows(Role::alert, "要在 5 到 10 之间"));
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(events(), written + 3) << "the name of this laptop, one claim, one posting";
}

TEST_F(ScoreSheetScreenTest, AReachedCapComesBackToItsCells) {
  lay_out({"C09"});  // once a month
  stage.type("3");   // as the paper says: three points
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  const std::int64_t written = events();
  stage.press(ImGuiKey_Tab);
  ASSERT_EQ(stage.focused_label(), "整组加进来");
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.type("1");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(events(), written);
  ASSERT_NE(caret(), nullptr);
  EXPECT_EQ(caret()->description, "到上限了，改天再记");
  stage.press(ImGuiKey_Delete);
  EXPECT_EQ(caret()->description, "");
}

TEST_F(ScoreSheetScreenTest, ABlockFromASpreadsheetFillsTheCells) {
  lay_out({"C03", "B08"});
  stage.happen(app::TextPasted{"7\t2\r\n8\t好\r\n12\t1\r\n"});
  stage.run(3);
  EXPECT_TRUE(stage.shows(Role::status, "贴进 6 格"));
  EXPECT_EQ(sum_of("合计", "合计"), "45") << "7 + 2 × 10 + 8 + 10";
  int invalid = 0;
  for (const MirrorRow& row : stage.mirror().rows()) {
    if (row.role == Role::gridcell && row.is_invalid) ++invalid;
  }
  EXPECT_EQ(invalid, 2);
  EXPECT_TRUE(stage.shows(Role::alert, "这里要写数字"));
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(sum_of("合计", "合计"), "0");
}

// As fast as they come, in one frame even: digits, arrows and Tab keep their order.
TEST_F(ScoreSheetScreenTest, KeysTypedAheadKeepTheirOrder) {
  lay_out({"B08", "X06"});
  ImGuiIO& io = ImGui::GetIO();
  const auto press = [&io](ImGuiKey key) {
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
  };
  const auto digit = [&io](char c) {
    io.AddKeyEvent(static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0')), true);
    io.AddInputCharacter(static_cast<unsigned>(c));
    io.AddKeyEvent(static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0')), false);
  };
  digit('1');
  press(ImGuiKey_Tab);
  digit('5');
  press(ImGuiKey_Enter);
  digit('2');
  press(ImGuiKey_RightArrow);
  digit('7');
  stage.run(12);
  EXPECT_EQ(sum_of("合计", "合计"), "6") << "(1 + 2) × 10 − (5 + 7) × 2";
}

TEST_F(ScoreSheetScreenTest, ColumnsThatHaveNoRoomComeIntoViewWithTheCaret) {
  lay_out({"A01", "A02", "A03", "A04", "A05", "A06", "B03", "B04", "B05", "B06", "B08", "C01", "C02",
           "C03", "C05", "C06", "C07", "X01", "X03"});
  EXPECT_EQ(stage.mirror().find(Role::columnheader, "X03 露天焚烧秸秆、垃圾"), nullptr);
  stage.press(ImGuiKey_End);
  ASSERT_NE(caret(), nullptr);
  EXPECT_NE(caret()->label.find("X03"), std::string::npos);
  EXPECT_NE(stage.mirror().find(Role::columnheader, "X03 露天焚烧秸秆、垃圾"), nullptr);
  stage.press(ImGuiKey_End, ImGuiMod_Ctrl);
  EXPECT_EQ(stage.mirror().find(Role::grid, "评分表")->value,
            std::to_string(roster::counts(stage.app().book().database()).households));
  EXPECT_FALSE(caret()->is_out_of_view);
}

TEST_F(ScoreSheetScreenTest, WithoutItemsOrHouseholdsItSaysWhatIsMissing) {
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  EXPECT_TRUE(stage.find(Role::combobox, "细则条目")->is_invalid);
  EXPECT_EQ(stage.find(Role::combobox, "细则条目")->description, "先加要打分的项目");
  EXPECT_EQ(stage.find(Role::grid, "评分表"), nullptr);
}

TEST_F(ScoreSheetScreenTest, WhatWasTypedStaysWhenTheSheetIsLaidOutAnew) {
  lay_out({"B08"});
  stage.type("2");
  stage.press(ImGuiKey_F2);
  EXPECT_EQ(stage.find(Role::grid, "评分表"), nullptr);
  stage.type("C05");
  stage.press(ImGuiKey_Enter);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  EXPECT_EQ(sum_of("合计", "合计"), "20");
  EXPECT_NE(stage.find(Role::columnheader, "C05 主动帮助有困难的住户"), nullptr);
}

// The page is closed in the middle of the paper.
TEST_F(ScoreSheetScreenTest, AHalfTypedSheetIsThereAgainAfterThePageWasClosed) {
  lay_out({"B08", "C05"});
  stage.type("2");
  stage.press(ImGuiKey_Enter);
  stage.type("1");
  stage.press(ImGuiKey_Enter);
  stage.reopen();
  stage.press(ImGuiKey_3, ImGuiMod_Alt);
  ASSERT_NE(stage.find(Role::grid, "评分表"), nullptr) << "where it was left";
  EXPECT_TRUE(stage.shows(Role::status, "录过的 2 格都在"));
  EXPECT_EQ(sum_of("合计", "合计"), "30");

  const Points before = total();
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(total() - before, Points::whole(30));
  stage.reopen();
  stage.press(ImGuiKey_3, ImGuiMod_Alt);
  EXPECT_EQ(stage.find(Role::grid, "评分表"), nullptr) << "it was submitted";
}

// The store kept the draft, but the page was killed before it could forget it.
TEST_F(ScoreSheetScreenTest, ASheetThatWasSubmittedIsNotOfferedAgain) {
  lay_out({"B08"});
  stage.type("2");
  stage.press(ImGuiKey_Enter);
  const auto draft = stage.app().ports().store.local("score_sheet");
  ASSERT_TRUE(draft && !draft->empty());
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  stage.app().ports().store.put_local({"score_sheet", *draft});
  stage.reopen();
  stage.press(ImGuiKey_3, ImGuiMod_Alt);
  EXPECT_EQ(stage.find(Role::grid, "评分表"), nullptr);
}

TEST_F(ScoreSheetScreenTest, ACapIsToldWhileItIsTyped) {
  lay_out({"C09"});  // once a month
  stage.type("3");
  EXPECT_EQ(caret()->description, "");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  stage.press(ImGuiKey_Tab);
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  ASSERT_EQ(caret()->role, Role::gridcell);
  EXPECT_EQ(stage.value(Role::note, caret()->label), "+3 分；本户，本月 1 / 1");
  stage.type("1");
  stage.press(ImGuiKey_UpArrow);
  EXPECT_EQ(caret()->description, "到上限了，改天再记") << "before anything is submitted";
  EXPECT_TRUE(stage.shows(Role::alert, "到上限了，改天再记"));
  stage.press(ImGuiKey_Delete);
  EXPECT_EQ(caret()->description, "");
  EXPECT_FALSE(stage.shows(Role::alert, "到上限了，改天再记"));
}

TEST_F(ScoreSheetScreenTest, TheNextGroupComesByKeysAndWhatWasTypedStays) {
  lay_out({"B08"});
  add_household_of_group(2, "马兴旺");
  const auto groups = roster::groups(stage.app().book().database());
  ASSERT_EQ(groups.size(), 2U);
  stage.press(ImGuiKey_PageDown, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::grid, "评分表"), std::to_string(groups[0].households));
  stage.type("2");
  stage.press(ImGuiKey_Enter);
  stage.press(ImGuiKey_PageDown, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::grid, "评分表"), std::to_string(groups[1].households + 1));
  ASSERT_EQ(caret()->role, Role::gridcell) << "the keyboard stays in the grid";
  stage.type("3");
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(sum_of("合计", "合计"), "50") << "of both papers";
  stage.press(ImGuiKey_PageUp, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::grid, "评分表"), std::to_string(groups[0].households + 1));
  stage.press(ImGuiKey_PageUp, ImGuiMod_Alt);
  EXPECT_EQ(sum_of("合计", "合计"), "50") << "round to the last group";
}

// Without any row there is nothing to type in.
TEST_F(ScoreSheetScreenTest, ASheetThatLosesItsRowsIsLaidOutAgain) {
  lay_out({"B08"});
  stage.go_to(stage.find(Role::combobox, "整组加进来")->id);
  stage.press(ImGuiKey_UpArrow);  // the whole village, then no group
  EXPECT_EQ(stage.find(Role::grid, "评分表"), nullptr);
  EXPECT_EQ(stage.value(Role::table, "户"), "0");
  EXPECT_EQ(stage.value(Role::table, "项目"), "1");
}

TEST_F(ScoreSheetScreenTest, KeysOfTheGridAreNamedInTheGridOnly) {
  stage.watch_paint();
  const auto is_painted = [&](std::string_view wanted) {
    for (const PaintedText& text : stage.mirror().paint()->texts()) {
      if (text.text.find(wanted) != std::string::npos) return true;
    }
    return false;
  };
  stage.run(1);
  EXPECT_FALSE(is_painted("贴整块"));
  lay_out({"B08"});
  EXPECT_TRUE(is_painted("贴整块"));
}

}  // namespace
}  // namespace jishan::ui
