#include "ui/strings/settings_keys.h"

#include "ui/strings/settings_texts.h"

namespace jishan::ui {

std::string_view text_of(Language language, SettingsKey key) {
  return language == Language::en ? en_text(key) : zh_text(key);
}

}  // namespace jishan::ui
