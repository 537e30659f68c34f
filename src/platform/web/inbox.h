// What came in from the page since the last frame, in order. The exports of bridge.cpp fill it,
// the frame empties it; it knows neither widgets nor commands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/happenings.h"
#include "app/ports.h"

namespace jishan::platform {

// Positions are physical pixels of the canvas.
struct PointerMoved {
  int x = 0;
  int y = 0;
  bool by_touch = false;
};
struct PointerLeft {};
struct PointerButton {
  int button = 0;  // 0 left, 1 right, 2 middle
  bool is_down = false;
};
struct WheelTurned {
  int right_hundredths = 0;  // of a notch
  int down_hundredths = 0;
};
struct KeyChanged {
  std::string code;  // as KeyboardEvent.code names it
  bool is_down = false;
};
struct ModifiersChanged {
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool meta = false;
};
struct TextTyped {
  std::string text;
};
struct Pasted {
  std::string text;
};
enum class CopyChord { copy, cut };
struct FocusChanged {
  bool is_focused = false;
};

using InputEvent = std::variant<PointerMoved, PointerLeft, PointerButton, WheelTurned, KeyChanged,
                                ModifiersChanged, TextTyped, Pasted, CopyChord, FocusChanged>;

// How the canvas stands on the screen. Changes take effect at the start of a frame.
struct Surface {
  int width_px = 1;
  int height_px = 1;
  int pixel_ratio_permille = 1000;
  friend bool operator==(const Surface&, const Surface&) = default;
};

struct Preferences {
  bool more_contrast = false;
  bool reduced_motion = false;
};

// What became of the browser's graphics; gone is when they do not come back.
enum class Graphics { restored, lost, gone };

struct Inbox {
  std::vector<InputEvent> input;
  std::vector<app::Happening> happenings;
  std::vector<app::BookListing> books;
  std::vector<app::LocalRecord> local;     // of the book being opened
  std::vector<app::LocalRecord> settings;  // of this computer
  std::optional<std::uint32_t> wanted_widget;  // of the mirror, where a screen reader goes
  Surface surface;
  Preferences preferences;
  std::vector<Graphics> graphics;
};

Inbox& inbox();

}  // namespace jishan::platform
