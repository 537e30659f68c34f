// The store of a computer that made a small sample village. Made once for all tests of a program,
// because it takes its time; each begins with a copy.
#pragma once

#include <memory>

#include "app/sample/task.h"
#include "support/computer.h"

namespace jishan::testing {

inline const FakeStore& store_with_sample() {
  static const FakeStore store = [] {
    Computer office(7);
    app::SampleRequest request;
    request.households = 24;
    request.last_day = *Date::from_iso("2025-02-19");  // the day of the fake clock
    office.app().start_task(std::make_unique<app::SampleTask>(request));
    office.settle();
    return office.world().store;
  }();
  return store;
}

}  // namespace jishan::testing
