#include "ui/strings/keys.h"

namespace jishan::ui {

std::string_view en_text(Key key) {
  switch (key) {
#define TEXT(key, zh, en) \
  case Key::key: return en;
#include "ui/strings/texts/all.inc"
#undef TEXT
    case Key::last: break;
  }
  return {};
}

}  // namespace jishan::ui
