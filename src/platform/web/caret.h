// Tells the page where typing goes: the caret of the active text field, and how that field looks,
// so that what an input method is composing can be shown in its place.
#pragma once

namespace jishan::platform {

// After ImGui::Render. `field_left` and `field_right` bound the active field's text, in pixels.
void publish_caret(float field_left, float field_right);

}  // namespace jishan::platform
