#include <gtest/gtest.h>

#include "stage.h"

namespace jishan::roster {
namespace {

struct HouseholdList : testing::Test {
  HouseholdList() : laptop(1) {
    laptop.begin();
    laptop.add("02-014", {"李桂芳", "王建国"});
    laptop.add("02-008", {"王守田", "李桂凤"});
    laptop.add("12", {"单田芳"});
    laptop.add("7", {"曾巩", "𬱖小明"});
    laptop.add("02-031", {"张三丰"});
  }
  std::vector<std::string> numbers(const HouseholdFilter& filter) {
    std::vector<std::string> numbers;
    const auto hits = find_households(*laptop.database, filter);
    for (const auto& row : household_rows(*laptop.database, hits, filter, 0, hits.size())) {
      numbers.push_back(row.number);
    }
    return numbers;
  }
  HouseholdRowView only_row(const std::string& text) {
    const HouseholdFilter filter{.text = text};
    const auto hits = find_households(*laptop.database, filter);
    EXPECT_EQ(hits.size(), 1U) << text;
    const auto rows = household_rows(*laptop.database, hits, filter, 0, 10);
    return rows.empty() ? HouseholdRowView() : rows[0];
  }
  Stage laptop;
};
using Texts = std::vector<std::string>;

TEST_F(HouseholdList, SortsByPinyinWithSurnameReadings) {
  EXPECT_EQ(numbers({}), (Texts{"02-014", "12", "02-008", "7", "02-031"}))
      << "li, shan (not dan), wang, zeng (not ceng), zhang";
  EXPECT_EQ(numbers({.direction = Direction::descending}),
            (Texts{"02-031", "7", "02-008", "12", "02-014"}));
  EXPECT_EQ(numbers({.order = HouseholdOrder::number}),
            (Texts{"02-008", "02-014", "02-031", "7", "12"}))
      << "7 comes before 12";
}

TEST_F(HouseholdList, FindsByInitialsOfHeadThenOfMembers) {
  EXPECT_EQ(numbers({.text = "lg"}), (Texts{"02-014", "02-008"}));
  const HouseholdFilter filter{.text = "lg"};
  const auto rows =
      household_rows(*laptop.database, find_households(*laptop.database, filter), filter, 0, 10);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].by, FoundBy::head);
  EXPECT_EQ(rows[0].match.begin, 0U);
  EXPECT_EQ(rows[0].match.length, std::string("李桂").size());
  EXPECT_EQ(rows[1].by, FoundBy::member);
  EXPECT_EQ(shown(rows[1].member_name), "李桂凤");
  EXPECT_EQ(rows[1].match.length, std::string("李桂").size());
}

TEST_F(HouseholdList, FindsAsOneTypes) {
  EXPECT_EQ(only_row("zsf").number, "02-031");
  EXPECT_EQ(only_row("zhangsanf").number, "02-031");
  EXPECT_EQ(only_row("三丰").number, "02-031");
  EXPECT_EQ(only_row("shan").number, "12");
  EXPECT_EQ(only_row("dxm").by, FoundBy::member) << "𬱖 is read di";
  EXPECT_EQ(only_row("014").match.begin, 3U);
  EXPECT_EQ(only_row("０１４").number, "02-014");
  EXPECT_TRUE(numbers({.text = "查无此人"}).empty());
}

TEST_F(HouseholdList, AnExactNumberComesFirst) {
  laptop.add("127", {"白一"});
  EXPECT_EQ(numbers({.text = "12"}), (Texts{"12", "127"}));
}

TEST_F(HouseholdList, FindsAGroup) {
  EXPECT_EQ(numbers({.text = "2组"}).size(), 5U);
  EXPECT_TRUE(numbers({.text = "3组"}).empty());
  EXPECT_EQ(numbers({.text = "zsf", .group = 2}).size(), 1U);
  EXPECT_TRUE(numbers({.text = "zsf", .group = 3}).empty());
}

TEST_F(HouseholdList, GoneHouseholdsAreShownOnRequest) {
  const HouseholdId id = *household_by_number(*laptop.database, "12");
  laptop.write(household_drafts({{id, {.state = HouseholdState::moved}}}, "2026-03-08"));
  EXPECT_EQ(numbers({}).size(), 4U);
  EXPECT_EQ(numbers({.presence = Presence::all}).size(), 5U);
  EXPECT_EQ(numbers({.presence = Presence::all}).back(), "12");
}

TEST_F(HouseholdList, OnlyTheWindowIsRead) {
  const auto hits = find_households(*laptop.database, {});
  const auto rows = household_rows(*laptop.database, hits, {}, 3, 60);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].number, "7");
  EXPECT_EQ(household_rows(*laptop.database, hits, {}, 1, 2).size(), 2U);
  EXPECT_TRUE(household_rows(*laptop.database, hits, {}, 5, 2).empty());
}

TEST_F(HouseholdList, PeopleForAPicker) {
  const auto hits = find_residents(*laptop.database, "lg", 10);
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(shown(hits[0].name), "李桂芳");
  EXPECT_EQ(hits[1].household_number, "02-008");
  EXPECT_EQ(find_residents(*laptop.database, "lg", 1).size(), 1U);
  EXPECT_TRUE(find_residents(*laptop.database, "", 10).empty());
}

// What a household is searched by changes with its people.
TEST_F(HouseholdList, FindsPeopleByTheNamesTheyHaveNow) {
  const HouseholdId home = *household_by_number(*laptop.database, "02-008");
  const auto people = residents_of(*laptop.database, home);
  ASSERT_EQ(people.size(), 2U);
  const auto change = [&](const ResidentId& id, ResidentFields fields) {
    laptop.write(resident_drafts({{id, std::move(fields)}}, "2026-03-08"));
  };
  change(people[1].id, {.name = "欧阳雪"});
  EXPECT_EQ(only_row("oyx").by, FoundBy::member);
  EXPECT_EQ(numbers({.text = "lgf"}), Texts{"02-014"});
  change(people[0].id, {.name = "单守田"});
  EXPECT_EQ(only_row("sst").by, FoundBy::head);
  EXPECT_EQ(only_row("dst").by, FoundBy::head) << "as the character is read elsewhere";
  EXPECT_TRUE(numbers({.text = "wst"}).empty());
  change(people[1].id, {.state = ResidentState::moved});
  EXPECT_TRUE(numbers({.text = "oyx"}).empty());
  change(people[0].id, {.household = household_by_number(*laptop.database, "12")->str()});
  EXPECT_EQ(numbers({.text = "sst"}), (Texts{"02-008", "12"})) << "head of the one, lives in the other";
}

TEST_F(HouseholdList, TheListReadsAnIndexAlone) {
  const std::string plan = laptop.database->query_plan(
      "SELECT id, number, grp, search_keys FROM roster_household"
      " WHERE is_gone = 0 ORDER BY sort_key, id");
  EXPECT_NE(plan.find("COVERING INDEX roster_household_by_name"), std::string::npos) << plan;
  EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
}

}  // namespace
}  // namespace jishan::roster
