#include "village/fold.h"

#include <gtest/gtest.h>

#include "stage.h"
#include "village/conflicts.h"
#include "village/queries.h"
#include "village/rules.h"

namespace jishan::village {
namespace {

using support::draft_of;
using support::json;

TEST(VillageFold, SettingsAreFoundedThenSetFieldByField) {
  Stage laptop(1);
  EXPECT_EQ(settings(*laptop.database).name, "");
  laptop.found("柳荫村");
  laptop.write(draft_of("village.set", json(R"({"rows":[{"f":{"town":"东川镇","step":50}}]})")));
  const Settings now = settings(*laptop.database);
  EXPECT_EQ(now.name, "柳荫村");
  EXPECT_EQ(now.town, "东川镇");
  EXPECT_EQ(now.mode, Mode::practice);
  EXPECT_EQ(now.step, 50);
  EXPECT_EQ(now.notice_days, 3) << "never set: the default";
}

TEST(VillageFold, ARowOfAnotherTypeIsInertAsAWhole) {
  Stage laptop(1);
  laptop.found("柳荫村");
  laptop.write(draft_of("village.set", json(R"({"rows":[{"f":{"town":"甲镇","step":"many"}},
      {"f":{"notice_days":5}},{"town":"乙镇"},7]})")));
  const Settings now = settings(*laptop.database);
  EXPECT_EQ(now.town, "临溪镇");
  EXPECT_EQ(now.notice_days, 5) << "the rows beside it count";
  EXPECT_TRUE(now.caps.empty());
  EXPECT_EQ(now.mask, NameMask::middle);
}

TEST(VillageFold, OperatorsAndLaptops) {
  Stage laptop(1);
  laptop.found();
  const OperatorId id = OperatorId::make(laptop.random);
  laptop.write(operator_draft(id, {.roles = {{"会计", "经办人"}}}, "周敏", "2026-03-08"));
  laptop.write(writer_draft({"1.0", "村委会电脑"}, "2026-03-08"));
  const auto view = find_operator(*laptop.database, id);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(mask(view->name, Audience::desk), "周敏");
  EXPECT_EQ(view->roles, (std::vector<std::string>{"会计", "经办人"}));
  EXPECT_TRUE(view->is_on);
  laptop.write(operator_draft(id, {.on = 0}, std::nullopt, "2026-03-09"));
  EXPECT_TRUE(operators(*laptop.database).empty());
  EXPECT_EQ(operators(*laptop.database, Operators::all).size(), 1U);
  const auto laptops = writers(*laptop.database, *laptop.journal);
  ASSERT_EQ(laptops.size(), 1U);
  EXPECT_EQ(laptops[0].name, "村委会电脑");
  EXPECT_EQ(laptops[0].last_sequence, 4);
  EXPECT_EQ(writer_name(*laptop.database, laptops[0].id.text()), "村委会电脑");
  EXPECT_EQ(writer_name(*laptop.database, "w0000000000000000"), "");
}

TEST(VillageFold, AMissingNameIsFilledInLater) {
  Stage full(1);
  full.found();
  const OperatorId id = OperatorId::make(full.random);
  full.write(operator_draft(id, {.on = 1}, "周敏", "2026-03-08"));
  std::vector<journal::Event> stripped = full.events();
  for (journal::Event& event : stripped) event.personal.reset();
  Stage other(2);
  other.take(stripped);
  EXPECT_TRUE(find_operator(*other.database, id)->name.is_empty());
  EXPECT_EQ(other.take_from(full).filled_in, 1);
  EXPECT_EQ(mask(find_operator(*other.database, id)->name, Audience::desk), "周敏");
  EXPECT_EQ(other.state(), full.state());
}

TEST(VillageFold, SettingsThatLaptopsChoseApartAreAToDoUntilChosenAgain) {
  Stage a(1);
  a.found();
  Stage b(2);
  b.take_from(a);
  a.write(set_draft({.notice_days = 5}, "2026-03-08"));
  b.write(set_draft({.notice_days = 7}, "2026-03-08"));
  a.write(set_draft({.step = 50}, "2026-03-08"));
  b.write(set_draft({.step = 50}, "2026-03-08"));
  EXPECT_TRUE(todos(*a.database, *a.journal).empty());
  a.take_from(b);
  b.take_from(a);
  const std::vector<Todo> open = todos(*a.database, *a.journal);
  ASSERT_EQ(open.size(), 1U) << "the same step chosen twice is no conflict";
  EXPECT_EQ(open[0].id(), "village-field:notice_days");
  EXPECT_EQ(a.books(), b.books());

  Stage c(3);
  c.take_from(a);
  a.write(settle_draft({open[0].id(), open[0].basis, {}}, "", "2026-03-08"));
  EXPECT_TRUE(todos(*a.database, *a.journal).empty()) << "a decision closes it";
  c.write(set_draft({.notice_days = 7}, "2026-03-08"));
  EXPECT_TRUE(todos(*c.database, *c.journal).empty()) << "writing again closes it";
}

TEST(VillageFold, AFloorIsTheSmallestOfConcurrentDecisionsAndALaterOneMayRaiseIt) {
  const std::string todo = "overdraft:h0000000000000001";
  const std::string basis = basis_of({"evidence"});
  Stage a(1);
  a.found();
  Stage b(2);
  b.take_from(a);
  EXPECT_EQ(settled_floor(*a.database, *a.journal, todo), 0);
  a.write(settle_draft({todo, basis, -500}, "约好下月补上", "2026-03-08"));
  b.write(settle_draft({todo, basis, -800}, "", "2026-03-08"));
  a.take_from(b);
  EXPECT_EQ(settled_floor(*a.database, *a.journal, todo), -800) << "they do not add up";
  EXPECT_TRUE(is_settled(*a.database, todo, basis));
  EXPECT_FALSE(is_settled(*a.database, todo, basis_of({"new evidence"})));
  a.write(settle_draft({todo, basis, -100}, "", "2026-03-09"));
  EXPECT_EQ(settled_floor(*a.database, *a.journal, todo), -100);
  a.write(settle_draft({todo, basis, std::nullopt}, "", "2026-03-09"));
  EXPECT_EQ(settled_floor(*a.database, *a.journal, todo), 0);
}

// Journal invariant 3: incremental = rebuild.
TEST(VillageFold, RebuildGivesTheSame) {
  Stage laptop(1);
  laptop.found();
  laptop.write(set_draft({.town = "甲镇"}, "2026-03-08"));
  laptop.write(operator_draft(OperatorId::make(laptop.random), {.on = 1}, "周敏", "2026-03-08"));
  const std::string before = laptop.state();
  laptop.journal->rebuild();
  EXPECT_EQ(laptop.state(), before);
  EXPECT_EQ(settings(*laptop.database).town, "甲镇");
}

}  // namespace
}  // namespace jishan::village
