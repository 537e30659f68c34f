// Cuts one long literal, in which each text ends with a zero byte, into the texts by key. So the
// program carries the letters alone: neither an address nor an instruction for each text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "ui/strings/keys.h"

namespace jishan::ui {

using Texts = std::array<std::string_view, static_cast<std::size_t>(Key::last)>;

inline Texts cut_texts(std::string_view literal) {
  Texts texts;
  for (std::string_view& text : texts) {
    text = literal.substr(0, literal.find('\0'));
    literal.remove_prefix(text.size() + 1);
  }
  return texts;
}

}  // namespace jishan::ui
