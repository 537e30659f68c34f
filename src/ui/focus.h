// Where the keyboard is: one stop at a time, in the order in which widgets are drawn inside a
// region. ImGui's own navigation is off; only its text fields are told when they become active.
#pragma once

#include <imgui.h>

#include <vector>

#include "ui/rect.h"

namespace jishan::ui {

// In the order of F6 and of the Tab key.
enum class Region { head, body, action_bar, rail, top_bar };

enum class FocusedBy { keyboard, mouse };

// What a stop wants when a screen opens.
enum class Opening {
  ordinary,
  empty_field,  // the first of these gets the focus
  first_list,   // else the first of these
  safe_choice,  // in a dialog: this one
};

// The marks of a chart are many: Tab visits the current one, arrow keys lead to the others.
enum class Tabbing { visited, passed_over };

struct Stop {
  ImGuiID id = 0;
  ImGuiID input = 0;  // ImGui's id of the text field inside, if there is one
  int layer = 0;
  Region region{};
  Opening opening{};
  Rect box;
  Tabbing tabbing{};
};

class Focus {
 public:
  void begin_frame();
  // Works out Tab, Shift+Tab and F6, which belong to nobody else.
  void end_frame();

  // Every widget that can be reached says so while it is drawn. True when it has the focus.
  bool stop(Stop stop);
  [[nodiscard]] bool has(ImGuiID id) const { return id != 0 && m_focused == id; }
  // Fields show their ring always, buttons only when the keyboard brought it.
  [[nodiscard]] bool shows_ring(ImGuiID id) const { return has(id) && m_by == FocusedBy::keyboard; }
  // The stop with the focus is a list: letters mean its search box.
  [[nodiscard]] bool is_in_list() const { return m_is_in_list; }
  [[nodiscard]] ImGuiID focused() const { return m_focused; }

  void give(ImGuiID id, FocusedBy by);
  // Between two frames: a screen reader wants to go there. False for what the last frame did not
  // offer, or what lies under a dialog.
  bool ask_for(ImGuiID id);
  // Between two frames: whether the key for the next region (1; −1 the one before) goes out to the
  // browser, because there is none. Inside, the focus begins at the other end again.
  [[nodiscard]] bool goes_out(int direction) const { return region_step(direction).goes_out; }
  void next() { m_wanted_step = 1; }
  void previous() { m_wanted_step = -1; }
  // Takes back a step that a widget asked for in this frame.
  void stay() { m_wanted_step = 0; }
  // The widget with the focus has used Tab itself in this frame.
  void keep_tab() { m_is_tab_kept = true; }
  // From a search box to the list that it filters.
  void next_list() { m_wants_list = true; }
  // The opening rules apply again at the end of this frame.
  void open_screen() { m_is_opening = true; }
  void clear() { m_focused = 0; }

  // Drawing a dialog: only its stops count until it closes, then the focus goes back.
  void push_layer() { ++m_layer; }
  void pop_layer() { --m_layer; }
  [[nodiscard]] int layer() const { return m_layer; }
  [[nodiscard]] bool is_on_top() const { return m_layer == m_top_layer; }
  void set_region(Region region) { m_region = region; }

 private:
  struct RegionStep {
    ImGuiID first = 0;  // the first stop there; 0 when there is nowhere to go
    bool goes_out = true;
  };

  [[nodiscard]] std::vector<Stop> reachable() const;
  // Those of them that Tab and F6 visit, and the one with the focus.
  [[nodiscard]] std::vector<Stop> visited() const;
  [[nodiscard]] RegionStep region_step(int direction) const;
  void follow_layers();
  void reveal(const Rect& box);
  void open();
  void step(int direction);
  void step_to_list();
  void activate(const Stop& stop);

  std::vector<Stop> m_stops;
  std::vector<ImGuiID> m_below;  // what had the focus under each open dialog
  ImGuiID m_focused = 0;
  FocusedBy m_by{};
  Region m_region{};
  int m_layer = 0;
  int m_top_layer = 0;
  int m_wanted_step = 0;
  bool m_is_tab_kept = false;
  bool m_wants_list = false;
  bool m_is_to_reveal = false;
  bool m_is_in_list = false;
  bool m_is_opening = true;
};

}  // namespace jishan::ui
