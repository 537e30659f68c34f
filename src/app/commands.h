// What screens ask for while they draw; run once the frame is drawn, so that nothing is
// written while drawing.
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace jishan::app {

class App;

class Commands {
 public:
  // Something that writes an entry. Refused as a whole while the store refuses.
  void act(std::function<void(App&)> run) { m_queue.push_back({true, std::move(run)}); }
  // Something that writes no entry: choosing a file, exporting, opening a book.
  void ask(std::function<void(App&)> run) { m_queue.push_back({false, std::move(run)}); }

  struct Queued {
    bool writes = false;
    std::function<void(App&)> run;
  };
  [[nodiscard]] std::vector<Queued> take() { return std::exchange(m_queue, {}); }
  [[nodiscard]] bool is_empty() const { return m_queue.empty(); }

 private:
  std::vector<Queued> m_queue;
};

}  // namespace jishan::app
