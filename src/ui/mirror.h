// The widget table: what the canvas shows, in words. The page copies it for screen readers, tests
// find widgets by it. Rebuilt every frame by the widgets; it must not know any of them.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/paint_log.h"
#include "ui/rect.h"

namespace jishan::ui {

// Names are those of WAI-ARIA 1.2; tests ask for them.
enum class Role {
  alert,         // an error at a field or a strip that must be read now
  button,
  cell,
  checkbox,
  columnheader,
  combobox,      // pickers and drop-downs
  dialog,
  figure,        // a number with its unit; the label says which, the value is the number
  grid,          // a table that is typed into
  gridcell,
  group,         // the marks of a chart
  heading,
  link,
  listbox,
  menuitem,      // an item of the navigation rail, or of a menu
  navigation,
  note,
  option,
  progressbar,
  radio,
  row,
  searchbox,
  spinbutton,    // number fields and quantity steppers
  status,        // save state, toasts, counts that change
  tab,
  table,
  text,
  textbox,
};
std::string_view name_of(Role role);

// A state that is not stated at all differs from one that is off.
enum class Tri { unstated, off, on };

struct MirrorRow {
  ImGuiID id = 0;
  ImGuiID parent = 0;   // the table of a row, the row of a cell, the list of an option; else 0
  Role role{};
  std::string label;
  std::string value;
  std::string description;  // the hint or the error below a field
  Rect box;             // physical pixels, clipped to what is visible
  Tri checked{};
  Tri expanded{};
  Tri selected{};
  bool is_focused = false;
  bool is_disabled = false;
  bool is_invalid = false;
  bool is_readonly = false;
  bool is_required = false;
  bool is_out_of_view = false;  // scrolled away: asking for the focus brings it into view
  // Where it is, for tests of the layout; not told to the page.
  Rect whole;            // also what is not visible of it
  ImGuiID surface = 0;   // see paint_log.h
  bool can_scroll = false;
};

// One letter for each state that is stated: c e s checked, expanded, selected (capital: off),
// d disabled, f focused, i invalid, o read-only, q required, v out of view.
std::string state_letters(const MirrorRow& row);

// An item that Dear ImGui itself handled, as its test hooks report it.
struct HookedItem {
  ImGuiID id = 0;
  Rect box;
  bool takes_text = false;
};

class Mirror {
 public:
  void begin_frame();
  void end_frame();

  // The returned row is good until the next add.
  MirrorRow& add(ImGuiID id, Role role, std::string_view label, const Rect& box);

  // What the last finished frame showed.
  [[nodiscard]] const std::vector<MirrorRow>& rows() const { return m_shown; }
  // Equal digests mean equal tables: nothing to post.
  [[nodiscard]] std::uint64_t digest() const { return m_digest; }
  [[nodiscard]] const MirrorRow* find(Role role, std::string_view label) const;
  [[nodiscard]] const std::vector<HookedItem>& hooked_items() const { return m_shown_hooked; }

  // Counters that tests and benchmarks read.
  [[nodiscard]] std::int64_t frames_drawn() const { return m_frames_drawn; }
  [[nodiscard]] int table_rows_submitted() const { return m_shown_table_rows; }
  void count_table_row() { ++m_table_rows; }

  // From now on every frame's paint is kept.
  void watch_paint() { m_paint = std::make_unique<PaintLog>(); }
  [[nodiscard]] PaintLog* paint() const { return m_paint.get(); }

  // Called by Dear ImGui's hooks.
  void on_hooked_item(const HookedItem& item);
  void on_hooked_text_input(ImGuiID id);

 private:
  std::vector<MirrorRow> m_rows;
  std::vector<MirrorRow> m_shown;
  std::vector<HookedItem> m_hooked;
  std::vector<HookedItem> m_shown_hooked;
  std::uint64_t m_digest = 0;
  std::int64_t m_frames_drawn = 0;
  int m_table_rows = 0;
  int m_shown_table_rows = 0;
  std::unique_ptr<PaintLog> m_paint;
};

// Makes ImGui report its items to this mirror; nullptr ends it. Needs a current context.
void hook_into_imgui(Mirror* mirror);

}  // namespace jishan::ui
