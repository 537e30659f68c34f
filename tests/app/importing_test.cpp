#include "app/importing.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/long_commit.h"
#include "roster/commands.h"
#include "roster/queries.h"
#include "support/computer.h"
#include "village/queries.h"

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

HouseholdId add_household(Computer& computer, const std::string& name) {
  App& app = computer.app();
  roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
  request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = name});
  EXPECT_EQ(app.perform(roster::plan_household(app.context(), request)), roster::HouseholdStatus::accepted);
  computer.settle();
  return request.id;
}

WriterId writer_of(Computer& computer) { return computer.app().session().writer(); }

// A browser's profile was copied to a second computer: both write on under one id.
TEST(Importing, ACopiedLaptopThatMeetsItsTwinBecomesAWriterOfItsOwn) {
  Computer here(1);
  ASSERT_EQ(here.found("柳荫村"), FoundingStatus::accepted);
  Computer twin(2);
  twin.world().store = here.world().store;
  twin.switch_on();
  const WriterId shared = writer_of(here);
  ASSERT_EQ(writer_of(twin), shared);
  add_household(here, "李桂芳");
  add_household(twin, "王建国");

  here.import_bytes(twin.export_bytes());
  const WriterId own = writer_of(here);
  EXPECT_NE(own, shared);
  here.switch_on();
  EXPECT_EQ(writer_of(here), own) << "kept over a restart, before the first entry";
  add_household(here, "赵玉兰");
  twin.import_bytes(here.export_bytes());
  EXPECT_NE(writer_of(twin), shared);
  EXPECT_NE(writer_of(twin), own);
  add_household(twin, "钱志强");
  here.app().end_task();
  here.import_bytes(twin.export_bytes());

  EXPECT_EQ(writer_of(here), own) << "its twin writes under another id by now";
  EXPECT_EQ(here.fingerprint(), twin.fingerprint());
  EXPECT_EQ(here.digest(), twin.digest());
  std::set<std::string> names;
  for (const village::WriterView& writer : village::writers(here.app().book().database(), here.app().book().journal())) {
    names.insert(writer.name);
  }
  EXPECT_EQ(names, (std::set<std::string>{"村委会电脑", "村委会电脑2", "村委会电脑3"}));
}

// An older state of the browser was put back, and a colleague's file brings what was written since.
TEST(Importing, ALaptopThatWasSetBackBecomesAWriterOfItsOwn) {
  Computer here(1);
  ASSERT_EQ(here.found("柳荫村"), FoundingStatus::accepted);
  const auto older = here.world().store;
  add_household(here, "李桂芳");
  Computer colleague(2);
  colleague.import_bytes(here.export_bytes());
  const WriterId before = writer_of(here);
  here.world().store = older;
  here.switch_on();
  here.import_bytes(colleague.export_bytes());
  EXPECT_NE(writer_of(here), before);
  EXPECT_EQ(here.digest(), colleague.digest());
}

TEST(Importing, OnesOwnEntriesThatComeBackChangeNothing) {
  Computer here(1);
  ASSERT_EQ(here.found("柳荫村"), FoundingStatus::accepted);
  add_household(here, "李桂芳");
  const WriterId before = writer_of(here);
  here.import_bytes(here.export_bytes());
  EXPECT_EQ(writer_of(here), before);
}

}  // namespace
}  // namespace jishan::app
