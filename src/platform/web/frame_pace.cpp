#include "platform/web/frame_pace.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace jishan::platform {
namespace {

// A caret that nobody looks at stops blinking, so that an idle page costs nothing.
constexpr std::int64_t blinking_ms = 10'000;
// ImGui's caret: 0.8 s on, 0.4 s off.
constexpr float blink_cycle_s = 1.2F;
constexpr float blink_on_s = 0.8F;

constexpr int none = -1;

int sooner(int a, int b) {
  if (a == none) return b;
  if (b == none) return a;
  return std::min(a, b);
}

int ms_of(float seconds) { return std::max(1, static_cast<int>(std::ceil(seconds * 1000.0F))); }

int until_caret_blinks(ImGuiContext& context) {
  if (!context.IO.ConfigInputTextCursorBlink || !context.PlatformImeData.WantVisible) return none;
  const float shown_s = context.InputTextState.CursorAnim;
  if (shown_s < 0.0F) return ms_of(blink_on_s - shown_s);
  const float in_cycle_s = std::fmod(shown_s, blink_cycle_s);
  return ms_of(in_cycle_s < blink_on_s ? blink_on_s - in_cycle_s : blink_cycle_s - in_cycle_s);
}

int until_tooltip_shows(const ImGuiContext& context) {
  if (context.HoverItemDelayId == 0) return none;
  const float longest_s = std::max(context.Style.HoverDelayNormal, context.Style.HoverDelayShort) +
                          context.Style.HoverStationaryDelay;
  const float left_s = longest_s - context.HoverItemDelayTimer;
  return left_s <= 0.0F ? none : ms_of(std::min(left_s, 0.1F));
}

}  // namespace

void FramePace::something_happened(std::int64_t now_ms) {
  m_last_happening_ms = now_ms;
  m_frames_owed = 3;
}

void FramePace::showed_something_new() { m_frames_owed = std::max(m_frames_owed, 2); }

void FramePace::draw_after(std::int64_t now_ms, std::int64_t ms) {
  const std::int64_t at_ms = now_ms + std::max<std::int64_t>(0, ms);
  m_wished_ms = m_wished_ms < 0 ? at_ms : std::min(m_wished_ms, at_ms);
}

void FramePace::frame_begins(std::int64_t now_ms, bool is_reduced_motion) {
  // Dear ImGui spreads a quick click over frames: counted from when it takes the last of it.
  if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) something_happened(now_ms);
  if (m_frames_owed > 0) --m_frames_owed;
  if (m_wished_ms >= 0 && m_wished_ms <= now_ms) m_wished_ms = -1;
  ImGui::GetIO().ConfigInputTextCursorBlink =
      !is_reduced_motion && now_ms - m_last_happening_ms < blinking_ms;
}

int FramePace::next_frame_ms(std::int64_t now_ms) const {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  if (m_frames_owed > 0 || context.InputEventsQueue.Size > 0 || ImGui::IsAnyMouseDown()) {
    return 0;
  }
  const int wished =
      m_wished_ms < 0 ? none : static_cast<int>(std::max<std::int64_t>(0, m_wished_ms - now_ms));
  return sooner(wished, sooner(until_caret_blinks(context), until_tooltip_shows(context)));
}

}  // namespace jishan::platform
