// What every widget needs while a frame is drawn. It holds no domain state.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/date.h"
#include "ui/column_widths.h"
#include "ui/focus.h"
#include "ui/keys.h"
#include "ui/mirror.h"
#include "ui/strings/keys.h"
#include "ui/theme.h"

namespace jishan::ui {

// By the width that is left for the screen: canvas / (pixel ratio × text size).
enum class Room {
  wide,    // 1180 and more: everything beside each other
  middle,  // 860–1179: details open as their own page, head merges into the top bar
  narrow,  // below 860: one column, rail behind a button
};

struct Ui {
  Theme theme;
  Mirror mirror;
  Focus focus;
  Keys keys;
  ColumnWidths column_widths;
  Language language = Language::zh;
  Room room = Room::wide;
  Date today;
  int offset_minutes = 480;  // of the village, from UTC
  std::int64_t now_ms = 0;  // monotonic
  bool is_motion_reduced = false;
  // Set by whatever shows a popup in this frame; Esc then belongs to it.
  bool is_popup_open = false;
  // The button whose menu is open; 0: none.
  ImGuiID open_menu = 0;

  [[nodiscard]] float px(float measure) const { return theme.px(measure); }
  // The line that icons are drawn with, not rounded: two whole pixels would be a third too many.
  [[nodiscard]] float stroke_px() const { return 1.5F * theme.scale(); }
  [[nodiscard]] const Tokens& color() const { return theme.color(); }

  [[nodiscard]] std::string_view say(Key key) const { return text_of(language, key); }
  // {0}, {1} … in the text are replaced.
  [[nodiscard]] std::string say(Key key, std::initializer_list<std::string_view> values) const {
    return filled_in(text_of(language, key), values);
  }
  // Keys go to the top layer only: what lies under a dialog hears nothing.
  bool pressed(Chord chord) { return focus.is_on_top() && keys.take(chord); }
};

// "4,812" with commas, U+2212 for minus.
std::string count_text(std::int64_t count);
// Names inside ImGui's id stack.
ImGuiID id_of(std::string_view name);

// Keeps ids of equal names apart: rows of a list, two forms.
class IdScope {
 public:
  explicit IdScope(std::string_view name) {
    ImGui::PushID(name.data(), name.data() + name.size());
  }
  explicit IdScope(int number) { ImGui::PushID(number); }
  ~IdScope() { ImGui::PopID(); }
  IdScope(const IdScope&) = delete;
  IdScope& operator=(const IdScope&) = delete;
};

}  // namespace jishan::ui
