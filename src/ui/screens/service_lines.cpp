#include "ui/screens/service_lines.h"

#include "ui/screens/volunteers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {

void open_service_lines(ScreenContext& context, ServiceLinesState& state, Period period) {
  state = {};
  state.is_open = true;
  state.shown = volunteers::service_lines(context.database(), {}, period);
}

void draw_service_lines(ScreenContext& context, ServiceLinesState& state) {
  if (!state.is_open) return;
  Ui& ui = context.ui;
  const ModalLayer layer(ui, "service lines");
  Rect rest = dialog_sheet(ui, ui.say(Key::figure_hours), 640, ui.px(520));
  Rect bar = rest.cut_bottom(ui.px(36));
  rest.cut_bottom(ui.px(12));
  const auto& lines = state.shown.lines;
  const auto at = [&lines](int row) -> const volunteers::ServiceLineView& {
    return lines[static_cast<std::size_t>(row)];
  };
  TableSpec spec{.label = ui.say(Key::service_lines),
                 .columns = {{ui.say(Key::column_date), date_width(ui, lines)},
                             {ui.say(Key::column_name), 110},
                             {ui.say(Key::service_kind)},
                             {ui.say(Key::column_hours), 90, Align::right},
                             {ui.say(Key::column_points), 90, Align::right}},
                 .row_count = static_cast<int>(lines.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  spec.row_label = [&](int row) { return mask(at(row).name, Audience::desk); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const volunteers::ServiceLineView& line = at(row);
    cells.text(date_in_table(ui, line.date));
    cells.text(mask(line.name, Audience::desk));
    cells.text(service_kind_name(ui, line.kind.value_or(volunteers::ServiceKind::other)));
    cells.text(hours_from_minutes(line.minutes));
    cells.text(to_display(line.points));
  };
  spec.footer = {std::string(ui.say(Key::total)), "",
                 ui.say(Key::entries_count, {count_text(state.shown.figure.count)}),
                 hours_from_minutes(state.shown.figure.minutes),
                 to_display(state.shown.figure.points)};
  outline(ui, rest, ui.color().line);
  table(ui, rest.inset(ui.px(1), ui.px(1)), state.table, spec);
  if (button_right(ui, bar, {.label = ui.say(Key::close), .key = chords::escape})) {
    state.is_open = false;
  }
}

}  // namespace jishan::ui
