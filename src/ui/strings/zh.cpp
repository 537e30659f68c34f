#include "ui/strings/cut_texts.h"

// More than the standard makes every compiler take in one literal; ours take it.
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace jishan::ui {

std::string_view zh_text(Key key) {
#define TEXT(key, zh, en) zh "\0"
  static constexpr char literal[] =
#include "ui/strings/texts/all.inc"
      ;
#undef TEXT
  static const Texts texts = cut_texts({literal, sizeof literal - 1});
  const auto at = static_cast<std::size_t>(key);
  return at < texts.size() ? texts[at] : std::string_view{};
}

}  // namespace jishan::ui
