#include "ui/strings/exchange_keys.h"

#include "ui/strings/exchange_texts.h"

namespace jishan::ui {

std::string_view text_of(Language language, ExchangeKey key) {
  return language == Language::en ? en_text(key) : zh_text(key);
}

}  // namespace jishan::ui
