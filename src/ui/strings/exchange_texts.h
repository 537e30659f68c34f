// The two languages of the exchange screen's texts, for text_of alone.
#pragma once

#include "ui/strings/exchange_keys.h"

namespace jishan::ui {

std::string_view zh_text(ExchangeKey key);
std::string_view en_text(ExchangeKey key);

}  // namespace jishan::ui
