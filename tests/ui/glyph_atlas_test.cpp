#include "ui/glyph_atlas.h"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

constexpr int characters = 20'000;
constexpr int first_character = 0x4E00;
constexpr int characters_per_frame = 400;

// A square of ink for each character, as large as Chinese ones are.
ImFontLoader squares_loader() {
  ImFontLoader made = test::fixed_advance_loader();
  made.Name = "squares";
  made.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                               ImWchar code_point, ImFontGlyph* glyph, float* advance_only) {
    const int side = static_cast<int>(0.8F * baked->Size);
    if (advance_only != nullptr) {
      *advance_only = static_cast<float>(side);
      return true;
    }
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, side, side);
    if (id == ImFontAtlasRectId_Invalid) return false;
    const std::vector<unsigned char> ink(static_cast<std::size_t>(side * side), 255);
    glyph->Codepoint = code_point & 0x3FFFFFFU;
    glyph->AdvanceX = glyph->X1 = glyph->Y1 = static_cast<float>(side);
    glyph->Visible = true;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                       ImFontAtlasPackGetRect(atlas, id), ink.data(),
                                       ImTextureFormat_Alpha8, side);
    return true;
  };
  return made;
}

class GlyphAtlasTest : public ::testing::Test {
 protected:
  GlyphAtlasTest() {
    limit_glyph_atlas(atlas);
    ImFontConfig config;
    config.FontLoader = &loader;
    font = atlas.AddFont(&config);
  }

  // One frame that shows these characters; all of them must be drawn as themselves.
  void show(int first, float size) {
    stage.frame([&] {
      ImFontBaked* baked = font->GetFontBaked(size);
      for (int i = 0; i < characters_per_frame; ++i) {
        const auto code_point = static_cast<ImWchar>(first_character + (first + i) % characters);
        const ImFontGlyph* glyph = baked->FindGlyphNoFallback(code_point);
        if (glyph == nullptr) missing.insert(code_point);
      }
    });
    side = std::max({side, atlas.TexData->Width, atlas.TexData->Height});
    if (make_room_in_glyph_atlas(atlas)) ++cleared;
  }

  ImFontLoader loader = squares_loader();
  test::ImGuiStage stage;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFont* font = nullptr;
  std::set<ImWchar> missing;
  int side = 0;
  int cleared = 0;
};

TEST_F(GlyphAtlasTest, ShowsTwentyThousandCharactersInTwoSizes) {
  for (const float size : {20.0F, 44.0F}) {
    for (int first = 0; first < characters; first += characters_per_frame) show(first, size);
  }
  EXPECT_EQ(missing.size(), 0U);
  EXPECT_LE(side, atlas_side_max_px);
  EXPECT_GE(cleared, 1) << "so many do not fit at once";
}

TEST_F(GlyphAtlasTest, IsSmallAgainAfterItWasFull) {
  for (int first = 0; cleared == 0 && first < 2 * characters; first += characters_per_frame) {
    show(first, 44.0F);
  }
  ASSERT_EQ(cleared, 1);
  show(0, 44.0F);
  EXPECT_EQ(missing.size(), 0U);
  EXPECT_LE(atlas.TexData->Width * atlas.TexData->Height, 2 * atlas_side_min_px * atlas_side_min_px);
}

TEST_F(GlyphAtlasTest, ForgetsNothingWhileThereIsRoom) {
  for (int first = 0; first < 4 * characters_per_frame; first += characters_per_frame) {
    show(first, 20.0F);
  }
  EXPECT_EQ(cleared, 0);
}

}  // namespace
}  // namespace jishan::ui
