// The two languages of the rule book texts, for text_of alone.
#pragma once

#include "ui/strings/rules_keys.h"

namespace jishan::ui {

std::string_view zh_text(RulesKey key);
std::string_view en_text(RulesKey key);

}  // namespace jishan::ui
