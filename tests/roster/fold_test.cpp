#include "roster/fold.h"

#include <gtest/gtest.h>

#include "roster/events.h"
#include "roster/kinds.h"
#include "roster/resident_checks.h"
#include "stage.h"

namespace jishan::roster {
namespace {

using support::draft_of;
using support::json;

journal::Draft alias(const HouseholdId& a, const HouseholdId& b, std::int64_t on = 1) {
  return alias_draft({'h', a.str(), b.str(), on}, "2026-03-08");
}
std::vector<journal::Draft> set(const HouseholdId& id, HouseholdFields fields) {
  return household_drafts({{id, std::move(fields)}}, "2026-03-08");
}
std::vector<journal::Draft> set(const ResidentId& id, ResidentFields fields) {
  return resident_drafts({{id, std::move(fields)}}, "2026-03-08");
}

TEST(RosterFold, AHouseholdAndItsPeople) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId id = laptop.add("02-014", {"李桂芳", "王建国", "王小禾"});
  const auto view = find_household(*laptop.database, id);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->number, "02-014");
  EXPECT_EQ(view->group, 2);
  EXPECT_EQ(view->people, 3);
  EXPECT_EQ(shown(view->head_name), "李桂芳");
  const auto people = residents_of(*laptop.database, id);
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[0].id, view->head);
  EXPECT_EQ(people[0].household_number, "02-014");
  EXPECT_EQ(counts(*laptop.database).households, 1);
  EXPECT_EQ(counts(*laptop.database).residents, 3);
}

TEST(RosterFold, WhoMovesOrDiesChangesBothHouseholds) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId first = laptop.add("1", {"李桂芳", "王建国"});
  const HouseholdId second = laptop.add("2", {"赵文斌"});
  const ResidentId moving = residents_of(*laptop.database, first)[1].id;
  laptop.write(set(moving, {.household = second.str()}));
  EXPECT_EQ(find_household(*laptop.database, first)->people, 1);
  EXPECT_EQ(find_household(*laptop.database, second)->people, 2);
  laptop.write(set(moving, {.state = ResidentState::dead}));
  EXPECT_EQ(find_household(*laptop.database, second)->people, 1);
  EXPECT_EQ(residents_of(*laptop.database, second).back().id, moving) << "gone ones come last";
}

TEST(RosterFold, ARenamedHeadShowsInItsHousehold) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId id = laptop.add("1", {"李桂方"});
  const ResidentId head = find_household(*laptop.database, id)->head;
  laptop.write(set(head, {.name = "李桂芳"}));
  EXPECT_EQ(shown(find_household(*laptop.database, id)->head_name), "李桂芳");
  EXPECT_EQ(find_households(*laptop.database, {.text = "lgf"}).size(), 1U);
}

TEST(RosterFold, ExistenceIsReadFromTheBodyAlone) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId id = HouseholdId::make(laptop.random);
  laptop.write(set(id, {.address = "村东头"}));
  EXPECT_TRUE(find_household(*laptop.database, id).has_value());
  std::vector<journal::Event> stripped = laptop.events();
  for (journal::Event& event : stripped) event.personal.reset();
  Stage other(2);
  other.take(stripped);
  EXPECT_TRUE(find_household(*other.database, id).has_value());
}

// Journal invariant 18: a stripped book has the same books, and a fill-in makes it wholly equal.
TEST(RosterFold, AStrippedBookIsFilledIn) {
  Stage full(1);
  full.begin();
  const HouseholdId id = full.add("02-001", {"张三丰", "单田芳"});
  std::vector<journal::Event> stripped = full.events();
  for (journal::Event& event : stripped) event.personal.reset();
  Stage other(2);
  other.take(stripped);
  EXPECT_EQ(*other.journal->state().find("books"), *full.journal->state().find("books"));
  EXPECT_TRUE(find_household(*other.database, id)->head_name.is_empty());
  other.take_from(full);
  EXPECT_EQ(other.state(), full.state());
  EXPECT_EQ(shown(find_household(*other.database, id)->head_name), "张三丰");
}

TEST(RosterFold, ARowWithAWrongFieldIsInert) {
  Stage laptop(1);
  laptop.begin();
  const std::string rows[] = {
      R"({"id":"h0000000000000001","f":{"grp":100}})", R"({"id":"h0000000000000001","f":{"no":7}})",
      R"({"id":"h0000000000000001","f":{"head":"x"}})", R"({"id":"h1","f":{"no":"7"}})",
      R"({"id":"r0000000000000001","f":{"no":"7"}})"};
  for (const std::string& row : rows) {
    laptop.write(draft_of("hh.set", json(R"({"rows":[)" + row + "]}")));
  }
  EXPECT_EQ(counts(*laptop.database).households, 0);
  laptop.write(draft_of("hh.set", json(R"({"rows":[{"id":"h0000000000000001",
      "f":{"no":"7","grp":"","later":1}}]})")));
  EXPECT_EQ(counts(*laptop.database).households, 1) << "unknown fields are ignored";
}

TEST(RosterFold, AnAliasShowsTheLatestOfEachField) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId a = laptop.add("1", {"李桂芳"});
  const HouseholdId b = laptop.add("2", {"李桂芳", "王建国"});
  const HouseholdId root = std::min(a, b);
  laptop.write(set(a, {.address = "村东头"}));
  laptop.write(alias(a, b));
  EXPECT_EQ(root_of(*laptop.database, a), root);
  EXPECT_EQ(root_of(*laptop.database, b), root);
  EXPECT_EQ(members_of(*laptop.database, std::max(a, b)),
            (std::vector<HouseholdId>{std::min(a, b), std::max(a, b)}));
  const auto view = find_household(*laptop.database, std::max(a, b));
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->id, root);
  EXPECT_EQ(view->number, "2") << "written later";
  EXPECT_EQ(shown(view->address), "村东头");
  EXPECT_EQ(view->people, 3);
  EXPECT_EQ(counts(*laptop.database).households, 1);
}

// Journal invariant 19: alias on, then off = never.
TEST(RosterFold, AnAliasTakenBackLeavesNoTrace) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId a = laptop.add("1", {"李桂芳"});
  const HouseholdId b = laptop.add("2", {"王建国"});
  const HouseholdId c = laptop.add("3", {"赵文斌"});
  const std::string before = laptop.state();
  laptop.write({alias(a, b), alias(b, c)});
  EXPECT_EQ(counts(*laptop.database).households, 1);
  laptop.write({alias(b, c, 0), alias(b, a, 0)});
  EXPECT_EQ(laptop.state(), before);
}

TEST(RosterFold, ResidentsAreAliasedToo) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId id = laptop.add("1", {"李桂芳", "李桂方"});
  const auto people = residents_of(*laptop.database, id);
  laptop.write(alias_draft({'r', people[0].id.str(), people[1].id.str(), 1}, "2026-03-08"));
  EXPECT_EQ(residents_of(*laptop.database, id).size(), 1U);
  EXPECT_EQ(find_household(*laptop.database, id)->people, 1);
  EXPECT_EQ(root_of(*laptop.database, people[0].id), root_of(*laptop.database, people[1].id));
}

// Journal invariants 2 and 3: any order of files, incremental = rebuild.
TEST(RosterFold, AnyOrderAndARebuildGiveTheSame) {
  Stage a(1);
  a.begin();
  const HouseholdId first = a.add("1", {"李桂芳", "王建国"});
  Stage b(2);
  b.take_from(a);
  const HouseholdId second = b.add("2", {"赵文斌"});
  b.write(alias(first, second));
  b.write(set(residents_of(*b.database, first)[0].id, {.household = second.str()}));
  a.write(set(first, {.number = "9", .head = residents_of(*a.database, first)[1].id.str()}));
  a.write(set(residents_of(*a.database, first)[1].id, {.state = ResidentState::moved}));
  Stage c(3);
  c.take_from(b);
  c.take_from(a);
  a.take_from(b);
  b.take_from(a);
  EXPECT_EQ(a.books(), b.books());
  EXPECT_EQ(a.books(), c.books());
  const std::string before = c.books();
  c.journal->rebuild();
  EXPECT_EQ(c.books(), before);
}

TEST(RosterFold, TheHeadMayBecomeKnownLater) {
  Stage laptop(1);
  laptop.begin();
  const HouseholdId id = HouseholdId::make(laptop.random);
  const ResidentId head = ResidentId::make(laptop.random);
  laptop.write(set(id, {.number = "1", .head = head.str()}));
  EXPECT_TRUE(find_household(*laptop.database, id)->head.is_empty());
  laptop.write(set(head, {.household = id.str(), .name = "李桂芳"}));
  EXPECT_EQ(find_household(*laptop.database, id)->head, head);
  EXPECT_EQ(shown(find_household(*laptop.database, id)->head_name), "李桂芳");
}

TEST(RosterEvents, NamesStandInThePersonalPartOnly) {
  SeededRandom random(1);
  ResidentFields fields;
  fields.name = "金丝雀";
  fields.phone = "10000000000";
  fields.id_number = "00000019800101123X";
  fields.sex = Sex::female;
  fields.born = "1980-01-01";
  fields.household = "h0000000000000001";
  const auto drafts = set(ResidentId::make(random), fields);
  ASSERT_EQ(drafts.size(), 1U);
  const std::string body = drafts[0].body.canonical();
  for (const char* const secret : {"金丝雀", "10000000000", "1980"}) {
    EXPECT_EQ(body.find(secret), std::string::npos) << secret;
  }
  EXPECT_EQ(drafts[0].personal->canonical(),
            R"({"rows":[{"born":"1980-01-01","idno":"00000019800101123X","name":"金丝雀",)"
            R"("phone":"10000000000","sex":2}]})");
}

TEST(RosterEvents, CodesComeBack) {
  for (const auto state : {HouseholdState::here, HouseholdState::away, HouseholdState::moved,
                           HouseholdState::closed}) {
    EXPECT_EQ(household_state_from(code_of(state)), state);
  }
  for (const auto state :
       {ResidentState::here, ResidentState::away, ResidentState::moved, ResidentState::dead}) {
    EXPECT_EQ(resident_state_from(code_of(state)), state);
  }
  for (const auto each :
       {HouseholdClass::ordinary, HouseholdClass::cadre, HouseholdClass::representative}) {
    EXPECT_EQ(household_class_from(code_of(each)), each);
  }
  EXPECT_EQ(household_state_from("of a later version"), HouseholdState::here);
}

TEST(RosterKinds, LoudFieldsAreFieldsOfAHousehold) {
  for (const std::string_view loud : loud_household_fields()) {
    const bool is_there =
        std::any_of(household_set.fields.begin(), household_set.fields.end(),
                    [&](const village::Field& field) { return field.name == loud; });
    EXPECT_TRUE(is_there) << loud;
  }
}

}  // namespace
}  // namespace jishan::roster
