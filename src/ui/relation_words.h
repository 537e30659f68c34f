// Relations to the head of a household as they are shown. It must not know what they are asked for.
#pragma once

#include <string_view>

#include "ui/context.h"

namespace jishan::ui {

// In Chinese the words of the standard, in English the kind of relation; "" for an unknown code.
std::string_view relation_in_words(const Ui& ui, std::string_view code);

}  // namespace jishan::ui
