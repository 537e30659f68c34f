// Every text of the interface by its key. A text stands once, with both languages, in texts/, so
// none can be missing. {0}, {1} … are places for values.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace jishan::ui {

enum class Language { zh, en };

enum class Key {
#define TEXT(key, zh, en) key,
#include "ui/strings/texts/all.inc"
#undef TEXT
  last,
};

std::string_view text_of(Language language, Key key);
// The text with its places filled in; a place without a value stays as it is.
std::string filled_in(std::string_view text, std::initializer_list<std::string_view> values);

// One file each.
std::string_view zh_text(Key key);
std::string_view en_text(Key key);

}  // namespace jishan::ui
