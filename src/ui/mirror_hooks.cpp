// The functions that Dear ImGui calls when it is built with IMGUI_ENABLE_TEST_ENGINE. They are
// our own; no test engine is linked.
#include <imgui.h>
#include <imgui_internal.h>

#include "ui/mirror.h"

namespace jishan::ui {
namespace {

Mirror*& hooked_mirror() {
  static Mirror* mirror = nullptr;
  return mirror;
}

}  // namespace

void hook_into_imgui(Mirror* mirror) {
  hooked_mirror() = mirror;
  ImGui::GetCurrentContext()->TestEngineHookItems = mirror != nullptr;
}

}  // namespace jishan::ui

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  jishan::ui::Mirror* mirror = jishan::ui::hooked_mirror();
  if (mirror == nullptr || id == 0) return;
  mirror->on_hooked_item({id, {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()}});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char*,
                                  ImGuiItemStatusFlags flags) {
  jishan::ui::Mirror* mirror = jishan::ui::hooked_mirror();
  if (mirror != nullptr && (flags & ImGuiItemStatusFlags_Inputable) != 0) {
    mirror->on_hooked_text_input(id);
  }
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
