#include <gtest/gtest.h>

#include "roster/events.h"
#include "stage.h"
#include "village/events.h"

namespace jishan::roster {
namespace {

std::vector<std::string> ids(Stage& laptop) {
  std::vector<std::string> ids;
  for (const village::Todo& todo : todos(*laptop.database, *laptop.journal)) {
    ids.push_back(todo.id());
  }
  return ids;
}
std::vector<journal::Draft> set(const HouseholdId& id, HouseholdFields fields) {
  return household_drafts({{id, std::move(fields)}}, "2026-03-08");
}

// Journal invariant 21: the conflict list is empty after one write that saw all.
TEST(RosterTodos, AFieldSetApartIsAskedUntilItIsSetAgain) {
  Stage a(1);
  a.begin();
  const HouseholdId id = a.add("1", {"李桂芳"});
  Stage b(2);
  b.take_from(a);
  a.write(set(id, {.number = "7", .group = 3}));
  b.write(set(id, {.number = "8", .group = 3}));
  a.take_from(b);
  b.take_from(a);
  EXPECT_EQ(ids(a), std::vector<std::string>{"hh-field:" + id.str() + " no"});
  EXPECT_EQ(a.books(), b.books());
  b.write(set(id, {.number = "7"}));
  EXPECT_TRUE(ids(b).empty());
}

TEST(RosterTodos, ADecisionOnTheEvidenceClosesAndNewEvidenceOpensAgain) {
  Stage a(1);
  a.begin();
  a.add("1", {"李桂芳"});
  Stage b(2);
  b.take_from(a);
  a.add("5", {"王建国"});
  b.add("5", {"赵文斌"});
  a.take_from(b);
  ASSERT_EQ(ids(a), std::vector<std::string>{"hh-number:5"});
  const village::Todo todo = todos(*a.database, *a.journal)[0];
  a.write(village::settle_draft({todo.id(), todo.basis, {}}, "两户都用 5 号", "2026-03-08"));
  EXPECT_TRUE(ids(a).empty());
  b.add("6", {"孙福来"});
  b.write(set(*household_by_number(*b.database, "6"), {.number = "5"}));
  a.take_from(b);
  EXPECT_EQ(ids(a), std::vector<std::string>{"hh-number:5"});
}

TEST(RosterTodos, AGoneHouseholdFreesItsNumber) {
  Stage a(1);
  a.begin();
  const HouseholdId first = a.add("1", {"李桂芳"});
  const HouseholdId second = a.add("2", {"王建国"});
  a.write(set(second, {.number = "1"}));
  EXPECT_EQ(ids(a), std::vector<std::string>{"hh-number:1"});
  a.write(set(first, {.state = HouseholdState::closed}));
  EXPECT_TRUE(ids(a).empty());
}

TEST(RosterTodos, TwoHeadsAndAHeadThatLivesElsewhere) {
  Stage a(1);
  a.begin();
  const HouseholdId first = a.add("1", {"李桂芳", "王建国"});
  const HouseholdId second = a.add("2", {"赵文斌"});
  const ResidentId head = find_household(*a.database, first)->head;
  const ResidentId other = residents_of(*a.database, first)[1].id;
  a.write(resident_drafts({{other, {.relation = "02"}}}, "2026-03-08"));
  EXPECT_EQ(ids(a), std::vector<std::string>{"hh-heads:" + first.str()});
  a.write(resident_drafts({{head, {.household = second.str(), .relation = "99"}}}, "2026-03-08"));
  EXPECT_EQ(ids(a), std::vector<std::string>{"hh-head:" + first.str()});
  a.write(set(first, {.head = other.str()}));
  EXPECT_TRUE(ids(a).empty());
}

TEST(RosterTodos, TwoEntriesMadeOneAskWhichFieldIsRight) {
  Stage a(1);
  a.begin();
  Stage b(2);
  b.take_from(a);
  const HouseholdId first = a.add("1", {"李桂芳"});
  const HouseholdId second = b.add("2", {"李桂芳"});
  a.take_from(b);
  a.write(alias_draft({'h', first.str(), second.str(), 1}, "2026-03-08"));
  const std::string root = std::min(first, second).str();
  EXPECT_EQ(ids(a), (std::vector<std::string>{"hh-field:" + root + " head",
                                              "hh-field:" + root + " no", "hh-heads:" + root}));
  a.write(set(std::min(first, second), {.number = "1"}));
  EXPECT_EQ(ids(a).size(), 2U) << "a write that knew both closes it";
}

// Journal invariant 18: to-dos are read from b only.
TEST(RosterTodos, AStrippedBookAsksTheSame) {
  Stage a(1);
  a.begin();
  a.add("1", {"李桂芳"});
  Stage b(2);
  b.take_from(a);
  a.add("5", {"王建国"});
  b.add("5", {"赵文斌"});
  a.take_from(b);
  std::vector<journal::Event> stripped = a.events();
  for (journal::Event& event : stripped) event.personal.reset();
  Stage c(3);
  c.take(stripped);
  ASSERT_FALSE(ids(a).empty());
  EXPECT_EQ(c.journal->state_digest(), a.journal->state_digest());
}

}  // namespace
}  // namespace jishan::roster
