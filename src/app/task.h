// A long task in slices: reading a file, merging, making the sample village. Modal while it
// writes; stopping it leaves nothing half done.
#pragma once

#include <cstdint>

#include "app/happenings.h"

namespace jishan::app {

class App;

struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;  // 0: not known yet
};

class Task {
 public:
  virtual ~Task() = default;
  // True when the happening was this task's (a slice of its file, for instance).
  virtual bool take(App& app, const Happening& happening) = 0;
  // One slice of a few milliseconds. True while there is more to do at once; false when it waits
  // for a happening, for the person, or is finished.
  virtual bool work(App& app) = 0;
  [[nodiscard]] virtual bool is_writing() const = 0;
  [[nodiscard]] virtual Progress progress() const = 0;
};

}  // namespace jishan::app
