#include "points/fold.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "points/points_book.h"

namespace jishan::points {
namespace {

using support::json;

const std::string some_h(64, 'b');

journal::Draft grant_draft(const char* grant_class, const char* period, std::string_view rows) {
  return support::draft_of(
      "pts.grant", json(std::string(R"({"class":")") + grant_class + R"(","period":")" + period +
                        R"(","lines":[)" + std::string(rows) + "]}"));
}

class PointsFoldTest : public testing::Test {
 protected:
  void SetUp() override { book.found(); }
  // Invariants 2 and 3: neither the order of events nor a rebuild changes anything.
  void TearDown() override {
    const std::string state = book.laptop.state();
    support::Laptop backwards(points_folds, 9);
    std::vector<journal::Event> events = book.laptop.events();
    std::reverse(events.begin(), events.end());
    backwards.take(events);
    EXPECT_EQ(backwards.state(), state);
    book.laptop.journal->rebuild();
    EXPECT_EQ(book.laptop.state(), state);
  }
  PointsBook book;
};

TEST_F(PointsFoldTest, AnAwardMovesIssuedPointsToTheHousehold) {
  book.award(house_a, "D01");
  EXPECT_EQ(book.balance(house_a), Points::whole(10));
  book.award(house_a, "X01");
  EXPECT_EQ(book.balance(house_a), Points::whole(7));
  EXPECT_EQ(ledger::balance(*book.laptop.database, ledger::issued, ledger::points_unit), -700);
}

TEST_F(PointsFoldTest, AClaimAloneMovesNothing) {
  const AwardPlan plan = plan_award(book.context(), book.award_request(house_a, "D01"));
  ASSERT_EQ(plan.drafts.size(), 2U);
  book.laptop.write(plan.drafts[0]);
  EXPECT_TRUE(book.balance(house_a).is_zero());
}

// Invariant 11.
TEST_F(PointsFoldTest, TwoPostingsOfOneClaimCountOnce) {
  const auto events = book.award(book.award_request(house_a, "D01"));
  journal::Draft again;
  again.kind = std::string(kind_post);
  again.date = "2026-03-09";
  again.body = events.back().body;
  book.laptop.write(again);
  EXPECT_EQ(book.balance(house_a), Points::whole(10));
}

TEST_F(PointsFoldTest, ClaimsOfOneSourceCountOncePerRule) {
  AwardRequest request = book.award_request(house_a, "D01");
  request.lines[0].src = "vol.service faaaaaaaaaaaaaaaa raaaaaaaaaaaaaaaa";
  const auto events = book.award(request);
  // A colleague's laptop wrote the same without knowing: both lines stand, one counts.
  for (const journal::Event& event : events) {
    journal::Draft twin;
    twin.kind = event.kind;
    twin.date = event.date;
    twin.body = event.body;
    book.laptop.write(twin);
  }
  EXPECT_EQ(book.balance(house_a), Points::whole(10));
  const auto counted = ledger::counted(
      *book.laptop.database, "pts.claim vol.service faaaaaaaaaaaaaaaa raaaaaaaaaaaaaaaa D01");
  ASSERT_TRUE(counted);
  EXPECT_EQ(counted->ref, events.front().h.hex() + ":0");
}

// A rebuild takes every event before it settles; what is kept back until then has a limit.
TEST_F(PointsFoldTest, MoreLinesThanAreKeptBackAtOnceAllStand) {
  constexpr int events = 10;
  constexpr int lines_each = 450;
  for (int i = 0; i < events; ++i) {
    std::string claims;
    std::string posts;
    for (int n = 0; n < lines_each; ++n) {
      const std::string_view comma = n == 0 ? "" : ",";
      claims += std::string(comma) +
                R"({"hh":"haaaaaaaaaaaaaaaa","code":"D01","qty":1,"pts":100,"d":"2026-03-1)" +
                std::to_string(i) + R"("})";
      posts += std::string(comma) + "[" + std::to_string(n) + R"(,"haaaaaaaaaaaaaaaa",100,1,""])";
    }
    const auto claim = book.laptop.write(support::draft_of(
        "pts.claim",
        json(R"({"id":"yaaaaaaaaaaaaaaaa","book":")" + some_h + R"(","lines":[)" + claims + "]}")));
    book.laptop.write(support::draft_of("pts.post", json(R"({"rows":[{"of":")" + claim.h.hex() +
                                                         R"(","rows":[)" + posts + "]}]}")));
  }
  book.laptop.journal->rebuild();
  db::Statement rows = book.laptop.database->prepare(
      "SELECT count(*), count(p.act), count(DISTINCT c.claim), sum(p.pts)"
      " FROM points_claim c LEFT JOIN points_post p ON p.claim = c.claim");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.integer(0), events * lines_each);
  EXPECT_EQ(rows.integer(1), events * lines_each);
  EXPECT_EQ(rows.integer(2), events * lines_each);
  EXPECT_EQ(rows.integer(3), events * lines_each * 100);
  EXPECT_EQ(book.balance(house_a), Points::whole(events * lines_each));
}

TEST_F(PointsFoldTest, TheLockIsTheCountedBaseGrantOfTheLatestPeriod) {
  book.laptop.write(grant_draft("base", "2026", R"(["haaaaaaaaaaaaaaaa",6000,1])"));
  EXPECT_EQ(book.account(house_a).lock, Points::whole(60));
  EXPECT_EQ(book.account(house_a).balance, Points::whole(60));
  EXPECT_EQ(book.account(house_a).spendable, Points());
  // Entered later, but of an earlier period.
  book.laptop.write(grant_draft("base", "2025", R"(["haaaaaaaaaaaaaaaa",9000,1])"));
  EXPECT_EQ(book.account(house_a).lock, Points::whole(60));
  EXPECT_EQ(book.account(house_a).balance, Points::whole(150));
  book.laptop.write(grant_draft("base", "2027-Q1", R"(["haaaaaaaaaaaaaaaa",1000,1])"));
  EXPECT_EQ(book.account(house_a).lock, Points::whole(10));
  EXPECT_EQ(book.account(house_b).lock, Points());
}

TEST_F(PointsFoldTest, AReversedBaseGrantLocksNothing) {
  book.laptop.write(grant_draft("base", "2025", R"(["haaaaaaaaaaaaaaaa",5000,1])"));
  const auto event =
      book.laptop.write(grant_draft("base", "2026", R"(["haaaaaaaaaaaaaaaa",6000,1])"));
  book.reverse(event.h.hex() + ":0");
  EXPECT_EQ(book.account(house_a).lock, Points::whole(50));
  EXPECT_EQ(book.account(house_a).spendable, Points());
  // Invariant 29: a forged generation of the same grant neither counts nor locks.
  book.laptop.write(grant_draft("base", "2026", R"(["haaaaaaaaaaaaaaaa",7000,9])"));
  EXPECT_EQ(book.account(house_a).lock, Points::whole(50));
  EXPECT_EQ(book.account(house_a).balance, Points::whole(50));
  book.laptop.write(grant_draft("base", "2026", R"(["haaaaaaaaaaaaaaaa",7000,2])"));
  EXPECT_EQ(book.account(house_a).lock, Points::whole(70));
}

TEST_F(PointsFoldTest, GiftPointsAreAUnitOfTheirOwn) {
  book.laptop.write(grant_draft("gift", "2026-03", R"(["haaaaaaaaaaaaaaaa",2000,1])"));
  book.laptop.write(grant_draft("other", "2026-03", R"(["haaaaaaaaaaaaaaaa",300,1])"));
  const Account account = book.account(house_a);
  EXPECT_EQ(account.gift, Points::whole(20));
  EXPECT_EQ(account.balance, Points::whole(3));
  EXPECT_EQ(account.spendable, Points::whole(3));
}

TEST_F(PointsFoldTest, TheDumpCompletesTheRostersRows) {
  book.open(house_a, Points::whole(126));
  book.laptop.write(grant_draft("base", "2026", R"(["haaaaaaaaaaaaaaaa",6000,1])"));
  book.laptop.write(grant_draft("open", "", R"(["hzzzzzzzzzzzzzzzz",700,1])"));
  const journal::Json state = book.laptop.journal->state();
  const journal::Json::Array* rows = state.find("books")->array_at("household");
  ASSERT_NE(rows, nullptr);
  ASSERT_EQ(rows->size(), 4U);
  EXPECT_EQ((*rows)[0].canonical(), R"(["haaaaaaaaaaaaaaaa","01-001",1,"",18600,0,6000,12600])");
  EXPECT_EQ((*rows)[1].canonical(), R"(["hbbbbbbbbbbbbbbbb","01-002",1,"",0,0,0,0])");
  EXPECT_EQ((*rows)[2].canonical(), R"(["hcccccccccccccccc","01-003",1,"moved",0,0,0,0])");
  EXPECT_EQ((*rows)[3].canonical(), R"(["hzzzzzzzzzzzzzzzz","",0,"",700,0,0,700])");
}

// Invariant 13 at this level: what the village issued is what the households hold.
TEST_F(PointsFoldTest, WhatWasIssuedIsWhatTheHouseholdsHold) {
  SeededRandom random(17);
  std::vector<std::string> refs;
  book.open(house_a, Points::whole(-20));
  for (int step = 0; step < 40; ++step) {
    if (random.below(4) == 0 && !refs.empty()) {
      const std::size_t chosen = random.below(refs.size());
      book.reverse(refs[chosen]);
      refs.erase(refs.begin() + static_cast<std::ptrdiff_t>(chosen));
    } else {
      refs.push_back(book.award(random.below(2) == 0 ? house_a : house_b,
                                random.below(3) == 0 ? "X01" : "D01"));
    }
  }
  Points held;
  for (const auto& [root, account] : accounts(*book.laptop.database)) held += account.balance;
  EXPECT_EQ(held.hundredths(),
            -ledger::balance(*book.laptop.database, ledger::issued, ledger::points_unit));
}

// Invariant 19: an alias adds its members up, the greatest lock stands, and it can be taken back.
TEST_F(PointsFoldTest, AnAliasAddsItsMembersUpWhileItIsOn) {
  book.award(house_a, "D01");
  book.award(house_b, "D01");
  book.laptop.write(grant_draft("base", "2026",
                                R"(["haaaaaaaaaaaaaaaa",6000,1])"
                                R"(,["hbbbbbbbbbbbbbbbb",4000,1])"));
  const auto alias = [](int on) {
    return support::draft_of(
        "alias.set",
        json(R"({"rows":[{"t":"h","a":"haaaaaaaaaaaaaaaa","b":"hbbbbbbbbbbbbbbbb","f":{"on":)" +
             std::to_string(on) + "}}]}"));
  };
  const Account alone = book.account(house_b);
  book.laptop.write(alias(1));
  const Account together = book.account(house_b);
  EXPECT_EQ(together.root, house_a);
  EXPECT_EQ(together.balance, Points::whole(120));
  EXPECT_EQ(together.lock, Points::whole(60));
  EXPECT_EQ(together.spendable, Points::whole(60));
  EXPECT_EQ(accounts(*book.laptop.database).size(), 1U);
  EXPECT_EQ(passbook(*book.laptop.database, *book.laptop.journal, house_a).size(), 4U);
  book.laptop.write(alias(0));
  EXPECT_EQ(book.account(house_b).root, house_b);
  EXPECT_EQ(book.account(house_b).balance, alone.balance);
  EXPECT_EQ(book.account(house_b).lock, alone.lock);
  EXPECT_EQ(accounts(*book.laptop.database).size(), 2U);
}

}  // namespace
}  // namespace jishan::points
