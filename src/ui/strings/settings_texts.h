// The two languages of the settings texts, for text_of alone.
#pragma once

#include "ui/strings/settings_keys.h"

namespace jishan::ui {

std::string_view zh_text(SettingsKey key);
std::string_view en_text(SettingsKey key);

}  // namespace jishan::ui
