// Makes the sample village on this computer, as a long task: its days first, in memory, then a
// book of its own in practice mode. Stopping it while the days are made leaves nothing.
#pragma once

#include <cstddef>

#include "app/sample/builder.h"
#include "app/task.h"

namespace jishan::app {

class SampleTask final : public Task {
 public:
  explicit SampleTask(const SampleRequest& request);

  bool take(App& app, const Happening& happening) override;
  bool work(App& app) override;
  [[nodiscard]] bool is_writing() const override { return m_stage == Stage::writing; }
  [[nodiscard]] Progress progress() const override;
  // Its book is open, with its accountant at the keyboard.
  [[nodiscard]] bool is_finished() const { return m_stage == Stage::finished; }
  [[nodiscard]] bool can_stop() const { return m_stage == Stage::making; }

 private:
  enum class Stage { making, creating, writing, finished };
  void write_batch(App& app);

  SampleBuilder m_builder;
  Stage m_stage = Stage::making;
  std::size_t m_written = 0;
};

}  // namespace jishan::app
