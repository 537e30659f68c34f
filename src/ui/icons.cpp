#include "ui/icons.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace jishan::ui {
namespace {

// `x y,x y` a polyline, z closes it; R x y w h a rectangle; C cx cy r a circle; D a filled dot.
constexpr std::array<std::string_view, static_cast<std::size_t>(Icon::moon) + 1> drawings{
    "",
    "3 9.5,10 3.5,17 9.5|5 8,5 16.5,15 16.5,15 8|8.5 16.5,8.5 12,11.5 12,11.5 16.5",
    "4 16,4.9 12.4,13 4.3,15.7 7,7.6 15.1 z|11.2 6.1,13.9 8.8",
    "R3 4 14 12|3 8,17 8|3 12,17 12|8 4,8 16|12.5 4,12.5 16",
    "3.5 4,16.5 4,16.5 13.5,10 13.5,6.5 16.8,6.5 13.5,3.5 13.5 z|7 8.7,9.2 10.9,13 7",
    "R3 3.5 14 9.5|6 7,14 7|6 10,11 10|7 13,5.5 17|13 13,14.5 17",
    "4.5 7,15.5 7,16.5 17,3.5 17 z|7.5 9.5,7.5 5.5,8.7 4,11.3 4,12.5 5.5,12.5 9.5",
    "3 6.5,10 3,17 6.5,17 13.5,10 17,3 13.5 z|3 6.5,10 10,17 6.5|10 10,10 17",
    "R4 3 12 14|C10 8 2|6.8 13.8,7.8 11.6,12.2 11.6,13.2 13.8",
    "10 16.2,3.8 10,3.4 7,5 4.6,7.6 4.2,10 6.4,12.4 4.2,15 4.6,16.6 7,16.2 10 z",
    "3.5 6.5,16 6.5|13 3.5,16 6.5,13 9.5|16.5 13.5,4 13.5|7 10.5,4 13.5,7 16.5",
    "3.5 6,5.6 6|9.4 6,16.5 6|C7.5 6 1.9|3.5 14,10.6 14|14.4 14,16.5 14|C12.5 14 1.9",
    "C8.8 8.8 5|12.5 12.5,16.8 16.8",
    "4 10.5,8.2 14.5,16 6",
    "C10 10 7|6.8 10.2,9.2 12.6,13.4 7.8",
    "C10 10 7|10 6,10 10.2,13 12",
    "10 3,17.5 16.5,2.5 16.5 z|10 8,10 12|D10 14.2 1",
    "7 3,13 3,17 7,17 13,13 17,7 17,3 13,3 7 z|10 6.3,10 11|D10 13.6 1",
    "C10 10 7|10 9.2,10 14|D10 6.4 1",
    "5.5 5.5,14.5 14.5|14.5 5.5,5.5 14.5",
    "5.5 8,10 12.5,14.5 8",
    "5.5 12,10 7.5,14.5 12",
    "8 5.5,12.5 10,8 14.5",
    "12 5.5,7.5 10,12 14.5",
    "10 4.5,10 15.5|4.5 10,15.5 10",
    "4.5 10,15.5 10",
    "R3.5 4.5 13 12|3.5 8.5,16.5 8.5|7 2.8,7 6|13 2.8,13 6",
    "6 7.5,6 3.5,14 3.5,14 7.5|6 14,3.5 14,3.5 7.5,16.5 7.5,16.5 14,14 14|R6 11.5 8 5.3",
    "7.5 4,4 7.5,7.5 11|4 7.5,12.5 7.5,15.4 9,16 12,15.4 14.8,13 16,8 16",
    "R4.5 4.5 11 8.5|2.5 16,17.5 16",
    "3 5,8 5,10 7,17 7,17 16,3 16 z",
    "5 3,12 3,15.5 6.5,15.5 17,5 17 z|12 3,12 6.5,15.5 6.5",
    "10 12.5,10 3.5|6.5 7,10 3.5,13.5 7|4 11,4 16.5,16 16.5,16 11",
    "10 3.5,10 12.5|6.5 9,10 12.5,13.5 9|4 11,4 16.5,16 16.5,16 11",
    "R4.5 9 11 8|7 9,7 6.2,8.5 4.2,11.5 4.2,13 6.2,13 9",
    "C10 7 3|4.5 16.5,6 12.8,14 12.8,15.5 16.5",
    "5 17.5,5 3.5,15 3.5,12.2 7,15 10.5,5 10.5",
    "R3 4.5 14 11|C7 8.2 1.3|4 15,9 10.5,12 13,14 11.2,16.8 14",
    "C10 10 7|5.2 14.8,14.8 5.2",
    "3.5 3.5,14 3.5,16.5 6,16.5 16.5,3.5 16.5 z|R6.5 11 7 5.5|7 3.5,7 7,12 7,12 3.5",
    "12.5 3.4,9 5,7.2 8,7.2 11.4,9 14.4,12.4 16,15.8 15.4,12.6 16.8,8.6 16.6,5.2 14.4,3.6 10.6,"
    "4.2 6.8,6.8 4,10.4 2.9 z",
};

enum class Shape { open_line, closed_line, rectangle, circle, dot };
struct Stroke {
  Shape shape{};
  std::vector<float> numbers;
};
using Drawing = std::vector<Stroke>;

// Decimal numbers of the drawings above: digits with at most one point (libc++ 13 has no
// from_chars for floating point).
float number_of(std::string_view text) {
  const std::size_t point = text.find('.');
  int whole = 0;
  std::from_chars(text.data(), text.data() + std::min(point, text.size()), whole);
  if (point == std::string_view::npos) return static_cast<float>(whole);
  int part = 0;
  std::from_chars(text.data() + point + 1, text.data() + text.size(), part);
  const auto digits = static_cast<float>(text.size() - point - 1);
  return static_cast<float>(whole) + static_cast<float>(part) / std::pow(10.0F, digits);
}

Stroke stroke_of(std::string_view text) {
  Stroke stroke;
  switch (text.front()) {
    case 'R': stroke.shape = Shape::rectangle; text.remove_prefix(1); break;
    case 'C': stroke.shape = Shape::circle; text.remove_prefix(1); break;
    case 'D': stroke.shape = Shape::dot; text.remove_prefix(1); break;
    default: break;
  }
  if (text.back() == 'z') {
    stroke.shape = Shape::closed_line;
    text.remove_suffix(2);
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
    stroke.numbers.push_back(number_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return stroke;
}

Drawing drawing_of(std::string_view text) {
  Drawing drawing;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    drawing.push_back(stroke_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return drawing;
}

const Drawing& parsed(Icon icon) {
  static const std::vector<Drawing> all = [] {
    std::vector<Drawing> made;
    for (const std::string_view text : drawings) made.push_back(drawing_of(text));
    return made;
  }();
  return all[static_cast<std::size_t>(icon)];
}

void draw_line(ImDrawList& list, const Stroke& stroke, ImVec2 origin, float unit, float width,
               ImU32 color) {
  std::array<ImVec2, 16> points;
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < stroke.numbers.size() && count < points.size(); i += 2) {
    points[count++] = {origin.x + stroke.numbers[i] * unit, origin.y + stroke.numbers[i + 1] * unit};
  }
  const ImDrawFlags flags = stroke.shape == Shape::closed_line ? ImDrawFlags_Closed : 0;
  list.AddPolyline(points.data(), static_cast<int>(count), color, flags, width);
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, const Rect& box, float size_px, float stroke_px,
               ImU32 color) {
  const float unit = size_px / 20.0F;
  const ImVec2 origin{box.x + std::floor((box.w - size_px) / 2),
                      box.y + std::floor((box.h - size_px) / 2)};
  for (const Stroke& stroke : parsed(icon)) {
    const auto at = [&](std::size_t i) { return stroke.numbers[i] * unit; };
    switch (stroke.shape) {
      case Shape::open_line:
      case Shape::closed_line:
        draw_line(list, stroke, origin, unit, stroke_px, color);
        break;
      case Shape::rectangle:
        list.AddRect({origin.x + at(0), origin.y + at(1)},
                     {origin.x + at(0) + at(2), origin.y + at(1) + at(3)}, color, 0, 0, stroke_px);
        break;
      case Shape::circle:
        list.AddCircle({origin.x + at(0), origin.y + at(1)}, at(2), color, 0, stroke_px);
        break;
      case Shape::dot:
        list.AddCircleFilled({origin.x + at(0), origin.y + at(1)}, at(2), color);
        break;
    }
  }
}

}  // namespace jishan::ui
