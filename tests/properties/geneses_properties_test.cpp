// Two books begun apart, and the event that unites them, over random histories of both: what the
// union is must not depend on which of the two a laptop began with, nor on the order of files.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/book_folds.h"
#include "support/history.h"
#include "support/noting_fold.h"
#include "support/table_rows.h"

namespace jishan::support {
namespace {

using journal::Event;
using journal::Hash;

constexpr int steps = 40;
constexpr std::uint64_t other_seed = 1'000'000;

std::vector<Event> joined(std::vector<Event> events, const std::vector<Event>& more) {
  events.insert(events.end(), more.begin(), more.end());
  return events;
}

// Made as its command will make it: by a laptop of the first book that knows both, after
// everything that was closed in either.
Event union_of(const Laptop& first, const Laptop& second) {
  Event unite = *first.journal->find(first.journal->heads().front());
  unite.kind = "village.unite";
  unite.body = json(R"({"other":")" + second.journal->roots()[0].hex() + "\"}");
  unite.personal.reset();
  unite.personal_hash.reset();
  unite.is_critical = false;
  unite.unknown_keys = journal::Json();
  std::vector<Hash> others = first.journal->heads();
  others.erase(others.begin());
  const std::vector<Hash> second_heads = second.journal->heads();
  others.insert(others.end(), second_heads.begin(), second_heads.end());
  std::sort(others.begin(), others.end());
  unite.parents = {unite.h};
  unite.parents.insert(unite.parents.end(), others.begin(), others.end());
  unite.lamport = 0;
  for (const Hash& parent : unite.parents) {
    const Laptop& holder = first.journal->holds(parent) ? first : second;
    unite.lamport = std::max(unite.lamport, holder.journal->find(parent)->lamport + 1);
  }
  ++unite.sequence;
  unite.h = journal::hash_of_event(unite);
  return unite;
}

class Geneses : public testing::Test {
 protected:
  template <class Property>
  void over_pairs(std::uint64_t short_rounds, const MakeFolds& make_folds, Property property) {
    for (std::uint64_t seed = 1; seed <= rounds(short_rounds); ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      History first(make_folds, seed);
      History second(make_folds, seed + other_seed);
      for (History* const history : {&first, &second}) {
        history->run(steps);
        history->exchange_all();
      }
      property(first, second);
      if (HasFailure()) return;
    }
  }
};

class Invariant01Geneses : public Geneses {};
class Invariant02Geneses : public Geneses {};
class Invariant08Geneses : public Geneses {};
class Invariant25Geneses : public Geneses {};

TEST_F(Invariant25Geneses, AnotherVillagesEventsChangeNothing) {
  over_pairs(5, book_folds(), [](History& first, History& second) {
    Laptop& laptop = first.any_laptop();
    const std::string before = laptop.books();
    const auto tables = tables_of(laptop);
    const std::int64_t waiting = laptop.journal->waiting_count();
    const journal::AddReport report = laptop.take(first.shuffled(second.everything()));
    EXPECT_GT(report.foreign, 0);
    EXPECT_EQ(report.added, report.waiting - waiting)
        << "only what waits may yet turn out to be of this village";
    EXPECT_EQ(laptop.journal->roots().size(), 1U);
    EXPECT_EQ(tables_of(laptop), tables);
    if (report.added == 0) { EXPECT_EQ(laptop.books(), before); }
  });
}

TEST_F(Invariant01Geneses, AUnitedBookIsTheSameFromEitherSide) {
  over_pairs(5, book_folds(), [](History& first, History& second) {
    const Laptop& one = *first.laptops[0];
    const Laptop& two = *second.laptops[0];
    const Event unite = union_of(one, two);
    const std::vector<Event> all = joined(joined(one.events(), two.events()), {unite});
    const auto from_first = first.new_laptop();
    const auto from_second = second.new_laptop();
    from_first->take(all);
    from_second->take(first.shuffled(all));
    EXPECT_EQ(from_first->journal->roots().size(), 2U);
    EXPECT_EQ(from_second->journal->roots(), from_first->journal->roots());
    EXPECT_EQ(from_second->books(), from_first->books());
    EXPECT_EQ(tables_of(*from_second), tables_of(*from_first));
    EXPECT_EQ(from_first->journal->heads(), std::vector<Hash>{unite.h});
    EXPECT_TRUE(from_second->take(all).kept.empty());
    from_first->journal->rebuild();
    EXPECT_EQ(from_second->books(), from_first->books());
  });
}

TEST_F(Invariant02Geneses, AnyPartitionAndOrderOfAUnionGivesEqualBooks) {
  over_pairs(5, noting_folds, [](History& first, History& second) {
    const Laptop& one = *first.laptops[0];
    const Laptop& two = *second.laptops[0];
    // Both sides unite without knowing of each other.
    const std::vector<Event> all =
        joined(joined(one.events(), two.events()), {union_of(one, two), union_of(two, one)});
    const auto straight = first.new_laptop();
    straight->take(all);
    EXPECT_EQ(straight->journal->heads().size(), 2U);
    for (int round = 0; round < 3; ++round) {
      const auto pieces = round == 1 ? second.new_laptop() : first.new_laptop();
      const std::vector<Event> mixed = first.shuffled(all);
      for (std::size_t at = 0; at < mixed.size();) {
        const std::size_t end = std::min(at + 1 + first.random.below(12), mixed.size());
        pieces->take({mixed.begin() + static_cast<std::ptrdiff_t>(at),
                      mixed.begin() + static_cast<std::ptrdiff_t>(end)});
        at = end;
      }
      EXPECT_EQ(pieces->books(), straight->books());
    }
  });
}

TEST_F(Invariant08Geneses, WritingAfterAUnionLeavesOneHead) {
  over_pairs(3, noting_folds, [](History& first, History& second) {
    Laptop& laptop = *first.laptops[0];
    const Laptop& two = *second.laptops[0];
    const Event mine = union_of(laptop, two);
    const Event theirs = union_of(two, laptop);
    laptop.take(joined(two.events(), {mine, theirs}));
    EXPECT_EQ(laptop.journal->heads().size(), 2U);
    const Event written = laptop.write(draft_of("test.one"));
    EXPECT_EQ(laptop.journal->heads(), std::vector<Hash>{written.h});
  });
}

}  // namespace
}  // namespace jishan::support
