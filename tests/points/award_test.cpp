#include <gtest/gtest.h>

#include "points/points_book.h"

namespace jishan::points {
namespace {

class AwardTest : public testing::Test {
 protected:
  void SetUp() override { book.found(); }
  AwardStatus status(const AwardRequest& request) {
    const AwardPlan plan = plan_award(book.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != AwardStatus::accepted);
    return plan.status;
  }
  AwardRequest wanted(std::string code) { return book.award_request(house_a, std::move(code)); }
  PointsBook book;
};

TEST_F(AwardTest, OneStepWritesClaimAndPosting) {
  AwardRequest request = wanted("B01");
  request.lines[0].resident = person_a;
  request.lines[0].quantity = 350;
  request.typed_date = day("2026-03-05");
  request.witness = person_b;
  request.note = "清理水渠";
  const AwardPlan plan = plan_award(book.context(), request);
  ASSERT_EQ(plan.status, AwardStatus::accepted);
  EXPECT_EQ(plan.total, Points::whole(7));
  const auto events = book.laptop.write(plan.drafts);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].kind, kind_claim);
  EXPECT_EQ(events[0].date, "2026-03-05");
  EXPECT_EQ(events[0].personal->string_at("note"), "清理水渠");
  EXPECT_EQ(events[1].kind, kind_post);
  EXPECT_FALSE(events[1].personal);
  const auto posts = posts_from(events[1]);
  ASSERT_EQ(posts.size(), 1U);
  EXPECT_EQ(posts[0].claim, events[0].h.hex() + ":0");
  EXPECT_EQ(book.balance(house_a), Points::whole(7));
}

// Invariant 23: a refusal writes nothing, a retry adds nothing.
TEST_F(AwardTest, EveryStatus) {
  {
    AwardRequest twice = wanted("D01");
    book.award(twice);
    EXPECT_EQ(status(twice), AwardStatus::already_recorded);
    twice.lines.clear();
    EXPECT_EQ(status(twice), AwardStatus::already_recorded) << "whatever else is wrong";
  }
  AwardRequest request = wanted("D01");
  EXPECT_EQ(status(request), AwardStatus::accepted);

  request.lines.clear();
  EXPECT_EQ(status(request), AwardStatus::no_lines);
  request.lines.resize(award_lines_max + 1);
  EXPECT_EQ(status(request), AwardStatus::too_many_lines);

  request = wanted("D01");
  request.typed_date = day("2026-03-09");
  EXPECT_EQ(status(request), AwardStatus::date_in_future);
  request.typed_date = day("2026-03-08");
  EXPECT_EQ(status(request), AwardStatus::accepted);
  book.is_clock_suspicious = true;
  EXPECT_EQ(status(request), AwardStatus::accepted);
  request.typed_date.reset();
  EXPECT_EQ(status(request), AwardStatus::date_needed);
  book.is_clock_suspicious = false;

  request = wanted("D01");
  for (int i = 0; i < 501; ++i) request.note += "字";
  EXPECT_EQ(status(request), AwardStatus::text_too_long);
  request.note.resize(1500);
  EXPECT_EQ(status(request), AwardStatus::accepted);

  request = wanted("D01");
  request.witness = person_unknown;
  EXPECT_EQ(status(request), AwardStatus::witness_unknown);

  request = wanted("D01");
  request.typed_date = day("2025-12-31");
  EXPECT_EQ(status(request), AwardStatus::no_rule_book);

  EXPECT_EQ(status(book.award_request(house_unknown, "D01")), AwardStatus::household_unknown);
  EXPECT_EQ(status(book.award_request(house_gone, "D01")), AwardStatus::household_gone);
  request = wanted("D01");
  request.lines.push_back(request.lines[0]);
  EXPECT_EQ(status(request), AwardStatus::household_twice);

  request = wanted("D01");
  request.lines[0].resident = person_unknown;
  EXPECT_EQ(status(request), AwardStatus::resident_unknown);
  request.lines[0].resident = person_b;
  EXPECT_EQ(status(request), AwardStatus::resident_elsewhere);
  request.lines[0].resident = person_dead;
  EXPECT_EQ(status(request), AwardStatus::resident_elsewhere);
  request.lines[0].resident = person_a;
  EXPECT_EQ(status(request), AwardStatus::accepted);

  EXPECT_EQ(status(wanted("Z99")), AwardStatus::rule_not_in_force);

  request = wanted("B01");
  EXPECT_EQ(status(request), AwardStatus::quantity_missing);
  request.lines[0].quantity = 0;
  EXPECT_EQ(status(request), AwardStatus::quantity_out_of_range);
  request.lines[0].quantity = -100;
  EXPECT_EQ(status(request), AwardStatus::quantity_out_of_range);

  request = wanted("C01");
  EXPECT_EQ(status(request), AwardStatus::points_missing);
  request.lines[0].chosen = Points::whole(11);
  EXPECT_EQ(status(request), AwardStatus::points_outside_range);
  request.lines[0].chosen = Points::whole(10);
  EXPECT_EQ(status(request), AwardStatus::accepted);

  book.lock();
  EXPECT_EQ(status(wanted("D01")), AwardStatus::book_locked);
}

TEST_F(AwardTest, AmountsOfZeroAndBeyondTheLimit) {
  std::vector<Rule> rules = test_rules();
  rules[2].low = Points();
  rules[1].points = Points::whole(9'000'000);
  rules[1].cap.reset();
  book.publish("大数", day("2026-02-01"), rules);
  AwardRequest request = wanted("C01");
  request.lines[0].chosen = Points();
  EXPECT_EQ(status(request), AwardStatus::amount_zero);
  request = wanted("B01");
  request.lines[0].quantity = 200;
  EXPECT_EQ(status(request), AwardStatus::amount_out_of_range);
}

TEST_F(AwardTest, CapsLookAtWhatCountsAlready) {
  const std::string ref = book.award(house_a, "A01");
  EXPECT_EQ(status(wanted("A01")), AwardStatus::cap_reached);
  EXPECT_EQ(status(book.award_request(house_b, "A01")), AwardStatus::accepted);
  AwardRequest february = wanted("A01");
  february.typed_date = day("2026-02-28");
  EXPECT_EQ(status(february), AwardStatus::accepted);
  book.reverse(ref);
  EXPECT_EQ(status(wanted("A01")), AwardStatus::accepted) << "a reversed entry uses nothing up";
}

TEST_F(AwardTest, CapsOfAPersonAndOfOneEntry) {
  AwardRequest request = wanted("B01");
  request.lines[0].resident = person_a;
  request.lines[0].quantity = 500;
  book.award(request);
  request.id = ActId::make(book.laptop.random);
  request.lines[0].quantity = 300;
  EXPECT_EQ(status(request), AwardStatus::accepted);
  request.lines[0].quantity = 350;
  EXPECT_EQ(status(request), AwardStatus::cap_reached);
  request.lines[0].resident = person_a2;
  EXPECT_EQ(status(request), AwardStatus::accepted) << "each person has a cap";

  AwardRequest entry = wanted("B02");
  entry.lines[0].quantity = 400;
  EXPECT_EQ(status(entry), AwardStatus::accepted);
  entry.lines[0].quantity = 450;
  EXPECT_EQ(status(entry), AwardStatus::cap_reached);
}

// What was entered under either id is the one person's.
TEST_F(AwardTest, CapsOfAPersonWhoWasTwoIds) {
  book.laptop.write(support::draft_of("village.set", support::json(R"({"rows":[{"f":{"caps":[
      {"by":"res","per":"year","of":"times","max":2}]}}]})")));
  AwardRequest request = wanted("B01");
  request.lines[0].resident = person_a2;
  request.lines[0].quantity = 500;
  book.award(request);
  book.laptop.write(support::draft_of(
      "alias.set",
      support::json(R"({"rows":[{"t":"r","a":")" + person_a.str() + R"(","b":")" +
                    person_a2.str() + R"(","f":{"on":1}}]})")));
  request.id = ActId::make(book.laptop.random);
  for (const ResidentId& person : {person_a, person_a2}) {
    request.lines[0].resident = person;
    request.lines[0].quantity = 350;
    EXPECT_EQ(status(request), AwardStatus::cap_reached);
    request.lines[0].quantity = 300;
    EXPECT_EQ(status(request), AwardStatus::accepted);
  }
  book.award(request);
  request.id = ActId::make(book.laptop.random);
  request.lines[0].code = "A01";
  request.lines[0].quantity.reset();
  EXPECT_EQ(status(request), AwardStatus::village_cap_reached);
}

TEST_F(AwardTest, TheVillagesCapsCountWhatIsEarnedOverAllRules) {
  book.laptop.write(support::draft_of("village.set", support::json(R"({"rows":[{"f":{"caps":[
      {"by":"hh","per":"month","of":"pts","max":1500},
      {"by":"res","per":"ever","of":"times","max":2},
      {"by":"hh","per":"entry","of":"pts","max":1200}]}}]})")));
  const auto with = [&](std::string code, const ResidentId& person) {
    AwardRequest request = wanted(std::move(code));
    request.lines[0].resident = person;
    return request;
  };
  const std::string first = book.award(house_a, "D01");
  EXPECT_EQ(status(wanted("D01")), AwardStatus::village_cap_reached) << "10 + 10 of 15";
  EXPECT_EQ(status(wanted("A01")), AwardStatus::accepted) << "10 + 5 of 15";
  EXPECT_EQ(status(book.award_request(house_b, "D01")), AwardStatus::accepted);
  AwardRequest february = wanted("D01");
  february.typed_date = day("2026-02-28");
  EXPECT_EQ(status(february), AwardStatus::accepted);
  AwardRequest much = wanted("B01");
  much.typed_date = day("2026-02-28");
  much.lines[0].quantity = 700;
  EXPECT_EQ(status(much), AwardStatus::village_cap_reached) << "14 in one entry";

  book.award(house_a, "X01");
  EXPECT_EQ(status(wanted("D01")), AwardStatus::village_cap_reached)
      << "a deduction gives nothing back";
  EXPECT_EQ(status(wanted("X01")), AwardStatus::accepted) << "and is not capped";
  AwardRequest both = wanted("A01");
  both.lines.push_back(book.award_request(house_a, "B02").lines[0]);
  both.lines[1].quantity = 100;
  EXPECT_EQ(status(both), AwardStatus::village_cap_reached) << "5 and 1 in one request";
  book.reverse(first);
  EXPECT_EQ(status(wanted("D01")), AwardStatus::accepted) << "a reversed entry uses nothing up";

  book.award(with("A01", person_a));
  book.award(with("X01", person_a));
  AwardRequest second = with("D01", person_a);
  second.typed_date = day("2026-02-28");
  book.award(second);
  AwardRequest third = second;
  third.id = ActId::make(book.laptop.random);
  third.typed_date = day("2026-01-28");
  EXPECT_EQ(status(third), AwardStatus::village_cap_reached) << "twice ever for each person";
  third.lines[0].resident = person_a2;
  EXPECT_EQ(status(third), AwardStatus::accepted);
}

TEST_F(AwardTest, LinesOfOneRequestUseUpTheCapTogether) {
  AwardRequest request = wanted("B01");
  request.lines[0].resident = person_a;
  request.lines[0].quantity = 500;
  request.lines[0].src = "vol.service faaaaaaaaaaaaaaaa raaaaaaaaaaaaaaaa";
  request.lines.push_back(request.lines[0]);
  request.lines[1].src = "vol.service fbbbbbbbbbbbbbbbb raaaaaaaaaaaaaaaa";
  const AwardPlan plan = plan_award(book.context(), request);
  EXPECT_EQ(plan.status, AwardStatus::cap_reached);
  EXPECT_EQ(plan.line, 1U);
}

TEST_F(AwardTest, TheRuleBookOfThatDayDecides) {
  std::vector<Rule> rules = test_rules();
  rules[3].points = Points::whole(20);
  book.publish("新细则", day("2026-03-01"), rules);
  AwardRequest before = wanted("D01");
  before.typed_date = day("2026-02-28");
  book.award(before);
  EXPECT_EQ(book.balance(house_a), Points::whole(10));
  book.award(house_b, "D01");
  EXPECT_EQ(book.balance(house_b), Points::whole(20));
  // An entry keeps the text and value it was made with.
  const auto rows = passbook(*book.laptop.database, *book.laptop.journal, house_a);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].entry.amount, 1000);
}

TEST_F(AwardTest, ManyHouseholdsAreOneActInSeveralEvents) {
  journal::Json::Array households;
  std::vector<HouseholdId> ids;
  for (int i = 0; i < 250; ++i) {
    ids.push_back(HouseholdId::make(book.laptop.random));
    journal::Json row;
    row.set("id", ids.back().str());
    journal::Json fields;
    fields.set("no", std::to_string(i));
    row.set("f", fields);
    households.push_back(row);
  }
  journal::Json body;
  body.set("rows", households);
  book.laptop.write(support::draft_of("hh.set", body));
  AwardRequest request = wanted("D01");
  request.lines.clear();
  for (const HouseholdId& id : ids) {
    AwardLine line;
    line.household = id;
    line.code = "D01";
    request.lines.push_back(line);
  }
  request.note = std::string(1500, 'x').substr(0, 500);
  const AwardPlan plan = plan_award(book.context(), request);
  ASSERT_EQ(plan.status, AwardStatus::accepted);
  EXPECT_EQ(plan.drafts.size(), 6U);
  EXPECT_EQ(plan.total, Points::whole(2500));
  book.laptop.write(plan.drafts);
  for (const HouseholdId& id : ids) EXPECT_EQ(book.balance(id), Points::whole(10));
  EXPECT_EQ(status(request), AwardStatus::already_recorded);
}

TEST_F(AwardTest, ASourceInTheSamePlanIsNamedByItsPlace) {
  AwardRequest request = wanted("D01");
  request.first_draft = 1;
  request.lines[0].src = "@0:2";
  const AwardPlan plan = plan_award(book.context(), request);
  ASSERT_EQ(plan.status, AwardStatus::accepted);
  std::vector<journal::Draft> drafts = {support::draft_of("later.service")};
  drafts.insert(drafts.end(), plan.drafts.begin(), plan.drafts.end());
  const auto events = book.laptop.write(drafts);
  const std::string key = "pts.claim " + events[0].h.hex() + ":2 D01";
  EXPECT_EQ(posts_from(events[2])[0].claim, key);
  EXPECT_TRUE(ledger::counted(*book.laptop.database, key));
  EXPECT_EQ(book.balance(house_a), Points::whole(10));
  // The same source again, from another form.
  AwardRequest again = wanted("D01");
  again.lines[0].src = events[0].h.hex() + ":2";
  EXPECT_EQ(status(again), AwardStatus::source_used);
  again.lines[0].code = "X01";
  EXPECT_EQ(status(again), AwardStatus::accepted) << "ONCE per source and rule";
}

TEST_F(AwardTest, AReversedSourceIsReEnteredInTheNextGeneration) {
  AwardRequest request = wanted("D01");
  request.lines[0].src = "vol.service faaaaaaaaaaaaaaaa raaaaaaaaaaaaaaaa";
  const auto events = book.award(request);
  book.reverse(events.back().h.hex() + ":0");
  EXPECT_TRUE(book.balance(house_a).is_zero());
  request.id = ActId::make(book.laptop.random);
  const auto again = book.award(request);
  EXPECT_EQ(claim_from(again.front())->lines[0].gen, 2);
  EXPECT_EQ(posts_from(again.back())[0].gen, 2);
  EXPECT_EQ(book.balance(house_a), Points::whole(10));
}

}  // namespace
}  // namespace jishan::points
