// Turning to another book while entries of the open one are not on the disk yet.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "roster/commands.h"
#include "roster/queries.h"
#include "support/computer.h"

namespace jishan::app {
namespace {

using testing::Computer;

void enter_household(App& app) {
  roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
  request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = "李桂芳"});
  EXPECT_EQ(app.perform(roster::plan_household(app.context(), request)),
            roster::HouseholdStatus::accepted);
}

std::int64_t households(Computer& computer) {
  return roster::counts(computer.app().book().database()).households;
}

struct LeavingTest : ::testing::Test {
  LeavingTest() {
    office.found("柳荫村");
    first = office.app().listing().book;
    office.app().go_to_setup();
    office.found("石桥村");
    second = office.app().listing().book;
  }
  Computer office{1};
  std::string first;
  std::string second;
};

TEST_F(LeavingTest, AnotherBookIsOpenedWhenEverythingIsSaved) {
  enter_household(office.app());
  enter_household(office.app());  // waits for the answer to the first one
  office.app().open_book(first);
  office.settle();
  EXPECT_EQ(office.app().listing().book, first);
  EXPECT_EQ(households(office), 0);
  office.app().open_book(second);
  office.settle();
  EXPECT_EQ(households(office), 2);
}

TEST_F(LeavingTest, WhileTheStoreRefusesTheBookStaysOpen) {
  office.world().store.trouble = StoreTrouble::no_room;
  enter_household(office.app());
  office.settle();
  office.app().open_book(first);
  office.settle();
  EXPECT_EQ(office.app().listing().book, second);
  EXPECT_EQ(households(office), 1);

  office.world().store.trouble.reset();
  office.app().retry_saving();
  office.settle();
  EXPECT_EQ(office.app().listing().book, first);
  office.app().open_book(second);
  office.settle();
  EXPECT_EQ(households(office), 1);
}

TEST_F(LeavingTest, AnotherWindowGetsTheBookWhenEverythingIsSaved) {
  enter_household(office.app());
  office.app().take(HandoverAsked{second});  // before the answer of the store
  EXPECT_TRUE(office.app().has_book());
  office.settle();
  EXPECT_FALSE(office.app().has_book());
  EXPECT_FALSE(office.world().store.is_open());
  EXPECT_EQ(office.app().phase(), Phase::trouble);
  EXPECT_EQ(office.app().trouble(), StoreTrouble::elsewhere);

  office.app().open_book(second, App::Opener::this_window_instead);
  office.settle();
  EXPECT_EQ(office.world().store.taken_over, (std::vector<std::string>{second}));
  EXPECT_EQ(households(office), 1);
}

TEST_F(LeavingTest, WhatIsNotSavedIsNotHandedOver) {
  office.world().store.trouble = StoreTrouble::no_room;
  enter_household(office.app());
  office.settle();
  office.app().take(HandoverAsked{second});
  office.settle();
  EXPECT_EQ(households(office), 1);
  EXPECT_TRUE(office.world().store.is_open());
}

TEST_F(LeavingTest, AnotherBookIsNotThisOnesToHandOver) {
  office.app().take(HandoverAsked{first});
  office.settle();
  EXPECT_EQ(office.app().listing().book, second);
  EXPECT_EQ(office.app().phase(), Phase::working);
}

}  // namespace
}  // namespace jishan::app
