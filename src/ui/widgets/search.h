// The search box of a screen: filters as one types; Esc empties it.
#pragma once

#include <string>
#include <string_view>

#include "ui/context.h"

namespace jishan::ui {

struct SearchSpec {
  std::string_view label;        // for the mirror
  std::string_view placeholder;
  std::string_view found;        // "11 户", at the right while something is typed
};
struct SearchOutcome {
  bool is_changed = false;
  bool is_entered = false;   // Enter: to the list
  bool wants_list = false;   // the down arrow
};
SearchOutcome search_box(Ui& ui, const Rect& box, std::string& typed, const SearchSpec& spec);

}  // namespace jishan::ui
