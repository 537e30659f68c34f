// Sends the table of widgets to the page, which keeps a DOM copy of it.
#pragma once

#include <cstdint>

#include "ui/mirror.h"

namespace jishan::platform {

class MirrorSender {
 public:
  // Crosses the seam only when something changed; true when it did.
  bool send(const ui::Mirror& mirror);

 private:
  std::uint64_t m_sent = 0;
  int m_sent_table_rows = -1;
};

}  // namespace jishan::platform
