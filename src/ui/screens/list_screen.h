// What the screens with a list share: a head with search, filter and buttons, and the list with its
// detail beside it or alone. It knows no screen's content.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/layout.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"

namespace jishan::ui {

struct ListHead {
  std::string_view title;
  std::string_view subtitle;
  std::string_view search;  // label and placeholder of the search box
  std::string_view found;   // "11 户", shown while something is typed
  std::vector<ButtonSpec> buttons;  // from the right
};

// A drop-down between search box and buttons.
struct ListFilter {
  DropDownSpec spec;
  DropDownState& state;
  int& chosen;
  float width = 0;  // px at 100 %
};

struct ListHeadOutcome {
  bool is_changed = false;  // other words are searched for, or another filter holds
  int pressed = -1;         // which of the buttons
};

// Letters that are typed while the list has the focus go to the search box.
ListHeadOutcome list_head(Ui& ui, Places& places, const ListHead& head, std::string& typed,
                          const ListFilter* filter);

// List and detail beside each other; where there is no room for that, the detail opens as its own
// page and Esc leads back. The list takes list_share of the 1186 px that both have at 1366 px.
void list_and_detail(Ui& ui, const Rect& body, float list_share, bool& is_detail_open,
                     const std::function<void(const Rect&)>& draw_list,
                     const std::function<void(const Rect&)>& draw_detail);

}  // namespace jishan::ui
