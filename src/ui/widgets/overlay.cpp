#include "ui/widgets/overlay.h"

#include <imgui_internal.h>

#include <algorithm>

#include "ui/paint.h"

namespace jishan::ui {
namespace {

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                  ImGuiWindowFlags_NoFocusOnAppearing |
                                  ImGuiWindowFlags_NoBackground;

void begin_window(std::string_view name, const Rect& box) {
  const std::string title(name);
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize({box.w, box.h});
  ImGui::Begin(title.c_str(), nullptr, bare);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
}

}  // namespace

PopupWindow::PopupWindow(Ui& ui, std::string_view name, const Rect& box) : m_box(box) {
  ui.is_popup_open = true;
  begin_window(std::string("popup ").append(name), box);
  fill(ui, box, ui.color().surface, 4);
  outline(ui, box, ui.color().field, 4);
}

PopupWindow::~PopupWindow() { ImGui::End(); }

bool PopupWindow::was_clicked_away(const Rect& field) const {
  const ImVec2 mouse = ImGui::GetMousePos();
  return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !m_box.contains(mouse) &&
         !field.contains(mouse);
}

Rect popup_place(const Ui& ui, const Rect& field, float width, float height) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float gap = ui.px(6);
  const float below = display.y - field.bottom() - 2 * gap;
  const float above = field.y - 2 * gap;
  const bool is_below = height <= below || below >= above;
  const float fitting = std::min(height, is_below ? below : above);
  const float left = std::max(0.0F, std::min(field.x, display.x - width));
  return {left, is_below ? field.bottom() + gap : field.y - gap - fitting, width, fitting};
}

ModalLayer::ModalLayer(Ui& ui, std::string_view name, const Rect& spared) : m_ui(ui) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const Rect page{0, 0, display.x, display.y};
  begin_window(std::string("modal ").append(name), page);
  Rect rest = page;
  if (spared.w > 0 && spared.h > 0) {
    fill(ui, rest.cut_top(spared.y), ui.color().modal_ground);
    Rect beside = rest.cut_top(spared.bottom() - rest.y);
    fill(ui, beside.cut_left(spared.x - beside.x), ui.color().modal_ground);
    beside.cut_left(spared.right() - beside.x);
    fill(ui, beside, ui.color().modal_ground);
  }
  fill(ui, rest, ui.color().modal_ground);
  ui.focus.push_layer();
}

ModalLayer::~ModalLayer() {
  m_ui.focus.pop_layer();
  ImGui::End();
}

ScrollArea::ScrollArea(Ui& ui, std::string_view name, const Rect& box, float content_height) {
  ImGui::SetCursorScreenPos(box.min());
  const std::string title(name);
  ImGui::SetNextWindowContentSize({0, content_height});
  ImGui::BeginChild(title.c_str(), {box.w, box.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  const bool scrolls = content_height > box.h;
  m_content = {box.x, box.y - ImGui::GetScrollY(), box.w - (scrolls ? ui.px(12) : 0.0F),
               std::max(content_height, box.h)};
}

ScrollArea::~ScrollArea() { ImGui::EndChild(); }

}  // namespace jishan::ui
