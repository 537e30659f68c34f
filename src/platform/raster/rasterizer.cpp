#include "platform/raster/rasterizer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace jishan::platform {
namespace {

constexpr Rgba opaque = 0xFF000000U;
// Positions are rounded to this part of a pixel, as graphics chips do: edges then meet exactly.
constexpr std::int64_t subpixels = 256;

std::uint32_t channel(Rgba color, int which) { return (color >> (8 * which)) & 0xFFU; }

// x / 255, rounded; x up to 255 * 255.
std::uint32_t part_of_255(std::uint32_t x) {
  x += 128;
  return (x + (x >> 8)) >> 8;
}

Rgba product(Rgba a, Rgba b) {
  Rgba result = 0;
  for (int i = 0; i < 4; ++i) {
    result |= part_of_255(channel(a, i) * channel(b, i)) << (8 * i);
  }
  return result;
}

Rgba over(Rgba above, Rgba below) {
  const std::uint32_t alpha = channel(above, 3);
  if (alpha == 255) return above;
  Rgba result = opaque;
  for (int i = 0; i < 3; ++i) {
    result |= part_of_255(channel(above, i) * alpha + channel(below, i) * (255 - alpha)) << (8 * i);
  }
  return result;
}

// A quantity that changes linearly over the picture.
struct Plane {
  float at_origin = 0;  // the centre of the picture's first pixel
  float per_x = 0;
  float per_y = 0;

  [[nodiscard]] float at(int x, int y) const {
    return at_origin + per_x * static_cast<float>(x) + per_y * static_cast<float>(y);
  }
  [[nodiscard]] bool is_constant() const { return per_x == 0 && per_y == 0; }
};

// Positive inside the triangle; zero on the edge, which is inside only for the left and upper ones.
struct Edge {
  std::int64_t at_origin = 0;
  std::int64_t per_x = 0;
  std::int64_t per_y = 0;

  // Narrows the pixels from `first` to `last` of row y to those inside.
  void narrow(int y, std::int64_t& first, std::int64_t& last) const {
    const std::int64_t here = at_origin + per_y * y;
    if (per_x == 0) {
      if (here < 0) last = first - 1;
    } else if (per_x > 0) {
      if (here < 0) first = std::max(first, (-here + per_x - 1) / per_x);
    } else if (here < 0) {
      last = first - 1;
    } else {
      last = std::min(last, here / -per_x);
    }
  }
};

struct Corner {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

Corner corner_of(const Vertex& vertex) {
  // Measured from the centre of the first pixel, so that whole numbers are centres.
  const auto fixed = [](float pixels) {
    return static_cast<std::int64_t>(std::lround((pixels - 0.5F) * static_cast<float>(subpixels)));
  };
  return {fixed(vertex.x), fixed(vertex.y)};
}

Edge edge_between(Corner from, Corner to) {
  const std::int64_t dx = to.x - from.x;
  const std::int64_t dy = to.y - from.y;
  const bool takes_its_own = dy < 0 || (dy == 0 && dx > 0);
  // Half open: what lies exactly on a right or lower edge belongs to the neighbour.
  return {dy * from.x - dx * from.y - (takes_its_own ? 0 : 1), -dy * subpixels, dx * subpixels};
}

class Triangle {
 public:
  Triangle(const Vertex& a, const Vertex& b, const Vertex& c) : m_vertices{&a, &b, &c} {
    std::array corners{corner_of(a), corner_of(b), corner_of(c)};
    m_area = area_of(corners);
    if (m_area < 0) {
      std::swap(corners[1], corners[2]);
      std::swap(m_vertices[1], m_vertices[2]);
      m_area = -m_area;
    }
    m_corners = corners;
    for (std::size_t i = 0; i < 3; ++i) m_edges[i] = edge_between(corners[i], corners[(i + 1) % 3]);
  }

  [[nodiscard]] bool is_empty() const { return m_area == 0; }
  [[nodiscard]] int top() const { return pixel_after(extreme(&Corner::y, -1)); }
  [[nodiscard]] int bottom() const { return pixel_after(extreme(&Corner::y, 1) + 1); }
  [[nodiscard]] const std::array<Edge, 3>& edges() const { return m_edges; }

  template <typename Value>
  [[nodiscard]] Plane plane(Value value) const {
    const auto [a, b, c] = std::array{value(*m_vertices[0]), value(*m_vertices[1]), value(*m_vertices[2])};
    if (a == b && b == c) return {a, 0, 0};
    const float to_b = b - a;
    const float to_c = c - a;
    const auto pixels = [](std::int64_t fixed) {
      return static_cast<float>(fixed) / static_cast<float>(subpixels);
    };
    const float bx = pixels(m_corners[1].x - m_corners[0].x);
    const float by = pixels(m_corners[1].y - m_corners[0].y);
    const float cx = pixels(m_corners[2].x - m_corners[0].x);
    const float cy = pixels(m_corners[2].y - m_corners[0].y);
    const float twice_area = bx * cy - cx * by;
    const float per_x = (to_b * cy - to_c * by) / twice_area;
    const float per_y = (to_c * bx - to_b * cx) / twice_area;
    return {a - per_x * pixels(m_corners[0].x) - per_y * pixels(m_corners[0].y), per_x, per_y};
  }

 private:
  static std::int64_t area_of(const std::array<Corner, 3>& corners) {
    const auto [a, b, c] = corners;
    return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  }
  [[nodiscard]] std::int64_t extreme(std::int64_t Corner::*side, int sign) const {
    std::int64_t most = m_corners[0].*side * sign;
    for (const Corner& corner : m_corners) most = std::max(most, corner.*side * sign);
    return most * sign;
  }
  // The first whole pixel at or after this place.
  static int pixel_after(std::int64_t fixed) {
    const std::int64_t down = fixed >= 0 ? fixed / subpixels : -((-fixed + subpixels - 1) / subpixels);
    return static_cast<int>(down * subpixels == fixed ? down : down + 1);
  }

  std::array<const Vertex*, 3> m_vertices;
  std::array<Corner, 3> m_corners;
  std::array<Edge, 3> m_edges;
  std::int64_t m_area = 0;
};

class Sampler {
 public:
  Sampler(const Texture& texture, const Triangle& triangle)
      : m_texture(texture),
        m_x(in_texels(triangle.plane([](const Vertex& vertex) { return vertex.u; }), texture.width)),
        m_y(in_texels(triangle.plane([](const Vertex& vertex) { return vertex.v; }), texture.height)),
        m_is_texel_for_pixel(is_near(m_x.per_x, 1) && is_near(m_y.per_y, 1) && is_near(m_x.per_y, 0) &&
                             is_near(m_y.per_x, 0) && is_near(m_x.at_origin, std::round(m_x.at_origin)) &&
                             is_near(m_y.at_origin, std::round(m_y.at_origin))) {}

  [[nodiscard]] bool is_constant() const { return m_x.is_constant() && m_y.is_constant(); }

  [[nodiscard]] Rgba at(int x, int y) const {
    const float texel_x = m_x.at(x, y);
    const float texel_y = m_y.at(x, y);
    if (m_is_texel_for_pixel) {
      return texel(static_cast<int>(std::lround(texel_x)), static_cast<int>(std::lround(texel_y)));
    }
    const float left = std::floor(texel_x);
    const float top = std::floor(texel_y);
    const auto to_right = static_cast<std::uint32_t>((texel_x - left) * 255.0F + 0.5F);
    const auto to_bottom = static_cast<std::uint32_t>((texel_y - top) * 255.0F + 0.5F);
    const int column = static_cast<int>(left);
    const int line = static_cast<int>(top);
    return mix(mix(texel(column, line), texel(column + 1, line), to_right),
               mix(texel(column, line + 1), texel(column + 1, line + 1), to_right), to_bottom);
  }

 private:
  // Texels count from the centre of the first one.
  static Plane in_texels(Plane plane, int size) {
    const auto factor = static_cast<float>(size);
    return {plane.at_origin * factor - 0.5F, plane.per_x * factor, plane.per_y * factor};
  }
  static bool is_near(float a, float b) { return std::abs(a - b) < 1.0F / 512; }

  [[nodiscard]] Rgba texel(int x, int y) const {
    const int column = std::clamp(x, 0, m_texture.width - 1);
    const int line = std::clamp(y, 0, m_texture.height - 1);
    return m_texture.texels[static_cast<std::size_t>(line) * static_cast<std::size_t>(m_texture.width) +
                            static_cast<std::size_t>(column)];
  }

  static Rgba mix(Rgba a, Rgba b, std::uint32_t part_of_b) {
    if (a == b || part_of_b == 0) return a;
    Rgba result = 0;
    for (int i = 0; i < 4; ++i) {
      result |= part_of_255(channel(a, i) * (255 - part_of_b) + channel(b, i) * part_of_b) << (8 * i);
    }
    return result;
  }

  const Texture& m_texture;
  Plane m_x;
  Plane m_y;
  bool m_is_texel_for_pixel;
};

class Tint {
 public:
  explicit Tint(const Triangle& triangle) {
    for (int i = 0; i < 4; ++i) {
      m_channels[static_cast<std::size_t>(i)] = triangle.plane(
          [i](const Vertex& vertex) { return static_cast<float>(channel(vertex.color, i)); });
    }
  }
  [[nodiscard]] bool is_constant() const {
    return std::all_of(m_channels.begin(), m_channels.end(),
                       [](const Plane& plane) { return plane.is_constant(); });
  }
  [[nodiscard]] Rgba at(int x, int y) const {
    Rgba color = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const float value = std::clamp(m_channels[i].at(x, y), 0.0F, 255.0F);
      color |= static_cast<Rgba>(value + 0.5F) << (8 * i);
    }
    return color;
  }

 private:
  std::array<Plane, 4> m_channels;
};

void fill(Rgba* first, Rgba* end, Rgba color) {
  const std::uint32_t alpha = channel(color, 3);
  if (alpha == 0) return;
  if (alpha == 255) {
    std::fill(first, end, color);
  } else {
    for (Rgba* pixel = first; pixel != end; ++pixel) *pixel = over(color, *pixel);
  }
}

void paint(Picture& picture, const Clip& clip, const Texture& texture, const Triangle& triangle) {
  const Sampler sampler(texture, triangle);
  const Tint tint(triangle);
  const bool has_one_tint = tint.is_constant();
  const Rgba one_tint = tint.at(0, 0);
  const bool is_plain = sampler.is_constant() && has_one_tint;
  const int bottom = std::min(clip.bottom, triangle.bottom());
  for (int y = std::max(clip.top, triangle.top()); y < bottom; ++y) {
    std::int64_t first = clip.left;
    std::int64_t last = clip.right - 1;
    for (const Edge& edge : triangle.edges()) edge.narrow(y, first, last);
    if (first > last) continue;
    Rgba* const row = picture.row(y);
    const int begin = static_cast<int>(first);
    const int end = static_cast<int>(last) + 1;
    if (is_plain) {
      fill(row + begin, row + end, product(one_tint, sampler.at(begin, y)));
      continue;
    }
    for (int x = begin; x < end; ++x) {
      const Rgba texel = sampler.at(x, y);
      if (channel(texel, 3) == 0) continue;
      row[x] = over(product(has_one_tint ? one_tint : tint.at(x, y), texel), row[x]);
    }
  }
}

}  // namespace

void Picture::clear(int width, int height, Rgba color) {
  m_width = width;
  m_height = height;
  m_pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), color | opaque);
}

void paint_triangles(Picture& picture, const Clip& clip, const Texture& texture,
                     std::span<const Vertex> vertices, std::span<const std::uint16_t> indices) {
  const Clip inside{std::max(clip.left, 0), std::max(clip.top, 0),
                    std::min(clip.right, picture.width()), std::min(clip.bottom, picture.height())};
  if (inside.left >= inside.right) return;
  for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
    const Triangle triangle(vertices[indices[i]], vertices[indices[i + 1]], vertices[indices[i + 2]]);
    if (!triangle.is_empty()) paint(picture, inside, texture, triangle);
  }
}

}  // namespace jishan::platform
