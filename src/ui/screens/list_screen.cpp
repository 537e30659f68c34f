#include "ui/screens/list_screen.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/search.h"

namespace jishan::ui {
namespace {

constexpr float search_width = 290;
constexpr float search_width_min = 224;
constexpr float gap = 12;
constexpr float designed_width = 1186;

Rect in_the_middle(const Ui& ui, const Rect& place) {
  return {place.x, place.y + std::floor((place.h - ui.px(field_height)) / 2), place.w,
          ui.px(field_height)};
}

float tools_width(const Ui& ui, const std::vector<ButtonSpec>& buttons, const ListFilter* filter) {
  float width = ui.px(search_width_min);
  for (const ButtonSpec& spec : buttons) width += button_width(ui, spec) + ui.px(gap);
  if (filter != nullptr) width += ui.px(filter->width + gap);
  return width;
}

}  // namespace

ListHeadOutcome list_head(Ui& ui, Places& places, const ListHead& head, std::string& typed,
                          const ListFilter* filter) {
  ui.focus.set_region(Region::head);
  const IdScope scope("head");
  // Without its icons the head is narrower.
  std::vector<ButtonSpec> buttons = head.buttons;
  for (ButtonSpec& spec : buttons) {
    if (ui.room != Room::wide) spec.icon = Icon::none;
  }
  Rect tools = head_with_tools(ui, places, head.title, head.subtitle,
                               tools_width(ui, buttons, filter));
  ListHeadOutcome outcome;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    if (button_right(ui, tools, buttons[i])) outcome.pressed = static_cast<int>(i);
  }
  Rect filter_place;
  if (filter != nullptr) {
    filter_place = in_the_middle(ui, tools.cut_right(ui.px(filter->width)));
    tools.cut_right(ui.px(gap));
  }
  const Rect search = in_the_middle(ui, tools.cut_right(std::min(tools.w, ui.px(search_width))));
  const SearchOutcome found =
      search_box(ui, search, typed,
                 {.label = head.search, .placeholder = head.search, .found = head.found});
  outcome.is_changed = found.is_changed;
  if (filter != nullptr &&
      drop_down_box(ui, filter_place, filter->state, filter->spec, filter->chosen)) {
    outcome.is_changed = true;
  }
  if (found.is_entered || found.wants_list) ui.focus.next_list();
  ui.focus.set_region(Region::body);
  return outcome;
}

void list_and_detail(Ui& ui, const Rect& body, float list_share, bool& is_detail_open,
                     const std::function<void(const Rect&)>& draw_list,
                     const std::function<void(const Rect&)>& draw_detail) {
  if (ui.room == Room::wide) {
    Rect rest = body;
    draw_list(rest.cut_left(body.w * list_share / designed_width));
    rest.cut_left(ui.px(gap));
    draw_detail(rest);
  } else if (is_detail_open) {
    draw_detail(body);
    if (ui.pressed(chords::escape)) is_detail_open = false;
  } else {
    draw_list(body);
  }
}

}  // namespace jishan::ui
