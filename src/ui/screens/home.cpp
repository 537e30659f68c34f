#include "ui/screens/home.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/home_view.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/tooltip.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr float copy_row_height = 31;
// Head, two rows of figures, chart; and beside it at least two copies.
constexpr float figures_height = 82;
constexpr float quarter_height = 40 + 2 * figures_height + 96;
constexpr float quarter_height_in_column = 40 + figures_height + 96;
constexpr float copies_height_min = 40 + 2 * copy_row_height;
constexpr float quarter_width_min = 310;

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

// One of the four figures; true when its entries are asked for.
bool quarter_figure(Ui& ui, const Rect& cell, Key label, const std::string& value, Key unit,
                    const std::string& facts) {
  return figure(ui, cell.inset(ui.px(ui.room == Room::wide ? 16 : 12), 0),
                {.label = ui.say(label),
                 .value = value,
                 .unit = ui.say(unit),
                 .facts = facts,
                 .size = TextSize::figure});
}

// Two by two, or all four in a row where there is a whole line for them.
std::array<Rect, 4> figure_cells(Ui& ui, Rect box) {
  const bool is_row = ui.room == Room::narrow;
  const float width = std::floor(box.w / (is_row ? 4 : 2));
  std::array<Rect, 4> cells;
  if (is_row) {
    for (std::size_t i = 0; i < 3; ++i) {
      cells[i] = box.cut_left(width);
      hairline_right(ui, cells[i]);
    }
    cells[3] = box;
    return cells;
  }
  Rect top = box.cut_top(std::floor(box.h / 2));
  hairline_below(ui, top);
  cells = {top.cut_left(width), top, box.cut_left(width), box};
  hairline_right(ui, cells[0]);
  hairline_right(ui, cells[2]);
  return cells;
}

void figures_of_quarter(ScreenContext& context, const Rect& box, HomeState& state) {
  Ui& ui = context.ui;
  const ledger::DateSpan quarter{state.quarter.first.iso(), state.quarter.last.iso()};
  const auto [first, second, third, fourth] = figure_cells(ui, box);
  const auto ask = [&](Key title, points::FigureKind kind, const ledger::DateSpan& span) {
    open_figure(context, state.entries, std::string(ui.say(title)), {kind, {}, span});
  };
  const std::string this_month =
      state.months.empty()
          ? std::string()
          : ui.say(Key::month_so_far, {to_display(state.months.back().gained)});
  if (quarter_figure(ui, first, Key::figure_gained, to_display(state.gained), Key::points_unit,
                     this_month)) {
    ask(Key::figure_gained, points::FigureKind::gained, quarter);
  }
  if (quarter_figure(ui, second, Key::figure_redeemed, to_display(state.redeemed.points),
                     Key::points_unit,
                     ui.say(Key::orders_count, {count_text(state.redeemed.redemptions)}))) {
    ask(Key::figure_redeemed, points::FigureKind::redeemed, quarter);
  }
  if (quarter_figure(ui, third, Key::figure_balance, to_display(state.balance), Key::points_unit,
                     ui.say(Key::households_count, {count_text(state.accounts)}))) {
    ask(Key::figure_balance, points::FigureKind::balance, {});
  }
  if (quarter_figure(ui, fourth, Key::figure_hours, hours_from_minutes(state.service.minutes),
                     Key::hours_unit,
                     ui.say(Key::services_count, {count_text(state.service.count)}))) {
    open_service_lines(context, state.services, state.quarter);
  }
}

void legend(Ui& ui, Rect line) {
  const Look small{TextSize::small, Weight::regular, ui.color().text2};
  const auto entry = [&](Key key, ImU32 color) {
    const float width = text_width(ui, ui.say(key), TextSize::small);
    draw_text(ui, line.cut_right(width + 1), ui.say(key), small);
    line.cut_right(ui.px(5));
    const Rect square = line.cut_right(ui.px(10));
    fill(ui, {square.x, std::floor(square.center().y - ui.px(5)), ui.px(10), ui.px(10)}, color);
    line.cut_right(ui.px(12));
  };
  entry(Key::legend_redeemed, ui.color().accent_mid);
  entry(Key::legend_gained, ui.color().accent);
  draw_text(ui, line, ui.say(Key::chart_title), small);
}

// One bar of a month; its place reaches over the whole height, so that a small one can be hit.
void month_bar(ScreenContext& context, const Rect& place, Points points, Points largest, ImU32 color,
               const std::string& title, const points::FigureQuestion& question, HomeState& state) {
  Ui& ui = context.ui;
  const double share = static_cast<double>(std::max<std::int64_t>(0, points.hundredths())) /
                       static_cast<double>(std::max<std::int64_t>(1, largest.hundredths()));
  const float height = std::floor(static_cast<float>(share) * place.h);
  fill(ui, {place.x, place.bottom() - height, place.w, height}, color);
  const ImGuiID id = id_of(title);
  const Pressable press = pressable(ui, id, place);
  tooltip(ui, id, place, title + " " + to_display(points));
  if (ui.focus.shows_ring(id)) outline(ui, place.grown(ui.px(1)), ui.color().focus, 0, 2);
  MirrorRow& row = ui.mirror.add(id, Role::figure, title, place);
  row.value = to_display(points);
  row.is_focused = ui.focus.has(id);
  if (press.is_pressed) open_figure(context, state.entries, title, question);
}

// Bars of the year; each opens its entries.
void months_chart(ScreenContext& context, Rect box, HomeState& state) {
  Ui& ui = context.ui;
  legend(ui, box.cut_top(ui.px(24)));
  Points largest;
  for (const MonthFigures& month : state.months) {
    largest = std::max({largest, month.gained, month.redeemed});
  }
  const Rect names = box.cut_bottom(ui.px(20));
  const float slot = std::floor(box.w / 12);
  const float width = ui.px(11);
  for (std::size_t i = 0; i < state.months.size(); ++i) {
    const MonthFigures& month = state.months[i];
    const int number = static_cast<int>(i) + 1;
    const std::string name = ui.say(Key::month_n, {std::to_string(number)});
    const float left = box.x + slot * static_cast<float>(i);
    const float middle = std::floor(left + slot / 2);
    const Period span = month_of(Date::from_ymd(ui.today.year(), number, 1).value_or(ui.today));
    const ledger::DateSpan days{span.first.iso(), span.last.iso()};
    month_bar(context, {middle - width - ui.px(1), box.y, width, box.h}, month.gained, largest,
              ui.color().accent, name + " " + std::string(ui.say(Key::figure_gained)),
              {points::FigureKind::gained, {}, days}, state);
    month_bar(context, {middle + ui.px(1), box.y, width, box.h}, month.redeemed, largest,
              ui.color().accent_mid, name + " " + std::string(ui.say(Key::figure_redeemed)),
              {points::FigureKind::redeemed, {}, days}, state);
    // The first one says what the numbers are; from October on names would touch each other.
    draw_text(ui, {left, names.y, slot, names.h}, i == 0 ? name : std::to_string(number),
              {TextSize::small, Weight::regular, ui.color().text2, Align::center});
  }
  fill(ui, {box.x, box.bottom(), slot * 12, ui.px(1)}, ui.color().line2);
}

void quarter_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  const Rect head = panel_with_head(ui, rest);
  const std::string since =
      ui.say(Key::quarter_so_far, {date_in_words(ui, state.quarter.first)});
  draw_runs(ui, head,
            {{ui.say(Key::this_quarter), {.weight = Weight::bold}},
             {since, {TextSize::small, Weight::regular, ui.color().text2}, 8}});
  const bool has_chart = rest.h >= ui.px(ui.room == Room::narrow ? figures_height + 96 : 240);
  const Rect chart = rest.cut_bottom(has_chart ? ui.px(96) : 0);
  figures_of_quarter(context, rest, state);
  if (!has_chart) return;
  fill(ui, {chart.x, chart.y, chart.w, ui.px(1)}, ui.color().line);
  months_chart(context, chart.inset(ui.px(16), ui.px(4)), state);
}

void copies_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  const Rect head = panel_with_head(ui, rest);
  draw_text(ui, head, ui.say(Key::copies_title), {.weight = Weight::bold});
  for (std::size_t i = 0; i < state.writers.size() && rest.h >= ui.px(copy_row_height); ++i) {
    const village::WriterView& writer = state.writers[i];
    const IdScope scope(static_cast<int>(i));
    const Rect row = rest.cut_top(ui.px(copy_row_height));
    const Pressable press = pressable(ui, id_of("copy"), row, Reach::by_mouse_only);
    if (press.is_hovered) fill(ui, row.inset(ui.px(1), 0), ui.color().hover);
    if (press.is_pressed) context.desk.go_to = Screen::exchange;
    Rect line = row.inset(ui.px(16), 0);
    const bool is_here = writer.id == context.app.session().writer();
    draw_icon(*ImGui::GetWindowDrawList(), is_here ? Icon::laptop : Icon::exchange,
              line.cut_left(ui.px(18)), ui.px(18), ui.px(1.5F), ui.color().text2);
    line.cut_left(ui.px(8));
    const std::string facts =
        is_here ? std::string(ui.say(Key::copy_here))
                : ui.say(Key::copy_of_writer, {count_text(writer.last_sequence)});
    const float width = draw_text(ui, line, facts,
                                  {TextSize::small, Weight::regular, ui.color().text2, Align::right});
    line.cut_right(width + ui.px(8));
    draw_text(ui, line, writer.name, {.words = Words::of_the_book});
  }
}

float tasks_height(const HomeState& state) {
  constexpr float head = 32;
  constexpr float task = 49;
  if (!state.tasks.empty()) return head + task * static_cast<float>(state.tasks.size()) + 2;
  constexpr float quiet_height = 40 + 32 + 4 * 34 + 2;
  return quiet_height;
}

// Large text: what is to do, the figures and the copies below each other.
void in_one_column(ScreenContext& context, HomeState& state) {
  Ui& ui = context.ui;
  constexpr float gap = 10;
  const float copies_height =
      40 + copy_row_height * static_cast<float>(state.writers.size()) + 8;
  const float height = tasks_height(state) + quarter_height_in_column + copies_height + 2 * gap;
  const ScrollArea area(ui, "home", context.places.body, ui.px(height));
  Rect rest = area.content();
  tasks_panel(context, rest.cut_top(ui.px(tasks_height(state))), state);
  rest.cut_top(ui.px(gap));
  quarter_panel(context, rest.cut_top(ui.px(quarter_height_in_column)), state);
  rest.cut_top(ui.px(gap));
  copies_panel(context, rest.cut_top(ui.px(copies_height)), state);
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
  head_title(ui, context.places.head, ui.say(Key::screen_home), today);
  Rect body = context.places.body;
  if (ui.room == Room::narrow) {
    in_one_column(context, state);
  } else {
    const Rect right = body.cut_right(std::max(ui.px(quarter_width_min), body.w * 410 / 1186));
    body.cut_right(ui.px(12));
    tasks_panel(context, body, state);
    Rect rest = right;
    const bool has_copies = rest.h >= ui.px(quarter_height + 12 + copies_height_min);
    quarter_panel(context, has_copies ? rest.cut_top(ui.px(quarter_height)) : rest, state);
    rest.cut_top(ui.px(12));
    if (has_copies) copies_panel(context, rest, state);
  }
  action_bar(context, state);
  draw_entries_dialog(context, state.entries);
  draw_service_lines(context, state.services);
}

}  // namespace jishan::ui
