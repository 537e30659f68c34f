#include "ui/paint.h"

#include <imgui_internal.h>

#include <cmath>

#include "base/text.h"
#include "ui/context.h"

namespace jishan::ui {
namespace {

const char* begin_of(std::string_view text) { return text.data(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

ImU32 color_of(const Ui& ui, const Look& look) {
  return look.color != 0 ? look.color : ui.theme.color().text;
}

float ascent_of(const Ui& ui, const Look& look) {
  return ui.theme.font(look.weight)->GetFontBaked(ui.theme.font_px(look.size))->Ascent;
}

// Of a font's size, the letters take the middle eight tenths.
constexpr float leading_share = 0.1F;

void log(Ui& ui, const Rect& line, std::string_view text, const Look& look, Fit fit) {
  PaintLog* paint = ui.mirror.paint();
  if (paint == nullptr) return;
  const float height = ui.theme.font_px(look.size);
  const Rect letters{line.x, line.y + height * leading_share, line.w,
                     height * (1 - 2 * leading_share)};
  const bool is_squeezed = fit == Fit::whole && line.h < letters.h;
  paint->on_text(text, letters, color_of(ui, look), look.words,
                 is_squeezed ? Fit::squeezed : fit);
}

void put(Ui& ui, ImVec2 at, std::string_view text, const Look& look) {
  ImGui::GetWindowDrawList()->AddText(ui.theme.font(look.weight), ui.theme.font_px(look.size), at,
                                      color_of(ui, look), begin_of(text), end_of(text));
}

float centred_y(const Ui& ui, const Rect& box, TextSize size) {
  return box.y + std::floor((box.h - ui.theme.font_px(size)) / 2);
}

float aligned_x(const Rect& box, float width, Align align) {
  switch (align) {
    case Align::left: return box.x;
    case Align::center: return box.x + std::floor((box.w - width) / 2);
    case Align::right: return box.right() - width;
  }
  return box.x;
}

// The longest beginning that leaves room for an ellipsis.
std::string shortened(const Ui& ui, std::string_view text, const Look& look, float width) {
  constexpr std::string_view ellipsis = "…";
  const float room = width - text_width(ui, ellipsis, look.size, look.weight);
  const char* rest = nullptr;
  ui.theme.font(look.weight)
      ->CalcTextSizeA(ui.theme.font_px(look.size), std::max(room, 0.0F), 0, begin_of(text),
                      end_of(text), &rest);
  return std::string(begin_of(text), rest).append(ellipsis);
}

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0xFFEF) || c >= 0x20000;
}
// Characters that must not begin a line.
bool closes(char32_t c) {
  constexpr std::u32string_view set = U"，。、；：？！）》」』”’…％·)]},.;:?!%";
  return set.find(c) != std::u32string_view::npos;
}
// Characters that must not end a line.
bool opens(char32_t c) {
  constexpr std::u32string_view set = U"（《「『“‘￥([{";
  return set.find(c) != std::u32string_view::npos;
}
bool may_break_between(char32_t before, char32_t after) {
  if (closes(after) || opens(before)) return false;
  return before == U' ' || is_wide(before) || is_wide(after);
}

std::size_t bytes_of(char32_t c) {
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  return c < 0x10000 ? 3 : 4;
}

class LineBreaker {
 public:
  LineBreaker(const Ui& ui, std::string_view text, float width, TextSize size, Weight weight)
      : m_text(text), m_points(code_points(text)), m_width(width),
        m_baked(ui.theme.font(weight)->GetFontBaked(ui.theme.font_px(size))) {}

  std::vector<std::string_view> lines() {
    for (std::size_t i = 0; i < m_points.size(); ++i) take(i);
    m_lines.push_back(m_text.substr(m_line_begin));
    return std::move(m_lines);
  }

 private:
  void take(std::size_t i) {
    const char32_t c = m_points[i];
    if (c == U'\n') {
      end_line(m_at);
      m_at += 1;
      m_line_begin = m_break = m_at;
      m_used = m_since_break = 0;
      return;
    }
    if (i > 0 && m_at > m_line_begin && may_break_between(m_points[i - 1], c)) {
      m_break = m_at;
      m_since_break = 0;
    }
    const float advance = m_baked->GetCharAdvance(static_cast<ImWchar>(c));
    if (m_used + advance > m_width && m_break > m_line_begin) {
      end_line(m_break);
      m_line_begin = m_break;
      m_used = m_since_break;
    }
    // What nowhere may be broken, and is wider than the line, is cut where the line ends.
    if (m_used + advance > m_width && m_at > m_line_begin) {
      end_line(m_at);
      m_line_begin = m_break = m_at;
      m_used = m_since_break = 0;
    }
    m_used += advance;
    m_since_break += advance;
    m_at += bytes_of(c);
  }
  void end_line(std::size_t end) {
    m_lines.push_back(m_text.substr(m_line_begin, end - m_line_begin));
  }

  std::string_view m_text;
  std::vector<char32_t> m_points;
  float m_width;
  ImFontBaked* m_baked;
  std::vector<std::string_view> m_lines;
  std::size_t m_line_begin = 0;
  std::size_t m_break = 0;
  std::size_t m_at = 0;
  float m_used = 0;
  float m_since_break = 0;
};

}  // namespace

float text_width(const Ui& ui, std::string_view text, TextSize size, Weight weight) {
  if (text.empty()) return 0;
  return ui.theme.font(weight)
      ->CalcTextSizeA(ui.theme.font_px(size), FLT_MAX, 0, begin_of(text), end_of(text))
      .x;
}

float draw_text(Ui& ui, const Rect& box, std::string_view text, const Look& look) {
  if (text.empty()) return 0;
  const float y = centred_y(ui, box, look.size);
  if (box.w <= 0) {
    log(ui, {box.x, y, 0, box.h}, text, look, Fit::dropped);
    return 0;
  }
  const float width = text_width(ui, text, look.size, look.weight);
  if (width <= box.w + 0.5F) {
    const float x = aligned_x(box, width, look.align);
    log(ui, {x, y, width, box.h}, text, look, Fit::whole);
    put(ui, {x, y}, text, look);
    return width;
  }
  log(ui, {box.x, y, box.w, box.h}, text, look, Fit::shortened);
  put(ui, {box.x, y}, shortened(ui, text, look, box.w), look);
  return box.w;
}

float draw_runs(Ui& ui, const Rect& box, std::initializer_list<Run> runs, Align align) {
  if (runs.size() == 0) return 0;
  float width = 0;
  const Look* tallest = &runs.begin()->look;
  for (const Run& run : runs) {
    width += text_width(ui, run.text, run.look.size, run.look.weight) + ui.theme.px(run.gap_before);
    if (run.look.size > tallest->size) tallest = &run.look;
  }
  const float baseline = centred_y(ui, box, tallest->size) + ascent_of(ui, *tallest);
  float x = aligned_x(box, width, align);
  for (const Run& run : runs) {
    x += ui.theme.px(run.gap_before);
    const float y = baseline - ascent_of(ui, run.look);
    const float room = std::max(0.0F, box.right() - x);
    const float wanted = text_width(ui, run.text, run.look.size, run.look.weight);
    if (wanted > room + 0.5F) {
      const bool has_room = room > ui.theme.px(20);
      log(ui, {x, y, room, box.h}, run.text, run.look, has_room ? Fit::shortened : Fit::dropped);
      if (has_room) put(ui, {x, y}, shortened(ui, run.text, run.look, room), run.look);
      break;
    }
    log(ui, {x, y, wanted, box.h}, run.text, run.look, Fit::whole);
    put(ui, {x, y}, run.text, run.look);
    x += wanted;
  }
  return width;
}

float draw_marked(Ui& ui, const Rect& box, std::string_view text, const std::vector<Span>& marks,
                  const Look& look) {
  Look marked = look;
  marked.weight = Weight::bold;
  marked.color = ui.theme.color().accent;
  marked.align = Align::left;
  float x = box.x;
  const auto piece = [&](std::size_t begin, std::size_t end, const Look& with) {
    const std::string_view part = text.substr(begin, end - begin);
    x += draw_text(ui, {x, box.y, std::max(0.0F, box.right() - x), box.h}, part, with);
  };
  std::size_t at = 0;
  for (const Span& mark : marks) {
    if (mark.begin < at || mark.end > text.size()) continue;
    piece(at, mark.begin, look);
    piece(mark.begin, mark.end, marked);
    at = mark.end;
  }
  piece(at, text.size(), look);
  return x - box.x;
}

std::vector<std::string_view> broken_into_lines(const Ui& ui, std::string_view text, float width,
                                                TextSize size, Weight weight) {
  return LineBreaker(ui, text, width, size, weight).lines();
}

float draw_paragraph(Ui& ui, const Rect& box, std::string_view text, const Look& look) {
  const float pitch = ui.theme.pitch_px(look.size);
  float used = 0;
  for (const std::string_view line : broken_into_lines(ui, text, box.w, look.size, look.weight)) {
    draw_text(ui, {box.x, box.y + used, box.w + 1, pitch}, line, look);
    used += pitch;
  }
  return used;
}

void fill(Ui& ui, const Rect& box, ImU32 color, float rounding) {
  if (PaintLog* paint = ui.mirror.paint()) paint->on_fill(box, color);
  ImGui::GetWindowDrawList()->AddRectFilled(box.min(), box.max(), color, ui.theme.px(rounding));
}

void outline(Ui& ui, const Rect& box, ImU32 color, float rounding, float width) {
  const float thickness = ui.theme.px(width);
  // Dear ImGui draws through the middle of the pixel at the corner: so a border of whole pixels fills
  // them, inside the box.
  const float inward = (thickness - 1) / 2;
  ImGui::GetWindowDrawList()->AddRect({box.x + inward, box.y + inward},
                                      {box.right() - inward, box.bottom() - inward}, color,
                                      ui.theme.px(rounding), 0, thickness);
}

void hairline_below(Ui& ui, const Rect& box) {
  const float width = ui.theme.px(1);
  fill(ui, {box.x, box.bottom() - width, box.w, width}, ui.theme.color().line);
}

void hairline_right(Ui& ui, const Rect& box) {
  const float width = ui.theme.px(1);
  fill(ui, {box.right() - width, box.y, width, box.h}, ui.theme.color().line);
}

void panel(Ui& ui, const Rect& box) {
  fill(ui, box, ui.theme.color().surface, 6);
  outline(ui, box, ui.theme.color().line, 6);
}

Rect panel_with_head(Ui& ui, Rect& rest) {
  panel(ui, rest);
  const Rect head = rest.cut_top(ui.px(40));
  hairline_below(ui, head);
  return head.inset(ui.px(16), 0);
}

void focus_ring(Ui& ui, const Rect& box, float rounding) {
  const float reach = ui.theme.px(3);
  outline(ui, box.grown(reach), ui.theme.color().focus, rounding + 3, 2);
}

}  // namespace jishan::ui
