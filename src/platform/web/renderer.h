// Draws one frame of Dear ImGui's draw data on the page's canvas. Which graphics the browser has
// is hidden behind this; it must not know what is drawn.
#pragma once

#include <memory>

struct ImDrawData;

namespace jishan::platform {

class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void draw(ImDrawData& drawn) = 0;
  // The browser took everything away: what was made is gone, not to be deleted.
  virtual void forget() = 0;
  // The browser gave the graphics back; textures are made anew as the next frame asks.
  virtual void restore() = 0;
};

// WebGL2, or else WebGL1; nothing when the browser has neither or cannot draw with it.
std::unique_ptr<Renderer> make_webgl_renderer();

// Draws in memory; nothing when the browser does not even show such a picture.
std::unique_ptr<Renderer> make_cpu_renderer();

// The best of those that the browser allows.
std::unique_ptr<Renderer> make_renderer();

}  // namespace jishan::platform
