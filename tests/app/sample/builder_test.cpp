#include "app/sample/builder.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "app/book.h"
#include "app/sample/desk.h"
#include "app/sample/people.h"
#include "app/sample/work.h"
#include "ledger/queries.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "shop/queries.h"
#include "village/queries.h"
#include "volunteers/queries.h"

namespace jishan::app {
namespace {

Date last_day() {
  return *Date::from_iso("2026-09-18");
}

SampleRequest small_request(std::uint64_t seed) {
  SampleRequest request;
  request.households = 20;
  request.seed = seed;
  request.last_day = last_day();
  return request;
}

std::vector<journal::Event> made(const SampleRequest& request) {
  SampleBuilder builder(request);
  while (builder.step()) {
  }
  return builder.events();
}

std::string lines_of(const std::vector<journal::Event>& events) {
  std::string lines;
  for (const journal::Event& event : events) lines += journal::line_of(event) + "\n";
  return lines;
}

// The village of the first screen, made once for all tests that look at it.
class SampleVillage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    SampleRequest request;
    request.last_day = last_day();
    SampleBuilder builder(request);
    std::int64_t before = 0;
    while (builder.step()) {
      EXPECT_GT(builder.progress().done, before);
      before = builder.progress().done;
    }
    EXPECT_EQ(builder.progress().done, builder.progress().total);
    EXPECT_FALSE(builder.step()) << "there is no step after the last one";
    s_operator = builder.operator_id();
    s_events = new std::vector<journal::Event>(builder.events());
    s_book = new Book;
    const journal::AddReport report = s_book->journal().add(*s_events);
    EXPECT_EQ(report.added, static_cast<std::int64_t>(s_events->size()));
    EXPECT_EQ(report.waiting, 0);
  }
  static void TearDownTestSuite() {
    delete s_book;
    delete s_events;
    s_book = nullptr;
    s_events = nullptr;
  }

  static db::Database& database() { return s_book->database(); }
  static Period year() { return {*Date::from_days(last_day().days() - 364), last_day()}; }
  static std::int64_t count(std::string_view kind) {
    std::int64_t events = 0;
    for (const journal::Event& event : *s_events) events += event.kind == kind ? 1 : 0;
    return events;
  }
  static std::int64_t count_lines(std::string_view kind) {
    std::int64_t lines = 0;
    for (const journal::Event& event : *s_events) {
      if (event.kind == kind)
        lines += static_cast<std::int64_t>(event.body.array_at("lines")->size());
    }
    return lines;
  }

  static Book* s_book;
  static std::vector<journal::Event>* s_events;
  static OperatorId s_operator;
};
Book* SampleVillage::s_book = nullptr;
std::vector<journal::Event>* SampleVillage::s_events = nullptr;
OperatorId SampleVillage::s_operator;

TEST_F(SampleVillage, HasThePeopleOfTheIssue) {
  const village::Settings settings = village::settings(database());
  EXPECT_EQ(settings.name, "柳荫村");
  EXPECT_EQ(settings.town, "临溪镇");
  EXPECT_EQ(settings.mode, village::Mode::practice);
  EXPECT_EQ(roster::groups(database()).size(), 6U);
  EXPECT_EQ(roster::counts(database()).households, 220);
  EXPECT_EQ(roster::counts(database()).residents, 887);
  EXPECT_EQ(village::operators(database()).size(), 3U);
  EXPECT_TRUE(village::find_operator(database(), s_operator).has_value());
  EXPECT_EQ(village::writers(database(), s_book->journal()).size(), 3U);
  EXPECT_EQ(volunteers::volunteers(database(), year(), volunteers::Registered::now).size(), 60U);
  EXPECT_EQ(volunteers::teams(database(), year()).size(), 2U);
}

TEST_F(SampleVillage, HasAYearOfWork) {
  EXPECT_EQ(shop::goods(database(), {}, shop::Shelf::offered).size(), 24U);
  EXPECT_EQ(shop::outlets(database()).size(), 1U);
  EXPECT_NEAR(static_cast<double>(count_lines("pts.claim")), 9'000, 450);
  EXPECT_NEAR(static_cast<double>(count("shop.redeem")), 900, 20);
  EXPECT_EQ(count("stock.in"), 12);
  EXPECT_NEAR(static_cast<double>(count_lines("vol.service")), 600, 5);
  std::int64_t reversed = 0;
  for (const shop::RedemptionView& view :
       shop::redemptions_between(database(), year().first, year().last, 2'000)) {
    reversed += view.state == shop::RedemptionState::reversed ? 1 : 0;
  }
  db::Statement& posts = database().cached(
      "SELECT count(*) FROM points_post p JOIN ledger_act a ON a.number = p.act"
      " WHERE a.standing = 1");
  posts.bind();
  ASSERT_TRUE(posts.step());
  reversed += posts.integer(0);
  posts.reset();
  EXPECT_EQ(reversed, 20);
  std::set<std::string> days;
  for (const journal::Event& event : *s_events) {
    EXPECT_GE(event.date, year().first.iso());
    EXPECT_LE(event.date, year().last.iso());
    days.insert(event.date);
  }
  EXPECT_GT(days.size(), 350U);
}

TEST_F(SampleVillage, LeavesNothingToDecide) {
  const journal::Json state = s_book->journal().state();
  EXPECT_EQ(state.find("books")->array_at("todo")->size(), 0U);
}

// At the end, and on every line of every passbook and shelf on the way.
TEST_F(SampleVillage, NoBalanceIsEverNegative) {
  const auto accounts = points::accounts(database());
  EXPECT_EQ(accounts.size(), 220U);
  for (const auto& [household, account] : accounts) {
    EXPECT_FALSE(account.spendable.is_negative()) << household.text();
    for (const ledger::Entry& entry :
         ledger::entries(database(), s_book->journal(), household.text(), ledger::points_unit)) {
      EXPECT_GE(entry.balance, 0) << household.text() << " on " << entry.date;
    }
  }
  for (const shop::GoodsView& goods : shop::goods(database(), {}, shop::Shelf::all)) {
    EXPECT_GE(goods.stock, 0) << goods.name;
    const shop::StockFigure figure = shop::stock_movements(database(), {}, goods.id);
    EXPECT_EQ(figure.stock, goods.stock);
  }
}

// What goes out is what went in: the households hold what was issued and not redeemed.
TEST_F(SampleVillage, PointsAddUp) {
  std::int64_t held = 0;
  for (const auto& [household, account] : points::accounts(database())) {
    held += account.balance.hundredths();
  }
  const auto side = [](std::string_view account) {
    return ledger::balance(database(), account, ledger::points_unit);
  };
  EXPECT_EQ(held + side(ledger::issued) + side(ledger::redeemed), 0);
  EXPECT_GT(side(ledger::redeemed), 0);
}

TEST_F(SampleVillage, NobodyCanBeTakenForARealPerson) {
  for (const journal::Event& event : *s_events) {
    const std::string line = journal::line_of(event);
    EXPECT_EQ(line.find("\"idno\""), std::string::npos);
    EXPECT_EQ(line.find("\"phone\""), std::string::npos);
  }
}

TEST(Sample, TheSameRequestGivesTheSameBytes) {
  const std::string lines = lines_of(made(small_request(7)));
  EXPECT_EQ(lines_of(made(small_request(7))), lines);
  EXPECT_NE(lines_of(made(small_request(8))), lines);
  SampleRequest next_day = small_request(7);
  next_day.last_day = *Date::from_days(last_day().days() + 1);
  EXPECT_NE(lines_of(made(next_day)), lines);
}

TEST(Sample, AnotherSizeIsInProportion) {
  for (const std::int64_t households : {1, 2, 55}) {
    SampleRequest request = small_request(3);
    request.households = households;
    Book book;
    book.journal().add(made(request));
    EXPECT_EQ(roster::counts(book.database()).households, households);
    EXPECT_EQ(roster::counts(book.database()).residents, sample_residents(households));
    EXPECT_EQ(book.journal().state().find("books")->array_at("todo")->size(), 0U);
    for (const auto& [household, account] : points::accounts(book.database())) {
      EXPECT_FALSE(account.spendable.is_negative());
    }
  }
}

TEST(Sample, AnotherNumberOfYearsIsInProportion) {
  SampleRequest request = small_request(3);
  request.households = 11;
  request.years = 2;
  Book book;
  book.journal().add(made(request));
  const auto first = Date::from_days(last_day().days() - 2 * 365 + 1);
  const shop::RedeemedFigure both = shop::redeemed_between(book.database(), *first, last_day());
  EXPECT_GT(both.redemptions, 70);
  EXPECT_EQ(book.journal().state().find("books")->array_at("todo")->size(), 0U);
}

TEST(Sample, WorkIsSpreadOverTheDays) {
  SampleDay day;
  day.days = 365;
  std::int64_t before = 0;
  for (day.index = 0; day.index < day.days; ++day.index) {
    const std::int64_t due = day.due(900);
    EXPECT_GE(due, before);
    EXPECT_LE(due - before, 3);
    before = due;
  }
  EXPECT_EQ(before, 900);
  day.index = 364;
  day.scale_households = 110;
  EXPECT_EQ(day.due(900), 450);
  EXPECT_EQ(day.due_unscaled(12), 12);
}

TEST(Sample, ADeskTakesWhatTheOthersWrote) {
  SampleRoom room{SeededRandom(1), 0, {}};
  room.now = 29'453'760;
  SampleDesk first(room, "村委会电脑", "周敏", "会计");
  SampleDesk second(room, "超市电脑", "孙小燕", "店员");
  village::FoundRequest found;
  found.name = "柳荫村";
  first.expect(village::plan_found(first.context(), found));
  first.introduce();
  second.exchange();
  EXPECT_EQ(second.journal().fingerprint(), first.journal().fingerprint());
  second.introduce();
  EXPECT_NE(second.journal().fingerprint(), first.journal().fingerprint());
  first.exchange();
  EXPECT_EQ(second.journal().fingerprint(), first.journal().fingerprint());
}

TEST(Sample, BeginsWhenTheOldestCanHaveADateOfBirth) {
  const auto ends = [](const char* day, std::int64_t years) {
    SampleRequest request;
    request.last_day = *Date::from_iso(day);
    request.years = years;
    return can_be_made(request);
  };
  EXPECT_TRUE(ends("1996-12-30", 1));
  EXPECT_FALSE(ends("1996-12-29", 1));
  EXPECT_TRUE(ends("2026-09-18", 30));
  EXPECT_FALSE(ends("1900-03-01", 1)) << "the calendar of the books begins with 1900";
  const Date first = *Date::from_iso("1996-01-01");
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    SeededRandom random(seed);
    const SamplePeople people = invent_people(220, random, first);
    std::set<std::string> born;
    for (const journal::Draft& draft : people.drafts) {
      if (draft.kind != "res.set") continue;
      for (const journal::Json& row : *draft.personal->array_at("rows")) {
        born.insert(std::string(*row.string_at("born")));
      }
    }
    EXPECT_GE(*born.begin(), "1900-01-01");
    EXPECT_LT(*born.rbegin(), first.iso()) << "nobody is born on the first day for want of a date";
  }
}

TEST(Sample, EndsTodayUnlessTheClockCannotBeRight) {
  const Date today = *Date::from_iso("2026-09-18");
  EXPECT_EQ(sample_last_day(today), today);
  const Date without_battery = sample_last_day(*Date::from_iso("1970-01-01"));
  EXPECT_EQ(without_battery.iso(), "2025-01-01");
  SampleRequest request;
  request.last_day = without_battery;
  EXPECT_TRUE(can_be_made(request));
}

TEST(Sample, HouseholdsHaveAnAdultHead) {
  SeededRandom random(5);
  const SamplePeople people = invent_people(220, random, *Date::from_iso("2025-09-19"));
  EXPECT_EQ(people.groups, 6);
  EXPECT_EQ(people.households.size(), 220U);
  EXPECT_EQ(people.households.back().group, 6);
  for (const SampleHousehold& household : people.households) {
    EXPECT_FALSE(household.adults.empty());
  }
}

}  // namespace
}  // namespace jishan::app
