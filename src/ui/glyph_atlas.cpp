#include "ui/glyph_atlas.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>

namespace jishan::ui {
namespace {

// What is left has room for a screen full of new characters in the largest size (200 % text on a
// screen of ratio 2: some 500 characters of 80 × 80), and for what the packing wastes.
constexpr std::int64_t full_percent = 70;

// Frames since a size was last used: all sizes count as unused.
constexpr int used_in_no_frame = 0;

}  // namespace

void limit_glyph_atlas(ImFontAtlas& atlas) {
  atlas.TexMinWidth = atlas.TexMinHeight = atlas_side_min_px;
  atlas.TexMaxWidth = atlas.TexMaxHeight = atlas_side_max_px;
}

bool make_room_in_glyph_atlas(ImFontAtlas& atlas) {
  const ImFontAtlasBuilder* builder = atlas.Builder;
  if (builder == nullptr) return false;
  const std::int64_t used = builder->RectsPackedSurface - builder->RectsDiscardedSurface;
  const std::int64_t most = std::int64_t{atlas.TexMaxWidth} * atlas.TexMaxHeight;
  if (100 * used < full_percent * most) return false;
  ImFontAtlasBuildDiscardBakes(&atlas, used_in_no_frame);
  atlas.CompactCache();
  return true;
}

}  // namespace jishan::ui
