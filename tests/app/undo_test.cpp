#include "app/undo.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "roster/commands.h"
#include "support/computer.h"

namespace jishan::app {
namespace {

using testing::Computer;

struct UndoTest : ::testing::Test {
  UndoTest() { office.found("柳荫村"); }

  // A household typed in, with a way back that is noted, or with none.
  void enter(const std::string& name, bool can_undo) {
    App& app = office.app();
    roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
    request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = name});
    const auto plan = roster::plan_household(app.context(), request);
    EXPECT_EQ(plan.status, roster::HouseholdStatus::accepted);
    UndoMaker undo;
    if (can_undo) {
      undo = [this, name](const std::vector<journal::Event>&) {
        return Undoable{name, [this, name](App&) {
                          enter("撤回 " + name, false);  // the opposing event is an entry as well
                          taken_back.push_back(name);
                          return true;
                        }};
      };
    }
    app.perform(plan, undo);
    office.settle();
  }
  bool undo() { return office.app().undo_stack().undo(office.app()); }

  Computer office{1};
  std::vector<std::string> taken_back;
};

TEST_F(UndoTest, OneActAfterTheOtherIsTakenBack) {
  enter("甲", true);
  enter("乙", true);
  EXPECT_TRUE(undo());
  EXPECT_TRUE(undo());
  EXPECT_FALSE(undo());
  EXPECT_EQ(taken_back, (std::vector<std::string>{"乙", "甲"}));
}

TEST_F(UndoTest, WhatStoodBeforeAnActWithoutAWayBackIsNotTheLastAct) {
  enter("甲", true);
  enter("乙", false);
  EXPECT_EQ(office.app().undo_stack().last(), nullptr);
  EXPECT_FALSE(undo());
  EXPECT_TRUE(taken_back.empty());
}

TEST_F(UndoTest, WhoSitsDownNextDoesNotUndoWhatTheOtherDid) {
  enter("甲", true);
  office.app().change_operator();
  EXPECT_FALSE(undo());
}

}  // namespace
}  // namespace jishan::app
