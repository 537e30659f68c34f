// A book whose store is lost: the copies on the screen, ticking them, going on with what they give;
// and what the running program tells of a store that broke under it.
#include <gtest/gtest.h>

#include "app/moving.h"
#include "app/recovery.h"
#include "roster/commands.h"
#include "support/interface_stage.h"
#include "ui/chinese_left.h"
#include "ui/layout_faults.h"
#include "ui/preferences.h"

namespace jishan::ui {
namespace {

using app::StoreTrouble;
using testing::FakeStore;

constexpr const char* restore = "恢复账册";
constexpr const char* find_file = "从文件里找";

void enter_household(app::App& app) {
  roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
  request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = "李桂芳"});
  EXPECT_EQ(app.perform(roster::plan_household(app.context(), request)),
            roster::HouseholdStatus::accepted);
}

class RecoveryScreenTest : public ::testing::Test {
 protected:
  RecoveryScreenTest() {
    testing::Computer& office = stage.computer();
    office.found("柳荫村");
    for (int i = 0; i < 5; ++i) {
      enter_household(office.app());
      office.settle();
    }
    book = office.app().listing().book;
    for (const auto& [number, record] : store().kept[book].records) records.push_back(record);
    fingerprint = office.fingerprint();
  }

  FakeStore& store() { return stage.computer().world().store; }
  app::Recovery& recovery() { return stage.app().recovery(); }

  // The page is opened again, and the store is found in this state.
  void lose(StoreTrouble trouble, std::map<std::string, FakeStore::Copy> copies) {
    store().open_trouble[book] = trouble;
    store().copies[book] = std::move(copies);
    stage.reopen();
    stage.watch_paint();
    stage.run(5);
    ASSERT_EQ(stage.app().phase(), app::Phase::recovery);
  }
  std::vector<std::string> first_records(std::size_t count) const {
    return {records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count)};
  }
  void offer(const std::string& name, const std::string& bytes) {
    stage.computer().world().files.offered.push_back({name, bytes});
    stage.press(ImGuiKey_O, ImGuiMod_Ctrl);
    stage.run(10);
  }
  // The text in this column of the row.
  std::string cell(std::string_view row_label, std::string_view column) const {
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.role != Role::row || row.label != row_label) continue;
      for (const MirrorRow& part : stage.mirror().rows()) {
        if (part.role == Role::cell && part.parent == row.id && part.label == column) return part.value;
      }
    }
    return "no such cell";
  }
  std::string heading() const {
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.role == Role::heading) return row.label;
    }
    return {};
  }
  void expect_tidy() {
    stage.run(3);
    for (const std::string& fault : test::layout_faults(stage.mirror(), {0, 0, 1366, 640})) {
      ADD_FAILURE() << fault;
    }
    for (const std::string& fault : test::contrast_faults(stage.mirror())) ADD_FAILURE() << fault;
  }

  test::InterfaceStage stage{11};
  std::string book;
  std::vector<std::string> records;
  std::string fingerprint;
};

TEST_F(RecoveryScreenTest, SaysWhatHappenedAndThatNothingIsLost) {
  const std::pair<StoreTrouble, const char*> troubles[] = {
      {StoreTrouble::wiped, "这台电脑上的账册被清掉了，但副本还在"},
      {StoreTrouble::older, "这台电脑上的账册少了后面的记录，但副本还在"},
      {StoreTrouble::damaged, "这台电脑上的账册坏了一部分，但副本还在"},
      {StoreTrouble::closed, "这台电脑上的账册打不开了，但副本还在"}};
  for (const auto& [trouble, words] : troubles) {
    lose(trouble, {{"spare", {records}}});
    EXPECT_EQ(heading(), words);
    EXPECT_TRUE(stage.shows(Role::text, "没有丢账"));
    EXPECT_TRUE(stage.shows(Role::status, "现在不能记账"));
  }
  expect_tidy();
}

TEST_F(RecoveryScreenTest, WhatIsLeftInTheLostStoreIsNotCalledACopy) {
  lose(StoreTrouble::older, {{"store", {first_records(4)}}});
  EXPECT_EQ(heading(), "这台电脑上的账册少了后面的记录");
  EXPECT_FALSE(stage.shows(Role::text, "没有丢账"));
  EXPECT_TRUE(stage.shows(Role::text, "请同事各导出一份"));
}

TEST_F(RecoveryScreenTest, TheTableTellsOfEachCopy) {
  std::vector<std::string> damaged = records;
  damaged.back()[damaged.back().size() / 2] ^= 1;
  lose(StoreTrouble::damaged, {{"spare", {records}}, {"store", {damaged}}});
  EXPECT_EQ(cell("浏览器备用存储", "检查结果"), "完好");
  EXPECT_EQ(cell("浏览器备用存储", "户数"), "5");
  EXPECT_EQ(cell("浏览器备用存储", "选用"), "已勾选");
  EXPECT_NE(cell("浏览器备用存储", "最后一笔"), "");
  EXPECT_NE(cell("这本账原来的地方", "记录"), cell("浏览器备用存储", "记录"));
  EXPECT_NE(cell("这本账原来的地方", "检查结果").find("处损坏"), std::string::npos);
  EXPECT_EQ(stage.value(Role::figure, "户"), "5");
  EXPECT_TRUE(stage.shows(Role::text, "勾选的 2 份合在一起"));
  EXPECT_TRUE(stage.shows(Role::text, "，别的几份都在里面"));
  expect_tidy();
}

TEST_F(RecoveryScreenTest, SpaceTicksTheSelectedCopy) {
  lose(StoreTrouble::older, {{"spare", {records}}, {"store", {first_records(4)}}});
  ASSERT_EQ(stage.focused_label(), "找到的副本") << "the keyboard is there at once";
  ASSERT_EQ(stage.find(Role::text, "勾选的 2 份合在一起")->description, "推荐");
  stage.press(ImGuiKey_Space);
  stage.run(10);
  EXPECT_EQ(cell("浏览器备用存储", "选用"), "没勾选");
  EXPECT_EQ(cell("这本账原来的地方", "选用"), "已勾选");
  EXPECT_FALSE(stage.shows(Role::text, "没有丢账"));
  EXPECT_EQ(stage.find(Role::text, "勾选的这一份")->description, "") << "a good one is left out";
  stage.press(ImGuiKey_Space);
  stage.run(10);
  EXPECT_EQ(cell("浏览器备用存储", "选用"), "已勾选");
  EXPECT_TRUE(stage.shows(Role::text, "没有丢账"));
}

TEST_F(RecoveryScreenTest, AClickOnTheBoxTicks) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  for (const MirrorRow& row : stage.mirror().rows()) {
    if (row.role != Role::cell || row.label != "选用") continue;
    stage.click(row.box.x + 9, row.box.y + row.box.h / 2);
    break;
  }
  stage.run(10);
  EXPECT_EQ(cell("浏览器备用存储", "选用"), "没勾选");
  EXPECT_FALSE(recovery().copies().front().is_chosen);
}

TEST_F(RecoveryScreenTest, EveryCopyIsInSightWithoutScrollingTheirTable) {
  for (const char* percent : {"100", "125", "150", "200"}) {
    store().settings[std::string(preferences::text_percent)] = percent;
    lose(StoreTrouble::wiped, {{"spare", {records}}, {"opfs", {first_records(4)}}});
    const MirrorRow* table = stage.find(Role::table, "找到的副本");
    ASSERT_NE(table, nullptr);
    float rows = 0;
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.role != Role::row || row.parent != table->id) continue;
      rows += row.whole.h;
      EXPECT_EQ(row.whole.w, table->whole.w) << percent << ": a scroll bar takes its place";
    }
    EXPECT_GT(rows, 0);
  }
}

TEST_F(RecoveryScreenTest, RestoresByOneKey) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(20);
  ASSERT_EQ(stage.app().phase(), app::Phase::operator_choice);
  EXPECT_EQ(stage.computer().fingerprint(), fingerprint);
}

TEST_F(RecoveryScreenTest, PressedTooEarlyTheKeyGoesToWhatIsMissing) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  stage.press(ImGuiKey_Space);
  stage.run(10);
  stage.press(ImGuiKey_Tab);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(stage.app().phase(), app::Phase::recovery);
  EXPECT_NE(stage.find(Role::alert, "先勾选一份能用的副本"), nullptr);
  EXPECT_EQ(stage.focused_label(), "找到的副本");
  stage.press(ImGuiKey_Space);
  stage.run(10);
  EXPECT_EQ(stage.find(Role::alert, "先勾选一份能用的副本"), nullptr);
}

TEST_F(RecoveryScreenTest, WithoutACopyThereAreTheWaysOut) {
  lose(StoreTrouble::wiped, {});
  EXPECT_EQ(heading(), "没有找到副本");
  EXPECT_TRUE(stage.shows(Role::text, "被清掉了"));
  EXPECT_EQ(stage.find(Role::table, "找到的副本"), nullptr);
  EXPECT_EQ(stage.focused_label(), find_file);
  stage.press(ImGuiKey_Tab);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(3);
  EXPECT_NE(stage.find(Role::alert, "还没有副本，先从文件里找"), nullptr);
  EXPECT_EQ(stage.focused_label(), find_file);
  expect_tidy();

  store().open_trouble.clear();
  ASSERT_TRUE(stage.press_widget(Role::button, "再试一次"));
  stage.run(10);
  EXPECT_EQ(stage.app().phase(), app::Phase::working) << "it was there after all";
}

TEST_F(RecoveryScreenTest, AnotherBookCanBeBegunAndTheLostOneStaysListed) {
  lose(StoreTrouble::wiped, {});
  ASSERT_TRUE(stage.press_widget(Role::button, "建一本新账"));
  stage.run(5);
  EXPECT_EQ(stage.app().phase(), app::Phase::setup);
  ASSERT_EQ(stage.app().books().size(), 1U);
  EXPECT_EQ(stage.app().books().front().book, book);
}

TEST_F(RecoveryScreenTest, AFileBecomesACopyAndIsEnough) {
  const std::string file = stage.computer().export_bytes();
  lose(StoreTrouble::wiped, {});
  offer("柳荫村.jishan.json", file);
  EXPECT_EQ(heading(), "这台电脑上的账册被清掉了，但副本还在");
  EXPECT_EQ(cell("柳荫村.jishan.json", "检查结果"), "完好");
  EXPECT_EQ(stage.focused_label(), "找到的副本");
  expect_tidy();
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(20);
  ASSERT_EQ(stage.app().phase(), app::Phase::operator_choice);
  EXPECT_EQ(stage.computer().fingerprint(), fingerprint);
}

TEST_F(RecoveryScreenTest, AForeignFileCannotBeTickedAndAPictureIsNoBook) {
  testing::Computer other{2};
  other.found("石桥村");
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  offer("别村.jishan.json", other.export_bytes());
  EXPECT_EQ(cell("别村.jishan.json", "检查结果"), "别的村的账，不能用");
  EXPECT_EQ(cell("别村.jishan.json", "选用"), "没勾选");
  stage.press(ImGuiKey_DownArrow);
  stage.press(ImGuiKey_Space);
  stage.run(10);
  EXPECT_EQ(cell("别村.jishan.json", "选用"), "没勾选");
  offer("照片.jpg", "not a book");
  EXPECT_TRUE(stage.shows(Role::note, "这个文件不是账册"));
  expect_tidy();
}

TEST_F(RecoveryScreenTest, WhereThereIsNoRoomItSaysSoAndAFileCanBeSaved) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  store().trouble = StoreTrouble::no_room;
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(20);
  ASSERT_EQ(stage.app().phase(), app::Phase::recovery);
  EXPECT_TRUE(stage.shows(Role::alert, "磁盘满了"));
  expect_tidy();
  const std::size_t before = stage.computer().world().files.saved.size();
  ASSERT_TRUE(stage.press_widget(Role::button, "存一份到文件"));
  stage.run(3);
  EXPECT_EQ(stage.computer().world().files.saved.size(), before + 1);

  store().trouble.reset();
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(20);
  EXPECT_EQ(stage.app().phase(), app::Phase::operator_choice);
}

TEST_F(RecoveryScreenTest, HelpIsAboutTheScreen) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  stage.press(ImGuiKey_F1);
  stage.run(3);
  EXPECT_TRUE(stage.shows(Role::dialog, restore));
}

TEST_F(RecoveryScreenTest, IsTidyInEveryLook) {
  testing::Computer other{2};
  other.found("石桥村");
  const std::string foreign = other.export_bytes();
  std::vector<std::string> damaged = records;
  damaged.back()[damaged.back().size() / 2] ^= 1;
  for (const char* language : {"zh", "en"}) {
    for (const char* percent : {"100", "150", "200"}) {
      for (const char* contrast : {"normal", "high"}) {
        SCOPED_TRACE(std::string(language) + " " + percent + " " + contrast);
        auto& settings = store().settings;
        settings[std::string(preferences::language)] = language;
        settings[std::string(preferences::text_percent)] = percent;
        settings[std::string(preferences::contrast)] = contrast;
        lose(StoreTrouble::closed, {});
        expect_tidy();
        lose(StoreTrouble::damaged,
             {{"spare", {records}}, {"store", {damaged}}, {"opfs", {first_records(4)}}});
        expect_tidy();
        offer("a.json", foreign);
        stage.press(ImGuiKey_Space);
        stage.run(10);
        expect_tidy();
      }
    }
  }
}

TEST_F(RecoveryScreenTest, IsEnglishInEnglish) {
  store().settings[std::string(preferences::language)] = "en";
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  EXPECT_EQ(heading(), "This computer's book was cleared, but copies remain");
  for (const std::string& left : test::chinese_left(stage.mirror(), "柳荫村")) ADD_FAILURE() << left;
}

// ── While the program runs ───────────────────────────────────────────────────────────────────

class MovedStoreTest : public RecoveryScreenTest {
 protected:
  MovedStoreTest() { stage.run(5); }
  [[nodiscard]] bool tells_of_the_move() const { return stage.shows(Role::note, "存账的地方换过了"); }
};

TEST_F(MovedStoreTest, ItIsToldWhileItGoesOnAndAfterwardsUntilAFileIsSaved) {
  store().broken.insert(book);
  enter_household(stage.app());
  bool was_told = false;
  for (int i = 0; i < 20; ++i) {
    stage.run(1);
    if (stage.app().moving() == nullptr) continue;
    was_told = was_told || stage.shows(Role::note, "正在换一个地方存");
  }
  EXPECT_TRUE(was_told || stage.app().has_moved());
  ASSERT_TRUE(stage.app().has_moved());
  EXPECT_TRUE(tells_of_the_move());
  const std::size_t before = stage.computer().world().files.saved.size();
  ASSERT_TRUE(stage.press_widget(Role::link, "存一份到文件"));
  stage.run(3);
  EXPECT_EQ(stage.computer().world().files.saved.size(), before + 1);
  EXPECT_FALSE(tells_of_the_move());
}

TEST_F(MovedStoreTest, WhereNoStoreTakesItTheDialogSaysWhy) {
  store().trouble = StoreTrouble::closed;
  enter_household(stage.app());
  stage.run(20);
  ASSERT_TRUE(stage.app().moving_trouble());
  const auto unsaved = [&] {
    for (const MirrorRow& row : stage.mirror().rows()) {
      if (row.role == Role::status && row.label.starts_with("未保存")) return &row;
    }
    return static_cast<const MirrorRow*>(nullptr);
  };
  ASSERT_NE(unsaved(), nullptr);
  const Rect place = unsaved()->box;
  stage.click(place.x + place.w / 2, place.y + place.h / 2);
  EXPECT_TRUE(stage.shows(Role::text, "换一个地方也没存成"));
  EXPECT_NE(stage.find(Role::button, "存一份到文件"), nullptr);
  store().trouble.reset();
  ASSERT_TRUE(stage.press_widget(Role::button, "再试一次"));
  stage.run(20);
  EXPECT_TRUE(stage.app().has_moved());
  EXPECT_TRUE(tells_of_the_move());
}

}  // namespace
}  // namespace jishan::ui
