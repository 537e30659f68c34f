#include "platform/web/font_loader.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "platform/web/host.h"
#include "ui/glyph_atlas.h"

namespace jishan::platform {
namespace {

// No glyph is larger: 40 px counters at 200 % text on a screen of ratio 2.
constexpr int glyph_side_max = 256;

// ImGui copies the configuration; the weight travels in its FontNo, which only file formats use.
int weight_of(const ImFontConfig& source) { return static_cast<int>(source.FontNo); }

bool init_source(ImFontAtlas*, ImFontConfig*) { return true; }

// ImGui asks for its fallback and ellipsis characters only; the browser has them all.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

// The line is centred on the ink of 国, whatever metrics the font claims.
bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  std::array<std::int32_t, 2> metrics{};
  jishan_host_font_metrics(em_of_size(baked->Size), weight_of(*source), metrics.data());
  const auto above = static_cast<float>(metrics[0]);
  const auto below = static_cast<float>(metrics[1]);
  baked->Ascent = std::round((baked->Size + above - below) / 2.0F);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool place_bitmap(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked,
                  const std::array<std::int32_t, 5>& box, const std::uint8_t* pixels,
                  ImFontGlyph* glyph) {
  const int left = box[1];
  const int top = box[2];
  const int width = box[3];
  const int height = box[4];
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  glyph->X0 = static_cast<float>(left);
  glyph->Y0 = static_cast<float>(top) + baked->Ascent;
  glyph->X1 = glyph->X0 + static_cast<float>(width);
  glyph->Y1 = glyph->Y0 + static_cast<float>(height);
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                     pixels, ImTextureFormat_Alpha8, width);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                ImWchar code_point, ImFontGlyph* glyph, float* advance_only) {
  static std::vector<std::uint8_t> pixels(glyph_side_max * glyph_side_max);
  std::array<std::int32_t, 5> box{};  // advance, left, top, width, height
  const int ink = jishan_host_glyph(static_cast<int>(code_point), em_of_size(baked->Size),
                                    weight_of(*source), box.data(), pixels.data(),
                                    static_cast<int>(pixels.size()));
  const auto advance = static_cast<float>(box[0]);
  if (advance_only != nullptr) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = advance;
  return ink == 1 || place_bitmap(atlas, source, baked, box, pixels.data(), glyph);
}

const ImFontLoader& canvas_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "Canvas2D";
    made.FontSrcInit = init_source;
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

ImFont* add_weight(ImFontAtlas& atlas, int weight) {
  ImFontConfig config;
  config.FontLoader = &canvas_loader();
  config.FontNo = static_cast<ImU32>(weight);
  std::snprintf(config.Name, sizeof config.Name, "browser %d", weight);
  return atlas.AddFont(&config);
}

}  // namespace

int em_of_size(float size_px) { return static_cast<int>(std::lround(0.8F * size_px)); }

BrowserFonts add_browser_fonts(ImFontAtlas& atlas) {
  ui::limit_glyph_atlas(atlas);
  return {add_weight(atlas, 400), add_weight(atlas, 700)};
}

}  // namespace jishan::platform
