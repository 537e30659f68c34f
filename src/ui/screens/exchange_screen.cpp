#include "ui/screens/exchange_screen.h"

#include "app/exporting.h"
#include "base/crockford.h"
#include "ui/strings/exchange_keys.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

void choose_file(app::Commands& commands) {
  commands.ask([](app::App& app) { app.ports().files.choose(app::FileKind::book); });
}

void export_for(app::Commands& commands, journal::PersonalPart personal) {
  commands.ask([personal](app::App& app) { app::export_book(app, personal); });
}

void draw_no_file(Ui& ui, const Rect& box, app::Commands& commands) {
  panel(ui, box);
  const auto outcome = empty_state(ui, box,
                                   {.icon = Icon::in,
                                    .title = ui.say(ExchangeKey::no_file_title),
                                    .first_line = ui.say(ExchangeKey::no_file_first),
                                    .second_line = ui.say(ExchangeKey::no_file_second),
                                    .action = ui.say(ExchangeKey::choose_file)});
  if (outcome == EmptyStateOutcome::action) choose_file(commands);
}

void draw_laptops(Ui& ui, const Rect& box, const ExchangeView& view, TableState& state) {
  panel(ui, box);
  Rect rest = box;
  const Rect head = rest.cut_top(ui.px(40));
  hairline_below(ui, head);
  draw_text(ui, head.inset(ui.px(16), 0), ui.say(ExchangeKey::laptops_title),
            {.weight = Weight::bold});
  Rect foot = rest.cut_bottom(ui.px(40)).inset(ui.px(16), 0);
  draw_text(ui, foot, ui.say(ExchangeKey::same_fingerprint_hint),
            {.size = TextSize::small, .color = ui.color().text2});
  const Rect code = foot.cut_right(ui.px(230));
  ui.mirror.add(id_of("exchange_fingerprint"), Role::figure, ui.say(ExchangeKey::fingerprint), code)
      .value = view.fingerprint;
  draw_text(ui, code, view.fingerprint, {.weight = Weight::bold, .align = Align::right});
  TableSpec spec;
  spec.label = ui.say(ExchangeKey::laptops_title);
  spec.columns = {{ui.say(ExchangeKey::column_laptop)},
                  {ui.say(ExchangeKey::column_entries), 110, Align::right},
                  {{}, 90}};
  spec.row_count = static_cast<int>(view.laptops.size());
  spec.row_label = [&](int row) { return view.laptops[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const ExchangeView::Laptop& laptop = view.laptops[static_cast<std::size_t>(row)];
    cells.text(laptop.name);
    cells.text(count_text(laptop.entries));
    if (laptop.is_this) cells.tag(ui.say(ExchangeKey::this_one), TagKind::good);
  };
  table(ui, rest, state, spec);
}

void draw_export(Ui& ui, const Rect& box, const ExchangeView& view, app::Commands& commands) {
  panel(ui, box);
  Rect rest = box.inset(ui.px(16), ui.px(12));
  if (button(ui, rest.cut_top(ui.px(36)),
             {.label = ui.say(ExchangeKey::export_colleague), .icon = Icon::out,
              .key = chords::export_book})) {
    export_for(commands, journal::PersonalPart::kept);
  }
  draw_text(ui, rest.cut_top(ui.px(24)), ui.say(ExchangeKey::export_hint_colleague),
            {.size = TextSize::small, .color = ui.color().text3});
  rest.cut_top(ui.px(8));
  if (button(ui, rest.cut_top(ui.px(36)),
             {.label = ui.say(ExchangeKey::export_township), .icon = Icon::out})) {
    export_for(commands, journal::PersonalPart::stripped);
  }
  draw_text(ui, rest.cut_top(ui.px(24)), ui.say(ExchangeKey::export_hint_township),
            {.size = TextSize::small, .color = ui.color().text3});
  rest.cut_top(ui.px(8));
  if (view.waiting > 0) {
    note(ui, rest, Tone::amber, ui.say(ExchangeKey::waiting_note, {count_text(view.waiting)}));
  } else if (view.without_names > 0) {
    note(ui, rest, Tone::info,
         ui.say(ExchangeKey::without_names_note, {count_text(view.without_names)}));
  }
}

}  // namespace

ExchangeView exchange_view(app::App& app) {
  ExchangeView view;
  db::Database& database = app.book().database();
  const journal::Journal& journal = app.book().journal();
  for (const village::WriterView& writer : village::writers(database, journal)) {
    view.laptops.push_back({writer.name, writer.last_sequence, writer.id == app.session().writer()});
  }
  view.fingerprint = in_groups_of_four(journal.fingerprint());
  view.waiting = journal.waiting_count();
  view.without_names = journal.without_personal_count();
  view.offset_minutes = village::settings(database).offset_minutes;
  return view;
}

void exchange_screen(Ui& ui, const Places& places, const ExchangeView& view,
                     app::ImportTask* import, ExchangeState& state, app::Commands& commands) {
  ui.focus.set_region(Region::head);
  head_title(ui, places.head, ui.say(Key::screen_exchange), ui.say(ExchangeKey::subtitle));

  ui.focus.set_region(Region::body);
  Rect body = places.body;
  // Beside each other where both fit, else the import above.
  const bool is_wide = ui.room == Room::wide;
  Rect left = is_wide ? body.cut_left(body.w * 654 / 1186) : body.cut_top(body.h * 3 / 5);
  is_wide ? body.cut_left(ui.px(12)) : body.cut_top(ui.px(12));
  if (import != nullptr) {
    import_panel(ui, left, *import, view.offset_minutes, state.areas, commands);
  } else {
    draw_no_file(ui, left, commands);
  }
  const bool is_busy = import != nullptr && import->is_writing();
  const Rect exports = body.cut_bottom(ui.px(200));
  body.cut_bottom(ui.px(12));
  draw_laptops(ui, body, view, state.laptops);
  draw_export(ui, exports, view, commands);
  if (!is_busy && ui.pressed(chords::open_file)) choose_file(commands);

  ui.focus.set_region(Region::action_bar);
  Rect bar = places.action_bar.inset(ui.px(16), ui.px(10));
  if (import != nullptr) {
    import_action_bar(ui, bar, *import, commands);
    return;
  }
  if (button_right(ui, bar, {.label = ui.say(ExchangeKey::choose_file),
                             .kind = ButtonKind::primary, .icon = Icon::in})) {
    choose_file(commands);
  }
  draw_text(ui, bar, ui.say(ExchangeKey::bar_idle),
            {.size = TextSize::small, .color = ui.color().text2});
}

}  // namespace jishan::ui
