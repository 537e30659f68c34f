// Triangles as a graphics chip would paint them, pixel by pixel.
#include "platform/raster/rasterizer.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace jishan::platform {
namespace {

constexpr Rgba white = 0xFFFFFFFFU;
constexpr Rgba black = 0xFF000000U;
constexpr Rgba red = 0xFF0000FFU;
constexpr Rgba half_black = 0x80000000U;

constexpr std::array<Rgba, 1> one_white_texel{white};
constexpr Texture plain{1, 1, one_white_texel.data()};
constexpr std::array<std::uint16_t, 6> two_triangles{0, 1, 2, 0, 2, 3};

struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
};

std::vector<Vertex> corners_of(Box box, Rgba color, Box in_texture = {0, 0, 1, 1}) {
  return {{box.left, box.top, in_texture.left, in_texture.top, color},
          {box.right, box.top, in_texture.right, in_texture.top, color},
          {box.right, box.bottom, in_texture.right, in_texture.bottom, color},
          {box.left, box.bottom, in_texture.left, in_texture.bottom, color}};
}

class RasterizerTest : public ::testing::Test {
 protected:
  RasterizerTest() { picture.clear(8, 6, white); }

  void paint(const std::vector<Vertex>& vertices, const Texture& texture = plain) {
    paint_triangles(picture, all, texture, vertices, two_triangles);
  }
  // '.' for what is still white, '#' for everything else.
  [[nodiscard]] std::vector<std::string> ink() {
    std::vector<std::string> rows;
    for (int y = 0; y < picture.height(); ++y) {
      std::string& row = rows.emplace_back();
      for (int x = 0; x < picture.width(); ++x) row += picture.row(y)[x] == white ? '.' : '#';
    }
    return rows;
  }

  static constexpr Clip all{0, 0, 8, 6};
  Picture picture;
};

TEST_F(RasterizerTest, ARectangleHasExactlyItsPixels) {
  paint(corners_of({1, 2, 5, 4}, red));
  const std::vector<std::string> expected{
      "........", "........", ".####...", ".####...", "........", "........"};
  EXPECT_EQ(ink(), expected);
  EXPECT_EQ(picture.row(2)[1], red);
  EXPECT_EQ(picture.row(3)[4], red);
}

TEST_F(RasterizerTest, APixelBelongsToWhatHoldsItsCentre) {
  // From centre to centre: left and upper edges take theirs, right and lower ones do not.
  paint(corners_of({1.5F, 1.5F, 3.5F, 3.5F}, red));
  const std::vector<std::string> expected{
      "........", ".##.....", ".##.....", "........", "........", "........"};
  EXPECT_EQ(ink(), expected);
}

TEST_F(RasterizerTest, TheWayRoundMakesNoDifference) {
  const std::vector<Vertex> corners = corners_of({1, 1, 7, 5}, red);
  paint(corners);
  const std::vector<Rgba> clockwise = picture.pixels();
  picture.clear(8, 6, white);
  constexpr std::array<std::uint16_t, 6> other_way{2, 1, 0, 3, 2, 0};
  paint_triangles(picture, all, plain, corners, other_way);
  EXPECT_EQ(picture.pixels(), clockwise);
}

TEST_F(RasterizerTest, NoPixelOfASharedEdgeIsPaintedTwiceOrNever) {
  // Fans, half transparent: a pixel painted twice would be darker. From the first point an edge runs
  // through the centres of pixels, the second is itself such a centre, the third is crooked.
  for (const auto& [x, y] : {std::pair{3.0F, 3.0F}, std::pair{3.5F, 2.5F}, std::pair{4.21F, 2.73F}}) {
    picture.clear(8, 6, white);
    const std::vector<Vertex> fan{{x, y, 0, 0, half_black}, {0, 0, 0, 0, half_black},
                                  {8, 0, 0, 0, half_black}, {8, 6, 0, 0, half_black},
                                  {0, 6, 0, 0, half_black}};
    constexpr std::array<std::uint16_t, 12> around{0, 1, 2, 0, 2, 3, 0, 3, 4, 0, 4, 1};
    paint_triangles(picture, all, plain, fan, around);
    for (const Rgba pixel : picture.pixels()) EXPECT_EQ(pixel, 0xFF7F7F7FU) << x << ", " << y;
  }
}

TEST_F(RasterizerTest, NothingIsPaintedOutsideTheClipOrThePicture) {
  paint_triangles(picture, {2, 1, 4, 99}, plain, corners_of({-1000, -1000, 1000, 1000}, red), two_triangles);
  const std::vector<std::string> expected{
      "........", "..##....", "..##....", "..##....", "..##....", "..##...."};
  EXPECT_EQ(ink(), expected);
  const std::vector<Rgba> before = picture.pixels();
  paint_triangles(picture, {-9, -9, 0, 0}, plain, corners_of({-9, -9, 9, 9}, black), two_triangles);
  paint_triangles(picture, {5, 5, 5, 5}, plain, corners_of({-9, -9, 9, 9}, black), two_triangles);
  paint_triangles(picture, {9, 7, 20, 20}, plain, corners_of({-9, -9, 90, 90}, black), two_triangles);
  EXPECT_EQ(picture.pixels(), before);
}

TEST_F(RasterizerTest, ATriangleWithoutAreaPaintsNothing) {
  paint({{1, 1, 0, 0, red}, {5, 1, 0, 0, red}, {3, 1, 0, 0, red}, {3, 1, 0, 0, red}});
  EXPECT_EQ(ink(), std::vector<std::string>(6, "........"));
}

TEST_F(RasterizerTest, AlphaMixesWithWhatIsBelow) {
  picture.clear(8, 6, 0xFF102030U);
  paint(corners_of({0, 0, 8, 6}, 0x40FF0000U));  // a quarter of blue
  // 0x30 · 191/255, 0x20 · 191/255, 255 · 64/255 + 0x10 · 191/255
  EXPECT_EQ(picture.row(0)[0], 0xFF4C1824U);
  paint(corners_of({0, 0, 8, 6}, 0x00FF0000U));
  EXPECT_EQ(picture.row(0)[0], 0xFF4C1824U);
}

TEST_F(RasterizerTest, ColoursRunEvenlyBetweenCorners) {
  std::vector<Vertex> corners = corners_of({0, 0, 8, 6}, black);
  corners[1].color = corners[2].color = white;
  paint(corners);
  for (int x = 0; x < 8; ++x) {
    const int level = static_cast<int>(picture.row(3)[x] & 0xFFU);
    EXPECT_LE(std::abs(level - (2 * x + 1) * 255 / 16), 1) << x;
    EXPECT_EQ(picture.row(0)[x], picture.row(5)[x]);
  }
}

TEST_F(RasterizerTest, ATexelForAPixelIsCopied) {
  std::vector<Rgba> texels;
  for (Rgba i = 0; i < 16; ++i) texels.push_back(0xFF000000U | (i * 0x0F0B07U));
  const Texture letter{4, 4, texels.data()};
  paint(corners_of({3, 1, 6, 4}, white, {0.25F, 0, 1, 0.75F}), letter);
  for (int y = 0; y < 3; ++y) {
    for (int x = 0; x < 3; ++x) {
      EXPECT_EQ(picture.row(1 + y)[3 + x], texels[static_cast<std::size_t>(4 * y + x + 1)]);
    }
  }
}

TEST_F(RasterizerTest, BetweenTexelsTheirMixtureIsTaken) {
  constexpr std::array<Rgba, 2> texels{black, white};
  paint(corners_of({0, 0, 8, 6}, white), {2, 1, texels.data()});
  // Eight pixels over two texels: the first and last two lie beyond the texels' centres.
  const std::array<int, 8> levels{0, 0, 32, 96, 159, 223, 255, 255};
  for (int x = 0; x < 8; ++x) {
    const int level = static_cast<int>(picture.row(2)[x] & 0xFFU);
    EXPECT_LE(std::abs(level - levels[static_cast<std::size_t>(x)]), 1) << x;
  }
}

TEST_F(RasterizerTest, TheTintMultipliesTheTexture) {
  constexpr std::array<Rgba, 1> half{0x80FFFFFFU};
  paint(corners_of({0, 0, 8, 6}, red), {1, 1, half.data()});
  EXPECT_EQ(picture.row(0)[0], 0xFF7F7FFFU);
}

}  // namespace
}  // namespace jishan::platform
