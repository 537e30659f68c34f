#include "ui/theme.h"

#include <array>
#include <cmath>

namespace jishan::ui {
namespace {

constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32((hex >> 16) & 0xFFU, (hex >> 8) & 0xFFU, hex & 0xFFU, 0xFFU);
}

constexpr Tokens light{
    .bg = rgb(0xF3F5F2), .rail = rgb(0xE9EEE9), .surface = rgb(0xFFFFFF), .sub = rgb(0xF6F8F5),
    .hover = rgb(0xEEF3EF), .sel = rgb(0xE1EFE9), .tag = rgb(0xEBEFEB),
    .text = rgb(0x1B2420), .text2 = rgb(0x4A5650), .text3 = rgb(0x626D67),
    .accent = rgb(0x1A6B56), .accent_hover = rgb(0x145746), .accent_press = rgb(0x0F4437),
    .on_accent = rgb(0xFFFFFF), .key_on_accent = rgb(0xDDE9E6), .accent_mid = rgb(0x649E8B),
    .warn = rgb(0x7A4A00), .warn_soft = rgb(0xFBF1DD), .warn_line = rgb(0xD9AE62),
    .warn_fill = rgb(0xB0791F),
    .err = rgb(0xAE231B), .err_soft = rgb(0xFCECEA), .err_line = rgb(0xDE9C96),
    .field = rgb(0x7F8983), .line2 = rgb(0xBEC7C0), .line = rgb(0xDDE2DC),
    .focus = rgb(0x1459B8), .modal_ground = IM_COL32(0x1B, 0x24, 0x20, 0x66),
};

constexpr Tokens high{
    .bg = rgb(0x000000), .rail = rgb(0x000000), .surface = rgb(0x000000), .sub = rgb(0x000000),
    .hover = rgb(0x262626), .sel = rgb(0x332D00), .tag = rgb(0x000000),
    .text = rgb(0xFFFFFF), .text2 = rgb(0xFFFFFF), .text3 = rgb(0xD6D6D6),
    .accent = rgb(0xFFE14D), .accent_hover = rgb(0xFFF0A0), .accent_press = rgb(0xFFFFFF),
    .on_accent = rgb(0x000000), .key_on_accent = rgb(0x000000), .accent_mid = rgb(0xFFFFFF),
    .warn = rgb(0xFFB84D), .warn_soft = rgb(0x000000), .warn_line = rgb(0xFFB84D),
    .warn_fill = rgb(0xFFB84D),
    .err = rgb(0xFF9A91), .err_soft = rgb(0x000000), .err_line = rgb(0xFF9A91),
    .field = rgb(0xFFFFFF), .line2 = rgb(0xFFFFFF), .line = rgb(0x8C8C8C),
    .focus = rgb(0x3FD8FF), .modal_ground = IM_COL32(0, 0, 0, 0xB3),
};

struct SizeRow {
  float size;
  float pitch;
};
constexpr std::array<SizeRow, 5> sizes{{{18, 20}, {20, 24}, {25, 28}, {35, 35}, {50, 50}}};

double luminance(ImU32 color) {
  const auto part = [color](int shift) {
    const double c = static_cast<double>((color >> shift) & 0xFFU) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) +
         0.0722 * part(IM_COL32_B_SHIFT);
}

}  // namespace

const Tokens& tokens_of(Contrast contrast) { return contrast == Contrast::high ? high : light; }

double contrast_ratio(ImU32 a, ImU32 b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::fmax(x, y) + 0.05) / (std::fmin(x, y) + 0.05);
}

Theme::Theme(Contrast contrast, float scale, Fonts fonts)
    : m_contrast(contrast), m_scale(scale), m_fonts(fonts) {}

// To the nearest, by what a processor does in one step: this is asked hundreds of times a frame.
float Theme::px(float measure) const { return std::floor(measure * m_scale + 0.5F); }

float Theme::font_px(TextSize size) const { return px(sizes[static_cast<std::size_t>(size)].size); }

float Theme::pitch_px(TextSize size) const {
  return px(sizes[static_cast<std::size_t>(size)].pitch);
}

void Theme::apply() const {
  ImGuiStyle style;
  const Tokens& c = color();
  style.FontSizeBase = font_px(TextSize::body);
  style.WindowPadding = {0, 0};
  style.FramePadding = {px(10), px(8)};
  style.ItemSpacing = {px(12), px(8)};
  style.ItemInnerSpacing = {px(8), px(4)};
  style.CellPadding = {px(10), px(7)};
  style.ScrollbarSize = px(12);
  style.GrabMinSize = px(24);
  style.FrameRounding = style.GrabRounding = style.ScrollbarRounding = px(4);
  style.ChildRounding = px(6);
  style.PopupRounding = px(4);
  style.WindowRounding = 0;
  style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = 0;
  style.FrameBorderSize = 0;
  style.DisabledAlpha = 1;
  style.WindowMinSize = {1, 1};
  const auto set = [&style](ImGuiCol slot, ImU32 value) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(value);
  };
  set(ImGuiCol_Text, c.text);
  set(ImGuiCol_TextDisabled, c.text3);
  set(ImGuiCol_WindowBg, c.bg);
  set(ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_FrameBgHovered, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_FrameBgActive, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_ScrollbarGrab, c.line2);
  set(ImGuiCol_ScrollbarGrabHovered, c.field);
  set(ImGuiCol_ScrollbarGrabActive, c.text2);
  set(ImGuiCol_TextSelectedBg, (c.focus & ~IM_COL32_A_MASK) | (0x55U << IM_COL32_A_SHIFT));
  set(ImGuiCol_InputTextCursor, c.text);
  set(ImGuiCol_NavCursor, IM_COL32_BLACK_TRANS);  // rings are drawn by the widgets
  ImGui::GetStyle() = style;
}

}  // namespace jishan::ui
