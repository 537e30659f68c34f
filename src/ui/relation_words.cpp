#include "ui/relation_words.h"

#include "roster/commands.h"

namespace jishan::ui {
namespace {

// The first digit is the kind of relation (GB/T 4761-2008); some kinds hold in-laws as well.
Key kind_of(std::string_view code) {
  if (code == "01") return Key::relation_self;
  if (code == "28") return Key::relation_son_in_law;
  if (code == "38") return Key::relation_daughter_in_law;
  if (code == "51") return Key::relation_father;
  if (code == "52") return Key::relation_mother;
  if (code >= "53" && code <= "56") return Key::relation_parent_in_law;
  if (code == roster::relation_other) return Key::relation_none;
  switch (code.front()) {
    case '0': return Key::relation_head;
    case '1': return Key::relation_spouse;
    case '2': return Key::relation_son;
    case '3': return Key::relation_daughter;
    case '4': return Key::relation_grandchild;
    case '5': return Key::relation_parent;
    case '6': return Key::relation_grandparent;
    case '7': return Key::relation_sibling;
    default: return Key::relation_relative;
  }
}

}  // namespace

std::string_view relation_in_words(const Ui& ui, std::string_view code) {
  const std::string_view word = roster::relation_word(code);
  if (word.empty() || ui.language == Language::zh) return word;
  return ui.say(kind_of(code));
}

}  // namespace jishan::ui
