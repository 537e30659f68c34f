#include "ledger/queries.h"

#include <gtest/gtest.h>

#include "ledger/toy_book.h"

namespace jishan::ledger {
namespace {

using support::Laptop;

class LedgerQueriesTest : public testing::Test {
 protected:
  LedgerQueriesTest() { laptop.found(); }
  std::vector<Entry> lines_of(std::string_view account, DateSpan span = {}) {
    return entries(*laptop.database, *laptop.journal, account, points_unit, std::move(span));
  }
  Laptop laptop{toy_folds, 3};
};

TEST_F(LedgerQueriesTest, EntriesStandByDateWithARunningBalance) {
  laptop.write(lines_draft(fact_line(house_a, 300), "2026-03-09"));
  const auto early = laptop.write(lines_draft(fact_line(house_a, 500), "2026-03-01"));
  laptop.write(lines_draft(fact_line(house_b, 900), "2026-03-01"));
  const auto lines = lines_of(house_a);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].ref, early.h.hex() + ":0");
  EXPECT_EQ(lines[0].date, "2026-03-01");
  EXPECT_EQ(lines[0].balance, 500);
  EXPECT_EQ(lines[1].balance, 800);
  EXPECT_EQ(lines[0].written.kind, "toy.lines");
  EXPECT_EQ(lines[0].written.writer, laptop.author.writer.text());
  EXPECT_EQ(lines[0].written.operator_id, laptop.author.operator_id.text());
  EXPECT_EQ(lines[0].written.minutes, laptop.author.minutes);
}

TEST_F(LedgerQueriesTest, AReversedEntryStaysReadableWithItsRedLine) {
  const auto event = laptop.write(lines_draft(fact_line(house_a, 500), "2026-03-01"));
  laptop.write(lines_draft(fact_line(house_a, 300), "2026-03-09"));
  const auto reversal = laptop.write(reverse_draft(event.h.hex() + ":0", 1, false, "2026-03-20"));
  const auto lines = lines_of(house_a);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].reversal, reversal.h.hex());
  EXPECT_EQ(lines[0].face, EntryFace::entry);
  EXPECT_EQ(lines[1].reversal, "");
  EXPECT_EQ(lines[2].face, EntryFace::reversal);
  EXPECT_EQ(lines[2].date, "2026-03-20");
  EXPECT_EQ(lines[2].amount, -500);
  EXPECT_EQ(lines[2].ref, lines[0].ref);
  EXPECT_EQ(lines[2].written.kind, "ledger.reverse");
  EXPECT_EQ(lines[2].balance, 300);
  EXPECT_EQ(balance(*laptop.database, house_a, points_unit), 300);
}

TEST_F(LedgerQueriesTest, SurplusAndInertLinesAreNotEntries) {
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 500)));
  laptop.write(lines_draft(once_line(some_key, 2, house_a, 500)));
  EXPECT_EQ(lines_of(house_a).size(), 1U);
}

TEST_F(LedgerQueriesTest, ASpanCutsTheLinesButNotTheRunningBalance) {
  laptop.write(lines_draft(fact_line(house_a, 100), "2026-01-31"));
  laptop.write(lines_draft(fact_line(house_a, 200), "2026-02-01"));
  laptop.write(lines_draft(fact_line(house_a, 400), "2026-02-28"));
  laptop.write(lines_draft(fact_line(house_a, 800), "2026-03-01"));
  const auto february = lines_of(house_a, {"2026-02-01", "2026-02-28"});
  ASSERT_EQ(february.size(), 2U);
  EXPECT_EQ(february[0].balance, 300);
  EXPECT_EQ(february[1].balance, 700);
}

// Invariant 27 at this level.
TEST_F(LedgerQueriesTest, EntriesAddUpToTheBalanceOfEveryAccount) {
  SeededRandom random(11);
  std::vector<std::string> written;
  for (int step = 0; step < 60; ++step) {
    const char* house = random.below(2) == 0 ? house_a : house_b;
    const auto amount = static_cast<std::int64_t>(random.below(900)) + 1;
    if (random.below(4) == 0 && !written.empty()) {
      laptop.write(reverse_draft(written[random.below(written.size())]));
    } else if (random.below(2) == 0) {
      written.push_back(laptop.write(lines_draft(fact_line(house, amount))).h.hex() + ":0");
    } else {
      const std::string key = "toy.once " + std::to_string(random.below(3));
      written.push_back(key);
      laptop.write(
          lines_draft(once_line(key, generation_in_force(*laptop.database, key), house, amount)));
    }
  }
  for (const std::string_view account :
       {std::string_view(house_a), std::string_view(house_b), issued}) {
    std::int64_t sum = 0;
    for (const Entry& entry : lines_of(account)) sum += entry.amount;
    EXPECT_EQ(sum, balance(*laptop.database, account, points_unit)) << account;
    EXPECT_FALSE(lines_of(account).empty());
    EXPECT_EQ(lines_of(account).back().balance, sum);
  }
}

TEST_F(LedgerQueriesTest, FindsActsByRef) {
  const auto event = laptop.write(
      lines_draft(fact_line(house_a, 100) + "," + once_line(some_key, 1, house_b, 100)));
  const auto act = act_of_ref(*laptop.database, event.h.hex() + ":1");
  ASSERT_TRUE(act);
  EXPECT_EQ(act->once_key, some_key);
  EXPECT_EQ(act->household.text(), house_b);
  EXPECT_EQ(act->standing, Standing::live);
  EXPECT_EQ(acts_of_event(*laptop.database, event.h).size(), 2U);
  EXPECT_FALSE(act_of_ref(*laptop.database, event.h.hex() + ":2"));
  EXPECT_FALSE(act_of_ref(*laptop.database, event.h.hex()));
  EXPECT_FALSE(act_of_ref(*laptop.database, some_key));
  const auto entry = entry_of_act(*laptop.database, *laptop.journal, act->act, points_unit);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->amount, 100);
  EXPECT_EQ(counted(*laptop.database, some_key)->ref, event.h.hex() + ":1");
  EXPECT_EQ(counted(*laptop.database, some_key)->points, 100);
  EXPECT_FALSE(counted(*laptop.database, "toy.once unknown"));
}

}  // namespace
}  // namespace jishan::ledger
