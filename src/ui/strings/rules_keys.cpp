#include "ui/strings/rules_keys.h"

#include "ui/strings/rules_texts.h"

namespace jishan::ui {

std::string_view text_of(Language language, RulesKey key) {
  return language == Language::en ? en_text(key) : zh_text(key);
}

}  // namespace jishan::ui
