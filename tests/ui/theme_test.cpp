#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace jishan::ui {
namespace {

struct Pair {
  const char* name;
  ImU32 letters;
  ImU32 ground;
  double at_least;
};

std::vector<Pair> pairs_of(const Tokens& c, bool is_high) {
  const double text = is_high ? 7 : 4.5;
  return {
      {"text on surface", c.text, c.surface, 7},    {"text on sel", c.text, c.sel, 7},
      {"text2 on bg", c.text2, c.bg, text},         {"text2 on rail", c.text2, c.rail, text},
      {"text2 on sel", c.text2, c.sel, text},       {"text3 on surface", c.text3, c.surface, text},
      {"text3 on sub", c.text3, c.sub, text},       {"accent on surface", c.accent, c.surface, text},
      {"accent on sel", c.accent, c.sel, text},     {"on accent", c.on_accent, c.accent, text},
      {"on hover", c.on_accent, c.accent_hover, text},
      {"on press", c.on_accent, c.accent_press, text},
      {"key name on accent", c.key_on_accent, c.accent, text},
      {"warn on its ground", c.warn, c.warn_soft, text},
      {"err on its ground", c.err, c.err_soft, text},
      {"err on surface", c.err, c.surface, text},   {"tag", c.text2, c.tag, text},
      {"field border", c.field, c.surface, 3},      {"focus ring", c.focus, c.bg, 3},
      {"focus ring in a row", c.focus, c.sel, 3},   {"bar", c.accent_mid, c.surface, 3},
      {"bar at limit", c.warn_fill, c.surface, 3},
  };
}

TEST(ThemeTest, EveryPairReachesItsContrast) {
  for (const Contrast contrast : {Contrast::normal, Contrast::high}) {
    for (const Pair& pair : pairs_of(tokens_of(contrast), contrast == Contrast::high)) {
      EXPECT_GE(contrast_ratio(pair.letters, pair.ground), pair.at_least)
          << pair.name << (contrast == Contrast::high ? " (high contrast)" : "");
    }
  }
}

TEST(ThemeTest, ContrastIsThatOfWcag) {
  EXPECT_DOUBLE_EQ(contrast_ratio(IM_COL32_WHITE, IM_COL32_BLACK), 21.0);
  EXPECT_NEAR(contrast_ratio(IM_COL32(0x76, 0x76, 0x76, 255), IM_COL32_WHITE), 4.54, 0.01);
}

TEST(ThemeTest, MeasuresAreWholePixelsAtEveryScale) {
  for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
    const Theme theme(Contrast::normal, scale, {});
    EXPECT_EQ(theme.px(36), std::round(36 * scale));
    EXPECT_EQ(theme.font_px(TextSize::body), std::round(20 * scale));
    EXPECT_EQ(theme.px(13), std::floor(theme.px(13)));
  }
}

}  // namespace
}  // namespace jishan::ui
