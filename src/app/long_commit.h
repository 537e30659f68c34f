// Enters many drafts that a slice planned, a few in each frame, and makes them durable together at
// the end: a page that is closed before leaves nothing in the store. It must not know what they say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "app/task.h"
#include "journal/command.h"

namespace jishan::app {

class LongCommit final : public Task {
 public:
  // The drafts do not name one another by their place ("@0").
  explicit LongCommit(std::vector<journal::Draft> drafts) : m_drafts(std::move(drafts)) {}

  bool take(App&, const Happening&) override { return false; }
  bool work(App& app) override;
  [[nodiscard]] bool is_writing() const override { return !m_is_finished; }
  [[nodiscard]] Progress progress() const override {
    return {static_cast<std::int64_t>(m_done), static_cast<std::int64_t>(m_drafts.size())};
  }
  [[nodiscard]] bool is_finished() const { return m_is_finished; }

 private:
  void commit(App& app, std::span<const journal::Draft> drafts);

  std::vector<journal::Draft> m_drafts;
  std::size_t m_done = 0;
  std::vector<std::int64_t> m_numbers;  // of the events so far
  bool m_is_finished = false;
};

}  // namespace jishan::app
