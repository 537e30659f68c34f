#include "roster/commands.h"

#include <gtest/gtest.h>

#include <functional>

#include "stage.h"

namespace jishan::roster {
namespace {

std::string long_text(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) text += "长";
  return text;
}

// A number of an area code that is not in use.
std::string id_number(std::string_view seventeen = "00000019800101123") {
  return std::string(seventeen) + id_check_digit(seventeen);
}

TEST(Groups, EveryStatus) {
  Stage laptop(1);
  laptop.found();
  EXPECT_EQ(plan_groups(laptop.context(), {.count = 0}).status, GroupsStatus::count_out_of_range);
  EXPECT_EQ(plan_groups(laptop.context(), {.count = 100}).status, GroupsStatus::count_out_of_range);
  EXPECT_EQ(laptop.perform(plan_groups(laptop.context(), {.count = 3})), GroupsStatus::accepted);
  EXPECT_EQ(plan_groups(laptop.context(), {.count = 2}).status, GroupsStatus::unchanged);
  laptop.perform(plan_groups(laptop.context(), {.count = 5}));
  EXPECT_EQ(groups(*laptop.database).size(), 5U);

  const GroupView third = groups(*laptop.database)[2];
  EXPECT_EQ(plan_group(laptop.context(), {third.id, 0, ""}).status,
            GroupStatus::number_out_of_range);
  EXPECT_EQ(plan_group(laptop.context(), {third.id, 4, ""}).status, GroupStatus::number_taken);
  EXPECT_EQ(plan_group(laptop.context(), {third.id, 3, long_text(41)}).status,
            GroupStatus::name_too_long);
  EXPECT_EQ(plan_group(laptop.context(), {third.id, 3, ""}).status, GroupStatus::unchanged);
  EXPECT_EQ(laptop.perform(plan_group(laptop.context(), {third.id, 3, "东屯"})),
            GroupStatus::accepted);
  EXPECT_EQ(groups(*laptop.database)[2].name, "东屯");
}

struct HouseholdCommands : testing::Test {
  HouseholdCommands() : laptop(1) {
    laptop.begin();
    known = laptop.add("02-001", {"李桂芳"});
    request = laptop.household("02-002", {laptop.person("王建国", "02")});
  }
  HouseholdStatus status_with(const std::function<void(HouseholdRequest&)>& change) {
    HouseholdRequest changed = request;
    change(changed);
    const PlannedHousehold planned = plan_household(laptop.context(), changed);
    EXPECT_EQ(planned.drafts.empty(), planned.status != HouseholdStatus::accepted);
    return planned.status;
  }
  Stage laptop;
  HouseholdId known;
  HouseholdRequest request;
};

TEST_F(HouseholdCommands, EveryStatus) {
  using Request = HouseholdRequest;
  EXPECT_EQ(status_with([](Request&) {}), HouseholdStatus::accepted);
  EXPECT_EQ(status_with([](Request& r) { r.number = std::string(21, '1'); }),
            HouseholdStatus::number_too_long);
  EXPECT_EQ(status_with([](Request& r) { r.number = "０２-００１ "; }),
            HouseholdStatus::number_taken);
  EXPECT_EQ(status_with([](Request& r) { r.group = 100; }), HouseholdStatus::group_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.group = -1; }), HouseholdStatus::group_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.group = 7; }), HouseholdStatus::group_unknown);
  EXPECT_EQ(status_with([](Request& r) { r.address = long_text(501); }),
            HouseholdStatus::address_too_long);
  EXPECT_EQ(status_with([](Request& r) { r.note = std::string(10'240, 'x'); }),
            HouseholdStatus::note_too_long);
  EXPECT_EQ(status_with([](Request& r) { r.residents.clear(); }),
            HouseholdStatus::residents_missing);
  EXPECT_EQ(status_with([](Request& r) { r.residents.resize(61, r.residents[0]); }),
            HouseholdStatus::too_many_residents);
  EXPECT_EQ(status_with([&](Request& r) { r.head = ResidentId::make(laptop.random); }),
            HouseholdStatus::head_unknown);
  EXPECT_EQ(status_with([](Request& r) { r.residents[0].name = ""; }),
            HouseholdStatus::resident_refused);
  EXPECT_EQ(status_with([&](Request& r) {
              r.residents.push_back(laptop.person("王磊"));
              for (ResidentRequest& person : r.residents) person.id_number = id_number();
            }),
            HouseholdStatus::id_number_twice);
  EXPECT_EQ(status_with([](Request& r) { r.note = long_text(500); }), HouseholdStatus::accepted);
}

TEST_F(HouseholdCommands, ANewHouseholdWithoutANumberGetsTheNextOfItsGroup) {
  request.number = "";
  laptop.perform(plan_household(laptop.context(), request));
  EXPECT_EQ(find_household(*laptop.database, request.id)->number, "02-002");
  EXPECT_EQ(next_household_number(*laptop.database, 2), "02-003");
  EXPECT_EQ(next_household_number(*laptop.database, 12), "12-001");
}

TEST_F(HouseholdCommands, TheSecondTimeNothingIsWritten) {
  laptop.perform(plan_household(laptop.context(), request));
  HouseholdRequest again = request;
  EXPECT_EQ(plan_household(laptop.context(), again).status, HouseholdStatus::unchanged);
  again.residents.clear();
  EXPECT_EQ(plan_household(laptop.context(), again).status, HouseholdStatus::unchanged);
}

TEST_F(HouseholdCommands, AnEditWritesTheChangedFieldsOnly) {
  HouseholdRequest edit;
  edit.id = known;
  edit.number = "02-001";
  edit.group = 3;
  edit.state = HouseholdState::away;
  const auto planned = plan_household(laptop.context(), edit);
  ASSERT_EQ(planned.status, HouseholdStatus::accepted);
  ASSERT_EQ(planned.drafts.size(), 1U);
  EXPECT_EQ(planned.drafts[0].body.canonical(),
            R"({"rows":[{"f":{"grp":3,"state":"away"},"id":")" + known.str() + R"("}]})");
  EXPECT_FALSE(planned.drafts[0].personal.has_value());
}

TEST_F(HouseholdCommands, TheHeadIsTheOneWhoIsCalledSo) {
  request.residents = {laptop.person("王磊", "22"), laptop.person("王建国", "02")};
  laptop.perform(plan_household(laptop.context(), request));
  EXPECT_EQ(shown(find_household(*laptop.database, request.id)->head_name), "王建国");
  HouseholdRequest without = laptop.household("02-009", {laptop.person("赵文斌")});
  laptop.perform(plan_household(laptop.context(), without));
  EXPECT_EQ(shown(find_household(*laptop.database, without.id)->head_name), "赵文斌");
}

struct ResidentCommands : HouseholdCommands {
  ResidentCommands() {
    person = laptop.person("王小禾", "42");
    person.household = known;
  }
  ResidentStatus resident_status_with(const std::function<void(ResidentRequest&)>& change) {
    ResidentRequest changed = person;
    change(changed);
    return plan_resident(laptop.context(), changed).status;
  }
  ResidentRequest person;
};

TEST_F(ResidentCommands, EveryStatus) {
  using Request = ResidentRequest;
  const auto status = [&](const std::function<void(Request&)>& change) {
    return resident_status_with(change);
  };
  EXPECT_EQ(status([](Request&) {}), ResidentStatus::accepted);
  EXPECT_EQ(status([](Request& r) { r.household = {}; }), ResidentStatus::household_missing);
  EXPECT_EQ(status([&](Request& r) { r.household = HouseholdId::make(laptop.random); }),
            ResidentStatus::household_unknown);
  EXPECT_EQ(status([](Request& r) { r.name = " 　"; }), ResidentStatus::name_missing);
  EXPECT_EQ(status([](Request& r) { r.name = long_text(41); }), ResidentStatus::name_too_long);
  EXPECT_EQ(status([](Request& r) { r.relation = "00"; }), ResidentStatus::relation_unknown);
  EXPECT_EQ(status([](Request& r) { r.id_number = "123"; }), ResidentStatus::id_number_malformed);
  EXPECT_EQ(status([](Request& r) { r.id_number = "1.1E+17"; }),
            ResidentStatus::id_number_malformed);
  EXPECT_EQ(status([](Request& r) { r.born = Date::from_iso("2199-01-01"); }),
            ResidentStatus::born_in_future);
  EXPECT_EQ(status([](Request& r) { r.phone = "无"; }), ResidentStatus::phone_malformed);

  const ResidentId head = find_household(*laptop.database, known)->head;
  ResidentRequest same = laptop.person("李桂芳", "02");
  same.id = head;
  same.household = known;
  EXPECT_EQ(plan_resident(laptop.context(), same).status, ResidentStatus::unchanged);
  same.id_number = id_number();
  EXPECT_EQ(laptop.perform(plan_resident(laptop.context(), same)), ResidentStatus::accepted);
  person.id_number = id_number();
  const PlannedResident twin = plan_resident(laptop.context(), person);
  EXPECT_EQ(twin.status, ResidentStatus::id_number_taken);
  EXPECT_EQ(twin.other, head);

  laptop.write(household_drafts({{known, {.state = HouseholdState::moved}}}, "2026-03-08"));
  EXPECT_EQ(status([](Request& r) { r.id_number = ""; }), ResidentStatus::household_gone);
}

TEST_F(ResidentCommands, AFullHouseholdTakesNobodyMore) {
  for (std::size_t i = 1; i < residents_of_household_max; ++i) {
    person.id = ResidentId::make(laptop.random);
    ASSERT_EQ(laptop.perform(plan_resident(laptop.context(), person)), ResidentStatus::accepted);
  }
  person.id = ResidentId::make(laptop.random);
  EXPECT_EQ(plan_resident(laptop.context(), person).status, ResidentStatus::household_full);
}

TEST_F(ResidentCommands, BirthdayAndSexComeFromTheIdNumber) {
  person.id_number = id_number("00000019910502124");
  laptop.perform(plan_resident(laptop.context(), person));
  const auto view = find_resident(*laptop.database, person.id);
  EXPECT_EQ(view->born->iso(), "1991-05-02");
  EXPECT_EQ(view->sex, Sex::female);
  EXPECT_EQ(resident_by_id_number(*laptop.database, person.id_number), person.id);
}

TEST_F(ResidentCommands, DoubtsAreNamedAndDoNotRefuse) {
  const auto doubts_with = [&](const std::function<void(ResidentRequest&)>& change) {
    ResidentRequest changed = person;
    change(changed);
    const PlannedResident planned = plan_resident(laptop.context(), changed);
    EXPECT_EQ(planned.status, ResidentStatus::accepted);
    return planned.doubts;
  };
  using Request = ResidentRequest;
  using Doubts = std::vector<ResidentDoubt>;
  std::string wrong = id_number();
  wrong[17] = wrong[17] == '1' ? '2' : '1';
  EXPECT_EQ(doubts_with([&](Request& r) { r.id_number = wrong; }),
            Doubts{ResidentDoubt::wrong_check_digit});
  EXPECT_EQ(doubts_with([](Request& r) { r.id_number = id_number("00000019800230123"); }),
            Doubts{ResidentDoubt::impossible_date_in_id});
  EXPECT_EQ(doubts_with([](Request& r) {
              r.id_number = id_number();
              r.born = Date::from_iso("1980-01-02");
            }),
            Doubts{ResidentDoubt::born_differs_from_id});
  EXPECT_EQ(doubts_with([](Request& r) {
              r.id_number = id_number();
              r.sex = Sex::female;
            }),
            Doubts{ResidentDoubt::sex_differs_from_id});
  EXPECT_EQ(doubts_with([](Request& r) { r.name = "李桂芳"; }),
            Doubts{ResidentDoubt::same_name_in_household});
  EXPECT_EQ(doubts_with([](Request& r) { r.relation = "02"; }), Doubts{ResidentDoubt::second_head});
  EXPECT_EQ(doubts_with([](Request& r) { r.born = Date::from_iso("2015-01-01"); }),
            Doubts{ResidentDoubt::minor});
  EXPECT_EQ(doubts_with([](Request& r) { r.is_minor = true; }), Doubts{ResidentDoubt::minor});
}

TEST_F(ResidentCommands, WhoMovesIsWrittenOnce) {
  laptop.perform(plan_household(laptop.context(), request));
  laptop.perform(plan_resident(laptop.context(), person));
  person.household = request.id;
  const auto planned = plan_resident(laptop.context(), person);
  EXPECT_EQ(planned.drafts[0].body.canonical(), R"({"rows":[{"f":{"hh":")" + request.id.str() +
                                                    R"("},"id":")" + person.id.str() + R"("}]})");
  laptop.perform(planned);
  EXPECT_EQ(find_resident(*laptop.database, person.id)->household, request.id);
  EXPECT_FALSE(is_minor(*find_resident(*laptop.database, person.id), laptop.context().today));
}

TEST_F(HouseholdCommands, AliasesEveryStatus) {
  laptop.perform(plan_household(laptop.context(), request));
  const auto status = [&](const AliasRequest& alias) {
    return laptop.perform(plan_alias(laptop.context(), alias));
  };
  EXPECT_EQ(status({known, known, true}), AliasStatus::same_household);
  EXPECT_EQ(status({known, HouseholdId::make(laptop.random), true}),
            AliasStatus::household_unknown);
  EXPECT_EQ(status({known, request.id, false}), AliasStatus::unchanged);
  EXPECT_EQ(status({known, request.id, true}), AliasStatus::accepted);
  EXPECT_EQ(status({request.id, known, true}), AliasStatus::unchanged);
  EXPECT_EQ(root_of(*laptop.database, request.id), root_of(*laptop.database, known));
}

}  // namespace
}  // namespace jishan::roster
