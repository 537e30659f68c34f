// Buttons: a verb, an icon, the key that does the same. The primary one is never grey.
#pragma once

#include <string_view>

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/paint.h"

namespace jishan::ui {

enum class ButtonKind { primary, plain, text, danger };
enum class ButtonSize { normal, small, big };
// Only plain buttons, and only where the reason stands beside them.
enum class Enabled { yes, no };

struct ButtonSpec {
  std::string_view label;
  ButtonKind kind = ButtonKind::plain;
  ButtonSize size = ButtonSize::normal;
  Icon icon = Icon::none;
  Chord key{};                 // also pressed by this key; primary ones: Ctrl+Enter if none
  Opening opening{};
  Enabled enabled = Enabled::yes;
  Tri expanded{};              // of one that opens a menu
};

float button_width(const Ui& ui, const ButtonSpec& spec);
float button_height(const Ui& ui, ButtonSize size);
// True when it was pressed by mouse, Enter, Space or its key. The box may be wider than needed.
bool button(Ui& ui, const Rect& box, const ButtonSpec& spec);
// At the right or left end of a bar, as wide as needed; cuts its place off the bar.
bool button_right(Ui& ui, Rect& bar, const ButtonSpec& spec);
bool button_left(Ui& ui, Rect& bar, const ButtonSpec& spec);
// Accent text that leads somewhere.
bool link(Ui& ui, const Rect& box, std::string_view label, Align align = Align::left);
// Only an icon, 28 × 28; the label is for the mirror and the tooltip.
bool icon_button(Ui& ui, const Rect& box, Icon icon, std::string_view label);

// The behaviour under all of these, for further widgets: hover, press, keyboard, focus stop.
struct Pressable {
  bool is_hovered = false;
  bool is_held = false;
  bool is_pressed = false;
};
enum class Reach { by_keyboard, by_mouse_only };
Pressable pressable(Ui& ui, ImGuiID id, const Rect& box, Reach reach = Reach::by_keyboard,
                    Opening opening = Opening::ordinary);

}  // namespace jishan::ui
