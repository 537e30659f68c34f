// Tells the page where typing goes: the caret of the active text field, and how that field looks,
// so that what an input method is composing can be shown in its place.
#pragma once

#include <array>
#include <cstdint>

namespace jishan::platform {

class CaretSender {
 public:
  // After ImGui::Render. `field_left` and `field_right` bound the active field's text, in pixels.
  // Crosses the seam only when something changed: the page reads its layout for each call.
  void send(float field_left, float field_right);

 private:
  using Caret = std::array<std::int32_t, 9>;
  Caret m_sent{};
};

}  // namespace jishan::platform
