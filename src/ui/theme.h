// Colours, type and measures of the interface, in one place. It must not know any widget.
#pragma once

#include <imgui.h>

namespace jishan::ui {

struct Tokens {
  ImU32 bg, rail, surface, sub, hover, sel, tag;
  ImU32 text, text2, text3;
  ImU32 accent, accent_hover, accent_press, on_accent, key_on_accent, accent_mid;
  ImU32 warn, warn_soft, warn_line, warn_fill;
  ImU32 err, err_soft, err_line;
  ImU32 field, line2, line, focus;
  ImU32 modal_ground;
};

enum class Contrast { normal, high };

const Tokens& tokens_of(Contrast contrast);

// WCAG 2.2 contrast of two opaque colours, 1–21.
double contrast_ratio(ImU32 a, ImU32 b);

// Named by use; em sizes at 100 % are 14, 16, 20, 28 and 40.
enum class TextSize { small, body, title, figure, counter };
enum class Weight { regular, bold };

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

class Theme {
 public:
  Theme() = default;
  // scale: device pixels per CSS pixel × the person's text size (1, 1.25, 1.5, 2).
  Theme(Contrast contrast, float scale, Fonts fonts);

  [[nodiscard]] const Tokens& color() const { return tokens_of(m_contrast); }
  [[nodiscard]] bool is_high_contrast() const { return m_contrast == Contrast::high; }
  [[nodiscard]] float scale() const { return m_scale; }
  // A measure given at 100 %, in whole physical pixels.
  [[nodiscard]] float px(float measure) const;
  [[nodiscard]] ImFont* font(Weight weight) const {
    return weight == Weight::bold ? m_fonts.bold : m_fonts.regular;
  }
  // The ImGui size of a style: em = round(0.8 × size), the rest is leading.
  [[nodiscard]] float font_px(TextSize size) const;
  // Distance of lines in a paragraph.
  [[nodiscard]] float pitch_px(TextSize size) const;

  // Sets ImGui's own style to match; once after each change.
  void apply() const;

  friend bool operator==(const Theme& a, const Theme& b) {
    return a.m_contrast == b.m_contrast && a.m_scale == b.m_scale &&
           a.m_fonts.regular == b.m_fonts.regular && a.m_fonts.bold == b.m_fonts.bold;
  }

 private:
  Contrast m_contrast = Contrast::normal;
  float m_scale = 1;
  Fonts m_fonts;
};

}  // namespace jishan::ui
