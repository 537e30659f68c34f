#include "ui/screens/recovery.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/exporting.h"
#include "app/moving.h"
#include "app/recovery.h"
#include "ui/screens/recovery_view.h"
#include "ui/shell_view.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr float gap = 12;
constexpr float copies_empty_height = 250;
constexpr float panel_height = 182;
constexpr float line_pitch = 24;

void head(ScreenContext& context, Rect& rest, const RecoveryView& view) {
  Ui& ui = context.ui;
  rest.cut_top(ui.px(22));
  Rect beside = rest;
  const Rect sign = beside.cut_left(ui.px(36));
  draw_icon(*ImGui::GetWindowDrawList(), Icon::warn, {sign.x, sign.y, sign.w, ui.px(52)}, ui.px(36),
            ui.px(1.5F), ui.color().warn);
  beside.cut_left(ui.px(16));
  const float top = beside.y;
  const Look bold{TextSize::title, Weight::bold};
  Rect title = beside;
  title.h = draw_paragraph(ui, beside, view.title, bold);
  beside.cut_top(title.h);
  ui.mirror.add(id_of("title"), Role::heading, view.title, title);
  Rect text = beside;
  text.h = draw_paragraph(ui, beside, view.text, {.color = ui.color().text2});
  ui.mirror.add(id_of("what happened"), Role::text, view.text, text);
  rest.cut_top(std::max(text.bottom() - top, ui.px(52)) + ui.px(16));
}

// What went wrong with the last try; nothing where all is well.
void trouble_note(ScreenContext& context, Rect& rest) {
  Ui& ui = context.ui;
  const auto trouble = context.app.moving_trouble();
  float height = 0;
  if (trouble == app::StoreTrouble::no_room) {
    height = note(ui, rest, Tone::red, ui.say(Key::recovery_no_room));
  } else if (trouble) {
    const std::string_view why = ui.say(trouble_text(*trouble));
    height = note(ui, rest, Tone::red, ui.say(Key::recovery_not_written, {why}));
  } else {
    switch (context.app.recovery().file_trouble()) {
      case app::Recovery::FileTrouble::none: return;
      case app::Recovery::FileTrouble::unreadable:
        height = note(ui, rest, Tone::amber, ui.say(Key::recovery_unreadable));
        break;
      case app::Recovery::FileTrouble::not_a_book:
        height = note(ui, rest, Tone::amber, ui.say(Key::recovery_not_a_book));
        break;
    }
  }
  rest.cut_top(height + ui.px(gap));
}

void find_file(ScreenContext& context) {
  context.commands.ask([](app::App& app) { app.ports().files.choose(app::FileKind::book); });
}

void try_again(ScreenContext& context) {
  context.commands.ask([](app::App& app) {
    const std::string book = app.recovery().listing().book;
    app.open_book(book);
  });
}

// At the right of the list's head; below an empty list in its middle.
void ways_out(ScreenContext& context, Rect& line, RecoveryState& state, ButtonKind finding) {
  Ui& ui = context.ui;
  const IdScope scope("ways out");
  const bool is_head = finding == ButtonKind::text;
  const ButtonSize size = is_head ? ButtonSize::small : ButtonSize::normal;
  const ButtonSpec find{.label = ui.say(Key::recovery_find_file),
                        .kind = finding,
                        .size = size,
                        .icon = Icon::folder,
                        .key = chords::open_file,
                        .opening = is_head ? Opening::ordinary : Opening::safe_choice};
  const ButtonSpec retry{.label = ui.say(Key::try_again), .kind = ButtonKind::text, .size = size};
  const ButtonSpec other{.label = ui.say(Key::begin_other_book), .kind = ButtonKind::text, .size = size};
  state.find_file = id_of(find.label);
  const float width = button_width(ui, find) + button_width(ui, retry) + button_width(ui, other) +
                      ui.px(2 * gap);
  line.cut_left(is_head ? std::max(0.0F, line.w - width) : std::floor((line.w - width) / 2));
  if (button_left(ui, line, find)) find_file(context);
  if (button_left(ui, line, retry)) try_again(context);
  if (button_left(ui, line, other)) context.commands.ask([](app::App& app) { app.go_to_setup(); });
}

void toggle(ScreenContext& context, int row) {
  context.commands.ask([row](app::App& app) {
    // While the joined book is being written it must stay as it is.
    if (app.phase() != app::Phase::recovery || app.moving() != nullptr) return;
    const auto copy = static_cast<std::size_t>(row);
    if (copy >= app.recovery().copies().size()) return;
    app.recovery().choose(copy, !app.recovery().copies()[copy].is_chosen);
  });
}

Icon icon_of(CopyCheck check) {
  switch (check) {
    case CopyCheck::running: return Icon::clock;
    case CopyCheck::good: return Icon::ok;
    case CopyCheck::damaged: return Icon::error;
    case CopyCheck::foreign: break;
  }
  return Icon::close;
}

ImU32 color_of(const Ui& ui, CopyCheck check) {
  switch (check) {
    case CopyCheck::running: break;
    case CopyCheck::good: return ui.color().accent;
    case CopyCheck::damaged: return ui.color().err;
    case CopyCheck::foreign: return ui.color().warn;
  }
  return ui.color().text2;
}

void copies_table(ScreenContext& context, const Rect& box, RecoveryState& state) {
  Ui& ui = context.ui;
  TableSpec spec{.label = ui.say(Key::recovery_copies),
                 .columns = {{ui.say(Key::recovery_column_use), 60},
                             {ui.say(Key::recovery_column_where)},
                             {ui.say(Key::recovery_column_last), 150},
                             {.title = ui.say(Key::recovery_column_households),
                              .width = 104,
                              .align = Align::right,
                              .needs_width = 760},
                             {ui.say(Key::recovery_column_records), 90, Align::right},
                             {ui.say(Key::recovery_column_check), 190}},
                 .row_count = static_cast<int>(state.view.lines.size())};
  const auto at = [&](int row) -> const RecoveryLine& {
    return state.view.lines[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).where; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const RecoveryLine& line = at(row);
    const Rect tick = cells.place(ui.say(line.is_ticked ? Key::recovery_ticked
                                                        : Key::recovery_not_ticked));
    if (row_tick(ui, tick, line.is_ticked)) toggle(context, row);
    cells.text(line.where);
    cells.text(line.newest);
    cells.text(line.households);
    cells.text(line.records);
    cells.icon_and_text(icon_of(line.check), line.result, color_of(ui, line.check));
  };
  const TableOutcome outcome = table(ui, box, state.copies, spec);
  state.table = outcome.id;
  if (outcome.is_toggled) toggle(context, state.copies.selected);
}

void copies_panel(ScreenContext& context, Rect& page, RecoveryState& state) {
  Ui& ui = context.ui;
  const bool is_empty = state.view.lines.empty();
  const auto rows = static_cast<float>(state.view.lines.size());
  // Each part is whole pixels by itself; a sum that is rounded once would make the table scroll.
  const float full = ui.px(40) + ui.px(32) + 2 * ui.px(1) + rows * ui.px(34);
  const Rect sheet = page.cut_top(is_empty ? ui.px(copies_empty_height) : full);
  page.cut_top(ui.px(gap));
  Rect rest = sheet;
  if (is_empty) {
    panel(ui, sheet);
    rest.cut_bottom(ui.px(24));
    if (state.view.is_looking) {
      empty_state(ui, rest, {.icon = Icon::search, .title = ui.say(Key::recovery_looking)});
      return;
    }
    Rect line = rest.cut_bottom(ui.px(36));
    ways_out(context, line, state, ButtonKind::plain);
    empty_state(ui, rest,
                {.icon = Icon::folder,
                 .title = ui.say(Key::recovery_none_here),
                 .first_line = ui.say(Key::recovery_none_first)});
    return;
  }
  Rect title = panel_with_head(ui, rest);
  const std::string_view name = ui.say(Key::recovery_copies);
  title.cut_left(draw_text(ui, title, name, {.weight = Weight::bold}));
  ways_out(context, title, state, ButtonKind::text);
  copies_table(context, rest.inset(ui.px(1), ui.px(1)), state);
}

void selected_panel(ScreenContext& context, const Rect& sheet, const RecoveryState& state) {
  Ui& ui = context.ui;
  const auto selected = static_cast<std::size_t>(state.copies.selected);
  if (selected >= state.view.lines.size()) return;
  const RecoveryLine& line = state.view.lines[selected];
  Rect rest = sheet;
  const Rect title = panel_with_head(ui, rest);
  const Look small{TextSize::small, Weight::regular, ui.color().text2, Align::left};
  draw_runs(ui, title,
            {{line.where, {.weight = Weight::bold, .words = Words::of_the_book}},
             {line.newest, {TextSize::small, Weight::regular, ui.color().text2, Align::left,
                            Words::of_the_book}, 8}});
  rest = rest.inset(ui.px(16), ui.px(10));
  const bool is_checked = line.check != CopyCheck::running;
  const Key caption = !is_checked               ? Key::recovery_checking
                      : state.view.latest.empty() ? Key::recovery_no_entries
                                                  : Key::recovery_last_three;
  const Rect place = rest.cut_top(ui.px(line_pitch));
  draw_text(ui, place, ui.say(caption), small);
  ui.mirror.add(id_of("caption"), Role::text, ui.say(caption), place).description = line.where;
  for (const std::string& entry : state.view.latest) {
    const IdScope scope(static_cast<int>(&entry - state.view.latest.data()));
    const Rect row = rest.cut_top(ui.px(line_pitch));
    draw_text(ui, row, entry, {.size = TextSize::small, .words = Words::of_the_book});
    ui.mirror.add(id_of("entry"), Role::text, entry, row);
  }
}

void joined_panel(ScreenContext& context, const Rect& sheet, const RecoveryView& view) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  Rect title = panel_with_head(ui, rest);
  ui.mirror.add(id_of("joined"), Role::text, view.joined_title, title).description =
      view.is_recommended ? ui.say(Key::recovery_recommended) : std::string_view();
  if (view.is_recommended) {
    Rect tag = title.cut_right(tag_width(ui, ui.say(Key::recovery_recommended)));
    draw_tag(ui, tag, {ui.say(Key::recovery_recommended), TagKind::good});
  }
  draw_text(ui, title, view.joined_title, {.weight = Weight::bold});
  if (!view.has_joined) return;
  rest = rest.inset(ui.px(16), ui.px(10));
  Rect figures = rest.cut_top(ui.px(64));
  const auto show = [&](const Rect& cell, Key label, const std::string& value,
                        std::string_view unit) {
    figure(ui, cell,
           {.label = ui.say(label),
            .value = value,
            .unit = unit,
            .size = TextSize::figure,
            .use = FigureUse::tells_only});
  };
  const float width = figures.w;
  show(figures.cut_left(std::floor(width * 0.26F)), Key::recovery_households, view.households, {});
  show(figures.cut_left(std::floor(width * 0.34F)), Key::recovery_column_records, view.records,
       ui.say(Key::recovery_records_unit));
  show(figures, Key::recovery_column_last, view.newest, {});
  const Look small{TextSize::small, Weight::regular, ui.color().text2, Align::left,
                   Words::of_the_book};
  draw_paragraph(ui, rest, view.gives, small);
  if (!view.gives.empty()) ui.mirror.add(id_of("gives"), Role::text, view.gives, rest);
}

void lower_panels(ScreenContext& context, Rect& page, const RecoveryState& state) {
  if (state.view.lines.empty()) return;
  Ui& ui = context.ui;
  if (ui.room == Room::narrow) {
    selected_panel(context, page.cut_top(ui.px(panel_height - 24)), state);
    page.cut_top(ui.px(gap));
    joined_panel(context, page.cut_top(ui.px(panel_height)), state.view);
    return;
  }
  Rect line = page.cut_top(ui.px(panel_height));
  selected_panel(context, line.cut_left(std::floor((line.w - ui.px(gap)) / 2)), state);
  line.cut_left(ui.px(gap));
  joined_panel(context, line, state.view);
}

// Pressed too early, the keyboard goes to what is missing.
bool has_all(ScreenContext& context, RecoveryState& state) {
  state.lack = lack_of(context.app);
  if (state.lack == RecoveryLack::copy) context.ui.focus.give(state.find_file, FocusedBy::keyboard);
  if (state.lack == RecoveryLack::tick) context.ui.focus.give(state.table, FocusedBy::keyboard);
  return state.lack == RecoveryLack::nothing;
}

void action_bar(ScreenContext& context, RecoveryState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  const int pressed = actions(ui, bar,
                              {{.label = ui.say(Key::recovery_restore),
                                .kind = ButtonKind::primary,
                                .icon = Icon::check,
                                .key = chords::primary},
                               {.label = ui.say(Key::save_to_file), .icon = Icon::disk}});
  if (pressed >= 0 && has_all(context, state)) {
    context.commands.ask([pressed](app::App& app) {
      if (app.phase() != app::Phase::recovery || lack_of(app) != RecoveryLack::nothing) return;
      if (pressed == 0) {
        app.restore();
      } else {
        app::export_recovered(app);
      }
    });
  }
  bar.cut_right(ui.px(gap));
  constexpr std::array told{Key::recovery_bar, Key::recovery_still_checking, Key::recovery_find_first,
                            Key::recovery_tick_first};
  const std::string_view text = ui.say(told[static_cast<std::size_t>(state.lack)]);
  const bool is_lacking = state.lack != RecoveryLack::nothing;
  action_bar_note(ui, bar, text, is_lacking ? ui.color().err : 0);
  ui.mirror.add(id_of("told"), is_lacking ? Role::alert : Role::note, text, bar);
}

void restoring(ScreenContext& context) {
  const app::Moving* moving = context.app.moving();
  if (moving == nullptr) return;
  Ui& ui = context.ui;
  const app::Progress progress = moving->progress();
  task_dialog(ui, "restoring",
              {.what = ui.say(Key::recovery_restoring),
               .progress = ui.say(Key::opening_progress,
                                  {count_text(progress.done), count_text(progress.total)}),
               .promise = ui.say(Key::recovery_restoring_promise),
               .done = progress.done,
               .total = progress.total,
               .can_stop = false});
}

}  // namespace

void recovery_screen(ScreenContext& context, RecoveryState& state) {
  refresh_recovery(context, state);
  {
    const Rect& top = context.places.head;
    const Rect& body = context.places.body;
    const Rect page{top.x, top.y, top.w, body.bottom() - top.y};
    const ScrollArea area(context.ui, "recovery", page, state.height);
    Rect rest = area.content();
    const float begin = rest.y;
    rest.h = std::max(rest.h, context.ui.px(2000));  // its height is known once it is drawn
    head(context, rest, state.view);
    trouble_note(context, rest);
    copies_panel(context, rest, state);
    lower_panels(context, rest, state);
    state.height = rest.y - begin;
  }
  action_bar(context, state);
  restoring(context);
}

}  // namespace jishan::ui
