#include <gtest/gtest.h>

#include "stage.h"

namespace jishan::roster {
namespace {

struct Changes : testing::Test {
  Changes() : laptop(1) {
    laptop.begin();
    home = laptop.add("02-014", {"李桂芳", "王建国"});
    other = laptop.add("02-008", {"王守田"});
  }
  std::vector<ChangeView> changes() { return changes_of(*laptop.database, *laptop.journal, home); }
  ResidentId person(std::string_view name) {
    return find_residents(*laptop.database, name, 1).at(0).id;
  }
  void change(const ResidentId& id, ResidentFields fields) {
    laptop.write(resident_drafts({{id, std::move(fields)}}, "2026-03-08"));
  }
  Stage laptop;
  HouseholdId home;
  HouseholdId other;
};
using Texts = std::vector<std::string>;

TEST_F(Changes, BeginWithTheEntryOfTheHouseholdAndItsPeople) {
  const auto first = changes();
  ASSERT_EQ(first.size(), 3U) << "the household, two people, nobody of the other one";
  for (const ChangeView& change : first) EXPECT_TRUE(change.is_first);
  const ChangeView& itself = *std::find_if(first.begin(), first.end(), [](const ChangeView& change) {
    return change.resident.is_empty();
  });
  EXPECT_NE(std::find(itself.fields.begin(), itself.fields.end(), "no"), itself.fields.end());
  EXPECT_EQ(itself.writer, laptop.author.writer.text());
  EXPECT_EQ(itself.operator_id, laptop.author.operator_id.text());
}

TEST_F(Changes, TellTheFieldsOfEachEntryNewestFirst) {
  laptop.author.minutes += 60;
  change(person("李桂芳"), {.name = "李桂凤", .phone = "13800000000"});
  laptop.author.minutes += 60;
  laptop.write(household_drafts({{home, {.group = 3}}}, "2026-03-08"));
  const auto told = changes();
  ASSERT_EQ(told.size(), 5U);
  EXPECT_TRUE(told[0].resident.is_empty());
  EXPECT_EQ(told[0].fields, Texts{"grp"});
  EXPECT_FALSE(told[0].is_first);
  EXPECT_EQ(told[0].minutes, laptop.author.minutes);
  EXPECT_EQ(told[1].resident, person("李桂凤"));
  EXPECT_EQ(told[1].fields, (Texts{"name", "phone"}));
  EXPECT_EQ(told[1].minutes, laptop.author.minutes - 60);
}

TEST_F(Changes, OfTwoHouseholdsThatTurnOutToBeOneStandTogether) {
  laptop.write({alias_draft({'h', home.str(), other.str(), 1}, "2026-03-08")});
  home = root_of(*laptop.database, home);
  EXPECT_EQ(changes().size(), 5U);
}

}  // namespace
}  // namespace jishan::roster
