// The whole job once, without a screen: a village is founded, a household typed in, points
// awarded, goods delivered and redeemed, the file shared and merged, the page opened again.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "points/commands.h"
#include "points/queries.h"
#include "roster/commands.h"
#include "roster/queries.h"
#include "shop/commands.h"
#include "shop/queries.h"
#include "support/computer.h"
#include "village/queries.h"

namespace jishan::app {
namespace {

using testing::Computer;

HouseholdId add_household(Computer& computer, const std::string& name, std::int64_t group) {
  App& app = computer.app();
  const auto id = HouseholdId::make(app.ports().random);
  const auto resident = ResidentId::make(app.ports().random);
  roster::HouseholdRequest request{.id = id, .group = group};
  request.residents.push_back({.id = resident, .name = name, .relation = "02"});
  const auto status = app.perform<roster::HouseholdStatus>(roster::plan_household(app.context(), request));
  EXPECT_EQ(status, roster::HouseholdStatus::accepted);
  computer.settle();
  return id;
}

points::AwardStatus award(Computer& computer, HouseholdId household, ActId act) {
  App& app = computer.app();
  const auto book = points::rule_book_on(app.book().database(), app.context().today);
  EXPECT_TRUE(book.has_value());
  const auto fixed = std::find_if(book->rules.begin(), book->rules.end(), [](const points::Rule& rule) {
    return rule.type == points::RuleType::fixed && rule.points > Points();
  });
  EXPECT_NE(fixed, book->rules.end());
  points::AwardRequest request{.id = act};
  request.lines.push_back({.household = household, .code = fixed->code});
  const auto status = app.perform<points::AwardStatus>(points::plan_award(app.context(), request));
  computer.settle();
  return status;
}

Points spendable(Computer& computer, HouseholdId household) {
  return points::account_of(computer.app().book().database(), household).spendable;
}

struct Shelf {
  GoodsId soap;
};

Shelf stock_the_shop(Computer& computer) {
  App& app = computer.app();
  const auto soap = GoodsId::make(app.ports().random);
  EXPECT_EQ(app.perform<shop::GoodsStatus>(shop::plan_goods(
                app.context(), {.id = soap, .name = "香皂", .unit = "块", .price = Points::whole(1),
                                .first_outlet_name = "生活超市"})),
            shop::GoodsStatus::accepted);
  shop::StockInRequest delivery{.act = ActId::make(app.ports().random)};
  delivery.lines.push_back({.goods = soap, .quantity = 20});
  EXPECT_EQ(app.perform<shop::StockInStatus>(shop::plan_stock_in(app.context(), delivery)),
            shop::StockInStatus::accepted);
  computer.settle();
  return {soap};
}

shop::RedeemStatus redeem(Computer& computer, HouseholdId household, GoodsId goods, ActId act) {
  App& app = computer.app();
  shop::RedeemRequest request{.act = act, .household = household};
  request.lines.push_back({.goods = goods, .quantity = 1, .price = Points::whole(1)});
  const auto status = app.perform<shop::RedeemStatus>(shop::plan_redeem(app.context(), request));
  computer.settle();
  return status;
}

// The shop's laptop gets the office's book, and says who sits there.
void counter_joins(Computer& counter, Computer& office) {
  counter.import_bytes(office.export_bytes());
  counter.app().session().introduce_operator("孙小燕", "店员", counter.world().random);
  counter.app().session().name_laptop("超市电脑");
  counter.app().operator_chosen();
}

TEST(MainJob, AwardsRedeemsAndBringsEverythingBackAfterAReload) {
  Computer office(1);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  ASSERT_EQ(office.app().phase(), Phase::working);
  const auto household = add_household(office, "李桂芳", 2);
  const auto shelf = stock_the_shop(office);
  EXPECT_EQ(award(office, household, ActId::make(office.world().random)),
            points::AwardStatus::accepted);
  const Points before = spendable(office, household);
  EXPECT_GT(before, Points());
  EXPECT_EQ(redeem(office, household, shelf.soap, ActId::make(office.world().random)),
            shop::RedeemStatus::accepted);
  EXPECT_EQ(spendable(office, household), before - Points::whole(1));
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);

  const std::string fingerprint = office.fingerprint();
  const std::string digest = office.digest();
  office.switch_on();
  EXPECT_EQ(office.app().phase(), Phase::working);
  EXPECT_EQ(office.fingerprint(), fingerprint);
  EXPECT_EQ(office.digest(), digest);
}

TEST(MainJob, TheSameActTwiceIsOneEntry) {
  Computer office(2);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  const auto household = add_household(office, "李桂芳", 1);
  const auto shelf = stock_the_shop(office);
  const ActId act = ActId::make(office.world().random);
  EXPECT_EQ(award(office, household, act), points::AwardStatus::accepted);
  EXPECT_EQ(award(office, household, act), points::AwardStatus::already_recorded);
  const ActId cart = ActId::make(office.world().random);
  EXPECT_EQ(redeem(office, household, shelf.soap, cart), shop::RedeemStatus::accepted);
  const Points after = spendable(office, household);
  for (int press = 0; press < 4; ++press) {
    EXPECT_EQ(redeem(office, household, shelf.soap, cart), shop::RedeemStatus::already_recorded);
  }
  EXPECT_EQ(spendable(office, household), after);
}

TEST(MainJob, ALaptopThatSeveralShareAsksWhoSitsThereWhenItIsOpened) {
  Computer office(8);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  const OperatorId first = office.app().session().operator_id();
  office.settle();
  office.switch_on();
  EXPECT_EQ(office.app().phase(), Phase::working) << "one person is not asked every morning";

  office.app().change_operator();
  office.app().session().introduce_operator("孙小燕", "店员", office.world().random);
  office.app().operator_chosen();
  const OperatorId second = office.app().session().operator_id();
  add_household(office, "李桂芳", 2);
  office.settle();
  office.switch_on();
  EXPECT_EQ(office.app().phase(), Phase::operator_choice);
  EXPECT_EQ(office.app().session().operator_id(), second) << "offered first";
  office.app().session().choose_operator(first);
  office.app().operator_chosen();
  office.settle();
  office.switch_on();
  EXPECT_EQ(office.app().phase(), Phase::operator_choice);
  EXPECT_EQ(office.app().session().operator_id(), first);
}

TEST(MainJob, AColleagueJoinsWithoutWritingAnything) {
  Computer office(3);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  add_household(office, "李桂芳", 2);
  Computer shop(4);
  const ImportTask& join = shop.import_bytes(office.export_bytes());
  EXPECT_EQ(join.stage(), ImportStage::finished);
  EXPECT_TRUE(join.report().is_complete);
  EXPECT_EQ(join.report().from_laptop, "村委会电脑");
  EXPECT_EQ(shop.app().phase(), Phase::operator_choice);
  EXPECT_EQ(shop.fingerprint(), office.fingerprint());
  EXPECT_EQ(shop.digest(), office.digest());
}

TEST(MainJob, BothWorkApartAndExchangeInAnyOrder) {
  Computer office(5);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  const auto household = add_household(office, "李桂芳", 2);
  const auto shelf = stock_the_shop(office);
  award(office, household, ActId::make(office.world().random));
  Computer counter(6);
  counter_joins(counter, office);
  const std::string old_office = office.export_bytes();

  award(office, household, ActId::make(office.world().random));
  redeem(counter, household, shelf.soap, ActId::make(counter.world().random));
  const std::string from_office = office.export_bytes();
  const std::string from_counter = counter.export_bytes();
  EXPECT_EQ(office.import_bytes(from_counter).stage(), ImportStage::finished);
  EXPECT_EQ(counter.import_bytes(old_office).report().added, 0);
  EXPECT_EQ(counter.import_bytes(from_office).stage(), ImportStage::finished);
  EXPECT_EQ(counter.import_bytes(from_office).report().added, 0);
  EXPECT_EQ(office.fingerprint(), counter.fingerprint());
  EXPECT_EQ(office.digest(), counter.digest());
  counter.switch_on();
  EXPECT_EQ(office.fingerprint(), counter.fingerprint());
}

TEST(MainJob, EveryEntryNamesWhoSatThereAndEveryLaptopItsDuty) {
  Computer office(11);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  const auto household = add_household(office, "李桂芳", 2);
  const auto shelf = stock_the_shop(office);
  award(office, household, ActId::make(office.world().random));
  Computer counter(12);
  counter_joins(counter, office);
  ASSERT_EQ(redeem(counter, household, shelf.soap, ActId::make(counter.world().random)),
            shop::RedeemStatus::accepted);

  const journal::Journal& journal = counter.app().book().journal();
  db::Database& database = counter.app().book().database();
  std::map<std::string, std::set<std::string>> operators;  // by laptop
  journal.for_each([&](const journal::Event& event) {
    operators[village::writer_name(database, event.writer)].insert(event.operator_id);
  });
  using Names = std::set<std::string>;
  EXPECT_EQ(operators, (std::map<std::string, Names>{
                           {"村委会电脑", Names{office.app().session().operator_id().str()}},
                           {"超市电脑", Names{counter.app().session().operator_id().str()}}}));
  const auto name_of = [&](Computer& computer) {
    const auto known = village::find_operator(database, computer.app().session().operator_id());
    return known ? mask(known->name, Audience::desk) : std::string();
  };
  EXPECT_EQ(name_of(office), "周敏");
  EXPECT_EQ(name_of(counter), "孙小燕");
}

TEST(MainJob, RefusesAnotherVillagesFileAndChangesNothing) {
  Computer here(7);
  ASSERT_EQ(here.found("柳荫村"), FoundingStatus::accepted);
  Computer there(8);
  ASSERT_EQ(there.found("石桥村"), FoundingStatus::accepted);
  const std::string before = here.fingerprint();
  const ImportTask& import = here.import_bytes(there.export_bytes());
  EXPECT_EQ(import.stage(), ImportStage::refused);
  EXPECT_EQ(import.refusal(), ImportRefusal::other_village);
  EXPECT_EQ(import.report().village_name, "石桥村");
  EXPECT_EQ(here.fingerprint(), before);
}

TEST(MainJob, AFoundingThatIsRefusedLeavesNoBook) {
  Computer office(9);
  EXPECT_EQ(office.found(""), FoundingStatus::name_missing);
  EXPECT_EQ(office.found("柳荫村", 0), FoundingStatus::groups_out_of_range);
  EXPECT_TRUE(office.app().books().empty());
  EXPECT_EQ(office.app().phase(), Phase::setup);
}

TEST(MainJob, WhileTheStoreRefusesCommandsWait) {
  Computer office(10);
  ASSERT_EQ(office.found("柳荫村"), FoundingStatus::accepted);
  const auto household = add_household(office, "李桂芳", 1);
  office.world().store.trouble = StoreTrouble::no_room;
  const ActId act = ActId::make(office.world().random);
  award(office, household, act);
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::not_saved);
  Commands commands;
  bool was_run = false;
  commands.act([&](App&) { was_run = true; });
  office.app().run(commands);
  EXPECT_FALSE(was_run);

  office.world().store.trouble.reset();
  office.app().retry_saving();
  office.settle();
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
  EXPECT_EQ(award(office, household, act), points::AwardStatus::already_recorded);
}

}  // namespace
}  // namespace jishan::app
