#include "app/sample/task.h"

#include <gtest/gtest.h>

namespace jishan::app {
namespace {

TEST(SampleTask, CanBeStoppedWhileItsDaysAreMadeAndHasWrittenNothing) {
  SampleRequest request;
  request.households = 20;
  request.last_day = Date::from_iso("2025-11-20").value();
  const SampleTask task(request);
  EXPECT_TRUE(task.can_stop());
  EXPECT_FALSE(task.is_writing());
  EXPECT_FALSE(task.is_finished());
}

}  // namespace
}  // namespace jishan::app
