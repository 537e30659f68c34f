// A book whose store was lost: what copies and files of it give, and going on with that.
#include "app/recovery.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "app/moving.h"
#include "roster/commands.h"
#include "roster/queries.h"
#include "support/computer.h"

namespace jishan::app {
namespace {

using testing::Computer;
using testing::FakeStore;

void enter_household(App& app) {
  roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
  request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = "李桂芳"});
  EXPECT_EQ(app.perform(roster::plan_household(app.context(), request)),
            roster::HouseholdStatus::accepted);
}

struct RecoveryTest : ::testing::Test {
  RecoveryTest() {
    office.found("柳荫村");
    for (int i = 0; i < 5; ++i) {
      enter_household(office.app());
      office.settle();
    }
    book = office.app().listing().book;
    for (const auto& [number, record] : store().kept[book].records) records.push_back(record);
    truth = office.digest();
    fingerprint = office.fingerprint();
    writer = office.app().session().writer().str();
  }
  FakeStore& store() { return office.world().store; }
  Recovery& recovery() { return office.app().recovery(); }
  // The next start finds the store in this state, and these copies of it.
  void lose(StoreTrouble trouble, std::map<std::string, FakeStore::Copy> copies) {
    store().open_trouble[book] = trouble;
    store().copies[book] = std::move(copies);
    office.switch_on();
  }
  std::vector<std::string> first_records(std::size_t count) const {
    return {records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count)};
  }

  Computer office{1};
  std::string book;
  std::vector<std::string> records;
  std::string truth;
  std::string fingerprint;
  std::string writer;
};

TEST_F(RecoveryTest, AWipedStoreIsNeverAnEmptyBook) {
  for (const StoreTrouble trouble : {StoreTrouble::wiped, StoreTrouble::older,
                                     StoreTrouble::damaged, StoreTrouble::closed}) {
    lose(trouble, {{"spare", {records}}});
    ASSERT_EQ(office.app().phase(), Phase::recovery);
    EXPECT_EQ(recovery().trouble(), trouble);
    ASSERT_EQ(recovery().stage(), Recovery::Stage::ready);
    ASSERT_EQ(recovery().copies().size(), 1U);
    const RecoveryCopy& copy = recovery().copies().front();
    EXPECT_EQ(copy.place, "spare");
    EXPECT_EQ(copy.damage_count, 0);
    EXPECT_EQ(copy.household_count, 5);
    EXPECT_EQ(copy.newest, office.world().clock.minutes);
    EXPECT_TRUE(recovery().is_complete());
  }
}

TEST_F(RecoveryTest, ARestoredBookIsTheSameAndItsLaptopIsANewWriter) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  office.app().restore();
  office.settle();
  ASSERT_EQ(office.app().phase(), Phase::operator_choice);
  EXPECT_EQ(office.digest(), truth);
  EXPECT_EQ(office.fingerprint(), fingerprint);
  EXPECT_NE(office.app().listing().book, book);
  EXPECT_NE(office.app().session().writer().str(), writer);
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);

  // It is there at the next start, and the lost one is not asked for again.
  const std::string restored = office.app().listing().book;
  office.switch_on();
  EXPECT_EQ(office.app().phase(), Phase::operator_choice);
  EXPECT_EQ(office.app().listing().book, restored);
  EXPECT_EQ(office.digest(), truth);
  ASSERT_EQ(office.app().books().size(), 1U);
}

TEST_F(RecoveryTest, TheRestoredBookIsWrittenOnInTheNewStore) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  office.app().restore();
  office.settle();
  office.app().session().introduce_operator("周敏", "会计", office.world().random);
  office.app().operator_chosen();
  enter_household(office.app());
  office.settle();
  const std::string after = office.digest();
  EXPECT_NE(after, truth);
  office.switch_on();
  EXPECT_EQ(office.digest(), after);
  EXPECT_EQ(store().kept[book].records.size(), records.size());
}

TEST_F(RecoveryTest, CopiesGiveTogetherWhatNoneHasAlone) {
  // The store lost its end, the spare copy a record in the middle.
  std::vector<std::string> holed = records;
  holed.erase(holed.begin() + 2);
  lose(StoreTrouble::older, {{"store", {first_records(4)}}, {"spare", {holed, false}}});
  ASSERT_EQ(recovery().copies().size(), 2U);
  for (const RecoveryCopy& copy : recovery().copies()) {
    EXPECT_EQ(copy.damage_count > 0, copy.place == "spare") << copy.place;
    EXPECT_TRUE(copy.is_chosen);
  }
  EXPECT_EQ(recovery().joined().journal().state_digest(), truth);
  EXPECT_TRUE(recovery().is_complete());
  EXPECT_EQ(recovery().joined_figures().damage_count, 0);
}

TEST_F(RecoveryTest, WhatIsNotChosenIsNotJoined) {
  lose(StoreTrouble::older, {{"store", {first_records(4)}}, {"spare", {records}}});
  const auto at = [&](const std::string& place) {
    for (std::size_t i = 0; i < recovery().copies().size(); ++i) {
      if (recovery().copies()[i].place == place) return i;
    }
    return std::size_t{99};
  };
  recovery().choose(at("spare"), false);
  EXPECT_EQ(recovery().stage(), Recovery::Stage::reading);
  office.settle();
  EXPECT_FALSE(recovery().is_complete());
  EXPECT_LT(recovery().joined_figures().household_count, 5);
  recovery().choose(at("spare"), true);
  office.settle();
  EXPECT_TRUE(recovery().is_complete());
}

TEST_F(RecoveryTest, ADamagedLineIsCountedAndCostsOnlyItself) {
  const std::int64_t events = office.app().book().journal().event_count();
  std::vector<std::string> damaged = records;
  damaged.back()[damaged.back().size() / 2] ^= 1;
  lose(StoreTrouble::wiped, {{"spare", {damaged}}});
  EXPECT_GT(recovery().copies().front().damage_count, 0);
  EXPECT_EQ(recovery().joined_figures().event_count, events - 1);
  EXPECT_FALSE(recovery().is_complete());
}

TEST_F(RecoveryTest, ALineThatIsDamagedInTheStoreLeadsHereToo) {
  store().kept[book].records.rbegin()->second[40] ^= 1;
  store().copies[book] = {{"store", {records}}, {"spare", {records}}};
  office.switch_on();
  ASSERT_EQ(office.app().phase(), Phase::recovery);
  EXPECT_EQ(recovery().trouble(), StoreTrouble::damaged);
  office.app().restore();
  office.settle();
  EXPECT_EQ(office.digest(), truth);
}

TEST_F(RecoveryTest, AFileIsACopyToo) {
  const std::string file = office.export_bytes();
  lose(StoreTrouble::wiped, {});
  EXPECT_EQ(recovery().stage(), Recovery::Stage::ready);
  EXPECT_EQ(recovery().joined_figures().event_count, 0);
  office.app().restore();  // there is nothing: the screen stays
  office.settle();
  EXPECT_EQ(office.app().phase(), Phase::recovery);

  office.world().files.offered.push_back({"柳荫村.jishan.json", file});
  office.world().files.choose(FileKind::book);
  office.settle();
  ASSERT_EQ(recovery().copies().size(), 1U);
  EXPECT_EQ(recovery().copies().front().file_name, "柳荫村.jishan.json");
  EXPECT_EQ(recovery().copies().front().damage_count, 0);
  EXPECT_TRUE(recovery().is_complete());
  office.app().restore();
  office.settle();
  EXPECT_EQ(office.digest(), truth);
}

TEST_F(RecoveryTest, AFileOfAnotherVillageOrOfNoBookGivesNothing) {
  Computer other{2};
  other.found("石桥村");
  const std::string foreign = other.export_bytes();
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  office.world().files.offered.push_back({"别村.jishan.json", foreign});
  office.world().files.choose(FileKind::book);
  office.settle();
  ASSERT_EQ(recovery().copies().size(), 2U);
  EXPECT_TRUE(recovery().copies().back().is_foreign);
  EXPECT_FALSE(recovery().copies().back().is_chosen);
  EXPECT_EQ(recovery().joined().journal().state_digest(), truth);

  office.world().files.offered.push_back({"照片.jpg", "not a book"});
  office.world().files.choose(FileKind::book);
  office.settle();
  EXPECT_EQ(recovery().copies().size(), 2U);
  EXPECT_EQ(recovery().file_trouble(), Recovery::FileTrouble::not_a_book);
}

TEST_F(RecoveryTest, WhereNoNewStoreCanBeMadeTheScreenStaysAndAFileCanBeSaved) {
  lose(StoreTrouble::wiped, {{"spare", {records}}});
  store().trouble = StoreTrouble::no_room;
  office.app().restore();
  office.settle();
  EXPECT_EQ(office.app().phase(), Phase::recovery);
  EXPECT_EQ(office.app().moving_trouble(), StoreTrouble::no_room);
  export_recovered(office.app());
  const std::string file = office.world().files.saved.back().bytes;

  store().trouble.reset();
  office.app().restore();
  office.settle();
  EXPECT_EQ(office.digest(), truth);
  EXPECT_EQ(store().kept.size(), 2U);  // the lost one and the new one: no half-made one is left
  EXPECT_EQ(office.import_bytes(file).report().added, 0);
}

// ── The failure machine: a store that breaks off while the book is open ──────────────────────

TEST_F(RecoveryTest, AStoreThatBreaksOffTwiceIsLeftForANewOne) {
  store().broken.insert(book);
  enter_household(office.app());
  office.settle();
  EXPECT_NE(office.app().listing().book, book);
  EXPECT_TRUE(office.app().has_moved());
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
  EXPECT_EQ(office.app().phase(), Phase::working);
  EXPECT_EQ(office.app().session().writer().str(), writer);
  const std::string after = office.digest();

  enter_household(office.app());
  office.settle();
  const std::string further = office.digest();
  EXPECT_NE(after, further);
  office.switch_on();
  EXPECT_EQ(office.digest(), further);
  // The same laptop as before: its local records came along.
  EXPECT_EQ(office.app().session().writer().str(), writer);
}

TEST_F(RecoveryTest, OneFailureAloneIsOnlyTriedAgain) {
  store().fail_once = StoreTrouble::closed;
  enter_household(office.app());
  office.settle();
  EXPECT_EQ(office.app().listing().book, book);
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
}

TEST_F(RecoveryTest, WhereNoNewStoreHelpsMemoryKeepsTheBookUntilOneDoes) {
  store().trouble = StoreTrouble::closed;
  enter_household(office.app());
  office.settle();
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::not_saved);
  EXPECT_EQ(office.app().moving_trouble(), StoreTrouble::closed);
  const std::string unsaved = office.digest();
  EXPECT_EQ(roster::counts(office.app().book().database()).households, 6);

  store().trouble.reset();
  office.app().retry_saving();
  office.settle();
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
  office.switch_on();
  EXPECT_EQ(office.digest(), unsaved);
}

TEST_F(RecoveryTest, WhatIsReadBackDifferentIsNoNewStore) {
  store().trouble.reset();
  store().broken.insert(book);
  store().reads_back_wrong = true;
  enter_household(office.app());
  office.settle();
  EXPECT_EQ(office.app().moving_trouble(), StoreTrouble::damaged);
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::not_saved);
  store().reads_back_wrong = false;
  office.app().retry_saving();
  office.settle();
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
}

TEST_F(RecoveryTest, WithoutGroundOfItsOwnTheNewStoreLiesAmongTheOthers) {
  store().ground_trouble = StoreTrouble::forbidden;
  store().broken.insert(book);
  enter_household(office.app());
  office.settle();
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
  EXPECT_NE(office.app().listing().book, book);
}

TEST_F(RecoveryTest, NoCommandIsRunWhileTheBookIsBeingMoved) {
  store().broken.insert(book);
  enter_household(office.app());
  // Up to the moment at which the new store is being made.
  while (office.app().moving() == nullptr && !store().happenings.empty()) {
    const Happening happening = store().happenings.front();
    store().happenings.pop_front();
    office.app().take(happening);
  }
  ASSERT_NE(office.app().moving(), nullptr);
  bool was_run = false;
  Commands commands;
  commands.act([&](App&) { was_run = true; });
  office.app().run(commands);
  EXPECT_FALSE(was_run);
  office.settle();
  EXPECT_EQ(office.app().moving(), nullptr);
}

}  // namespace
}  // namespace jishan::app
