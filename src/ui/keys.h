// Key chords: how they are written on buttons and whether they were pressed. A chord serves one
// widget in a frame; letters belong to a text field while one is active.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace jishan::ui {

struct Chord {
  ImGuiKey key = ImGuiKey_None;
  int mods = 0;  // ImGuiMod_Ctrl | ImGuiMod_Alt | ImGuiMod_Shift

  [[nodiscard]] bool is_none() const { return key == ImGuiKey_None; }
  friend bool operator==(const Chord& a, const Chord& b) {
    return a.key == b.key && a.mods == b.mods;
  }
};

namespace chords {
inline constexpr Chord none{};
inline constexpr Chord primary{ImGuiKey_Enter, ImGuiMod_Ctrl};
inline constexpr Chord find_anything{ImGuiKey_K, ImGuiMod_Ctrl};
inline constexpr Chord award{ImGuiKey_F8, 0};
inline constexpr Chord redeem{ImGuiKey_F9, 0};
inline constexpr Chord help{ImGuiKey_F1, 0};
inline constexpr Chord edit{ImGuiKey_F2, 0};
inline constexpr Chord open_list{ImGuiKey_F4, 0};
inline constexpr Chord enter{ImGuiKey_Enter, 0};
inline constexpr Chord escape{ImGuiKey_Escape, 0};
inline constexpr Chord undo{ImGuiKey_Z, ImGuiMod_Ctrl};
inline constexpr Chord print{ImGuiKey_P, ImGuiMod_Ctrl};
inline constexpr Chord save_now{ImGuiKey_S, ImGuiMod_Ctrl};
inline constexpr Chord export_book{ImGuiKey_E, ImGuiMod_Ctrl};
inline constexpr Chord open_file{ImGuiKey_O, ImGuiMod_Ctrl};
inline constexpr Chord up{ImGuiKey_UpArrow, 0};
inline constexpr Chord down{ImGuiKey_DownArrow, 0};
inline constexpr Chord space{ImGuiKey_Space, 0};
inline constexpr Chord previous_group{ImGuiKey_PageUp, ImGuiMod_Alt};
inline constexpr Chord next_group{ImGuiKey_PageDown, ImGuiMod_Alt};
// Alt+1 … Alt+9, Alt+0.
constexpr Chord screen(int digit) {
  return {static_cast<ImGuiKey>(ImGuiKey_0 + digit), ImGuiMod_Alt};
}
}  // namespace chords

// "Ctrl+Enter", "F8", "Esc".
std::string name_of(Chord chord);

class Keys {
 public:
  void begin_frame() { m_taken.clear(); }

  // True once a frame, for the first who asks. Arrow keys repeat.
  bool take(Chord chord);
  // F3, Ctrl+F, or / outside fields: to the search box of the screen.
  bool take_search();
  // A digit 1–9 outside fields, or 0 when none was pressed.
  int take_digit();
  // Some key that the calling widget already used.
  void mark_taken(Chord chord) { m_taken.push_back(chord); }

 private:
  std::vector<Chord> m_taken;
};

// What was typed and no field has taken yet begins with an ASCII letter or digit.
bool is_letter_typed();
// To be called while drawing: what was typed in this frame comes again in the next, before all that
// was typed later. For what opens in this frame and can take text only then.
void keep_typed_for_next_frame();

}  // namespace jishan::ui
