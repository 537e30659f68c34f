#include "ui/paint_log.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace jishan::ui {
namespace {

bool is_opaque(ImU32 color) { return (color >> IM_COL32_A_SHIFT) == 0xFFU; }

}  // namespace

void PaintLog::begin_frame() {
  m_fills.clear();
  m_texts.clear();
}

void PaintLog::end_frame() { std::swap(m_texts, m_shown); }

void PaintLog::on_fill(const Rect& box, ImU32 color) {
  if (is_opaque(color)) m_fills.push_back({box, color, current_surface()});
}

void PaintLog::on_text(std::string_view text, const Rect& letters, ImU32 color, Words words,
                       Fit fit) {
  PaintedText painted;
  painted.text = text;
  painted.letters = letters;
  painted.shown = visible_part(letters);
  painted.surface = current_surface();
  painted.color = color;
  painted.ground = ground_below(painted.shown.center(), painted.surface);
  painted.fit = fit;
  painted.words = words;
  painted.can_scroll = is_scrolling_content();
  m_texts.push_back(std::move(painted));
}

ImU32 PaintLog::ground_below(ImVec2 at, ImGuiID surface) const {
  const auto found = std::find_if(m_fills.rbegin(), m_fills.rend(), [&](const PaintedFill& fill) {
    return fill.surface == surface && fill.box.contains(at);
  });
  return found == m_fills.rend() ? 0 : found->color;
}

ImGuiID current_surface() { return ImGui::GetCurrentWindow()->RootWindow->ID; }

bool is_scrolling_content() {
  for (const ImGuiWindow* window = ImGui::GetCurrentWindow(); window != nullptr;
       window = window->ParentWindow) {
    if (window->ScrollMax.y > 0) return true;
  }
  return false;
}

Rect visible_part(const Rect& box) {
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const float left = std::clamp(box.x, clip.Min.x, clip.Max.x);
  const float top = std::clamp(box.y, clip.Min.y, clip.Max.y);
  return {left, top, std::clamp(box.right(), left, clip.Max.x) - left,
          std::clamp(box.bottom(), top, clip.Max.y) - top};
}

}  // namespace jishan::ui
