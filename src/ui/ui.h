// The interface as the platform sees it: a frame drawn between ImGui::NewFrame and ImGui::Render.
// It reads the program's views and queues commands; it never writes while drawing.
#pragma once

#include <cstdint>
#include <memory>

#include "app/app.h"
#include "app/commands.h"
#include "app/happenings.h"
#include "ui/mirror.h"
#include "ui/theme.h"

namespace jishan::ui {

// What the platform knows about the screen in front of the person. ImGui's DisplaySize is in
// physical pixels and its framebuffer scale is 1.
struct Surface {
  float pixel_ratio = 1;  // device pixels per CSS pixel
  Fonts fonts;
  bool prefers_contrast = false;
  bool prefers_reduced_motion = false;
};

struct InterfaceParts;

class Interface {
 public:
  Interface();
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  // After App::take: files and pasted text belong to the screen that asked for them.
  void hear(app::App& app, const app::Happening& happening);
  // A screen reader goes to a widget of the mirror, by its id: it gets the focus and is scrolled
  // into view. What cannot have the focus is left alone.
  void go_to_widget(ImGuiID id);
  // Whether F6 (1) or Shift+F6 (−1), pressed now, belongs to the browser.
  [[nodiscard]] bool leaves_the_page(int direction) const;
  // Draws one frame. Run commands() when it is drawn.
  void frame(app::App& app, const Surface& surface);

  [[nodiscard]] app::Commands& commands();
  [[nodiscard]] const Mirror& mirror() const;
  // For tests: the mirror keeps what each frame painted.
  void watch_paint();

 private:
  std::unique_ptr<InterfaceParts> m_parts;
};

}  // namespace jishan::ui
