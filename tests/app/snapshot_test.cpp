// Opening from snapshots over a store that damages them in every way it can: never a wrong book, at
// worst a slower opening.
#include <gtest/gtest.h>

#include <functional>
#include <utility>

#include "app/snapshot_head.h"
#include "app/snapshot_writer.h"
#include "base/checksum.h"
#include "support/sample_store.h"

namespace jishan::app {
namespace {

using testing::Computer;
using testing::FakeStore;

FakeStore::Kept& kept(Computer& computer) {
  return computer.world().store.kept.begin()->second;
}

// Nobody is at work for so long.
void rest(Computer& computer) {
  computer.app().work();
  computer.world().clock.ms += snapshot_rest_ms;
  computer.settle();
}

enum class Accepted { accepted };

// Each an entry of its own, as at the keyboard.
void add_groups(Computer& computer, int count, int first = 1) {
  for (int i = first; i < first + count; ++i) {
    const journal::Json row(journal::Json::Object{
        {"f", journal::Json(journal::Json::Object{{"groups", journal::Json(i)}})}});
    journal::Draft draft;
    draft.kind = "village.set";
    draft.date = "2025-02-19";
    draft.body.set("rows", journal::Json(journal::Json::Array{row}));
    computer.app().perform<Accepted>({.status = Accepted::accepted, .drafts = {draft}});
  }
  computer.settle();
}

// So many that a snapshot is due again, as from a colleague's file.
void add_many(Computer& computer) {
  journal::Draft draft;
  draft.kind = "op.set";
  draft.date = "2025-02-19";
  draft.body.set("rows", journal::Json(journal::Json::Array()));
  computer.app().perform<Accepted>(
      {.status = Accepted::accepted,
       .drafts = std::vector<journal::Draft>(static_cast<std::size_t>(snapshot_events_min), draft)});
  computer.settle();
}

// What a reopened book has to be: told by the records alone.
struct Told {
  std::string fingerprint;
  std::string digest;
  std::string people;
  std::int64_t events = 0;
  friend bool operator==(const Told&, const Told&) = default;
};
Told told(Computer& computer) {
  const journal::Journal& journal = computer.app().book().journal();
  return {journal.fingerprint(), journal.state_digest(), journal.people_digest(),
          journal.event_count()};
}
Told told_by_records(Computer& computer) {
  const auto pieces = std::exchange(kept(computer).pieces, {});
  computer.switch_on();
  kept(computer).pieces = pieces;
  return told(computer);
}

// Switches on and gives how many records were read.
int records_read_at_start(Computer& computer) {
  FakeStore& store = computer.world().store;
  const int before = store.records_read;
  computer.switch_on();
  return store.records_read - before;
}

struct SnapshotTest : ::testing::Test {
  SnapshotTest() {
    computer.world().store = testing::store_with_sample();
    computer.switch_on();
    add_many(computer);
    add_groups(computer, 12);
    all = static_cast<int>(kept(computer).records.size());
    truth = told(computer);
  }
  // The bytes of the only snapshot that there is.
  std::map<std::string, std::string>& pieces() { return kept(computer).pieces; }

  Computer computer{1};
  int all = 0;  // records
  Told truth;
};

TEST_F(SnapshotTest, IsWrittenAtRestAndOpensTheSameBookWithoutItsRecords) {
  ASSERT_GT(truth.events, snapshot_events_min);
  ASSERT_GT(all, 16);
  computer.settle();
  EXPECT_TRUE(pieces().empty());  // somebody may go on working at once
  rest(computer);
  ASSERT_TRUE(pieces().contains("a/head"));
  EXPECT_EQ(records_read_at_start(computer), 1);
  EXPECT_EQ(told(computer), truth);
  EXPECT_EQ(computer.app().phase(), Phase::working);
}

TEST_F(SnapshotTest, WhatCameAfterItIsFoldedOnTopOfIt) {
  rest(computer);
  computer.switch_on();
  add_groups(computer, 5);
  const Told after = told(computer);
  EXPECT_EQ(records_read_at_start(computer), 6);
  EXPECT_EQ(told(computer), after);
  EXPECT_EQ(told_by_records(computer), after);
}

TEST_F(SnapshotTest, IsNotWrittenAnewForAFewEntries) {
  rest(computer);
  const auto before = pieces();
  computer.switch_on();
  add_groups(computer, 3);
  rest(computer);
  EXPECT_EQ(pieces(), before);
}

TEST_F(SnapshotTest, ANewOneTakesTheOtherPlaceAndThenTheOldOneGoes) {
  rest(computer);
  computer.switch_on();
  add_many(computer);
  rest(computer);
  EXPECT_TRUE(pieces().contains("b/head"));
  EXPECT_FALSE(pieces().contains("a/head"));
  const Told after = told(computer);
  EXPECT_EQ(records_read_at_start(computer), 1);
  EXPECT_EQ(told(computer), after);
}

TEST_F(SnapshotTest, AnyDamageCostsNothingButTime) {
  rest(computer);
  const auto whole = pieces();
  SeededRandom random(7);
  const auto opens_as_it_was = [&](const char* damage, const std::string& name) {
    SCOPED_TRACE(std::string(damage) + " of " + name);
    EXPECT_EQ(records_read_at_start(computer), all);
    EXPECT_EQ(told(computer), truth);
    pieces() = whole;
  };
  for (const auto& [name, bytes] : whole) {
    if (name != "a/head" && name != "a/0" && name != "a/" + std::to_string(whole.size() - 2)) {
      continue;  // those between are like them
    }
    char& byte = pieces().at(name)[random.below(bytes.size())];
    byte = static_cast<char>(byte ^ (1 << random.below(8)));
    opens_as_it_was("a flipped bit", name);
    pieces().at(name).resize(random.below(bytes.size()));
    opens_as_it_was("a cut", name);
    pieces().at(name).append(4096, '\0');
    opens_as_it_was("something behind", name);
    pieces().erase(name);
    opens_as_it_was("the loss", name);
    pieces().at(name) = std::string(bytes.size(), '\0');
    opens_as_it_was("zeros instead", name);
  }
}

TEST_F(SnapshotTest, AWholeOneServesWhereTheNewerOneIsDamaged) {
  rest(computer);
  const auto old = pieces();
  computer.switch_on();
  add_many(computer);
  rest(computer);
  const Told after = told(computer);
  pieces().insert(old.begin(), old.end());
  pieces().at("b/1").back() ^= 1;
  EXPECT_LT(records_read_at_start(computer), all);
  EXPECT_EQ(told(computer), after);
}

TEST_F(SnapshotTest, AnOldOnePutBackIsCompletedByTheRecords) {
  rest(computer);
  const auto old = pieces();
  computer.switch_on();
  add_many(computer);
  rest(computer);
  const Told after = told(computer);
  pieces() = old;
  EXPECT_LT(records_read_at_start(computer), all);
  EXPECT_EQ(told(computer), after);
}

TEST_F(SnapshotTest, OneThatKnowsMoreThanTheRecordsIsNotBelieved) {
  const auto older_records = kept(computer).records;
  add_groups(computer, 20);
  rest(computer);
  kept(computer).records = older_records;
  EXPECT_EQ(records_read_at_start(computer), all);
  EXPECT_EQ(told(computer), truth);
}

TEST_F(SnapshotTest, OneOfOtherRecordsUnderTheSameNumbersIsNotBelieved) {
  const auto older_records = kept(computer).records;
  add_groups(computer, 20);
  rest(computer);
  const auto snapshot = pieces();
  kept(computer).records = older_records;
  pieces().clear();
  computer.switch_on();
  add_groups(computer, 25, 2);  // others than those 20
  const Told after = told(computer);
  pieces() = snapshot;
  EXPECT_GT(records_read_at_start(computer), all + 25);
  EXPECT_EQ(told(computer), after);
}

TEST_F(SnapshotTest, OneOfOtherFoldsOrOfAnotherBookIsNotBelieved) {
  rest(computer);
  const auto whole = pieces();
  const auto with = [&](const std::function<void(SnapshotHead&)>& change) {
    auto head = head_from_text(whole.at("a/head"));
    ASSERT_TRUE(head);
    change(*head);
    pieces().at("a/head") = text_of(*head);
    EXPECT_EQ(records_read_at_start(computer), all);
    EXPECT_EQ(told(computer), truth);
    pieces() = whole;
  };
  with([](SnapshotHead& head) { head.folds = checksum_text("another program"); });
  with([](SnapshotHead& head) { head.book = "another"; });
  with([](SnapshotHead& head) { --head.events; });
  with([](SnapshotHead& head) { head.fingerprint.back() = head.fingerprint.back() == '0' ? '1' : '0'; });
  with([](SnapshotHead& head) { head.last = 0; });
  with([](SnapshotHead& head) { head.sums.pop_back(); });
}

TEST_F(SnapshotTest, CutOffWhileBeingWrittenItLeavesTheOneBefore) {
  rest(computer);
  const auto first = pieces();
  computer.switch_on();
  add_many(computer);
  const Told after = told(computer);
  FakeStore& store = computer.world().store;
  const auto records = kept(computer).records;
  bool is_whole = false;
  for (int written = 0; !is_whole; ++written) {
    SCOPED_TRACE("switched off after " + std::to_string(written) + " pieces");
    pieces() = first;
    computer.switch_on();
    computer.app().work();
    computer.world().clock.ms += snapshot_rest_ms;
    for (int piece = 0; piece < written; ++piece) {
      computer.app().work();
      ASSERT_FALSE(store.happenings.empty());
      const Happening put = store.happenings.front();
      store.happenings.pop_front();
      computer.app().take(put);
    }
    store.happenings.clear();
    is_whole = pieces().contains("b/head") && !pieces().contains("a/head");
    EXPECT_TRUE(is_whole || pieces().contains("a/head"));
    EXPECT_LT(records_read_at_start(computer), all);
    EXPECT_EQ(told(computer), after);
    ASSERT_EQ(kept(computer).records, records);
    ASSERT_LT(written, 20);
    if (HasFailure()) return;
  }
}

TEST_F(SnapshotTest, AnEntryMadeMeanwhileBeginsItAnew) {
  computer.app().work();
  computer.world().clock.ms += snapshot_rest_ms;
  computer.app().work();  // the first piece is on its way
  ASSERT_EQ(pieces().size(), 1U);
  add_groups(computer, 1);
  EXPECT_FALSE(pieces().contains("a/head"));
  rest(computer);
  ASSERT_TRUE(pieces().contains("a/head"));
  const Told after = told(computer);
  EXPECT_EQ(records_read_at_start(computer), 1);
  EXPECT_EQ(told(computer), after);
}

TEST_F(SnapshotTest, WaitsWhileSomethingIsNotSaved) {
  FakeStore& store = computer.world().store;
  store.trouble = StoreTrouble::forbidden;
  add_groups(computer, 1);
  rest(computer);
  EXPECT_TRUE(pieces().empty());
  store.trouble.reset();
  computer.app().retry_saving();
  computer.settle();
  rest(computer);
  EXPECT_TRUE(pieces().contains("a/head"));
}

TEST_F(SnapshotTest, MakesRoomForAnEntryWhereTheDiskIsFull) {
  rest(computer);
  ASSERT_FALSE(pieces().empty());
  FakeStore& store = computer.world().store;
  store.trouble = StoreTrouble::no_room;
  add_groups(computer, 1);
  EXPECT_TRUE(pieces().empty());
  store.trouble.reset();
  computer.app().retry_saving();
  add_many(computer);
  rest(computer);
  EXPECT_TRUE(pieces().empty());
  const Told after = told(computer);
  EXPECT_GT(records_read_at_start(computer), all);
  EXPECT_EQ(told(computer), after);
}

TEST_F(SnapshotTest, ABrowserThatKeepsNonePutsUpWithIt) {
  computer.world().store.is_out_of_pieces = true;
  rest(computer);
  rest(computer);
  EXPECT_TRUE(pieces().empty());
  EXPECT_EQ(records_read_at_start(computer), all);
  EXPECT_EQ(told(computer), truth);
}

TEST_F(SnapshotTest, OneThatTheProgramDidNotSurviveIsNotTriedAgain) {
  rest(computer);
  FakeStore& store = computer.world().store;
  EXPECT_EQ(store.setting("snapshot_trial"), "");
  store.put_setting("snapshot_trial", store.kept.begin()->first);
  EXPECT_EQ(records_read_at_start(computer), all);
  EXPECT_EQ(told(computer), truth);
  EXPECT_TRUE(pieces().empty());
  EXPECT_EQ(store.setting("snapshot_trial"), "");
  rest(computer);
  EXPECT_EQ(records_read_at_start(computer), 1);
}

TEST_F(SnapshotTest, NoneIsMadeOfADamagedBook) {
  kept(computer).records.at(2) += "not an event\n";
  computer.switch_on();
  EXPECT_EQ(computer.app().phase(), Phase::recovery);
  rest(computer);
  EXPECT_TRUE(pieces().empty());
}

}  // namespace
}  // namespace jishan::app
