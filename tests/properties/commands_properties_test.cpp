// Invariant 23 over random histories: a refused command writes nothing, an accepted one writes
// exactly its events in one transaction, and asking again with the same ids adds nothing.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "points/commands.h"
#include "shop/commands.h"
#include "shop/queries.h"
#include "support/book_folds.h"
#include "support/history.h"
#include "support/table_rows.h"
#include "volunteers/commands.h"

namespace jishan::support {
namespace {

using journal::Event;

constexpr int steps = 80;
constexpr int requests_of_a_kind = 6;
// The acts of a history are dated in the first months of the year.
constexpr std::string_view today = "2026-04-20";

template <class Id>
Id id_of(const std::string& text) {
  return *Id::from_text(text);
}

class Invariant23 : public testing::Test {
 protected:
  void SetUp() override { m_tried.clear(); }

  // Asks, commits what was accepted and asks again.
  template <class Ask>
  void try_command(std::string_view name, Laptop& laptop, Ask ask) {
    SCOPED_TRACE(name);
    const journal::CommandContext context{*laptop.database, *laptop.journal, laptop.random,
                                          laptop.author.minutes, *Date::from_iso(today)};
    const std::string before = laptop.books();
    const auto tables = tables_of(laptop);
    const std::int64_t count = laptop.journal->event_count();
    const std::int64_t revision = laptop.journal->revision();
    const auto plan = ask(context);
    EXPECT_EQ(laptop.journal->revision(), revision) << "planning writes nothing";
    EXPECT_EQ(tables_of(laptop), tables);
    Tried& tried = m_tried[std::string(name)];
    using Status = decltype(plan.status);
    if (plan.status != Status::accepted) {
      EXPECT_TRUE(plan.drafts.empty()) << "a refusal gives nothing to write";
      EXPECT_EQ(laptop.books(), before);
      ++tried.refused;
      return;
    }
    ++tried.accepted;
    EXPECT_FALSE(plan.drafts.empty());
    const std::vector<Event> written = laptop.write(plan.drafts);
    ASSERT_EQ(written.size(), plan.drafts.size());
    EXPECT_EQ(laptop.journal->event_count(), count + static_cast<std::int64_t>(written.size()));
    EXPECT_EQ(laptop.journal->revision(), revision + 1) << "one transaction";
    for (std::size_t i = 0; i < written.size(); ++i) {
      EXPECT_EQ(written[i].kind, plan.drafts[i].kind);
      EXPECT_EQ(written[i].date, plan.drafts[i].date);
      EXPECT_TRUE(laptop.journal->is_closed(*laptop.journal->number_of(written[i].h)));
    }
    const std::string after = laptop.books();
    const auto again = ask(context);
    EXPECT_NE(again.status, Status::accepted) << "a retry adds nothing";
    EXPECT_TRUE(again.drafts.empty());
    EXPECT_EQ(laptop.books(), after);
  }

  struct Tried {
    int accepted = 0;
    int refused = 0;
  };
  std::map<std::string, Tried> m_tried;
};

// Requests over the history's own households and goods, some of them wrong in one field.
class Requests {
 public:
  Requests(History& history, const Laptop& laptop)
      : m_world(history.world), m_random(history.random), m_laptop(laptop) {}

  points::AwardRequest award() {
    points::AwardRequest request{.id = ActId::make(m_random)};
    request.lines.push_back({.household = household(), .code = one_in(5) ? "Z9" : "A1"});
    if (one_in(3)) request.lines.push_back({.household = household(), .code = "A1"});
    request.typed_date = date();
    return request;
  }
  points::OpeningRequest opening() {
    points::OpeningRequest request;
    request.lines.push_back({household(), Points::hundredths(amount() - 200)});
    request.typed_date = date();
    return request;
  }
  points::ReverseEntryRequest reversal() {
    db::Statement acts = m_laptop.database->prepare(
        "SELECT h, line FROM ledger_act WHERE once_key LIKE 'pts.%' ORDER BY h, line");
    std::vector<std::string> refs{std::string(64, '0') + ":0"};
    acts.bind();
    while (acts.step()) {
      refs.push_back(journal::Hash::from_bytes(acts.blob(0)).hex() + ":" +
                     std::to_string(acts.integer(1)));
    }
    return {.ref = refs[m_random.below(refs.size())], .note = one_in(4) ? "" : "记错了"};
  }
  shop::StockInRequest delivery() {
    shop::StockInRequest request{.act = ActId::make(m_random), .typed_date = date()};
    request.lines.push_back({goods(), one_in(5) ? 0 : amount()});
    return request;
  }
  shop::RedeemRequest redemption() {
    const GoodsId what = goods();
    shop::RedeemRequest request{
        .act = ActId::make(m_random), .household = household(), .typed_date = date()};
    request.lines.push_back({what, 1, one_in(5) ? Points::hundredths(1) : price_of(what)});
    return request;
  }
  volunteers::ServiceRequest service() {
    volunteers::ServiceRequest request{.act = ActId::make(m_random), .typed_date = date()};
    request.people.push_back({.resident = id_of<ResidentId>(one_of(m_world.residents)),
                              .minutes = one_in(5) ? -1 : amount()});
    return request;
  }

 private:
  bool one_in(std::uint64_t chances) { return m_random.below(chances) == 0; }
  const std::string& one_of(const std::vector<std::string>& texts) {
    return texts[m_random.below(texts.size())];
  }
  std::int64_t amount() { return static_cast<std::int64_t>(1 + m_random.below(900)); }
  HouseholdId household() {
    return one_in(8) ? HouseholdId::make(m_random) : id_of<HouseholdId>(one_of(m_world.households));
  }
  GoodsId goods() { return id_of<GoodsId>(one_of(m_world.goods)); }
  Points price_of(GoodsId id) {
    const journal::Json fields(m_laptop.registers->shown_fields("goods", id.text()));
    return Points::hundredths(fields.integer_at("price").value_or(0));
  }
  // Some in the future, which commands refuse.
  Date date() { return *Date::from_iso(one_in(6) ? "2026-04-21" : "2026-04-19"); }

  const World& m_world;
  SeededRandom& m_random;
  const Laptop& m_laptop;
};

// What an accepted command needs, written as any laptop would: a rule book, goods with a price.
void make_ready(History& history, Laptop& laptop) {
  laptop.write(draft_of(
      "rules.publish", json(R"({"name":"细则","from":"2026-01-01","prev":"","rules":[{"code":"A1",)"
                            R"("class":"A","type":"fixed","pts":300,"text":"打扫"}]})")));
  for (const std::string& goods : history.world.goods) {
    laptop.write(draft_of("goods.set", json(R"({"rows":[{"id":")" + goods + R"(","f":{"name":")" + goods +
                                            R"(","unit":"袋","price":200,"on":1}}]})")));
  }
  for (const std::string& household : history.world.households) {
    laptop.write(draft_of("hh.set", json(R"({"rows":[{"id":")" + household + R"(","f":{"state":""}}]})")));
  }
  for (const std::string& outlet : history.world.outlets) {
    laptop.write(draft_of("outlet.set", json(R"({"rows":[{"id":")" + outlet + R"(","f":{"name":")" + outlet +
                                             R"(","on":1}}]})")));
  }
  for (const std::string& resident : history.world.residents) {
    laptop.write(draft_of("vol.set", json(R"({"rows":[{"res":")" + resident + R"(","f":{"on":1}}]})")));
  }
}

TEST_F(Invariant23, ACommandWritesAllItsEventsOnceOrNothing) {
  for (std::uint64_t seed = 1; seed <= rounds(4); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    History history(book_folds(), seed);
    history.run(steps);
    const auto laptop = history.new_laptop();
    laptop->take(history.shuffled(history.everything()));
    make_ready(history, *laptop);
    Requests requests(history, *laptop);
    for (int i = 0; i < requests_of_a_kind; ++i) {
      try_command("opening", *laptop, [request = requests.opening()](const auto& context) {
        return points::plan_opening(context, request);
      });
      try_command("award", *laptop, [request = requests.award()](const auto& context) {
        return points::plan_award(context, request);
      });
      try_command("delivery", *laptop, [request = requests.delivery()](const auto& context) {
        return shop::plan_stock_in(context, request);
      });
      try_command("redemption", *laptop, [request = requests.redemption()](const auto& context) {
        return shop::plan_redeem(context, request);
      });
      try_command("service", *laptop, [request = requests.service()](const auto& context) {
        return volunteers::plan_service(context, request);
      });
      try_command("reversal", *laptop, [request = requests.reversal()](const auto& context) {
        return points::plan_reverse_entry(context, request);
      });
    }
    if (HasFailure()) return;
  }
  EXPECT_EQ(m_tried.size(), 6U);
  for (const auto& [name, tried] : m_tried) {
    EXPECT_GT(tried.accepted, 0) << name;
    EXPECT_GT(tried.refused, 0) << name;
  }
}

}  // namespace
}  // namespace jishan::support
