// A rectangle in physical pixels that screens cut into pieces: head = rest.cut_top(40).
#pragma once

#include <imgui.h>

#include <algorithm>

namespace jishan::ui {

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] ImVec2 min() const { return {x, y}; }
  [[nodiscard]] ImVec2 max() const { return {x + w, y + h}; }
  [[nodiscard]] ImVec2 center() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool contains(ImVec2 p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  [[nodiscard]] Rect grown(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
  [[nodiscard]] Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
  }
  [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

  // Each takes a piece off one side and keeps the rest.
  Rect cut_top(float size) {
    const float taken = std::min(size, h);
    const Rect piece{x, y, w, taken};
    y += taken;
    h -= taken;
    return piece;
  }
  Rect cut_bottom(float size) {
    const float taken = std::min(size, h);
    h -= taken;
    return {x, y + h, w, taken};
  }
  Rect cut_left(float size) {
    const float taken = std::min(size, w);
    const Rect piece{x, y, taken, h};
    x += taken;
    w -= taken;
    return piece;
  }
  Rect cut_right(float size) {
    const float taken = std::min(size, w);
    w -= taken;
    return {x + w, y, taken, h};
  }

  friend bool operator==(const Rect& a, const Rect& b) {
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
  }
};

}  // namespace jishan::ui
