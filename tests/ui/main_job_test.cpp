// The main job from the screen, without any pointer: set up, a household, an entry, its passbook.
#include <gtest/gtest.h>

#include <memory>

#include "app/sample/task.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "shop/commands.h"
#include "shop/queries.h"
#include "support/interface_stage.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

class MainJobTest : public ::testing::Test {
 protected:
  void begin_village() {
    stage.type("柳荫村");
    stage.press(ImGuiKey_Enter);
    stage.type("临溪镇");
    stage.press(ImGuiKey_Enter);
    stage.press(ImGuiKey_Enter);
    stage.type("周敏");
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    stage.run(10);
  }

  void add_household(const std::string& name) {
    stage.press(ImGuiKey_8, ImGuiMod_Alt);
    ASSERT_TRUE(stage.click(Role::button, "登记新户"));
    stage.type(name);
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    stage.run(5);
  }

  void award(const std::string& initials, const std::string& rule) {
    stage.press(ImGuiKey_1, ImGuiMod_Alt);
    stage.press(ImGuiKey_F8);
    stage.type(initials);
    stage.press(ImGuiKey_Enter);
    stage.press(ImGuiKey_Enter);
    stage.type(rule);
    stage.press(ImGuiKey_Enter);
  }

  // A household with 50 points and a shelf with nine bars of soap at 5 points.
  void stock_the_shop() {
    app::App& app = stage.app();
    const auto soap = GoodsId::make(app.ports().random);
    ASSERT_EQ(app.perform(shop::plan_goods(app.context(), {.id = soap,
                                                           .name = "香皂",
                                                           .unit = "块",
                                                           .price = Points::whole(5),
                                                           .first_outlet_name = "生活超市"})),
              shop::GoodsStatus::accepted);
    shop::StockInRequest delivery{.act = ActId::make(app.ports().random)};
    delivery.lines.push_back({.goods = soap, .quantity = 9});
    ASSERT_EQ(app.perform(shop::plan_stock_in(app.context(), delivery)),
              shop::StockInStatus::accepted);
  }
  void give_opening_points() {
    stage.press(ImGuiKey_8, ImGuiMod_Alt);
    ASSERT_TRUE(stage.click(Role::button, "纸质账册结转"));
    stage.type("50");
    stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    stage.run(5);
    ASSERT_EQ(spendable(), Points::whole(50));
  }
  void fill_cart() {
    stage.press(ImGuiKey_1, ImGuiMod_Alt);
    stage.press(ImGuiKey_F9);
    stage.type("lgf");
    stage.press(ImGuiKey_Enter);
    ASSERT_EQ(stage.focused_label(), "加物品");
    stage.type("xz*2");
    stage.press(ImGuiKey_Enter);
  }
  std::size_t orders() {
    const Date today = stage.app().context().today;
    return shop::redemptions_between(database(), today, today, 9).size();
  }

  Points spendable() {
    const auto hits = roster::find_households(database(), {});
    return hits.empty() ? Points() : points::account_of(database(), hits.front().id).spendable;
  }
  db::Database& database() { return stage.app().book().database(); }

  test::InterfaceStage stage{7};
};

TEST_F(MainJobTest, SetUpComplainsUntilWhatIsNeededIsThere) {
  EXPECT_EQ(stage.focused_label(), "村或社区");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  EXPECT_TRUE(stage.shows(Role::alert, "还有 2 处要填"));
  EXPECT_TRUE(stage.find(Role::textbox, "村或社区")->is_invalid);
  EXPECT_EQ(stage.focused_label(), "村或社区");
  EXPECT_EQ(stage.app().phase(), app::Phase::setup);
}

TEST_F(MainJobTest, ANewVillageOpensAtHome) {
  begin_village();
  EXPECT_EQ(stage.app().phase(), app::Phase::working);
  EXPECT_NE(stage.find(Role::menuitem, "首页"), nullptr);
  EXPECT_TRUE(stage.shows(Role::status, "已保存"));
  EXPECT_TRUE(stage.shows(Role::status, "指纹"));
  EXPECT_TRUE(stage.shows(Role::button, "周敏"));
}

TEST_F(MainJobTest, AnEntryNamesWhoSawIt) {
  begin_village();
  add_household("李桂芳");
  award("lgf", "B");
  stage.type("2");
  ASSERT_TRUE(stage.click(Role::combobox, "证明人"));
  stage.type("lgf");
  stage.press(ImGuiKey_Enter);
  EXPECT_EQ(stage.value(Role::combobox, "证明人"), "李桂芳");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  const ResidentId witness = roster::find_residents(database(), "lgf", 1).at(0).id;
  std::string written;
  for (const journal::Event& event : stage.app().last_committed()) written += event.body.canonical();
  EXPECT_NE(written.find("\"wit\":\"" + witness.str() + "\""), std::string::npos) << written;
  EXPECT_EQ(stage.value(Role::combobox, "证明人"), "") << "the next entry has a witness of its own";
}

TEST_F(MainJobTest, AnEntryChangesThePassbookAndCanBeUndone) {
  begin_village();
  add_household("李桂芳");
  ASSERT_EQ(roster::counts(database()).households, 1);
  award("lgf", "B");
  ASSERT_NE(stage.value(Role::combobox, "户"), "");
  ASSERT_NE(stage.value(Role::combobox, "细则条目"), "");
  if (stage.find(Role::spinbutton, "数量") != nullptr &&
      !stage.find(Role::spinbutton, "数量")->is_readonly) {
    stage.type("2");
  }
  const std::string shown = stage.value(Role::figure, "本笔");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_FALSE(spendable().is_zero());
  EXPECT_EQ(to_display_signed(spendable()), shown);
  EXPECT_TRUE(stage.shows(Role::status, "已给李桂芳户记"));
  EXPECT_EQ(stage.focused_label(), "户");  // the next entry begins

  stage.press(ImGuiKey_8, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::figure, "可兑"), to_display(spendable()));
  ASSERT_TRUE(stage.click(Role::figure, "可兑"));
  EXPECT_TRUE(stage.shows(Role::dialog, "存折 李桂芳"));
  stage.press(ImGuiKey_Escape);

  stage.press(ImGuiKey_6, ImGuiMod_Alt);
  stage.press(ImGuiKey_8, ImGuiMod_Alt);
  stage.press(ImGuiKey_F6);
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_TRUE(spendable().is_zero());
}

TEST_F(MainJobTest, F8TakesTheHouseholdInViewAlongAndTheRailDoesNot) {
  begin_village();
  add_household("李桂芳");
  stage.press(ImGuiKey_F8);
  EXPECT_EQ(stage.value(Role::combobox, "户"), "李桂芳户");
  EXPECT_EQ(stage.focused_label(), "细则条目");
  stage.press(ImGuiKey_Escape);  // 清空
  EXPECT_EQ(stage.value(Role::combobox, "户"), "");
  EXPECT_EQ(stage.focused_label(), "户");
  stage.press(ImGuiKey_8, ImGuiMod_Alt);
  stage.press(ImGuiKey_2, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::combobox, "户"), "");
  stage.press(ImGuiKey_8, ImGuiMod_Alt);
  ASSERT_TRUE(stage.click(Role::menuitem, "记分"));
  EXPECT_EQ(stage.value(Role::combobox, "户"), "");
}

TEST_F(MainJobTest, F9TakesTheHouseholdInViewAlongTheFirstTimeToo) {
  begin_village();
  add_household("李桂芳");
  stage.press(ImGuiKey_F9);
  EXPECT_EQ(stage.value(Role::combobox, "领取户"), "李桂芳户");
  EXPECT_EQ(stage.focused_label(), "加物品");
}

TEST_F(MainJobTest, F8BeginsAgainWhereItIsAlready) {
  begin_village();
  stage.press(ImGuiKey_F8);
  stage.press(ImGuiKey_Tab);
  EXPECT_NE(stage.focused_label(), "户");
  stage.press(ImGuiKey_F8);
  EXPECT_EQ(stage.focused_label(), "户");
}

TEST_F(MainJobTest, PressingSaveFiveTimesMakesOneEntry) {
  begin_village();
  add_household("王建国");
  award("wjg", "B");
  if (!stage.find(Role::spinbutton, "数量")->is_readonly) stage.type("1");
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  for (int i = 0; i < 5; ++i) {
    io.AddKeyEvent(ImGuiKey_Enter, true);
    io.AddKeyEvent(ImGuiKey_Enter, false);
  }
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  stage.run(20);
  EXPECT_EQ(points::recent_entries(database(), stage.app().book().journal(), 10).size(), 1U);
}

TEST_F(MainJobTest, ARefusedEntryKeepsWhatWasTyped) {
  begin_village();
  stage.press(ImGuiKey_F8);
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  EXPECT_TRUE(stage.find(Role::combobox, "户")->is_invalid);
  EXPECT_EQ(stage.find(Role::combobox, "户")->description, "选一户");
}

TEST_F(MainJobTest, TheVillagesCapIsSetInSettingsAndRefusesAnEntry) {
  begin_village();
  add_household("李桂芳");
  ASSERT_TRUE(stage.click(Role::menuitem, "设置"));
  ASSERT_TRUE(stage.click(Role::spinbutton, "每户一月最多得"));
  stage.type("一");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(stage.find(Role::spinbutton, "每户一月最多得")->description, "填大于 0 的分数，或空着");
  stage.press(ImGuiKey_Backspace);
  stage.type("8");
  ASSERT_TRUE(stage.click(Role::radio, "李××"));
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  const village::Settings settings = village::settings(database());
  ASSERT_EQ(settings.caps.size(), 1U);
  EXPECT_EQ(settings.caps.front().span, village::CapSpan::month);
  EXPECT_EQ(settings.caps.front().max, 800);
  EXPECT_EQ(settings.mask, NameMask::given);

  award("lgf", "C05");  // ten points
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(stage.find(Role::spinbutton, "数量")->description, "到全村的上限了，改天再记");
  EXPECT_EQ(spendable(), Points());
}

TEST_F(MainJobTest, RedeemingStopsAtTheLineThatBreaksTheBalance) {
  begin_village();
  add_household("李桂芳");
  stock_the_shop();
  fill_cart();
  EXPECT_EQ(stage.value(Role::spinbutton, "香皂 的数量"), "2");
  EXPECT_EQ(stage.value(Role::figure, "合计"), "10");
  EXPECT_TRUE(stage.shows(Role::alert, "还差 10 分"));
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(orders(), 0U);
}

TEST_F(MainJobTest, ConfirmingFiveTimesMakesOneOrderAndShowsItsSlip) {
  begin_village();
  add_household("李桂芳");
  stock_the_shop();
  give_opening_points();
  fill_cart();
  EXPECT_EQ(stage.value(Role::figure, "兑后还可兑"), "40");
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  for (int i = 0; i < 5; ++i) {
    io.AddKeyEvent(ImGuiKey_Enter, true);
    io.AddKeyEvent(ImGuiKey_Enter, false);
  }
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  stage.run(20);
  EXPECT_EQ(orders(), 1U);
  EXPECT_EQ(spendable(), Points::whole(40));
  EXPECT_EQ(stage.value(Role::note, "小票"), "10");
  stage.press(ImGuiKey_F6);
  stage.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(spendable(), Points::whole(50));
}

TEST_F(MainJobTest, ASlipOfTheSampleVillageSaysSo) {
  app::SampleRequest request;
  request.households = 3;
  request.last_day = *Date::from_iso("2025-02-19");  // the day of the fake clock
  stage.app().start_task(std::make_unique<app::SampleTask>(request));
  for (int frame = 0; frame < 1000 && stage.app().phase() != app::Phase::working; ++frame) stage.run(1);
  ASSERT_EQ(stage.app().phase(), app::Phase::working);
  stage.run(5);
  const auto offered = shop::goods(database(), {}, shop::Shelf::offered);
  ASSERT_FALSE(offered.empty());
  stage.press(ImGuiKey_F9);
  const HouseholdId first = roster::find_households(database(), {}).front().id;
  stage.type(roster::find_household(database(), first)->number);
  stage.press(ImGuiKey_Enter);
  ASSERT_EQ(stage.focused_label(), "加物品");
  stage.type(offered.front().name);
  stage.press(ImGuiKey_Enter);
  ASSERT_NE(stage.find(Role::note, "小票"), nullptr);
  EXPECT_EQ(stage.find(Role::note, "小票")->description, "示例，不是真账");
}

TEST_F(MainJobTest, ACartIsOfferedAgainAfterThePageWasClosed) {
  begin_village();
  add_household("李桂芳");
  stock_the_shop();
  give_opening_points();
  fill_cart();
  stage.reopen();
  stage.press(ImGuiKey_6, ImGuiMod_Alt);
  EXPECT_EQ(stage.value(Role::spinbutton, "香皂 的数量"), "2");
  stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  stage.run(5);
  EXPECT_EQ(orders(), 1U);
  stage.reopen();
  stage.press(ImGuiKey_6, ImGuiMod_Alt);
  EXPECT_EQ(stage.find(Role::spinbutton, "香皂 的数量"), nullptr);
}

TEST_F(MainJobTest, CtrlKFindsScreensAndHouseholds) {
  begin_village();
  add_household("李桂芳");
  stage.press(ImGuiKey_K, ImGuiMod_Ctrl);
  stage.type("sj");
  ASSERT_NE(stage.find(Role::option, "数据"), nullptr);
  stage.press(ImGuiKey_Enter);
  EXPECT_NE(stage.find(Role::heading, "数据"), nullptr);
  stage.press(ImGuiKey_K, ImGuiMod_Ctrl);
  stage.type("lgf");
  stage.press(ImGuiKey_Enter);
  EXPECT_NE(stage.find(Role::heading, "李桂芳户"), nullptr);
}

}  // namespace
}  // namespace jishan::ui
