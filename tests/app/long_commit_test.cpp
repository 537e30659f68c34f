#include "app/long_commit.h"

#include <gtest/gtest.h>

#include <memory>

#include "roster/queries.h"
#include "roster/sheets.h"
#include "support/computer.h"

namespace jishan::app {
namespace {

constexpr int households = 6000;

std::vector<journal::Draft> drafts_of_a_sheet(App& app) {
  Sheet sheet;
  sheet.rows.push_back({{"户号"}, {"姓名"}, {"与户主关系"}});
  for (int i = 1; i <= households; ++i) {
    sheet.rows.push_back({{std::to_string(i)}, {"李桂芳"}, {"户主"}});
  }
  return roster::plan_import(app.context(), roster::preview_roster(app.context(), sheet)).drafts;
}

struct LongCommitTest : ::testing::Test {
  LongCommitTest() {
    computer.found("柳荫村");
    appends_before = computer.world().store.append_count;
    auto owned = std::make_unique<LongCommit>(drafts_of_a_sheet(computer.app()));
    task = owned.get();
    computer.app().start_task(std::move(owned));
  }
  int appends() { return computer.world().store.append_count - appends_before; }
  std::int64_t count() {
    return roster::counts(computer.app().book().database()).households;
  }

  testing::Computer computer{1};
  int appends_before = 0;
  LongCommit* task = nullptr;
};

TEST_F(LongCommitTest, NothingIsSavedBeforeEverythingIsEntered) {
  ASSERT_TRUE(computer.app().work());
  EXPECT_TRUE(task->is_writing());
  EXPECT_GT(task->progress().done, 0);
  EXPECT_LT(task->progress().done, task->progress().total);
  EXPECT_EQ(appends(), 0);
  computer.settle();
  EXPECT_TRUE(task->is_finished());
  EXPECT_EQ(appends(), 1);
  EXPECT_EQ(count(), households);
}

TEST_F(LongCommitTest, AComputerSwitchedOffHalfwayKeepsNothingOfIt) {
  ASSERT_TRUE(computer.app().work());
  computer.switch_on();
  EXPECT_EQ(count(), 0);
}

TEST_F(LongCommitTest, WhatWasEnteredComesBack) {
  computer.settle();
  const std::string before = computer.digest();
  computer.switch_on();
  EXPECT_EQ(computer.digest(), before);
  EXPECT_EQ(count(), households);
}

TEST_F(LongCommitTest, WithoutRoomOnTheDiskItWaits) {
  ASSERT_TRUE(computer.app().work());
  computer.world().store.trouble = StoreTrouble::no_room;
  computer.settle();
  EXPECT_EQ(computer.app().save_state().kind, SaveState::Kind::not_saved);
  computer.world().store.trouble.reset();
  computer.app().retry_saving();
  computer.settle();
  EXPECT_EQ(computer.app().save_state().kind, SaveState::Kind::saved);
  computer.switch_on();
  EXPECT_EQ(count(), households);
}

}  // namespace
}  // namespace jishan::app
