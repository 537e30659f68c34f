#include "ledger/members.h"

#include <gtest/gtest.h>

#include "ledger/queries.h"
#include "ledger/toy_book.h"

namespace jishan::ledger {
namespace {

journal::Draft alias(int on) {
  return support::draft_of(
      "alias.set",
      support::json(std::string(R"({"rows":[{"t":"h","a":")") + house_b + R"(","b":")" + house_a +
                    R"(","f":{"on":)" + std::to_string(on) + "}}]}"));
}

using Members = std::vector<std::string>;

TEST(MembersOfAccount, AnAccountWithoutAliasesIsAlone) {
  support::Laptop laptop(toy_folds, 51);
  laptop.found();
  EXPECT_EQ(members_of_account(*laptop.database, house_a), Members{house_a});
  EXPECT_EQ(members_of_account(*laptop.database, issued), Members{std::string(issued)});
  EXPECT_EQ(members_of_account(*laptop.database, shelf), Members{shelf});
  EXPECT_TRUE(alias_roots(*laptop.database).empty());
}

// Invariant 19 at this level: an alias adds up what stands under its members while it is on.
TEST(MembersOfAccount, AnAliasIsReadNeverWritten) {
  support::Laptop laptop(toy_folds, 52);
  laptop.found();
  laptop.write(lines_draft(fact_line(house_a, 300) + "," + fact_line(house_b, 500)));
  laptop.write(alias(1));
  EXPECT_EQ(members_of_account(*laptop.database, house_b), (Members{house_a, house_b}));
  EXPECT_EQ(alias_roots(*laptop.database), (AliasRoots{{house_b, house_a}}));
  EXPECT_EQ(balance(*laptop.database, house_b, points_unit), 800);
  const auto together = entries(*laptop.database, *laptop.journal, house_a, points_unit);
  ASSERT_EQ(together.size(), 2U);
  EXPECT_EQ(together[1].balance, 800);
  laptop.write(alias(0));
  EXPECT_EQ(balance(*laptop.database, house_a, points_unit), 300);
  EXPECT_EQ(balance(*laptop.database, house_b, points_unit), 500);
}

}  // namespace
}  // namespace jishan::ledger
