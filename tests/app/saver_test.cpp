#include "app/saver.h"

#include <gtest/gtest.h>

#include "support/fake_ports.h"

namespace jishan::app {
namespace {

using testing::FakeWorld;

// Hands the store's answers to the saver until there are none.
void deliver(FakeWorld& world, Saver& saver) {
  while (!world.store.happenings.empty()) {
    const Happening happening = world.store.happenings.front();
    world.store.happenings.pop_front();
    if (const auto* saved = std::get_if<RecordsSaved>(&happening)) saver.on_saved(*saved);
    if (const auto* failed = std::get_if<RecordsNotSaved>(&happening)) saver.on_not_saved(*failed);
  }
}

struct Opened {
  FakeWorld world{1};
  Saver saver{world.store, world.clock};
  Opened() {
    world.store.create("book", Ground::shared);
    world.store.happenings.clear();
    saver.begin_after(0);
  }
};

TEST(Saver, SaysSavedOnlyAfterTheAcknowledgement) {
  Opened opened;
  opened.saver.save({"one\n"});
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::saving);
  EXPECT_EQ(opened.saver.state().unsaved_count, 1);
  deliver(opened.world, opened.saver);
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::saved);
  EXPECT_EQ(opened.saver.state().saved_at, opened.world.clock.minutes);
  EXPECT_EQ(opened.saver.last_saved(), 1);
}

TEST(Saver, KeepsOneAppendInFlightAndTheOrder) {
  Opened opened;
  opened.saver.save({"one\n"});
  opened.saver.save({"two\n"});
  opened.saver.save({"three\n"});
  EXPECT_EQ(opened.world.store.append_count, 1);
  deliver(opened.world, opened.saver);
  const auto& records = opened.world.store.kept["book"].records;
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records.at(1), "one\n");
  EXPECT_EQ(records.at(3), "three\n");
}

TEST(Saver, GathersWhatIsDoneWhileAnAppendIsInFlight) {
  Opened opened;
  for (int command = 1; command <= 5; ++command) {
    opened.saver.save({std::to_string(command) + "\n"}, {{"draft", std::to_string(command)}});
  }
  EXPECT_EQ(opened.world.store.append_count, 1);
  EXPECT_EQ(opened.saver.state().unsaved_count, 5);
  opened.saver.on_saved({1});
  EXPECT_EQ(opened.world.store.append_count, 2);
  EXPECT_EQ(opened.saver.state().unsaved_count, 4);
  deliver(opened.world, opened.saver);
  EXPECT_EQ(opened.world.store.append_count, 2);
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::saved);
  EXPECT_EQ(opened.saver.last_saved(), 5);
  EXPECT_EQ(opened.world.store.kept["book"].records.size(), 5U);
  EXPECT_EQ(opened.world.store.local("draft"), "5");
}

TEST(Saver, ARefusedBatchIsRetriedWithTheSameBytes) {
  Opened opened;
  opened.world.store.trouble = StoreTrouble::closed;
  opened.saver.save({"one\n"});
  opened.saver.save({"two\n"});  // the answer has not come yet
  opened.world.store.trouble.reset();
  deliver(opened.world, opened.saver);
  ASSERT_EQ(opened.saver.state().kind, SaveState::Kind::not_saved);
  EXPECT_EQ(opened.saver.state().unsaved_count, 2);
  opened.saver.retry();
  deliver(opened.world, opened.saver);
  const auto& records = opened.world.store.kept["book"].records;
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records.at(1), "one\n");
  EXPECT_EQ(records.at(2), "two\n");
}

TEST(Saver, AfterARefusalKeepsEverythingAndARetryAddsItOnce) {
  Opened opened;
  opened.world.store.trouble = StoreTrouble::no_room;
  opened.saver.save({"one\n"});
  deliver(opened.world, opened.saver);
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::not_saved);
  EXPECT_EQ(opened.saver.state().trouble, StoreTrouble::no_room);
  EXPECT_FALSE(opened.saver.accepts_commands());
  opened.world.store.trouble.reset();
  opened.saver.retry();
  deliver(opened.world, opened.saver);
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::saved);
  EXPECT_EQ(opened.world.store.kept["book"].records.size(), 1U);
}

TEST(Saver, AnAnswerThatComesAfterGivingUpIsBelieved) {
  Opened opened;
  opened.world.store.trouble = StoreTrouble::no_answer;
  opened.saver.save({"one\n"});
  deliver(opened.world, opened.saver);
  opened.saver.on_saved({1});
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::saved);
  EXPECT_TRUE(opened.saver.accepts_commands());
}

TEST(Saver, ALateRefusalOfAnOlderAppendChangesNothing) {
  Opened opened;
  opened.saver.save({"one\n"});
  deliver(opened.world, opened.saver);
  opened.saver.save({"two\n"});
  opened.saver.on_not_saved({1, StoreTrouble::closed});
  EXPECT_EQ(opened.saver.state().kind, SaveState::Kind::saving);
}

TEST(Saver, WritesOnlyTheLocalRecordsThatChanged) {
  Opened opened;
  std::vector<std::string>& handed = opened.world.store.appended_local;
  opened.saver.save({"one\n"}, {{"writer", "w1"}, {"operator", "o1"}});
  deliver(opened.world, opened.saver);
  EXPECT_EQ(handed, (std::vector<std::string>{"writer", "operator"}));
  handed.clear();
  opened.saver.save({"two\n"}, {{"writer", "w1"}, {"operator", "o1"}});
  deliver(opened.world, opened.saver);
  EXPECT_TRUE(handed.empty());
  opened.saver.save({"three\n"}, {{"writer", "w1"}, {"operator", "o2"}});
  deliver(opened.world, opened.saver);
  EXPECT_EQ(handed, std::vector<std::string>{"operator"});
  EXPECT_EQ(opened.world.store.local("operator"), "o2");
}

TEST(Saver, ARefusedLocalRecordTravelsWithTheRetry) {
  Opened opened;
  opened.world.store.trouble = StoreTrouble::no_room;
  opened.saver.save({"one\n"}, {{"operator", "o1"}});
  deliver(opened.world, opened.saver);
  EXPECT_FALSE(opened.world.store.local("operator"));
  opened.world.store.trouble.reset();
  opened.saver.retry();
  deliver(opened.world, opened.saver);
  EXPECT_EQ(opened.world.store.local("operator"), "o1");
}

TEST(Saver, WritesAllLocalRecordsAgainAfterOneWasLostAndInAnotherBook) {
  Opened opened;
  std::vector<std::string>& handed = opened.world.store.appended_local;
  opened.saver.save({"one\n"}, {{"writer", "w1"}});
  deliver(opened.world, opened.saver);
  opened.saver.on_local_not_saved();
  opened.saver.save({"two\n"}, {{"writer", "w1"}});
  deliver(opened.world, opened.saver);
  opened.world.store.create("other", Ground::shared);
  opened.saver.begin_after(0);
  opened.saver.save({"one\n"}, {{"writer", "w1"}});
  deliver(opened.world, opened.saver);
  EXPECT_EQ(handed.size(), 3U);
  EXPECT_EQ(opened.world.store.local("writer"), "w1");
}

}  // namespace
}  // namespace jishan::app
