#include "ui/screens/home_tasks.h"

#include <algorithm>

#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr float caption_height = 32;
constexpr float task_height = 49;
constexpr std::size_t least_rows = 2;  // of each list, where there is not room for all
constexpr float when_width = 152;
constexpr float when_needs_width = 560;

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
            ui.stroke_px(), color);
  rest.cut_left(ui.px(12));
  Rect more = rest.cut_right(ui.px(80));
  draw_icon(*ImGui::GetWindowDrawList(), Icon::right, more.cut_right(ui.px(18)), ui.px(16),
            ui.stroke_px(), ui.color().accent);
  draw_text(ui, more, ui.say(task.verb),
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
  draw_icon(*ImGui::GetWindowDrawList(), Icon::ok, head.cut_left(ui.px(20)), ui.px(20), ui.stroke_px(),
            ui.color().accent);
  head.cut_left(ui.px(8));
  const std::string_view told = ui.say(Key::home_tasks_none);
  head.cut_left(draw_text(ui, head, told, {.weight = Weight::bold}) + ui.px(12));
  const std::string_view more = ui.say(Key::home_tasks_none_first);
  if (text_width(ui, more, TextSize::small) <= head.w) {
    draw_text(ui, head, more, {TextSize::small, Weight::regular, ui.color().text2});
  }
  TableSpec spec{.label = ui.say(Key::recent_entries),
                 .columns = {{.title = ui.say(Key::column_date),
                              .width = date_width(ui, state.latest),
                              .needs_width = 480},
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

float natural_height(const TaskList& list) {
  const auto rows = static_cast<float>(list.tasks.size());
  return list.tasks.empty() ? 0 : caption_height + task_height * rows;
}

void task_table(ScreenContext& context, const Rect& box, TaskList& list, Key title) {
  Ui& ui = context.ui;
  const std::string_view label = ui.say(title);
  const std::string head = std::string(label) + "　" +
                           ui.say(Key::home_count, {std::to_string(list.tasks.size())});
  TableSpec spec{.label = label,
                 .columns = {{head}},
                 .row_count = static_cast<int>(list.tasks.size()),
                 .row_height = task_height};
  const auto at = [&](int row) -> const HomeTask& {
    return list.tasks[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).title; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    draw_task(ui, cells.place(at(row).title), at(row));
  };
  const TableOutcome outcome = table(ui, box, list.table, spec);
  list.id = outcome.id;
  const int opened = outcome.opened >= 0 ? outcome.opened : outcome.clicked;
  if (opened >= 0) open_task(context, at(opened));
}

// For the keyboard the two lists are one.
void cross_over(Ui& ui, TaskList& today, TaskList& soon) {
  const int last = static_cast<int>(today.tasks.size()) - 1;
  if (ui.focus.has(today.id) && today.table.selected == last && ui.pressed(chords::down)) {
    soon.table.selected = 0;
    ui.focus.give(soon.id, FocusedBy::keyboard);
  } else if (ui.focus.has(soon.id) && soon.table.selected == 0 && ui.pressed(chords::up)) {
    today.table.selected = last;
    ui.focus.give(today.id, FocusedBy::keyboard);
  }
}

}  // namespace

void tasks_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  TaskList& today = state.today;
  TaskList& soon = state.soon;
  if (today.tasks.empty() && soon.tasks.empty()) {
    quiet_panel(context, sheet, state);
    return;
  }
  const bool are_both = !today.tasks.empty() && !soon.tasks.empty();
  if (are_both) cross_over(ui, today, soon);
  Rect rest = sheet.inset(ui.px(1), ui.px(1));
  if (!today.tasks.empty()) {
    const auto kept = static_cast<float>(std::min(least_rows, soon.tasks.size()));
    const float below = are_both ? ui.px(caption_height + task_height * kept) : 0;
    const float most = std::max(ui.px(caption_height + task_height), rest.h - below);
    const float height = are_both ? std::min(ui.px(natural_height(today)), most) : rest.h;
    task_table(context, rest.cut_top(height), today, Key::home_today);
  }
  if (!soon.tasks.empty()) task_table(context, rest, soon, Key::home_soon);
}

float tasks_height(const HomeState& state) {
  const float tasks = natural_height(state.today) + natural_height(state.soon);
  constexpr float quiet_height = 40 + 32 + 4 * 34 + 2;
  return tasks > 0 ? tasks + 2 : quiet_height;
}

}  // namespace jishan::ui
