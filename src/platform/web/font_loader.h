// Lets the browser draw the characters: a font loader for Dear ImGui that rasterises through a
// Canvas2D of the page, so that every font of the computer serves and none is shipped.
#pragma once

struct ImFont;
struct ImFontAtlas;

namespace jishan::platform {

struct BrowserFonts {
  ImFont* regular = nullptr;  // weight 400
  ImFont* bold = nullptr;     // weight 700
};

// Adds both weights to the atlas and bounds its size. Once, before the first frame.
BrowserFonts add_browser_fonts(ImFontAtlas& atlas);

// The em that a font of this ImGui size is drawn with: the rest is leading.
int em_of_size(float size_px);

}  // namespace jishan::platform
