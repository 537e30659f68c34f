// Invariants of the set of events over random histories, whatever the kinds mean. The numbers are
// those of docs/decisions: each test names the invariant it proves.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "journal/bundle.h"
#include "support/history.h"
#include "support/noting_fold.h"

namespace jishan::support {
namespace {

using journal::Event;
using journal::Hash;

constexpr int steps = 60;

std::unique_ptr<Laptop> laptop_with(History& history, const std::vector<Event>& events) {
  std::unique_ptr<Laptop> laptop = history.new_laptop();
  laptop->take(events);
  return laptop;
}

std::string exported(const Laptop& laptop) {
  std::string text;
  journal::write_bundle(*laptop.journal, {"test", "", "", 0}, journal::PersonalAreas::all(),
                        [&](std::string_view part) { text += part; });
  return text;
}

std::vector<Event> imported(const std::string& text, bool& is_complete) {
  journal::BundleReader reader;
  reader.feed(text);
  std::vector<Event> events = reader.take_events();
  is_complete = reader.finish().is_complete;
  return events;
}

bool is_closed(const Laptop& laptop, const Hash& h) {
  const auto number = laptop.journal->number_of(h);
  return number && laptop.journal->is_closed(*number);
}

class Invariant : public testing::Test {
 protected:
  // Runs the property over its seeds; a failure names the seed.
  template <class Property>
  void over_histories(std::uint64_t short_rounds, Property property) {
    for (std::uint64_t seed = 1; seed <= rounds(short_rounds); ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      History history(noting_folds, seed);
      history.run(steps);
      property(history);
      if (HasFailure()) return;
    }
  }
};

class Invariant01 : public Invariant {};
class Invariant02 : public Invariant {};
class Invariant03 : public Invariant {};
class Invariant04 : public Invariant {};
class Invariant05 : public Invariant {};
class Invariant06 : public Invariant {};
class Invariant07 : public Invariant {};
class Invariant08 : public Invariant {};
class Invariant18 : public Invariant {};
class Invariant21 : public Invariant {};
class Invariant24 : public Invariant {};
class Invariant25 : public Invariant {};

TEST_F(Invariant01, UnionIsCommutativeAssociativeAndIdempotent) {
  over_histories(8, [](History& history) {
    const std::vector<Event> a = history.any_laptop().events();
    const std::vector<Event> b = history.any_laptop().events();
    const std::vector<Event> c = history.any_laptop().events();
    const auto left = laptop_with(history, a);
    left->take(b);
    left->take(c);
    const auto right = laptop_with(history, c);
    right->take(b);
    right->take(a);
    EXPECT_EQ(left->books(), right->books());
    const std::string before = left->books();
    const std::int64_t count = left->journal->event_count();
    for (const auto& known : {a, b, c}) {
      const journal::AddReport report = left->take(known);
      EXPECT_TRUE(report.kept.empty()) << "an import of what is known leaves nothing to save";
    }
    EXPECT_EQ(left->journal->event_count(), count) << "an import writes no event";
    EXPECT_EQ(left->books(), before);
  });
}

TEST_F(Invariant02, AnyPermutationDuplicationAndPartitionGivesEqualBooks) {
  over_histories(8, [](History& history) {
    const std::vector<Event> all = history.everything();
    const auto straight = laptop_with(history, all);
    const std::vector<Event> mixed = history.shuffled(all);
    const auto pieces = history.new_laptop();
    for (std::size_t at = 0; at < mixed.size();) {
      const std::size_t size = std::min<std::size_t>(1 + history.random.below(9), mixed.size() - at);
      const std::vector<Event> piece(mixed.begin() + static_cast<std::ptrdiff_t>(at),
                                     mixed.begin() + static_cast<std::ptrdiff_t>(at + size));
      pieces->take(piece);
      if (history.random.below(3) == 0) pieces->take(piece);
      at += size;
    }
    EXPECT_EQ(pieces->books(), straight->books());
  });
}

TEST_F(Invariant02, EveryLaptopEndsWithEqualBooks) {
  over_histories(8, [](History& history) {
    history.exchange_all();
    const std::string first = history.laptops[0]->books();
    for (const auto& laptop : history.laptops) EXPECT_EQ(laptop->books(), first);
  });
}

TEST_F(Invariant03, ARebuildChangesNothing) {
  over_histories(8, [](History& history) {
    for (const auto& laptop : history.laptops) {
      const std::string before = laptop->books();
      laptop->journal->rebuild();
      EXPECT_EQ(laptop->books(), before);
    }
  });
}

TEST_F(Invariant04, ExportAndImportGiveTheSameAgain) {
  over_histories(8, [](History& history) {
    for (const auto& laptop : history.laptops) {
      const std::string text = exported(*laptop);
      bool is_complete = false;
      const std::vector<Event> events = imported(text, is_complete);
      EXPECT_TRUE(is_complete);
      const auto copy = laptop_with(history, events);
      EXPECT_EQ(copy->books(), laptop->books());
      EXPECT_EQ(exported(*copy), text);
    }
  });
}

TEST_F(Invariant04, TheSetIsTheUnionOfHashes) {
  over_histories(8, [](History& history) {
    std::set<Hash> expected;
    for (const auto& laptop : history.laptops) {
      for (const Event& event : laptop->events()) expected.insert(event.h);
    }
    const auto all = laptop_with(history, history.everything());
    std::set<Hash> held;
    for (const Event& event : all->events()) held.insert(event.h);
    // What one laptop still waits with, another may know to be misplaced.
    for (const Event& event : history.misplaced()) expected.erase(event.h);
    for (const Event& event : history.misplaced()) held.erase(event.h);
    EXPECT_EQ(held, expected);
  });
}

struct OldVersion final : Folds {
  std::vector<journal::Fold*> in_arrow_order() override { return {}; }
};

TEST_F(Invariant04, UnknownKindsSurviveTwoHopsThroughAnOldVersion) {
  over_histories(8, [](History& history) {
    const Laptop& origin = history.any_laptop();
    std::string text = exported(origin);
    for (int hop = 0; hop < 2; ++hop) {
      Laptop old([](db::Database&, journal::Registers&) { return std::make_unique<OldVersion>(); },
                 history.random.next());
      bool is_complete = false;
      old.journal->set_genesis(history.written()[0].h);
      old.take(imported(text, is_complete));
      EXPECT_EQ(old.lines(), origin.lines());
      text = exported(old);
    }
  });
}

TEST_F(Invariant05, AFileCutAfterAnyLineIsAClosedBook) {
  over_histories(4, [](History& history) {
    history.exchange_all();
    const Laptop& laptop = history.any_laptop();
    const std::string text = exported(laptop);
    for (std::size_t cut = text.find('\n'); cut != std::string::npos; cut = text.find('\n', cut + 1)) {
      bool is_complete = false;
      const auto copy = laptop_with(history, imported(text.substr(0, cut + 1), is_complete));
      for (const Event& event : copy->events()) {
        EXPECT_EQ(is_closed(*copy, event.h), is_closed(laptop, event.h))
            << "only what waits in the whole file waits in a part of it";
      }
    }
  });
}

// Reachability worked out from the parents alone.
std::map<Hash, std::set<Hash>> pasts_of(const std::vector<Event>& events) {
  std::map<Hash, std::set<Hash>> pasts;
  for (const Event& event : events) {
    std::set<Hash>& past = pasts[event.h];
    for (const Hash& parent : event.parents) {
      past.insert(parent);
      const std::set<Hash>& further = pasts[parent];
      past.insert(further.begin(), further.end());
    }
  }
  return pasts;
}

TEST_F(Invariant06, BeforeIsReachabilityAndTheOrderExtendsIt) {
  over_histories(4, [](History& history) {
    const auto laptop = laptop_with(history, history.shuffled(history.everything()));
    std::vector<Event> closed = laptop->events();
    std::erase_if(closed, [&](const Event& event) { return !is_closed(*laptop, event.h); });
    const std::map<Hash, std::set<Hash>> pasts = pasts_of(closed);
    const journal::Journal& journal = *laptop->journal;
    for (std::size_t i = 0; i < closed.size(); ++i) {
      for (std::size_t j = 0; j < closed.size(); ++j) {
        const bool is_before = journal.is_before(*journal.number_of(closed[i].h),
                                                 *journal.number_of(closed[j].h));
        ASSERT_EQ(is_before, pasts.at(closed[j].h).contains(closed[i].h));
        if (!is_before) continue;
        ASSERT_LT(i, j) << "events come in the order (l, h)";
        ASSERT_LT(closed[i].lamport, closed[j].lamport);
      }
    }
  });
}

TEST_F(Invariant07, WhatHasAWrongPlaceNeverEntersAnyBook) {
  std::int64_t tried = 0;
  over_histories(12, [&](History& history) {
    history.exchange_all();
    for (const Event& event : history.misplaced()) {
      for (const auto& laptop : history.laptops) {
        laptop->take({event});
        EXPECT_FALSE(is_closed(*laptop, event.h));
        ++tried;
      }
    }
  });
  EXPECT_GT(tried, 20) << "the histories must hold forgeries";
}

TEST_F(Invariant07, ADamagedLineIsNeverReadAsSomethingElse) {
  over_histories(4, [](History& history) {
    const std::vector<Event> events = history.everything();
    for (int i = 0; i < 200; ++i) {
      std::string line = journal::line_of(events[history.random.below(events.size())]);
      char& byte = line[history.random.below(line.size())];
      byte = static_cast<char>(byte ^ (1 << history.random.below(7)));
      const auto read = journal::event_from_line(line);
      EXPECT_FALSE(read.ok()) << line;
    }
  });
}

TEST_F(Invariant08, WritingAfterAFullExchangeLeavesOneHead) {
  over_histories(8, [](History& history) {
    history.exchange_all();
    Laptop& laptop = history.any_laptop();
    laptop.write(draft_of("test.one"));
    EXPECT_EQ(laptop.journal->heads().size(), 1U);
  });
}

TEST_F(Invariant18, AStrippedBookFillsInToTheFullOne) {
  over_histories(8, [](History& history) {
    const std::vector<Event> full = history.everything();
    std::vector<Event> stripped = full;
    for (Event& event : stripped) event.personal.reset();
    const auto with_names = laptop_with(history, full);
    const auto without = laptop_with(history, stripped);
    EXPECT_EQ(without->journal->fingerprint(), with_names->journal->fingerprint());
    EXPECT_EQ(without->journal->state_digest(), with_names->journal->state_digest());
    EXPECT_NE(with_names->lines().find(canary), std::string::npos);
    EXPECT_EQ(without->lines().find(canary), std::string::npos);
    without->take(history.shuffled(full));
    EXPECT_EQ(without->books(), with_names->books());
  });
}

TEST_F(Invariant18, AForgedPersonalPartIsRefused) {
  over_histories(4, [](History& history) {
    for (const Event& event : history.everything()) {
      if (!event.personal) continue;
      Event changed = event;
      changed.personal->set("name", journal::Json("别人"));
      EXPECT_FALSE(journal::event_from_line(journal::line_of(changed)).ok());
    }
  });
}

TEST_F(Invariant21, ARegisterShowsTheGreatestWriteAndOneWriteClosesAConflict) {
  over_histories(8, [](History& history) {
    history.exchange_all();
    Laptop& laptop = history.any_laptop();
    for (const std::string& household : history.world.households) {
      const auto maximal = laptop.registers->maximal("hh", household, "no", *laptop.journal);
      const auto shown = laptop.registers->shown("hh", household, "no");
      ASSERT_EQ(maximal.empty(), !shown.has_value());
      if (!maximal.empty()) { EXPECT_EQ(maximal.back().value, *shown); }
      const std::string row = R"({"rows":[{"id":")" + household + R"(","f":{"no":"7777"}}]})";
      laptop.write(draft_of("hh.set", json(row)));
      const auto after = laptop.registers->maximal("hh", household, "no", *laptop.journal);
      ASSERT_EQ(after.size(), 1U);
      EXPECT_EQ(*after[0].value.string(), "7777");
    }
  });
}

TEST_F(Invariant24, AnImportStoppedAfterAnyBatchLeavesAClosedSmallerBook) {
  over_histories(4, [](History& history) {
    history.exchange_all();
    const std::vector<Event> all = history.any_laptop().events();
    const auto laptop = history.new_laptop();
    for (std::size_t at = 0; at < all.size(); at += 7) {
      const std::size_t end = std::min(at + 7, all.size());
      laptop->take({all.begin() + static_cast<std::ptrdiff_t>(at),
                    all.begin() + static_cast<std::ptrdiff_t>(end)});
      const auto again = laptop_with(history, laptop->events());
      ASSERT_EQ(again->books(), laptop->books()) << "what was saved opens to the same";
    }
  });
}

TEST_F(Invariant25, PracticeNeverEntersARealBook) {
  over_histories(4, [](History& history) {
    Laptop real(noting_folds, history.random.next());
    real.found("柳荫村", "real");
    const std::string before = real.state();
    real.take(history.everything());
    EXPECT_EQ(real.state(), before);
    EXPECT_EQ(real.journal->heads().size(), 1U);
    for (const Event& event : history.written()) EXPECT_FALSE(is_closed(real, event.h));
  });
}

}  // namespace
}  // namespace jishan::support
