#include "ui/widgets/tooltip.h"

#include <imgui_internal.h>

#include "ui/paint.h"

namespace jishan::ui {
namespace {

constexpr float delay_s = 0.5F;

}  // namespace

void tooltip(Ui& ui, ImGuiID id, const Rect& item, std::string_view text) {
  const bool by_mouse = ImGui::GetHoveredID() == id &&
                        ImGui::GetCurrentContext()->HoveredIdTimer >= delay_s;
  const bool by_key = ui.focus.has(id) && ImGui::IsKeyDown(ImGuiKey_F1);
  if (by_key) ui.keys.mark_taken(chords::help);
  if (!by_mouse && !by_key) return;
  const float width = text_width(ui, text, TextSize::small) + 2 * ui.px(10);
  const float height = ui.theme.font_px(TextSize::small) + 2 * ui.px(6);
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  Rect box{item.x, item.bottom() + ui.px(6), width, height};
  if (box.right() > display.x) box.x = std::max(0.0F, display.x - width);
  if (box.bottom() > display.y) box.y = item.y - ui.px(6) - height;
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->AddRectFilled(box.min(), box.max(), ui.color().text, ui.px(4));
  list->AddText(ui.theme.font(Weight::regular), ui.theme.font_px(TextSize::small),
                {box.x + ui.px(10), box.y + ui.px(6)}, ui.color().surface, text.data(),
                text.data() + text.size());
}

}  // namespace jishan::ui
