// Small marks: tags of a row, counts at a place, bars with their figure beside them.
#pragma once

#include <string_view>

#include "ui/context.h"
#include "ui/paint.h"

namespace jishan::ui {

enum class TagKind { neutral, good, amber, red, outlined };
struct Tag {
  std::string_view text;
  TagKind kind = TagKind::neutral;
};

// At the left end of the line; cuts its place and the gap off it.
void draw_tag(Ui& ui, Rect& line, const Tag& tag);
float tag_width(const Ui& ui, std::string_view text);

enum class CountKind { plain, amber, red };
// At the right end of the line.
void draw_count(Ui& ui, const Rect& line, std::int64_t count, CountKind kind);

// Parts of a limit, each 0–1: used before, then this entry. The figure always stands beside it.
enum class BarKind { normal, at_limit };
void draw_bar(Ui& ui, const Rect& line, float used, float added, BarKind kind);

}  // namespace jishan::ui
