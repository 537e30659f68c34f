// Sends the table of widgets to the page, which keeps a DOM copy of it. The page asks for it when
// frames pause: while a list scrolls, copying it sixty times a second would cost more than drawing.
#pragma once

#include <cstdint>

#include "ui/mirror.h"

namespace jishan::platform {

class MirrorSender {
 public:
  // After every frame, also those whose table is never sent: does it differ from the one before?
  bool is_changed_by(const ui::Mirror& mirror);
  // Crosses the seam only when something changed.
  void send(const ui::Mirror& mirror);

 private:
  std::uint64_t m_last = 0;  // digest of the last frame
  std::uint64_t m_sent = 0;
  int m_last_table_rows = -1;
  int m_sent_table_rows = -1;
  int m_most_table_rows = 0;  // of a frame since the last send
};

}  // namespace jishan::platform
