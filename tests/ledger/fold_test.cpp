#include <gtest/gtest.h>

#include "ledger/ledger.h"
#include "ledger/queries.h"
#include "ledger/toy_book.h"

namespace jishan::ledger {
namespace {

using support::json;
using support::Laptop;

std::int64_t points_of(const Laptop& laptop, std::string_view account) {
  return balance(*laptop.database, account, points_unit);
}

std::string rebuilt_state(const Laptop& laptop) {
  laptop.journal->rebuild();
  return laptop.state();
}

class LedgerFoldTest : public testing::Test {
 protected:
  LedgerFoldTest() { laptop.found(); }
  ~LedgerFoldTest() override {
    // Invariant 3: what was settled step by step equals what a rebuild gives.
    const std::string before = laptop.state();
    EXPECT_EQ(before, rebuilt_state(laptop));
  }
  Laptop laptop{toy_folds, 1};
};

TEST_F(LedgerFoldTest, EveryFactLineCounts) {
  laptop.write(lines_draft(fact_line(house_a, 500) + "," + fact_line(house_a, 500)));
  laptop.write(lines_draft(fact_line(house_a, 500)));
  EXPECT_EQ(points_of(laptop, house_a), 1500);
  EXPECT_EQ(points_of(laptop, issued), -1500);
  EXPECT_EQ(points_of(laptop, house_b), 0);
}

TEST_F(LedgerFoldTest, AReversalOfOneLineLeavesTheOthers) {
  const auto event =
      laptop.write(lines_draft(fact_line(house_a, 500) + "," + fact_line(house_b, 300)));
  laptop.write(reverse_draft(event.h.hex() + ":1"));
  EXPECT_EQ(points_of(laptop, house_a), 500);
  EXPECT_EQ(points_of(laptop, house_b), 0);
}

TEST_F(LedgerFoldTest, AReversalOfTheEventStandsForAllItsLines) {
  const auto event = laptop.write(
      lines_draft(fact_line(house_a, 500) + "," + once_line(some_key, 1, house_b, 300)));
  laptop.write(reverse_draft(event.h.hex()));
  EXPECT_EQ(points_of(laptop, house_a), 0);
  EXPECT_EQ(points_of(laptop, house_b), 0);
  EXPECT_EQ(generation_in_force(*laptop.database, some_key), 2);
}

// Invariant 12.
TEST_F(LedgerFoldTest, TwiceReversedIsReversedOnceAndNeverRevives) {
  laptop.write(lines_draft(fact_line(house_a, 200)));
  const auto event = laptop.write(lines_draft(fact_line(house_a, 500)));
  const auto reversal = laptop.write(reverse_draft(event.h.hex() + ":0"));
  EXPECT_EQ(points_of(laptop, house_a), 200);
  laptop.write(reverse_draft(event.h.hex()));
  EXPECT_EQ(points_of(laptop, house_a), 200);
  laptop.write(reverse_draft(reversal.h.hex()));
  laptop.write(reverse_draft("ledger.reverse " + event.h.hex() + ":0"));
  EXPECT_EQ(points_of(laptop, house_a), 200);
}

TEST_F(LedgerFoldTest, OneTwinCountsAndTheReEntryIsTheNextGeneration) {
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  EXPECT_EQ(points_of(laptop, house_a), 500);
  laptop.write(reverse_draft(some_key, 1));
  EXPECT_EQ(points_of(laptop, house_a), 0);
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 700)));
  EXPECT_EQ(points_of(laptop, house_a), 0) << "a late twin of a reversed generation";
  laptop.write(lines_draft(once_line(some_key, 2, house_a, 600)));
  EXPECT_EQ(points_of(laptop, house_a), 600);
  EXPECT_EQ(counted(*laptop.database, some_key)->gen, 2);
}

// Invariant 29.
TEST_F(LedgerFoldTest, ForgedGenerationsNeverCountTwice) {
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  for (const std::int64_t gen : {std::int64_t{2}, std::int64_t{3}, std::int64_t{77}, gen_max}) {
    laptop.write(lines_draft(once_line(some_key, gen, house_a, 500)));
    EXPECT_EQ(points_of(laptop, house_a), 500) << gen;
  }
  laptop.write(reverse_draft(some_key, 77));
  EXPECT_EQ(points_of(laptop, house_a), 500);
  laptop.write(reverse_draft(some_key, 1));
  EXPECT_EQ(points_of(laptop, house_a), 500) << "generation 2 is in force now, and only it";
  laptop.write(reverse_draft(some_key, 2));
  laptop.write(reverse_draft(some_key, 3));
  EXPECT_EQ(points_of(laptop, house_a), 0);
}

TEST_F(LedgerFoldTest, AReversalThroughALineKillsThatLinesGeneration) {
  const auto first = laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  const auto twin = laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  laptop.write(reverse_draft(twin.h.hex() + ":0", 9));
  EXPECT_EQ(points_of(laptop, house_a), 0);
  const auto second = laptop.write(lines_draft(once_line(some_key, 2, house_a, 400)));
  EXPECT_EQ(points_of(laptop, house_a), 400);
  laptop.write(reverse_draft(second.h.hex()));
  EXPECT_EQ(points_of(laptop, house_a), 0);
  EXPECT_EQ(generation_in_force(*laptop.database, some_key), 3);
}

TEST_F(LedgerFoldTest, AReversalWaitsForItsTarget) {
  Laptop other(toy_folds, 2);
  other.take_from(laptop);
  const auto event = other.write(lines_draft(fact_line(house_a, 500)));
  // A forged reversal names a line that this laptop has not seen.
  laptop.write(reverse_draft(event.h.hex() + ":0"));
  laptop.take({event});
  EXPECT_EQ(points_of(laptop, house_a), 0);
  other.take_from(laptop);
  EXPECT_EQ(other.state(), laptop.state());
}

TEST_F(LedgerFoldTest, TellsWhichActsChanged) {
  ToyFold& toy = static_cast<ToyFolds&>(*laptop.folds).toy;
  const auto event = laptop.write(lines_draft(once_line(some_key, 1, house_a, 500) + "," +
                                              once_line(some_key, 2, house_a, 500)));
  const auto acts = acts_of_event(*laptop.database, event.h);
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_EQ(toy.last_changed, std::vector<std::int64_t>{acts[0].act});
  laptop.write(reverse_draft(some_key, 1));
  EXPECT_EQ(toy.last_changed, (std::vector<std::int64_t>{acts[0].act, acts[1].act}));
  EXPECT_EQ(standing(*laptop.database, acts[0].act), Standing::reversed);
  EXPECT_EQ(standing(*laptop.database, acts[1].act), Standing::live);
  laptop.write(lines_draft(fact_line(house_b, 1)));
  EXPECT_EQ(toy.last_changed.size(), 1U) << "what did not change is not named again";
}

TEST_F(LedgerFoldTest, DumpsWhatCountsForEachKey) {
  laptop.write(
      lines_draft(fact_line(house_a, 100) + "," + once_line("toy.once b", 1, house_a, 200)));
  const auto counted_event = laptop.write(lines_draft(once_line("toy.once a", 1, house_b, 300)));
  laptop.write(lines_draft(once_line("toy.once a", 1, house_b, 300)));
  laptop.write(lines_draft(once_line("toy.once gone", 1, house_b, 300)));
  laptop.write(reverse_draft("toy.once gone", 1));
  const journal::Json books = *laptop.journal->state().find("books");
  ASSERT_NE(books.array_at("once"), nullptr);
  EXPECT_EQ(books.array_at("once")->size(), 2U);
  EXPECT_EQ(books.array_at("once")->front().canonical(),
            "[\"toy.once a\",1,\"" + counted_event.h.hex() + ":0\",300]");
}

TEST_F(LedgerFoldTest, AsksAboutTwinsThatDiffer) {
  laptop.write(lines_draft(once_line("toy.once a", 1, house_a, 300) + "," +
                           once_line("toy.once b", 1, house_a, 300)));
  EXPECT_TRUE(todos(*laptop.database).empty());
  laptop.write(lines_draft(once_line("toy.once a", 1, house_a, 300) + "," +
                           once_line("toy.once b", 1, house_a, 400)));
  const auto open = todos(*laptop.database);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].id(), "once-amount:toy.once b");
  laptop.write(reverse_draft("toy.once b", 1));
  EXPECT_TRUE(todos(*laptop.database).empty()) << "nothing counts any more";
}

std::string goods_line(std::int64_t quantity) {
  return R"({"unit":")" + std::string(rice) + R"(","from":")" + shelf + R"(","to":"given","n":)" +
         std::to_string(quantity) + "}";
}

TEST_F(LedgerFoldTest, GoodsThatCameBackMoveOnTheReversalsDate) {
  const auto returned = laptop.write(lines_draft(goods_line(2), "2026-03-01"));
  const auto mistyped = laptop.write(lines_draft(goods_line(5), "2026-03-02"));
  laptop.write(reverse_draft(returned.h.hex(), 1, true, "2026-04-01"));
  laptop.write(reverse_draft(mistyped.h.hex(), 1, false, "2026-04-02"));
  const auto moves = movements(*laptop.database, shelf, rice);
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(moves[0].date, "2026-03-01");
  EXPECT_EQ(moves[0].quantity, -2);
  EXPECT_EQ(moves[1].date, "2026-04-01");
  EXPECT_EQ(moves[1].quantity, 2);
  EXPECT_EQ(balance(*laptop.database, shelf, rice), 0);
}

TEST_F(LedgerFoldTest, AsksWhenGoodsWereReversedBothWays) {
  const auto event = laptop.write(lines_draft(goods_line(2) + "," + fact_line(house_a, 100)));
  laptop.write(reverse_draft(event.h.hex(), 1, true));
  EXPECT_TRUE(todos(*laptop.database).empty());
  laptop.write(reverse_draft(event.h.hex(), 1, false));
  const auto open = todos(*laptop.database);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].id(), "reversal-back:" + event.h.hex() + ":0");
  EXPECT_EQ(movements(*laptop.database, shelf, rice).size(), 2U) << "the first reversal decides";
}

TEST_F(LedgerFoldTest, IsQuickToFindWhatItNeeds) {
  const auto plan = [&](std::string_view sql) { return laptop.database->query_plan(sql); };
  EXPECT_NE(plan("SELECT number FROM ledger_act WHERE once_key = ?1 AND once_key <> ''")
                .find("ledger_act_key"),
            std::string::npos);
  EXPECT_NE(plan("SELECT number FROM ledger_reversal WHERE target_h = ?1 AND target_line IN "
                 "(-1, ?2)")
                .find("ledger_reversal_line"),
            std::string::npos);
  const std::string of_account = plan(
      "SELECT t.act FROM ledger_transfer t WHERE t.unit = ?2 AND (t.debit = ?1 OR t.credit = ?1)");
  EXPECT_NE(of_account.find("ledger_transfer_debit"), std::string::npos) << of_account;
  EXPECT_NE(of_account.find("ledger_transfer_credit"), std::string::npos) << of_account;
}

}  // namespace
}  // namespace jishan::ledger
