#include "ui/strings/keys.h"

namespace jishan::ui {

std::string_view text_of(Language language, Key key) {
  return language == Language::en ? en_text(key) : zh_text(key);
}

std::string filled_in(std::string_view text, std::initializer_list<std::string_view> values) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const auto number = is_place ? static_cast<std::size_t>(text[i + 1] - '0') : values.size();
    if (number < values.size()) {
      filled += *(values.begin() + number);
      i += 2;
    } else {
      filled += text[i];
    }
  }
  return filled;
}

}  // namespace jishan::ui
