#include "ui/screens/home.h"

#include <algorithm>

#include "ui/screens/home_panels.h"
#include "ui/screens/home_view.h"
#include "ui/screens/tour.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr float panel_gap = 12;
constexpr float quarter_height =
    home_panel_head_height + 2 * home_figures_height + home_chart_height;
constexpr float quarter_height_in_column =
    home_panel_head_height + home_figures_height + home_chart_height;
constexpr float when_width = 152;
constexpr float when_needs_width = 560;
// Twelve pairs of the narrowest bars, beside a scrollbar.
constexpr float quarter_width_min = 346;

ImU32 tone_color(const Ui& ui, Tone tone) {
  switch (tone) {
    case Tone::red: return ui.color().err;
    case Tone::amber: return ui.color().warn;
    case Tone::good: return ui.color().accent;
    case Tone::info: break;
  }
  return ui.color().text2;
}

void open_task(ScreenContext& context, const HomeTask& task) {
  context.desk.shown_household = task.household;
  context.desk.go_to = task.leads_to;
}

// Two lines of text, an icon before and where it leads behind.
void draw_task(Ui& ui, const Rect& cell, const HomeTask& task) {
  Rect rest = cell;
  const ImU32 color = tone_color(ui, task.tone);
  draw_icon(*ImGui::GetWindowDrawList(), task.icon, rest.cut_left(ui.px(20)), ui.px(20),
            ui.px(1.5F), color);
  rest.cut_left(ui.px(12));
  Rect more = rest.cut_right(ui.px(80));
  draw_icon(*ImGui::GetWindowDrawList(), Icon::right, more.cut_right(ui.px(18)), ui.px(16),
            ui.px(1.5F), ui.color().accent);
  draw_text(ui, more, ui.say(task.tone == Tone::info ? Key::home_see : Key::home_go),
            {.color = ui.color().accent, .align = Align::right});
  if (!task.when.empty() && cell.w >= ui.px(when_needs_width)) {
    draw_text(ui, rest.cut_right(ui.px(when_width)), task.when,
              {TextSize::small, Weight::regular, color, Align::right});
    rest.cut_right(ui.px(12));
  }
  rest.cut_top(ui.px(4));
  draw_text(ui, rest.cut_top(ui.px(22)), task.title,
            {.weight = Weight::bold, .color = task.tone == Tone::red ? color : ui.color().text});
  draw_text(ui, rest.cut_top(ui.px(18)), task.facts,
            {TextSize::small, Weight::regular, ui.color().text2, Align::left, Words::of_the_book});
}

// With nothing to settle: says so, and shows what was recorded last.
void quiet_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  if (state.latest.empty()) {
    empty_state(ui, sheet, {.icon = Icon::ok,
                            .title = ui.say(Key::home_tasks_none),
                            .first_line = ui.say(Key::home_tasks_none_first)});
    return;
  }
  Rect rest = sheet.inset(ui.px(1), ui.px(1));
  Rect head = rest.cut_top(ui.px(40)).inset(ui.px(15), 0);
  ui.mirror.add(id_of("quiet"), Role::note, ui.say(Key::home_tasks_none), head);
  draw_icon(*ImGui::GetWindowDrawList(), Icon::ok, head.cut_left(ui.px(20)), ui.px(20), ui.px(1.5F),
            ui.color().accent);
  head.cut_left(ui.px(8));
  draw_runs(ui, head,
            {{ui.say(Key::home_tasks_none), {.weight = Weight::bold}},
             {ui.say(Key::home_tasks_none_first),
              {TextSize::small, Weight::regular, ui.color().text2}, 12}});
  TableSpec spec{.label = ui.say(Key::recent_entries),
                 .columns = {{ui.say(Key::column_date), 74},
                             {ui.say(Key::column_household), 110},
                             {ui.say(Key::column_reason)},
                             {ui.say(Key::column_points), 80, Align::right}},
                 .row_count = static_cast<int>(state.latest.size())};
  const auto at = [&](int row) -> const EntryLine& {
    return state.latest[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).household + " " + at(row).reason; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const EntryLine& line = at(row);
    const Look look{.color = line.is_red ? ui.color().err : ui.color().text};
    cells.text(date_in_table(ui, line.date), {.color = ui.color().text2});
    cells.text(line.household);
    cells.text(line.reason, look);
    cells.text(to_display_signed(line.change), look);
  };
  const TableOutcome outcome = table(ui, rest, state.latest_table, spec);
  if (outcome.opened < 0) return;
  context.desk.shown_household = state.latest_households[static_cast<std::size_t>(outcome.opened)];
  context.desk.go_to = Screen::households;
}

void tasks_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  if (state.tasks.empty()) {
    quiet_panel(context, sheet, state);
    return;
  }
  const std::string title =
      std::string(ui.say(Key::home_tasks)) + "　" +
      ui.say(Key::home_count, {std::to_string(state.tasks.size())});
  TableSpec spec{.label = ui.say(Key::home_tasks),
                 .columns = {{title}},
                 .row_count = static_cast<int>(state.tasks.size()),
                 .row_height = 49};
  spec.row_label = [&](int row) { return state.tasks[static_cast<std::size_t>(row)].title; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const auto& task = state.tasks[static_cast<std::size_t>(row)];
    draw_task(ui, cells.place(task.title), task);
  };
  const TableOutcome outcome = table(ui, sheet.inset(ui.px(1), ui.px(1)), state.task_table, spec);
  const int opened = outcome.opened >= 0 ? outcome.opened : outcome.clicked;
  if (opened >= 0) open_task(context, state.tasks[static_cast<std::size_t>(opened)]);
}

float tasks_height(const HomeState& state) {
  constexpr float head = 32;
  constexpr float task = 49;
  if (!state.tasks.empty()) return head + task * static_cast<float>(state.tasks.size()) + 2;
  constexpr float quiet_height = 40 + 32 + 4 * 34 + 2;
  return quiet_height;
}

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
// the window is too low for all of them.
void figures_column(ScreenContext& context, const Rect& column, SharesPlace place,
                    HomeState& state) {
  Ui& ui = context.ui;
  const float shares = place == SharesPlace::here ? shares_height(state) : 0;
  const float height = quarter_height + panel_gap + copies_height(state) +
                       (shares > 0 ? panel_gap + shares : 0);
  const ScrollArea area(ui, "figures", column, ui.px(height));
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
  if (button_right(ui, bar,
                   {.label = ui.say(Key::new_entry),
                    .kind = ButtonKind::primary,
                    .icon = Icon::award,
                    .key = chords::award}) ||
      ui.pressed(chords::primary)) {
    context.desk.go_to = Screen::award;
  }
  if (button_right(ui, bar,
                   {.label = ui.say(Key::redeem_for_household),
                    .icon = Icon::redeem,
                    .key = chords::redeem})) {
    context.desk.go_to = Screen::redeem;
  }
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
