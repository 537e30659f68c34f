// Decides when the next frame is due, so that an untouched page draws none at all. It knows
// Dear ImGui's timers and nothing of screens.
#pragma once

#include <cstdint>

namespace jishan::platform {

class FramePace {
 public:
  // Something came in: widgets need up to three frames to settle.
  void something_happened(std::int64_t now_ms);
  // The frame that was just drawn differs from the one before: what it brought may want a say, as
  // a new screen gives the focus to one of its fields, which then asks for the keyboard.
  void showed_something_new();
  // A screen asks for a frame at a time of its own.
  void draw_after(std::int64_t now_ms, std::int64_t ms);
  // To be called as a frame begins; forgets the wishes that it fulfils.
  void frame_begins(std::int64_t now_ms, bool is_reduced_motion);
  // Milliseconds until the next frame, 0 for at once, -1 for none.
  [[nodiscard]] int next_frame_ms(std::int64_t now_ms) const;

 private:
  std::int64_t m_last_happening_ms = 0;
  std::int64_t m_wished_ms = -1;
  int m_frames_owed = 3;
};

}  // namespace jishan::platform
