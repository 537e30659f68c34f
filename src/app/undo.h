// Undo rather than ask: each act since the page was opened with the way to take it back, which
// is an opposing event (a reversal, the old value), never an erasure.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "journal/event.h"

namespace jishan::app {

class App;

// Takes an act back; false when the books no longer allow it (it was reversed meanwhile).
using TakeBack = std::function<bool(App&)>;

struct Undoable {
  std::string label;  // for the toast: 已给李桂芳户记 6 分
  TakeBack take_back;
};

// Made from the committed events, because a reversal names them.
using UndoMaker = std::function<Undoable(const std::vector<journal::Event>&)>;

class UndoStack {
 public:
  void push(Undoable act) { m_acts.push_back(std::move(act)); }
  // The person did something that has no way back here: what was done before it is not the last
  // act any more. The opposing event of an undo is no act of its own.
  void on_lasting_act() {
    if (!m_is_undoing) m_acts.clear();
  }
  void clear() { m_acts.clear(); }
  [[nodiscard]] const Undoable* last() const { return m_acts.empty() ? nullptr : &m_acts.back(); }
  // Takes the last act back. False when there is none or it can no longer be taken back.
  bool undo(App& app) {
    if (m_acts.empty()) return false;
    const Undoable act = std::move(m_acts.back());
    m_acts.pop_back();
    m_is_undoing = true;
    const bool is_taken_back = act.take_back(app);
    m_is_undoing = false;
    return is_taken_back;
  }

 private:
  std::vector<Undoable> m_acts;
  bool m_is_undoing = false;
};

}  // namespace jishan::app
