#include "app/importing.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "app/long_commit.h"
#include "roster/commands.h"
#include "roster/queries.h"
#include "support/computer.h"

namespace jishan::app {
namespace {

using testing::Computer;

// More than two batches of a merge.
constexpr std::size_t events_in_file = 4200;

std::string large_file(Computer& colleague) {
  App& app = colleague.app();
  roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
  request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = "李桂芳"});
  const auto plan = roster::plan_household(app.context(), request);
  EXPECT_EQ(plan.status, roster::HouseholdStatus::accepted);
  app.start_task(std::make_unique<LongCommit>(
      std::vector<journal::Draft>(events_in_file, plan.drafts.front())));
  colleague.settle();
  app.end_task();
  return colleague.export_bytes();
}

TEST(Importing, ADiskThatFillsUpHalfwayIsWaitedFor) {
  Computer here(1);
  ASSERT_EQ(here.found("柳荫村"), FoundingStatus::accepted);
  Computer there(2);
  there.import_bytes(here.export_bytes());
  there.app().end_task();
  const std::string file = large_file(there);
  const std::int64_t before = here.app().book().journal().event_count();

  here.world().store.trouble = StoreTrouble::no_room;
  const ImportTask& import = here.import_bytes(file);
  EXPECT_EQ(import.stage(), ImportStage::writing);
  EXPECT_EQ(here.app().save_state().kind, SaveState::Kind::not_saved);
  EXPECT_LT(here.app().book().journal().event_count(), there.app().book().journal().event_count());

  here.world().store.trouble.reset();
  here.app().retry_saving();
  here.settle();
  EXPECT_EQ(import.stage(), ImportStage::finished);
  EXPECT_EQ(here.app().save_state().kind, SaveState::Kind::saved);
  EXPECT_GT(here.app().book().journal().event_count(), before);
  EXPECT_EQ(here.digest(), there.digest());
  here.switch_on();
  EXPECT_EQ(here.digest(), there.digest());
}

}  // namespace
}  // namespace jishan::app
