#include "ui/screens/home.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/home_view.h"
#include "ui/widgets/field.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

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
            {TextSize::small, Weight::regular, ui.color().text2});
}

void tasks_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  if (state.tasks.empty()) {
    empty_state(ui, sheet, {.icon = Icon::ok,
                            .title = ui.say(Key::home_tasks_none),
                            .first_line = ui.say(Key::home_tasks_none_first)});
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
    draw_task(ui, cells.place(), state.tasks[static_cast<std::size_t>(row)]);
  };
  const TableOutcome outcome = table(ui, sheet.inset(ui.px(1), ui.px(1)), state.task_table, spec);
  const int opened = outcome.opened >= 0 ? outcome.opened : outcome.clicked;
  if (opened >= 0) open_task(context, state.tasks[static_cast<std::size_t>(opened)]);
}

void figures_of_quarter(ScreenContext& context, Rect box, HomeState& state) {
  Ui& ui = context.ui;
  const ledger::DateSpan quarter{state.quarter.first.iso(), state.quarter.last.iso()};
  const std::string_view points_unit = ui.say(Key::points_unit);
  const float width = std::floor(box.w / 2);
  Rect top = box.cut_top(std::floor(box.h / 2));
  hairline_below(ui, top);
  const std::string gained = to_display(state.gained);
  const std::string redeemed = to_display(state.redeemed.points);
  const std::string balance = to_display(state.balance);
  const std::string hours = hours_from_minutes(state.service.minutes);
  const Rect first = top.cut_left(width);
  hairline_right(ui, first);
  if (figure(ui, first.inset(ui.px(16), 0),
             {.label = ui.say(Key::figure_gained),
              .value = gained,
              .unit = points_unit,
              .size = TextSize::figure})) {
    open_figure(context, state.entries, std::string(ui.say(Key::figure_gained)),
                {points::FigureKind::gained, {}, quarter});
  }
  const std::string orders = ui.say(Key::orders_count, {count_text(state.redeemed.redemptions)});
  if (figure(ui, top.inset(ui.px(16), 0),
             {.label = ui.say(Key::figure_redeemed),
              .value = redeemed,
              .unit = points_unit,
              .facts = orders,
              .size = TextSize::figure})) {
    open_figure(context, state.entries, std::string(ui.say(Key::figure_redeemed)),
                {points::FigureKind::redeemed, {}, quarter});
  }
  const Rect third = box.cut_left(width);
  hairline_right(ui, third);
  const std::string households = ui.say(Key::households_count, {count_text(state.accounts)});
  if (figure(ui, third.inset(ui.px(16), 0),
             {.label = ui.say(Key::figure_balance),
              .value = balance,
              .unit = points_unit,
              .facts = households,
              .size = TextSize::figure})) {
    open_figure(context, state.entries, std::string(ui.say(Key::figure_balance)),
                {points::FigureKind::balance, {}, {}});
  }
  const std::string services = ui.say(Key::services_count, {count_text(state.service.count)});
  if (figure(ui, box.inset(ui.px(16), 0),
             {.label = ui.say(Key::figure_hours),
              .value = hours,
              .unit = ui.say(Key::hours_unit),
              .facts = services,
              .size = TextSize::figure})) {
    context.desk.go_to = Screen::volunteers;
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

// Bars of the year; a month opens its entries.
void months_chart(ScreenContext& context, Rect box, HomeState& state) {
  Ui& ui = context.ui;
  legend(ui, box.cut_top(ui.px(24)));
  std::int64_t largest = 1;
  for (const MonthFigures& month : state.months) {
    largest = std::max({largest, month.gained.hundredths(), month.redeemed.hundredths()});
  }
  const Rect names = box.cut_bottom(ui.px(20));
  const float slot = std::floor(box.w / 12);
  const auto height_of = [&](Points points) {
    const double share = static_cast<double>(std::max<std::int64_t>(0, points.hundredths())) /
                         static_cast<double>(largest);
    return std::floor(static_cast<float>(share) * box.h);
  };
  for (std::size_t i = 0; i < state.months.size(); ++i) {
    const MonthFigures& month = state.months[i];
    const std::string name = ui.say(Key::month_n, {std::to_string(i + 1)});
    const Rect place{box.x + slot * static_cast<float>(i), box.y, slot, box.h};
    const float bar = ui.px(11);
    const float x = std::floor(place.center().x - bar - ui.px(1));
    const float gained = height_of(month.gained);
    const float redeemed = height_of(month.redeemed);
    fill(ui, {x, place.bottom() - gained, bar, gained}, ui.color().accent);
    fill(ui, {x + bar + ui.px(2), place.bottom() - redeemed, bar, redeemed}, ui.color().accent_mid);
    const Rect label{place.x, names.y, slot, names.h};
    draw_text(ui, label, name, {TextSize::small, Weight::regular, ui.color().text2, Align::center});
    const IdScope scope(static_cast<int>(i));
    const ImGuiID id = id_of("month");
    const Rect whole{place.x, place.y, slot, place.h + names.h};
    const Pressable press = pressable(ui, id, whole, Reach::by_mouse_only);
    MirrorRow& row = ui.mirror.add(id, Role::figure, name, whole);
    row.value = to_display(month.gained);
    row.description = to_display(month.redeemed);
    if (press.is_pressed) {
      const Date first = Date::from_ymd(ui.today.year(), static_cast<int>(i) + 1, 1).value_or(ui.today);
      const Period span = month_of(first);
      open_figure(context, state.entries, name + " " + std::string(ui.say(Key::figure_gained)),
                  {points::FigureKind::gained, {}, {span.first.iso(), span.last.iso()}});
    }
  }
  fill(ui, {box.x, box.bottom(), slot * 12, ui.px(1)}, ui.color().line2);
}

void quarter_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const Rect head = rest.cut_top(ui.px(40));
  hairline_below(ui, head);
  const std::string since =
      ui.say(Key::quarter_so_far, {date_in_words(ui, state.quarter.first)});
  draw_runs(ui, head.inset(ui.px(16), 0),
            {{ui.say(Key::this_quarter), {.weight = Weight::bold}},
             {since, {TextSize::small, Weight::regular, ui.color().text2}, 8}});
  const bool has_chart = rest.h >= ui.px(240);
  const Rect chart = rest.cut_bottom(has_chart ? ui.px(96) : 0);
  figures_of_quarter(context, rest, state);
  if (!has_chart) return;
  fill(ui, {chart.x, chart.y, chart.w, ui.px(1)}, ui.color().line);
  months_chart(context, chart.inset(ui.px(16), ui.px(4)), state);
}

void copies_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const Rect head = rest.cut_top(ui.px(40));
  hairline_below(ui, head);
  draw_text(ui, head.inset(ui.px(16), 0), ui.say(Key::copies_title), {.weight = Weight::bold});
  for (const village::WriterView& writer : state.writers) {
    if (rest.h < ui.px(31)) break;
    Rect line = rest.cut_top(ui.px(31)).inset(ui.px(16), 0);
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
    draw_text(ui, line, writer.name);
  }
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
  draw_text(ui, bar, state.last_entry, {TextSize::small, Weight::regular, ui.color().text2});
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
    tasks_panel(context, body, state);
  } else {
    tasks_panel(context, body.cut_left(body.w * 764 / 1186), state);
    body.cut_left(ui.px(12));
    const bool has_copies = body.h >= ui.px(400);
    quarter_panel(context, has_copies ? body.cut_top(body.h * 0.68F) : body, state);
    body.cut_top(ui.px(12));
    if (has_copies) copies_panel(context, body, state);
  }
  action_bar(context, state);
  draw_entries_dialog(context, state.entries);
}

}  // namespace jishan::ui
