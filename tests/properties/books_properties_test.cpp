// Invariants of the books that all slices together fold from random histories. The number is that
// of the invariant; the seed is printed on failure.
#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "ledger/ledger.h"
#include "ledger/queries.h"
#include "points/queries.h"
#include "shop/queries.h"
#include "support/book_folds.h"
#include "support/history.h"
#include "support/table_rows.h"
#include "support/tally.h"

namespace jishan::support {
namespace {

using journal::Event;
using journal::Hash;
using journal::Json;

constexpr int steps = 90;

std::unique_ptr<Laptop> laptop_with(History& history, const std::vector<Event>& events) {
  std::unique_ptr<Laptop> laptop = history.new_laptop();
  laptop->take(events);
  return laptop;
}

Json books_part(const Laptop& laptop) {
  return *laptop.journal->state().find("books");
}

// The figures without to-dos, which may also speak of what a person should look at.
std::string figures(const Laptop& laptop) {
  Json books = books_part(laptop);
  books.object()->erase("todo");
  return books.canonical();
}

// books.once: key text → [gen, ref, points].
std::map<std::string, Json::Array> counted_lines(const Laptop& laptop) {
  std::map<std::string, Json::Array> counted;
  const Json books = books_part(laptop);
  for (const Json& row : *books.array_at("once")) {
    const Json::Array& cells = *row.array();
    EXPECT_TRUE(counted.emplace(*cells[0].string(), cells).second) << "one line for each key";
  }
  return counted;
}

std::vector<Event> closed_events(const Laptop& laptop) {
  std::vector<Event> events = laptop.events();
  std::erase_if(events, [&](const Event& event) {
    return !laptop.journal->is_closed(*laptop.journal->number_of(event.h));
  });
  return events;
}

journal::Draft reversal(std::string of, std::int64_t gen) {
  return draft_of("ledger.reverse", Json(Json::Object{{"of", Json(std::move(of))},
                                                      {"gen", Json(gen)},
                                                      {"back", Json(0)},
                                                      {"why", Json("typo")}}));
}

journal::Draft opening(const std::string& household, std::int64_t points, std::int64_t gen) {
  const Json line(Json::Array{Json(household), Json(points), Json(gen)});
  return draft_of("pts.grant", Json(Json::Object{{"class", Json("open")},
                                                 {"period", Json("")},
                                                 {"lines", Json(Json::Array{line})}}));
}

class Books : public testing::Test {
 protected:
  // Each seed ends with every laptop holding everything; `property` gets one more that took the
  // events shuffled.
  template <class Property>
  void over_books(std::uint64_t short_rounds, Property property) {
    for (std::uint64_t seed = 1; seed <= rounds(short_rounds); ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      History history(book_folds(), seed);
      history.run(steps);
      const auto laptop = laptop_with(history, history.shuffled(history.everything()));
      property(history, *laptop);
      if (HasFailure()) return;
    }
  }
};

class Invariant02Books : public Books {};
class Invariant03Books : public Books {};
class Invariant10 : public Books {};
class Invariant11 : public Books {};
class Invariant12 : public Books {};
class Invariant13 : public Books {};
class Invariant14 : public Books {};
class Invariant18Books : public Books {};
class Invariant19 : public Books {};
class Invariant21Books : public Books {};
class Invariant22 : public Books {};
class Invariant26 : public Books {};
class Invariant27 : public Books {};
class Invariant29 : public Books {};

TEST_F(Invariant02Books, EveryOrderOfFilesGivesEqualBooksAndToDos) {
  over_books(5, [](History& history, Laptop& laptop) {
    history.exchange_all();
    for (const auto& other : history.laptops) EXPECT_EQ(other->books(), laptop.books());
  });
}

TEST_F(Invariant03Books, IncrementalFoldsEqualARebuildInEverySlice) {
  over_books(5, [](History& history, Laptop&) {
    for (const auto& laptop : history.laptops) {
      const std::string before = laptop->books();
      const auto tables = tables_of(*laptop);
      EXPECT_GT(tables.size(), 8U);
      laptop->journal->rebuild();
      EXPECT_EQ(laptop->books(), before);
      EXPECT_EQ(tables_of(*laptop), tables);
    }
  });
}

TEST_F(Invariant10, WhatCountsOnlyChangesAmongTwinsThatDidNotKnowEachOther) {
  over_books(5, [](History& history, Laptop& all) {
    const auto later = counted_lines(all);
    const auto event_of = [&](const Json& ref) {
      return *all.journal->number_of(*Hash::from_hex(ref.string()->substr(0, 64)));
    };
    for (const auto& laptop : history.laptops) {
      for (const auto& [key, row] : counted_lines(*laptop)) {
        const auto found = later.find(key);
        if (found == later.end() || *found->second[1].integer() != *row[1].integer()) continue;
        if (*found->second[2].string() == *row[2].string()) {
          EXPECT_EQ(found->second[3], row[3]) << "the same line moves the same amount";
          continue;
        }
        const auto then = event_of(row[2]);
        const auto now = event_of(found->second[2]);
        EXPECT_TRUE(all.journal->are_concurrent(then, now)) << key;
      }
    }
  });
}

TEST_F(Invariant11, AKeyHasOneLiveLineAndNoneAfterItsReversal) {
  over_books(5, [](History&, Laptop& laptop) {
    db::Statement twice = laptop.database->prepare(
        "SELECT once_key FROM ledger_act WHERE once_key <> '' AND standing = 0"
        " GROUP BY once_key HAVING count(*) > 1");
    EXPECT_FALSE(twice.bind().step());
    twice.reset();
    for (const auto& [key, row] : counted_lines(laptop)) {
      const std::int64_t gen = *row[1].integer();
      laptop.write(reversal(key, gen));
      const auto after = counted_lines(laptop);
      const auto found = after.find(key);
      if (found != after.end()) { EXPECT_GT(*found->second[1].integer(), gen); }
      EXPECT_GT(ledger::generation_in_force(*laptop.database, key), gen);
    }
  });
}

TEST_F(Invariant12, AReversalRestoresTwiceIsOnceAndNothingRevives) {
  over_books(5, [](History& history, Laptop& laptop) {
    // A household of its own: no forged generation lies in wait there.
    const std::string household = HouseholdId::make(history.random).str();
    laptop.write(draft_of("hh.set", json(R"({"rows":[{"id":")" + household + R"(","f":{}}]})")));
    const std::string key = "pts.grant open  " + household;
    const std::string before = figures(laptop);
    const std::int64_t gen = 1;

    // The same opening balance is entered on two laptops that do not know of each other.
    const auto other = laptop_with(history, laptop.events());
    laptop.write(opening(household, 700, gen));
    EXPECT_NE(figures(laptop), before);
    const Event twin = other->write(opening(household, 700, gen));
    laptop.write(reversal(key, gen));
    EXPECT_EQ(figures(laptop), before);
    laptop.write(reversal(key, gen));
    EXPECT_EQ(figures(laptop), before) << "twice is once";
    laptop.take({twin});
    EXPECT_EQ(figures(laptop), before) << "a twin that arrives later does not revive it";
    laptop.write(opening(household, 500, gen + 1));
    EXPECT_EQ(*counted_lines(laptop).at(key)[3].integer(), 500) << "a re-entry counts";
  });
}

TEST_F(Invariant13, BalancesAreWhatTheEventsAddUpTo) {
  std::int64_t lines = 0;
  over_books(8, [&](History&, Laptop& laptop) {
    const Tally tally = tally_of(closed_events(laptop));
    std::map<std::pair<std::string, std::string>, std::int64_t> held;
    db::Statement rows = laptop.database->prepare("SELECT account, unit, amount FROM ledger_balance");
    rows.bind();
    while (rows.step()) {
      if (rows.integer(2) != 0) held[{rows.str(0), rows.str(1)}] = rows.integer(2);
    }
    auto expected = tally.balances;
    std::erase_if(expected, [](const auto& entry) { return entry.second == 0; });
    EXPECT_EQ(held, expected);
    const auto counted = counted_lines(laptop);
    EXPECT_EQ(counted.size(), tally.counted.size());
    for (const auto& [key, row] : counted) {
      ASSERT_TRUE(tally.counted.contains(key)) << key;
      EXPECT_EQ(*row[1].integer(), tally.counted.at(key).first) << key;
      EXPECT_EQ(*row[2].string(), tally.counted.at(key).second) << key;
    }
    std::map<std::string, std::int64_t> sums;
    for (const auto& [account, amount] : held) sums[account.second] += amount;
    for (const auto& [unit, sum] : sums) EXPECT_EQ(sum, 0) << unit;
    lines += static_cast<std::int64_t>(counted.size());
  });
  EXPECT_GT(lines, 50) << "the histories must hold lines that count";
}

TEST_F(Invariant14, RedemptionsAreNeverDropped) {
  over_books(5, [](History&, Laptop& laptop) {
    for (const auto& [goods, pieces] : tally_of(closed_events(laptop)).given) {
      EXPECT_EQ(ledger::balance(*laptop.database, ledger::given, goods), pieces);
    }
    db::Statement dropped = laptop.database->prepare(
        "SELECT 1 FROM ledger_act a JOIN ledger_transfer t ON t.act = a.number"
        " WHERE t.credit = 'redeemed' AND a.standing NOT IN (0, 1)");
    EXPECT_FALSE(dropped.bind().step()) << "a redemption is live or reversed, never surplus";
  });
}

TEST_F(Invariant18Books, AStrippedBookHasTheSameFigures) {
  over_books(5, [](History& history, Laptop& laptop) {
    std::vector<Event> stripped = history.everything();
    for (Event& event : stripped) event.personal.reset();
    const auto without = laptop_with(history, history.shuffled(stripped));
    EXPECT_EQ(books_part(*without), books_part(laptop));
    without->take(history.shuffled(history.everything()));
    EXPECT_EQ(without->books(), laptop.books());
  });
}

journal::Draft alias(const std::string& a, const std::string& b, int on) {
  const Json fields(Json::Object{{"on", Json(on)}});
  const Json row(Json::Object{{"t", Json("h")}, {"a", Json(a)}, {"b", Json(b)}, {"f", fields}});
  return draft_of("alias.set", Json(Json::Object{{"rows", Json(Json::Array{row})}}));
}

TEST_F(Invariant19, AnAliasThatIsTakenBackNeverWas) {
  over_books(5, [](History& history, Laptop& laptop) {
    const std::string& a = history.world.households[0];
    const std::string& b = history.world.households[1];
    laptop.write(alias(a, b, 0));
    laptop.write(alias(a, history.world.households[2], 0));
    laptop.write(alias(a, history.world.households[3], 0));
    const std::string before = figures(laptop);
    const auto alone = [&](const std::string& household) {
      db::Statement sum = laptop.database->prepare(
          "SELECT coalesce(sum(amount), 0) FROM ledger_balance WHERE account = ? AND unit = 'points'");
      EXPECT_TRUE(sum.bind(household).step());
      return sum.integer(0);
    };
    for (std::size_t i = 1; i < history.world.households.size(); ++i) {
      for (std::size_t j = i + 1; j < history.world.households.size(); ++j) {
        laptop.write(alias(history.world.households[i], history.world.households[j], 0));
      }
    }
    const std::string apart = figures(laptop);
    laptop.write(alias(b, a, 1));
    EXPECT_EQ(ledger::balance(*laptop.database, a, ledger::points_unit), alone(a) + alone(b));
    EXPECT_EQ(ledger::balance(*laptop.database, b, ledger::points_unit), alone(a) + alone(b));
    laptop.write(alias(a, b, 0));
    EXPECT_EQ(figures(laptop), apart);
    EXPECT_EQ(ledger::balance(*laptop.database, a, ledger::points_unit), alone(a));
  });
}

TEST_F(Invariant21Books, OneWriteThatSawAllClosesEveryConflictOfAField) {
  over_books(5, [](History& history, Laptop& laptop) {
    Json rows{Json::Array()};
    for (const std::string& id : history.world.households) {
      rows.push_back(json(R"({"id":")" + id + R"(","f":{"no":"1","grp":1,"head":"","state":"","class":""}})"));
    }
    laptop.write(draft_of("hh.set", Json(Json::Object{{"rows", std::move(rows)}})));
    // A component of aliases has the fields of all its members, written in one event above.
    const Json books = books_part(laptop);
    for (const Json& todo : *books.array_at("todo")) {
      EXPECT_NE(*(*todo.array())[0].string(), "hh-field") << todo.canonical();
    }
  });
}

TEST_F(Invariant22, FoldsDoNotLookAtZoneLocaleClockSettingsOrRules) {
  over_books(8, [](History& history, Laptop& laptop) {
    const std::vector<Event> events = history.everything();
    setenv("TZ", "America/Los_Angeles", 1);
    tzset();
    const char* const locale = std::setlocale(LC_ALL, "C.UTF-8");
    const auto elsewhere = laptop_with(history, events);
    unsetenv("TZ");
    tzset();
    std::setlocale(LC_ALL, "C");
    EXPECT_NE(locale, nullptr);
    EXPECT_EQ(elsewhere->books(), laptop.books());

    const std::string before = figures(laptop);
    laptop.author.minutes = 0;
    laptop.write(draft_of("village.set",
                          json(R"({"rows":[{"f":{"step":50,"rate_fen":9,"gate":"notice","mask":"given",)"
                               R"("caps":[{"by":"hh","per":"ever","of":"pts","max":1}]}}]})")));
    laptop.write(draft_of("rules.publish",
                          json(R"({"name":"新","from":"2020-01-01","prev":"","rules":[{"code":"A1",)"
                               R"("class":"A","type":"fixed","pts":-900,"text":"t"}]})")));
    EXPECT_EQ(figures(laptop), before);
  });
}

TEST_F(Invariant26, WhatIsPersonalStandsInNothingPublic) {
  std::int64_t held = 0;
  over_books(5, [&](History&, Laptop& laptop) {
    const Json state = laptop.journal->state();
    EXPECT_EQ(state.find("books")->canonical().find(canary), std::string::npos);
    if (state.find("people")->canonical().find(canary) != std::string::npos) ++held;
    for (const std::int64_t number : laptop.journal->numbers_in_order()) {
      const std::string line = laptop.journal->line(number, journal::PersonalPart::stripped);
      EXPECT_EQ(line.find(canary), std::string::npos);
    }
  });
  EXPECT_GT(held, 2) << "the canary must be there to be missed elsewhere";
}

TEST_F(Invariant27, EveryFigureIsTheSumOfTheLinesThatItOpens) {
  over_books(5, [](History&, Laptop& laptop) {
    db::Database& database = *laptop.database;
    const Json books = books_part(laptop);
    for (const Json& row : *books.array_at("household")) {
      const Json::Array& cells = *row.array();
      const HouseholdId household = *HouseholdId::from_text(*cells[0].string());
      Points sum;
      for (const points::PassbookRow& line : points::passbook(database, *laptop.journal, household)) {
        sum += Points::hundredths(line.entry.amount);
        EXPECT_EQ(line.entry.balance, sum.hundredths());
      }
      EXPECT_EQ(sum.hundredths(), *cells[4].integer());
    }
    using points::FigureKind;
    for (const FigureKind kind : {FigureKind::balance, FigureKind::gained, FigureKind::deducted,
                                  FigureKind::granted, FigureKind::redeemed}) {
      const points::FigureQuestion question{.kind = kind, .span = {"2026-01-05", "2026-02-20"}};
      Points sum;
      for (const auto& line : points::figure_entries(database, *laptop.journal, question)) {
        sum += Points::hundredths(line.entry.amount);
      }
      EXPECT_EQ(sum, points::figure(database, question)) << static_cast<int>(kind);
    }
    for (const Json& row : *books.array_at("stock")) {
      const Json::Array& cells = *row.array();
      const auto figure = shop::stock_movements(database, *OutletId::from_text(*cells[0].string()),
                                                *GoodsId::from_text(*cells[1].string()));
      std::int64_t sum = 0;
      for (const shop::StockMovement& line : figure.lines) sum += line.quantity;
      EXPECT_EQ(sum, figure.stock);
      EXPECT_EQ(figure.stock, *cells[2].integer());
    }
  });
}

TEST_F(Invariant29, AForgedGenerationNeverCountsTwice) {
  over_books(5, [](History& history, Laptop& laptop) {
    const std::string& household = history.world.households[1];
    const std::string key = "pts.grant open  " + household;
    const std::int64_t gen = ledger::generation_in_force(*laptop.database, key);
    laptop.write(opening(household, 900, gen));
    const std::string before = figures(laptop);
    for (const std::int64_t forged_gen : {gen + 1, gen + 7, std::int64_t{1'000'000'000}}) {
      laptop.write(opening(household, 900, forged_gen));
      EXPECT_EQ(figures(laptop), before) << forged_gen;
    }
  });
}

}  // namespace
}  // namespace jishan::support
