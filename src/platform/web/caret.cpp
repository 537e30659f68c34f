#include "platform/web/caret.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>

#include "platform/web/font_loader.h"
#include "platform/web/host.h"

namespace jishan::platform {
namespace {

std::int32_t packed_color(ImGuiCol color) {
  return static_cast<std::int32_t>(ImGui::GetColorU32(color) & 0x00FFFFFFU);
}

}  // namespace

void CaretSender::send(float field_left, float field_right) {
  const ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
  // ImGui moves the place one pixel to the left, for windows that cover the caret.
  const auto x = static_cast<std::int32_t>(ime.InputPos.x + 1.0F);
  // In the order that CARET_INTS of web/src/text_area.ts counts.
  const Caret caret{
      ime.WantTextInput ? 1 : 0,
      x,
      static_cast<std::int32_t>(ime.InputPos.y),
      static_cast<std::int32_t>(ime.InputLineHeight),
      static_cast<std::int32_t>(field_left),
      static_cast<std::int32_t>(field_right),
      em_of_size(ime.InputLineHeight),
      packed_color(ImGuiCol_Text),
      packed_color(ImGuiCol_FrameBg),
  };
  if (caret == m_sent) return;
  m_sent = caret;
  jishan_host_caret(caret.data());
}

}  // namespace jishan::platform
