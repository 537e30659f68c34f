// A journal restored from an image of its tables is the journal that was folded from the events, and
// goes on like it: over random histories, cut at every place.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/book_folds.h"
#include "support/history.h"
#include "support/noting_fold.h"

namespace jishan::support {
namespace {

using journal::Event;

// What the journal itself says besides the books.
std::string told(const journal::Journal& journal) {
  std::string text = std::to_string(journal.event_count()) + " events, " +
                     std::to_string(journal.waiting_count()) + " waiting, " +
                     std::to_string(journal.refused_count()) + " refused, " +
                     std::to_string(journal.foreign_count()) + " foreign, " +
                     std::to_string(journal.without_personal_count()) + " without x, newest " +
                     std::to_string(journal.newest_minutes().value_or(0)) + ", locked " +
                     std::to_string(static_cast<int>(journal.is_locked_by_unknown_kind()));
  for (const auto& root : journal.roots()) text += "\nroot " + root.hex();
  for (const auto& missing : journal.missing()) {
    text += "\nmissing " + missing.h.hex() + " " + missing.writer + " " +
            std::to_string(missing.sequence);
  }
  return text;
}

// Who knew what when, over all pairs.
std::string order(const journal::Journal& journal) {
  std::string text;
  const auto numbers = journal.numbers_in_order();
  for (const auto a : numbers) {
    for (const auto b : numbers) {
      const bool are_closed = journal.is_closed(a) && journal.is_closed(b);
      text += !are_closed ? '-' : journal.is_before(a, b) ? '<' : '.';
    }
  }
  return text;
}

void expect_equal(const Laptop& restored, const Laptop& folded) {
  EXPECT_EQ(restored.books(), folded.books());
  EXPECT_EQ(told(*restored.journal), told(*folded.journal));
}

// The events as a laptop may get them: not sorted, some twice.
std::vector<Event> arrived(History& history) {
  std::vector<Event> events = history.everything();
  events.insert(events.end(), history.misplaced().begin(), history.misplaced().end());
  if (history.seed % 2 == 0) events = history.shuffled(std::move(events));
  return events;
}

void cut_everywhere(const MakeFolds& make_folds, History& history, std::size_t step) {
  const std::vector<Event> events = arrived(history);
  const auto whole = history.new_laptop();
  whole->take(events);
  for (std::size_t cut = 1 + history.seed % step; cut <= events.size(); cut += step) {
    SCOPED_TRACE("cut after " + std::to_string(cut) + " of " + std::to_string(events.size()));
    const auto at = events.begin() + static_cast<std::ptrdiff_t>(cut);
    const auto folded = history.new_laptop();
    // In two transactions, so that some numbers were given when their parents were still missing.
    folded->take({events.begin(), events.begin() + static_cast<std::ptrdiff_t>(cut / 2)});
    folded->take({events.begin() + static_cast<std::ptrdiff_t>(cut / 2), at});
    if (folded->journal->is_empty()) continue;
    const auto restored = Laptop::restored_from(make_folds, *folded);
    expect_equal(*restored, *folded);
    EXPECT_EQ(order(*restored->journal), order(*folded->journal));
    restored->take({at, events.end()});
    folded->take({at, events.end()});
    expect_equal(*restored, *folded);
    EXPECT_EQ(restored->state(), whole->state());
    EXPECT_EQ(restored->journal->fingerprint(), whole->journal->fingerprint());
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Restoring, GivesTheJournalBackWhereverTheHistoryIsCut) {
  for (std::uint64_t seed = 1; seed <= rounds(6); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    History history(noting_folds, seed);
    history.run(50);
    cut_everywhere(noting_folds, history, 5);
    if (HasFailure()) return;
  }
}

TEST(Restoring, GivesTheBooksOfAllSlicesBack) {
  for (std::uint64_t seed = 11; seed < 11 + rounds(4); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    History history(book_folds(), seed);
    history.run(70);
    cut_everywhere(book_folds(), history, 29);
    if (HasFailure()) return;
  }
}

TEST(Restoring, WritesOnWhereItStopped) {
  History history(book_folds(), 3);
  history.run(40);
  history.exchange_all();
  const Laptop& folded = history.any_laptop();
  const auto restored = Laptop::restored_from(book_folds(), folded);
  const auto event = restored->write(draft_of("op.set", json(R"({"rows":[]})")));
  EXPECT_EQ(event.lamport, folded.events().back().lamport + 1);
  EXPECT_EQ(restored->journal->heads(), std::vector<journal::Hash>{event.h});
  restored->journal->rebuild();
  const auto again = history.new_laptop();
  again->take(restored->events());
  EXPECT_EQ(restored->books(), again->books());
}

// Rows that contradict each other are noticed; whatever is not noticed here is what the sums of a
// snapshot are for.
TEST(Restoring, HoldsFewerEventsWhereRowsContradictEachOther) {
  const std::vector<std::string> damages = {
      "DELETE FROM journal_event WHERE number = 2",
      "UPDATE journal_event SET number = 100000 WHERE number = 3",
      "UPDATE journal_event SET l = l + 1 WHERE number = 4",
      "UPDATE journal_event SET s = s + 7 WHERE number = 5",
      "UPDATE journal_event SET h = (SELECT h FROM journal_event WHERE number = 1) WHERE number = 2",
      "UPDATE journal_event SET h = x'00' WHERE number = 2",
      "UPDATE journal_event SET parents = x'ffffffff' WHERE number = 3",
      "UPDATE journal_event SET parents = x'000001' WHERE number = 3",
      "UPDATE journal_event SET parents_are_hashes = 1, parents = h WHERE number = 1"};
  for (const std::string& damage : damages) {
    SCOPED_TRACE(damage);
    History history(noting_folds, 5);
    history.run(30);
    const Laptop& folded = history.any_laptop();
    ASSERT_GT(folded.journal->event_count(), 6);
    folded.database->execute(damage);
    const auto restored = Laptop::restored_from(noting_folds, folded);
    const bool is_noticed =
        restored->journal->fingerprint() != folded.journal->fingerprint() ||
        restored->journal->event_count() != folded.journal->event_count() ||
        restored->journal->waiting_count() != folded.journal->waiting_count();
    EXPECT_TRUE(is_noticed);
  }
}

}  // namespace
}  // namespace jishan::support
