#include "ui/screens/exchange.h"

#include <array>

#include "app/exporting.h"
#include "base/crockford.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "ui/screens/exchange_dry_run.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/form_dialog.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

void ask_for_file(ScreenContext& context) {
  context.desk.wanted_file = app::FileKind::book;
  context.commands.ask([](app::App& app) { app.ports().files.choose(app::FileKind::book); });
}

void reading(ScreenContext& context, const Rect& rest, app::ImportTask& task) {
  Ui& ui = context.ui;
  const app::Progress progress = task.progress();
  const bool is_stopped =
      task_progress(ui, rest.inset(ui.px(16), ui.px(16)),
                    {.what = ui.say(Key::reading_file),
                     .progress = megabytes_in_words(progress.done, progress.total),
                     .promise = ui.say(Key::reading_promise),
                     .done = progress.done,
                     .total = progress.total});
  if (is_stopped) {
    context.commands.ask([&desk = context.desk](app::App& app) { end_import(desk, app); });
  }
}

void outcome(ScreenContext& context, const Rect& rest, app::ImportTask& task) {
  Ui& ui = context.ui;
  const Rect below = rest.inset(ui.px(16), ui.px(16));
  switch (task.stage()) {
    case app::ImportStage::refused:
      note(ui, below, Tone::red, import_refusal_words(ui, task));
      break;
    case app::ImportStage::finished:
      note(ui, below, Tone::good, ui.say(Key::merged_done, {count_text(task.report().added)}));
      break;
    default: note(ui, below, Tone::amber, ui.say(Key::merge_stopped)); break;
  }
}

void import_panel(ScreenContext& context, const Rect& sheet, ExchangeState& state) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  Rect title = panel_with_head(ui, rest);
  app::ImportTask* task = import_of(context.desk, context.app);
  if (task != nullptr &&
      button_right(ui, title,
                   {.label = ui.say(Key::other_file),
                    .kind = ButtonKind::text,
                    .size = ButtonSize::small,
                    .icon = Icon::folder,
                    .key = chords::open_file})) {
    ask_for_file(context);
  }
  const std::string_view name = task != nullptr ? task->report().file_name : std::string_view();
  draw_runs(ui, title,
            {{ui.say(Key::import_title), {.weight = Weight::bold}},
             {name,
              {TextSize::small, Weight::regular, ui.color().text2, Align::left, Words::of_the_book},
              8}});
  if (task == nullptr) {
    const EmptyStateSpec empty{.icon = Icon::in,
                               .title = ui.say(Key::import_empty),
                               .first_line = ui.say(Key::import_empty_first),
                               .second_line = ui.say(Key::import_empty_second)};
    empty_state(ui, rest, empty);
    return;
  }
  switch (task->stage()) {
    case app::ImportStage::reading: reading(context, rest, *task); break;
    case app::ImportStage::ready:
    case app::ImportStage::writing: draw_dry_run(context, rest, state.areas, task->report()); break;
    default: outcome(context, rest, *task); break;
  }
}

void laptops_panel(ScreenContext& context, const Rect& sheet, ExchangeState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  Rect rest = sheet;
  const Rect head = rest.cut_top(ui.px(40));
  Rect title = head.inset(ui.px(16), 0);
  if (button_right(ui, title,
                   {.label = ui.say(Key::export_book),
                    .size = ButtonSize::small,
                    .icon = Icon::out,
                    .key = chords::export_book})) {
    state.asks_export = true;
  }
  draw_text(ui, title, ui.say(Key::other_laptops), {.weight = Weight::bold});
  const Rect foot = rest.cut_bottom(ui.px(32));
  const WriterId self = context.app.session().writer();
  TableSpec spec{.label = ui.say(Key::other_laptops),
                 .columns = {{ui.say(Key::column_laptop)},
                             {ui.say(Key::column_last_entry), 110, Align::right},
                             {ui.say(Key::column_state), 80}},
                 .row_count = static_cast<int>(state.writers.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  spec.row_label = [&](int row) { return state.writers[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const village::WriterView& writer = state.writers[static_cast<std::size_t>(row)];
    cells.text(writer.name);
    cells.text(count_text(writer.last_sequence));
    if (writer.id == self) {
      cells.tag(ui.say(Key::this_one), TagKind::good);
    } else {
      cells.skip();
    }
  };
  table(ui, rest.inset(ui.px(1), 0), state.laptops, spec);
  fill(ui, foot.inset(ui.px(1), 0), ui.color().sub);
  Rect line = foot.inset(ui.px(16), 0);
  const std::string print = in_groups_of_four(context.journal().fingerprint());
  draw_text(ui, line.cut_right(text_width(ui, print, TextSize::small) + 1), print,
            {TextSize::small});
  // The sentence explains, the number must be seen.
  const std::string_view sentence = ui.say(Key::fingerprint_note);
  if (text_width(ui, sentence, TextSize::small) > line.w) return;
  draw_text(ui, line, sentence, {TextSize::small, Weight::regular, ui.color().text2});
}

std::string todo_text(ScreenContext& context, const village::Todo& todo) {
  const Ui& ui = context.ui;
  if (todo.type == "hh-number") return ui.say(Key::todo_hh_number, {todo.key});
  std::string who = todo.key;
  const auto id = HouseholdId::from_text(std::string_view(todo.key).substr(0, id_size));
  const auto household = id ? roster::find_household(context.database(), *id) : std::nullopt;
  if (household) who = mask(household->head_name, Audience::desk);
  if (todo.type == "hh-field") return ui.say(Key::todo_hh_field, {who});
  if (todo.type == "hh-heads") return ui.say(Key::todo_hh_heads, {who});
  if (todo.type == "hh-head") return ui.say(Key::todo_hh_head, {who});
  return ui.say(Key::todo_other, {todo.id()});
}

void refresh(ScreenContext& context, ExchangeState& state) {
  if (!state.freshness.is_stale(context.app)) return;
  state.writers = village::writers(context.database(), context.journal());
  state.todo_texts.clear();
  for (const points::Overdraft& overdraft : points::overdrafts(context.database(), context.journal())) {
    const auto household = roster::find_household(context.database(), overdraft.root);
    const std::string who = household ? mask(household->head_name, Audience::desk) : "";
    state.todo_texts.push_back(
        context.ui.say(Key::todo_overdraft, {who, to_display(-overdraft.spendable)}));
  }
  for (const village::Todo& todo : roster::todos(context.database(), context.journal())) {
    state.todo_texts.push_back(todo_text(context, todo));
  }
}

void todos_panel(ScreenContext& context, const Rect& sheet, ExchangeState& state) {
  Ui& ui = context.ui;
  Rect rest = sheet;
  Rect title = panel_with_head(ui, rest);
  title.cut_left(draw_text(ui, title, ui.say(Key::todo_title), {.weight = Weight::bold}) + ui.px(8));
  if (state.todo_texts.empty()) {
    draw_text(ui, rest.cut_top(ui.px(40)).inset(ui.px(16), 0), ui.say(Key::todo_none),
              {TextSize::small, Weight::regular, ui.color().text2});
    return;
  }
  draw_count(ui, title.cut_left(ui.px(30)), static_cast<std::int64_t>(state.todo_texts.size()),
             CountKind::red);
  const float height = ui.px(34);
  const ScrollArea area(ui, "todos", rest, height * static_cast<float>(state.todo_texts.size()));
  Rect lines = area.content();
  for (const std::string& text : state.todo_texts) {
    const Rect line = lines.cut_top(height);
    draw_text(ui, line.inset(ui.px(16), 0), text, {.words = Words::of_the_book});
    hairline_below(ui, line);
    ui.mirror.add(id_of(text), Role::note, text, line);
  }
}

void export_dialog(ScreenContext& context, ExchangeState& state) {
  Ui& ui = context.ui;
  const ModalLayer layer(ui, "export");
  Rect rest = dialog_sheet(ui, ui.say(Key::export_title), 660, ui.px(20 + 36 + 56 + 16 + 36 + 20));
  draw_paragraph(ui, rest.cut_top(ui.px(56)), ui.say(Key::export_text), {.color = ui.color().text2});
  Rect bar = rest.cut_bottom(ui.px(36));
  if (button_right(ui, bar,
                   {.label = ui.say(Key::export_for_colleagues),
                    .kind = ButtonKind::primary,
                    .key = chords::primary,
                    .opening = Opening::safe_choice})) {
    state.asks_export = false;
    context.commands.ask([&desk = context.desk](app::App& app) { export_for_colleagues(desk, app); });
  }
  if (button_right(ui, bar, {.label = ui.say(Key::export_for_town)})) {
    state.asks_export = false;
    context.commands.ask([](app::App& app) {
      app::export_book(app, journal::PersonalPart::stripped);
    });
  }
  if (button_left(ui, bar, {.label = ui.say(Key::cancel), .key = chords::escape})) {
    state.asks_export = false;
  }
}

void action_bar(ScreenContext& context) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  app::ImportTask* task = import_of(context.desk, context.app);
  const bool is_ready = task != nullptr && task->stage() == app::ImportStage::ready;
  if (!is_ready) {
    const int pressed = actions(ui, bar,
                                {{.label = ui.say(Key::choose_import_file),
                                  .kind = ButtonKind::primary,
                                  .icon = Icon::folder,
                                  .key = chords::open_file}});
    if (pressed == 0) ask_for_file(context);
    action_bar_note(ui, bar, ui.say(Key::exchange_hint));
    return;
  }
  const std::int64_t added = task->report().added;
  const std::string merge = added > 0 ? ui.say(Key::merge_count, {count_text(added)})
                                      : std::string(ui.say(Key::merge_nothing));
  const int pressed = actions(ui, bar,
                              {{.label = merge,
                                .kind = ButtonKind::primary,
                                .icon = Icon::in,
                                .key = chords::primary},
                               {.label = ui.say(Key::not_merge)}});
  if (pressed == 0) {
    context.commands.ask([&desk = context.desk](app::App& app) { merge_import(desk, app); });
  } else if (pressed == 1) {
    context.commands.ask([&desk = context.desk](app::App& app) { end_import(desk, app); });
  }
  action_bar_note(ui, bar, ui.say(Key::merge_foot));
}

// Below each other, in a part that scrolls: together they are higher than the page.
void panels_in_one_column(ScreenContext& context, ExchangeState& state) {
  constexpr float empty_height = 170;
  constexpr float laptops_height = 220;
  constexpr float todos_height = 150;
  constexpr float gap = 12;
  Ui& ui = context.ui;
  const app::ImportTask* task = import_of(context.desk, context.app);
  const float import_height = task == nullptr ? empty_height
                                              : 40 + dry_run_height(task->report());
  const ScrollArea area(ui, "exchange", context.places.body,
                        ui.px(import_height + laptops_height + todos_height + 2 * gap));
  Rect rest = area.content();
  import_panel(context, rest.cut_top(ui.px(import_height)), state);
  rest.cut_top(ui.px(gap));
  laptops_panel(context, rest.cut_top(ui.px(laptops_height)), state);
  rest.cut_top(ui.px(gap));
  todos_panel(context, rest, state);
}

}  // namespace

void exchange_screen(ScreenContext& context, ExchangeState& state) {
  Ui& ui = context.ui;
  refresh(context, state);
  head_title(ui, context.places.head, ui.say(Key::screen_exchange), ui.say(Key::exchange_subtitle));
  const bool has_file = import_of(context.desk, context.app) != nullptr;
  if (ui.room == Room::narrow || (ui.room == Room::middle && has_file)) {
    panels_in_one_column(context, state);
  } else {
    Rect body = context.places.body;
    import_panel(context, body.cut_left(body.w * 654 / 1186), state);
    body.cut_left(ui.px(12));
    laptops_panel(context, body.cut_top(body.h * 0.55F), state);
    body.cut_top(ui.px(12));
    todos_panel(context, body, state);
  }
  action_bar(context);
  if (state.asks_export) export_dialog(context, state);
}

void draw_import_writing(ScreenContext& context) {
  app::ImportTask* task = import_of(context.desk, context.app);
  if (task == nullptr || task->stage() != app::ImportStage::writing) return;
  Ui& ui = context.ui;
  const app::Progress progress = task->progress();
  const bool is_stopped =
      task_dialog(ui, "merging",
                  {.what = ui.say(Key::merging),
                   .progress = megabytes_in_words(progress.done, progress.total),
                   .promise = ui.say(Key::merging_promise),
                   .done = progress.done,
                   .total = progress.total});
  if (is_stopped) context.commands.ask([task](app::App& app) { task->stop(app); });
}

}  // namespace jishan::ui
