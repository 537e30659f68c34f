#include "platform/web/input.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "platform/web/host.h"

namespace jishan::platform {
namespace {

struct NamedKey {
  std::string_view code;  // KeyboardEvent.code
  ImGuiKey key;
};

constexpr std::array named_keys{
    NamedKey{"ArrowDown", ImGuiKey_DownArrow},
    NamedKey{"ArrowLeft", ImGuiKey_LeftArrow},
    NamedKey{"ArrowRight", ImGuiKey_RightArrow},
    NamedKey{"ArrowUp", ImGuiKey_UpArrow},
    NamedKey{"Backslash", ImGuiKey_Backslash},
    NamedKey{"Backspace", ImGuiKey_Backspace},
    NamedKey{"Comma", ImGuiKey_Comma},
    NamedKey{"Delete", ImGuiKey_Delete},
    NamedKey{"End", ImGuiKey_End},
    NamedKey{"Enter", ImGuiKey_Enter},
    NamedKey{"Equal", ImGuiKey_Equal},
    NamedKey{"Escape", ImGuiKey_Escape},
    NamedKey{"Home", ImGuiKey_Home},
    NamedKey{"Insert", ImGuiKey_Insert},
    NamedKey{"Minus", ImGuiKey_Minus},
    NamedKey{"NumpadAdd", ImGuiKey_KeypadAdd},
    NamedKey{"NumpadDecimal", ImGuiKey_KeypadDecimal},
    NamedKey{"NumpadDivide", ImGuiKey_KeypadDivide},
    NamedKey{"NumpadEnter", ImGuiKey_KeypadEnter},
    NamedKey{"NumpadMultiply", ImGuiKey_KeypadMultiply},
    NamedKey{"NumpadSubtract", ImGuiKey_KeypadSubtract},
    NamedKey{"PageDown", ImGuiKey_PageDown},
    NamedKey{"PageUp", ImGuiKey_PageUp},
    NamedKey{"Period", ImGuiKey_Period},
    NamedKey{"Slash", ImGuiKey_Slash},
    NamedKey{"Space", ImGuiKey_Space},
    NamedKey{"Tab", ImGuiKey_Tab},
};

ImGuiKey numbered(ImGuiKey first, int offset) { return static_cast<ImGuiKey>(first + offset); }

ImGuiKey key_of(std::string_view code) {
  if (code.size() == 4 && code.starts_with("Key")) return numbered(ImGuiKey_A, code[3] - 'A');
  if (code.size() == 6 && code.starts_with("Digit")) return numbered(ImGuiKey_0, code[5] - '0');
  if (code.size() == 7 && code.starts_with("Numpad") && code[6] <= '9') {
    return numbered(ImGuiKey_Keypad0, code[6] - '0');
  }
  if (code.size() >= 2 && code[0] == 'F' && code[1] >= '1' && code[1] <= '9') {
    const int number = code.size() == 2 ? code[1] - '0' : 10 + code[2] - '0';
    return numbered(ImGuiKey_F1, number - 1);
  }
  const auto* found = std::lower_bound(
      named_keys.begin(), named_keys.end(), code,
      [](const NamedKey& named, std::string_view wanted) { return named.code < wanted; });
  return found != named_keys.end() && found->code == code ? found->key : ImGuiKey_None;
}

// What ImGui's paste reads: the text of the last paste event.
std::string& pasted_text() {
  static std::string text;
  return text;
}

// As the page told last, which may still be on its way to ImGui.
bool& is_ctrl_held() {
  static bool is_held = false;
  return is_held;
}

void press_with_ctrl(ImGuiIO& io, ImGuiKey key) {
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  io.AddKeyEvent(key, true);
  io.AddKeyEvent(key, false);
  io.AddKeyEvent(ImGuiMod_Ctrl, is_ctrl_held());
}

class Giver {
 public:
  std::vector<app::Happening> happenings;

  void operator()(const PointerMoved& moved) {
    m_io.AddMouseSourceEvent(moved.by_touch ? ImGuiMouseSource_TouchScreen
                                            : ImGuiMouseSource_Mouse);
    m_io.AddMousePosEvent(static_cast<float>(moved.x), static_cast<float>(moved.y));
  }
  void operator()(const PointerLeft&) { m_io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); }
  void operator()(const PointerButton& pressed) {
    m_io.AddMouseButtonEvent(pressed.button, pressed.is_down);
  }
  void operator()(const WheelTurned& turned) {
    m_io.AddMouseWheelEvent(static_cast<float>(turned.right_hundredths) / 100.0F,
                            static_cast<float>(turned.down_hundredths) / -100.0F);
  }
  void operator()(const KeyChanged& changed) {
    const ImGuiKey key = key_of(changed.code);
    if (key != ImGuiKey_None) m_io.AddKeyEvent(key, changed.is_down);
  }
  void operator()(const ModifiersChanged& modifiers) {
    is_ctrl_held() = modifiers.ctrl;
    m_io.AddKeyEvent(ImGuiMod_Ctrl, modifiers.ctrl);
    m_io.AddKeyEvent(ImGuiMod_Shift, modifiers.shift);
    m_io.AddKeyEvent(ImGuiMod_Alt, modifiers.alt);
    m_io.AddKeyEvent(ImGuiMod_Super, modifiers.meta);
  }
  void operator()(const TextTyped& typed) {
    // ImGui's field takes no characters while Ctrl is down; but Ctrl+V, for one, ends a composition.
    m_io.AddKeyEvent(ImGuiMod_Ctrl, false);
    m_io.AddInputCharactersUTF8(normalised_input(typed.text).c_str());
    m_io.AddKeyEvent(ImGuiMod_Ctrl, is_ctrl_held());
  }
  void operator()(const Pasted& pasted) {
    if (m_io.WantTextInput) {
      pasted_text() = normalised_input(pasted.text);
      press_with_ctrl(m_io, ImGuiKey_V);
    } else {
      // A table as it is: its tabs are the columns.
      happenings.emplace_back(app::TextPasted{pasted.text});
    }
  }
  void operator()(CopyChord chord) {
    press_with_ctrl(m_io, chord == CopyChord::cut ? ImGuiKey_X : ImGuiKey_C);
  }
  void operator()(const FocusChanged& focus) {
    is_ctrl_held() = false;
    m_io.AddFocusEvent(focus.is_focused);
  }

 private:
  ImGuiIO& m_io = ImGui::GetIO();
};

}  // namespace

void connect_clipboard() {
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) { return pasted_text().c_str(); };
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    jishan_host_copied(text, static_cast<int>(std::string_view(text).size()));
  };
}

std::vector<app::Happening> give_input_to_imgui(std::vector<InputEvent> events) {
  Giver giver;
  for (InputEvent& event : events) std::visit(giver, event);
  return std::move(giver.happenings);
}

bool input_waits() {
  return !inbox().input.empty() || !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

}  // namespace jishan::platform
