// The overdraft to-do. Redemptions are written by a toy slice, because the shop stands above.
#include <gtest/gtest.h>

#include "points/points_book.h"

namespace jishan::points {
namespace {

using support::json;

// toy.redeem: {hh, n}
class ToyShop final : public journal::Fold {
 public:
  explicit ToyShop(ledger::Ledger& ledger) : m_ledger(ledger) {}
  std::string_view name() const override { return "toy"; }
  void create_tables(db::Database&) override {}
  bool knows(std::string_view kind, int version) const override {
    return kind == "toy.redeem" && version == 1;
  }
  void take(const journal::FoldEvent& taken) override {
    ledger::Act act;
    act.date = taken.event.date;
    act.household = *taken.event.body.string_at("hh");
    act.transfers = {{std::string(ledger::points_unit), act.household,
                      std::string(ledger::redeemed), *taken.event.body.integer_at("n")}};
    m_ledger.add(taken, 0, act);
  }
  void settle() override {}
  void dump(journal::Json&, journal::Json&) const override {}

 private:
  ledger::Ledger& m_ledger;
};

struct FoldsWithShop final : support::Folds {
  FoldsWithShop(db::Database& database, journal::Registers& registers)
      : points(database, registers), shop(points.ledger) {}
  std::vector<journal::Fold*> in_arrow_order() override {
    std::vector<journal::Fold*> folds = points.in_arrow_order();
    folds.push_back(&shop);
    return folds;
  }
  PointsFolds points;
  ToyShop shop;
};

std::unique_ptr<support::Folds> folds_with_shop(db::Database& database,
                                                journal::Registers& registers) {
  return std::make_unique<FoldsWithShop>(database, registers);
}

journal::Draft redemption(HouseholdId household, int points) {
  return support::draft_of("toy.redeem", json(R"({"hh":")" + household.str() + R"(","n":)" +
                                              std::to_string(points) + "}"));
}

journal::Draft grant(const char* grant_class, const char* period, int points) {
  return support::draft_of(
      "pts.grant", json(std::string(R"({"class":")") + grant_class + R"(","period":")" + period +
                        R"(","lines":[["haaaaaaaaaaaaaaaa",)" + std::to_string(points) + ",1]]}"));
}

class OverdraftTest : public testing::Test {
 protected:
  OverdraftTest() { laptop.found(); }
  std::vector<Overdraft> open(support::Laptop& on) { return overdrafts(*on.database, *on.journal); }
  void settle(const Overdraft& overdraft, std::optional<int> floor) {
    journal::Json body;
    body.set("todo", overdraft.todo.id());
    body.set("basis", overdraft.todo.basis);
    if (floor) body.set("floor", *floor);
    laptop.write(support::draft_of("sys.settle", body));
  }
  support::Laptop laptop{folds_with_shop, 31};
};

// Invariant 15.
TEST_F(OverdraftTest, TwoLaptopsThatSpentTheSamePointsAreAskedOnceMerged) {
  laptop.write(grant("open", "", 1000));
  support::Laptop other(folds_with_shop, 32);
  other.take_from(laptop);
  laptop.write(redemption(house_a, 700));
  other.write(redemption(house_a, 600));
  EXPECT_TRUE(open(laptop).empty());
  EXPECT_TRUE(open(other).empty());
  laptop.take_from(other);
  other.take_from(laptop);
  const auto found = open(laptop);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].todo.id(), "overdraft:haaaaaaaaaaaaaaaa");
  EXPECT_EQ(found[0].spendable, Points::whole(-3));
  EXPECT_EQ(open(other)[0].todo.basis, found[0].todo.basis);
  EXPECT_EQ(laptop.state(), other.state());
  EXPECT_NE(laptop.state().find("overdraft"), std::string::npos);
}

TEST_F(OverdraftTest, DeductionsAloneAreNone) {
  laptop.write(grant("open", "", -500));
  EXPECT_TRUE(open(laptop).empty());
  laptop.write(redemption(house_a, 1));
  EXPECT_EQ(open(laptop).size(), 1U);
}

TEST_F(OverdraftTest, BasePointsCannotBeSpent) {
  laptop.write(grant("base", "2026", 6000));
  laptop.write(grant("open", "", 1000));
  laptop.write(redemption(house_a, 1000));
  EXPECT_TRUE(open(laptop).empty());
  laptop.write(redemption(house_a, 1));
  EXPECT_EQ(open(laptop).size(), 1U);
}

TEST_F(OverdraftTest, AReversedRedemptionEndsIt) {
  laptop.write(grant("open", "", -500));
  const auto event = laptop.write(redemption(house_a, 100));
  ASSERT_EQ(open(laptop).size(), 1U);
  laptop.write(support::draft_of(
      "ledger.reverse", json(R"({"of":")" + event.h.hex() + R"(","back":1,"why":"returned"})")));
  EXPECT_TRUE(open(laptop).empty());
}

TEST_F(OverdraftTest, ADecisionClosesItUntilSomethingChanges) {
  laptop.write(grant("open", "", 100));
  laptop.write(redemption(house_a, 500));
  settle(open(laptop).at(0), std::nullopt);
  EXPECT_TRUE(open(laptop).empty());
  laptop.write(redemption(house_a, 1));
  EXPECT_EQ(open(laptop).size(), 1U) << "the basis is another one";
}

TEST_F(OverdraftTest, AFloorAllowsDebtDownToIt) {
  laptop.write(grant("open", "", 100));
  laptop.write(redemption(house_a, 500));
  settle(open(laptop).at(0), -600);
  EXPECT_TRUE(open(laptop).empty());
  laptop.write(redemption(house_a, 200));
  EXPECT_TRUE(open(laptop).empty()) << "exactly at the floor";
  laptop.write(redemption(house_a, 1));
  EXPECT_EQ(open(laptop).size(), 1U);
}

}  // namespace
}  // namespace jishan::points
