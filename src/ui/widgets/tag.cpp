#include "ui/widgets/tag.h"

#include <algorithm>
#include <cmath>

namespace jishan::ui {
namespace {

struct Colors {
  ImU32 ground;
  ImU32 letters;
  ImU32 border;  // 0: none
};

Colors colors_of(const Ui& ui, TagKind kind) {
  const Tokens& c = ui.color();
  Colors colors{};
  switch (kind) {
    case TagKind::neutral: colors = {c.tag, c.text2, 0}; break;
    case TagKind::good: colors = {c.sel, c.accent, 0}; break;
    case TagKind::amber: colors = {c.warn_soft, c.warn, 0}; break;
    case TagKind::red: colors = {c.err_soft, c.err, 0}; break;
    case TagKind::outlined: colors = {c.surface, c.text2, c.line2}; break;
  }
  if (ui.theme.is_high_contrast()) colors.border = colors.letters;
  return colors;
}

}  // namespace

float tag_width(const Ui& ui, std::string_view text) {
  return std::ceil(text_width(ui, text, TextSize::small)) + 2 * ui.px(7);
}

void draw_tag(Ui& ui, Rect& line, const Tag& tag) {
  const Colors colors = colors_of(ui, tag.kind);
  const float height = ui.px(22);
  Rect box = line.cut_left(tag_width(ui, tag.text));
  line.cut_left(ui.px(6));
  box = {box.x, box.y + std::floor((box.h - height) / 2), box.w, height};
  fill(ui, box, colors.ground, 3);
  if (colors.border != 0) outline(ui, box, colors.border, 3);
  draw_text(ui, box, tag.text, {TextSize::small, Weight::regular, colors.letters, Align::center});
}

void draw_count(Ui& ui, const Rect& line, std::int64_t count, CountKind kind) {
  const Tokens& c = ui.color();
  const std::string text = count_text(count);
  const float height = ui.px(20);
  const float width = std::max(ui.px(24), text_width(ui, text, TextSize::small) + ui.px(14));
  const Rect box{line.right() - width, line.y + std::floor((line.h - height) / 2), width, height};
  const ImU32 letters = kind == CountKind::red ? c.err : kind == CountKind::amber ? c.warn : c.text2;
  fill(ui, box,
       kind == CountKind::red     ? c.err_soft
       : kind == CountKind::amber ? c.warn_soft
                                  : c.surface,
       10);
  const ImU32 quiet = kind == CountKind::red     ? c.err_line
                      : kind == CountKind::amber ? c.warn_line
                                                 : c.line2;
  outline(ui, box, ui.theme.is_high_contrast() ? letters : quiet, 10);
  draw_text(ui, box, text, {TextSize::small, Weight::regular, letters, Align::center});
}

void draw_bar(Ui& ui, const Rect& line, float used, float added, BarKind kind) {
  const Tokens& c = ui.color();
  const float height = ui.px(6);
  const Rect box{line.x, line.y + std::floor((line.h - height) / 2), line.w, height};
  fill(ui, box, c.line, 3);
  const float before = std::clamp(used, 0.0F, 1.0F) * box.w;
  const float after = std::clamp(used + added, 0.0F, 1.0F) * box.w;
  const ImU32 now = kind == BarKind::at_limit ? c.warn_fill : c.accent;
  if (after > 0) fill(ui, {box.x, box.y, after, box.h}, added > 0 ? now : c.accent_mid, 3);
  if (before > 0) fill(ui, {box.x, box.y, before, box.h}, added > 0 ? c.accent_mid : now, 3);
}

}  // namespace jishan::ui
