#include "app/sample/task.h"

#include <gtest/gtest.h>

#include "roster/queries.h"
#include "support/computer.h"
#include "village/queries.h"

namespace jishan::app {
namespace {

using testing::Computer;

std::unique_ptr<SampleTask> small_village() {
  SampleRequest request;
  request.households = 12;
  request.last_day = *Date::from_iso("2025-02-19");  // the day of the fake clock
  return std::make_unique<SampleTask>(request);
}

TEST(SampleTask, MakesABookOfItsOwnInPracticeMode) {
  Computer office(1);
  office.app().start_task(small_village());
  office.settle();
  ASSERT_EQ(office.app().phase(), Phase::working);
  db::Database& database = office.app().book().database();
  EXPECT_EQ(village::settings(database).mode, village::Mode::practice);
  EXPECT_EQ(roster::counts(database).households, 12);
  EXPECT_TRUE(office.app().session().has_operator());
  ASSERT_EQ(office.app().books().size(), 1U);
  EXPECT_EQ(office.app().books().front().mode, "practice");
  EXPECT_EQ(office.app().save_state().kind, SaveState::Kind::saved);
}

TEST(SampleTask, IsThrownAwayWithoutATrace) {
  Computer office(2);
  office.app().start_task(small_village());
  office.settle();
  const std::string book = office.app().listing().book;
  office.app().drop_book(book);
  office.settle();
  EXPECT_TRUE(office.app().books().empty());
  EXPECT_FALSE(office.world().store.kept.contains(book));
  EXPECT_EQ(office.app().phase(), Phase::setup);
}

TEST(SampleTask, ComesBackTheSameAfterAReload) {
  Computer office(3);
  office.app().start_task(small_village());
  office.settle();
  const std::string fingerprint = office.fingerprint();
  office.switch_on();
  EXPECT_EQ(office.fingerprint(), fingerprint);
  // Who practises here is remembered, and is not one of the three laptops of the sample.
  EXPECT_EQ(office.app().phase(), Phase::working);
  EXPECT_EQ(office.app().session().laptop_name(), "练习电脑");
}

}  // namespace
}  // namespace jishan::app
