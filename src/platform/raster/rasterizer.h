// Paints textured triangles into a picture in memory by the rules of WebGL, for browsers that have
// none: a pixel belongs to a triangle when its centre lies in it, an edge that two triangles share
// belongs to one of them, colours mix by alpha. It knows neither Dear ImGui nor the browser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace jishan::platform {

// Red in the lowest byte, then green, blue, alpha; not premultiplied.
using Rgba = std::uint32_t;

struct Vertex {
  float x = 0;  // pixels from the picture's left edge
  float y = 0;  // from its top
  float u = 0;  // 0 to 1 over the texture
  float v = 0;
  Rgba color = 0;  // multiplies the texture's
};

// Read between texels by linear interpolation, beyond the edges as at the edges. Not empty.
struct Texture {
  int width = 0;
  int height = 0;
  const Rgba* texels = nullptr;
};

// Whole pixels; right and bottom are the first ones outside.
struct Clip {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

class Picture {
 public:
  // Every pixel in this colour, which is taken as opaque.
  void clear(int width, int height, Rgba color);

  [[nodiscard]] int width() const { return m_width; }
  [[nodiscard]] int height() const { return m_height; }
  // Row by row from the top; all are opaque.
  [[nodiscard]] const std::vector<Rgba>& pixels() const { return m_pixels; }
  [[nodiscard]] Rgba* row(int y) {
    return m_pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
  }

 private:
  int m_width = 0;
  int m_height = 0;
  std::vector<Rgba> m_pixels;
};

// Three indices a triangle, either way round. Positions within ±2^20; the clip may reach beyond the picture.
void paint_triangles(Picture& picture, const Clip& clip, const Texture& texture,
                     std::span<const Vertex> vertices, std::span<const std::uint16_t> indices);

}  // namespace jishan::platform
