// Keeps the texture of all drawn characters within what an old laptop's graphics can hold.
#pragma once

struct ImFontAtlas;

namespace jishan::ui {

// Sides of the texture in pixels: powers of two. Starting small would copy it often; graphics of
// WebGL 1 laptops end at 4096.
constexpr int atlas_side_min_px = 1024;
constexpr int atlas_side_max_px = 4096;

void limit_glyph_atlas(ImFontAtlas& atlas);

// To be called between frames. When the texture cannot grow and fills up, all characters are
// forgotten; the next frame draws those that it shows. Dear ImGui itself only forgets whole sizes
// that nothing uses any more, and would show every further character as missing for ever.
// True when it forgot.
bool make_room_in_glyph_atlas(ImFontAtlas& atlas);

}  // namespace jishan::ui
