// What a frame painted, in words a test can judge: every line of text with its place and ground, and
// whether it had to be shortened. Nobody keeps it in the running program. It knows no widget.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "ui/rect.h"

namespace jishan::ui {

// How a line of text came through.
enum class Fit {
  whole,
  shortened,  // it ends in an ellipsis
  dropped,    // there was no place for it at all
  squeezed,   // its place is lower than its letters
};

// Whose words they are. The program's own must stand whole; those of the book may be longer than
// any place, and stand whole where they are opened.
enum class Words { own, of_the_book };

struct PaintedText {
  std::string text;
  Rect letters;         // as wide as the text, as high as its letters
  Rect shown;           // the part of it that the window being drawn shows
  ImGuiID surface = 0;  // the page, or the dialog, popup or toast above it
  ImU32 color = 0;
  ImU32 ground = 0;     // the last opaque shape below its middle; 0 when there is none
  Fit fit = Fit::whole;
  Words words = Words::own;
  bool can_scroll = false;  // what is not shown now can be scrolled to
};

class PaintLog {
 public:
  void begin_frame();
  void end_frame();

  void on_fill(const Rect& box, ImU32 color);
  void on_text(std::string_view text, const Rect& letters, ImU32 color, Words words, Fit fit);

  // What the last finished frame painted.
  [[nodiscard]] const std::vector<PaintedText>& texts() const { return m_shown; }

 private:
  struct PaintedFill {
    Rect box;
    ImU32 color = 0;
    ImGuiID surface = 0;
  };
  [[nodiscard]] ImU32 ground_below(ImVec2 at, ImGuiID surface) const;

  std::vector<PaintedFill> m_fills;
  std::vector<PaintedText> m_texts;
  std::vector<PaintedText> m_shown;
};

// The window that nothing but other surfaces cover: a child window belongs to it.
ImGuiID current_surface();
// Whether a window being drawn, or one that holds it, scrolls its content.
bool is_scrolling_content();
// The part of a box that the window being drawn shows; without any width or height: none.
Rect visible_part(const Rect& box);

}  // namespace jishan::ui
