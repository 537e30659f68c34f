#include "ui/screens/home_panels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets/chart.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr float shares_padding = 8;

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

std::string amount_in_words(std::int64_t hundredths) {
  return to_display(Points::hundredths(hundredths));
}

// Bars of the year, each opens its entries. Both series are as the households see them: what they
// got and what they gave back for goods.
void months_chart(ScreenContext& context, const Rect& box, HomeState& state) {
  Ui& ui = context.ui;
  constexpr int months = 12;
  ChartSpec spec{.label = ui.say(Key::chart_title),
                 .series = {{ui.say(Key::legend_gained), {}}, {ui.say(Key::legend_redeemed), {}}},
                 .places_max = months,
                 .written = amount_in_words};
  for (std::size_t i = 0; i < state.months.size(); ++i) {
    // The first one says what the numbers are; from October on names would touch each other.
    const std::string number = std::to_string(i + 1);
    spec.places.push_back(i == 0 ? ui.say(Key::month_n, {number}) : number);
    spec.series[0].amounts.push_back(state.months[i].gained.hundredths());
    spec.series[1].amounts.push_back(state.months[i].redeemed.hundredths());
  }
  constexpr std::array titles{Key::figure_gained, Key::figure_redeemed};
  spec.mark_label = [&ui, titles](std::size_t place, std::size_t series) {
    return ui.say(Key::month_n, {std::to_string(place + 1)}) + " " +
           std::string(ui.say(titles[series]));
  };
  const ChartOutcome outcome = chart(ui, box, state.months_chart, spec);
  if (!outcome.is_opened) return;
  const int month = static_cast<int>(outcome.place) + 1;
  const Period span = month_of(Date::from_ymd(ui.today.year(), month, 1).value_or(ui.today));
  constexpr std::array kinds{points::FigureKind::gained, points::FigureKind::redeemed};
  open_figure(context, state.entries, spec.mark_label(outcome.place, outcome.series),
              {kinds[outcome.series], {}, {span.first.iso(), span.last.iso()}, {}});
}

}  // namespace

void quarter_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  const Rect head = panel_with_head(ui, rest);
  const std::string since =
      ui.say(Key::quarter_so_far, {date_in_words(ui, state.quarter.first)});
  draw_runs(ui, head,
            {{ui.say(Key::this_quarter), {.weight = Weight::bold}},
             {since, {TextSize::small, Weight::regular, ui.color().text2}, 8}});
  const Rect chart = rest.cut_bottom(ui.px(home_chart_height));
  figures_of_quarter(context, rest, state);
  fill(ui, {chart.x, chart.y, chart.w, ui.px(1)}, ui.color().line);
  months_chart(context, chart.inset(ui.px(16), ui.px(4)), state);
}

float shares_height(const HomeState& state) {
  constexpr float padding = 2 * shares_padding;
  return state.shares.empty() ? 0 : share_bar_height(state.shares.size()) + padding;
}

void shares_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  ShareSpec spec{.label = ui.say(Key::shares_title), .written = amount_in_words};
  for (const ClassShare& share : state.shares) {
    spec.shares.push_back({share.name, share.points.hundredths()});
  }
  const Rect box = sheet.inset(ui.px(16), ui.px(shares_padding));
  const int opened = share_bar(ui, box, state.shares_chart, spec);
  if (opened < 0) return;
  const ClassShare& share = state.shares[static_cast<std::size_t>(opened)];
  const Period year = year_of(ui.today);
  open_figure(context, state.entries, ui.say(Key::shares_class, {share.name}),
              {points::FigureKind::gained, {}, {year.first.iso(), year.last.iso()}, share.classes});
}

// One row for each; Enter or a click leads to where books are exchanged.
void copies_panel(ScreenContext& context, const Rect& sheet, HomeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  TableSpec spec{.label = ui.say(Key::copies_title),
                 .columns = {{ui.say(Key::copies_title)},
                             {ui.say(Key::column_state), 170, Align::right}},
                 .row_count = static_cast<int>(state.copies.size()),
                 .row_height = home_copy_row_height,
                 .opening = Opening::ordinary,
                 .marking = Marking::while_focused};
  const auto at = [&](int row) -> const CopyLine& {
    return state.copies[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const CopyLine& line = at(row);
    const ImU32 color = line.is_late ? ui.color().warn : ui.color().text2;
    cells.icon_and_text(line.icon, line.name, line.is_late ? color : ui.color().text);
    cells.text(line.facts, {.size = TextSize::small, .color = color});
  };
  const TableOutcome outcome = table(ui, sheet.inset(ui.px(1), ui.px(1)), state.copy_table, spec);
  if (outcome.opened >= 0 || outcome.clicked >= 0) context.desk.go_to = Screen::exchange;
}

}  // namespace jishan::ui
