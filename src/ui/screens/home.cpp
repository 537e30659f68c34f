#include "ui/screens/home.h"

#include <algorithm>

#include "ui/screens/home_panels.h"
#include "ui/screens/home_tasks.h"
#include "ui/screens/home_view.h"
#include "ui/screens/tour.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr float panel_gap = 12;
constexpr float quarter_height =
    home_panel_head_height + 2 * home_figures_height + home_chart_height;
constexpr float quarter_height_in_column =
    home_panel_head_height + home_figures_height + home_chart_height;
// Twelve pairs of the narrowest bars, beside a scrollbar.
constexpr float quarter_width_min = 346;

constexpr float least_copies_height = home_copies_head_height + 2 + 3 * home_copy_row_height;

float copies_height(const HomeState& state) {
  return home_copies_head_height + 2 +
         home_copy_row_height * static_cast<float>(state.copies.size());
}

// Large text: everything below each other.
void in_one_column(ScreenContext& context, HomeState& state) {
  Ui& ui = context.ui;
  constexpr float gap = 10;
  const float shares = shares_height(state);
  const float height = tasks_height(state) + quarter_height_in_column + copies_height(state) +
                       shares + (shares > 0 ? 3 : 2) * gap;
  const ScrollArea area(ui, "home", context.places.body, ui.px(height));
  Rect rest = area.content();
  tasks_panel(context, rest.cut_top(ui.px(tasks_height(state))), state);
  rest.cut_top(ui.px(gap));
  quarter_panel(context, rest.cut_top(ui.px(quarter_height_in_column)), state);
  rest.cut_top(ui.px(gap));
  copies_panel(context, rest.cut_top(ui.px(copies_height(state))), state);
  rest.cut_top(ui.px(gap));
  if (shares > 0) shares_panel(context, rest.cut_top(ui.px(shares)), state);
}

enum class SharesPlace { none, here };

// Figures, copies, and the classes where there was no place for them at the left. Scrolls where
// the window is too low for all of them; a few copies too many scroll in their own list.
void figures_column(ScreenContext& context, const Rect& column, SharesPlace place,
                    HomeState& state) {
  Ui& ui = context.ui;
  const float shares = place == SharesPlace::here ? shares_height(state) : 0;
  const float above = quarter_height + panel_gap;
  const float height = above + copies_height(state) + (shares > 0 ? panel_gap + shares : 0);
  const bool has_own_list = shares <= 0 && column.h >= ui.px(above + least_copies_height);
  const ScrollArea area(ui, "figures", column, has_own_list ? column.h : ui.px(height));
  Rect rest = area.content();
  quarter_panel(context, rest.cut_top(ui.px(quarter_height)), state);
  rest.cut_top(ui.px(panel_gap));
  const Rect below = rest.cut_bottom(ui.px(shares));
  rest.cut_bottom(shares > 0 ? ui.px(panel_gap) : 0);
  copies_panel(context, rest, state);
  if (shares > 0) shares_panel(context, below, state);
}

// What is to do stays in sight; the classes of the year stand below it where it leaves room.
void in_two_columns(ScreenContext& context, HomeState& state) {
  Ui& ui = context.ui;
  Rect left = context.places.body;
  const Rect right = left.cut_right(std::max(ui.px(quarter_width_min), left.w * 410 / 1186));
  left.cut_right(ui.px(panel_gap));
  const float shares = shares_height(state);
  const bool has_room = left.h >= ui.px(tasks_height(state) + panel_gap + shares);
  const bool has_shares = shares > 0 && has_room;
  const Rect below = left.cut_bottom(has_shares ? ui.px(shares) : 0);
  left.cut_bottom(has_shares ? ui.px(panel_gap) : 0);
  tasks_panel(context, left, state);
  if (has_shares) shares_panel(context, below, state);
  figures_column(context, right, has_room ? SharesPlace::none : SharesPlace::here, state);
}

void action_bar(ScreenContext& context, const HomeState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  const int pressed = actions(ui, bar,
                              {{.label = ui.say(Key::new_entry),
                                .kind = ButtonKind::primary,
                                .icon = Icon::award,
                                .key = chords::award},
                               {.label = ui.say(Key::redeem_for_household),
                                .icon = Icon::redeem,
                                .key = chords::redeem}});
  if (pressed == 0 || ui.pressed(chords::primary)) context.desk.go_to = Screen::award;
  if (pressed == 1) context.desk.go_to = Screen::redeem;
  action_bar_note(ui, bar, state.last_entry, 0, Words::of_the_book);
}

}  // namespace

void home_screen(ScreenContext& context, HomeState& state) {
  Ui& ui = context.ui;
  refresh_home(context, state);
  const std::string today = ui.say(Key::weekday_of_date, {full_date_in_words(ui, ui.today),
                                                          weekday_name(ui, ui.today)});
  if (is_tour_offered(context.app)) {
    Rect tools = head_with_tools(ui, context.places, ui.say(Key::screen_home), today,
                                 tour_offer_width(ui));
    tour_offer(context, tools);
  } else {
    head_title(ui, context.places.head, ui.say(Key::screen_home), today);
  }
  if (ui.room == Room::narrow) {
    in_one_column(context, state);
  } else {
    in_two_columns(context, state);
  }
  action_bar(context, state);
  draw_entries_dialog(context, state.entries);
  draw_service_lines(context, state.services);
}

}  // namespace jishan::ui
