#include "ui/screens/roster_import.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include "exchange/delimited.h"
#include "exchange/file_form.h"
#include "ui/widgets/message.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

// Enough to tell an encoding by.
constexpr std::int64_t sniffed_bytes = 64 * 1024;
// A village's roster has some thousands of rows; more than this would only fill the memory.
constexpr std::int64_t file_bytes_max = 64 * 1024 * 1024;
// A table has at least a heading and a row of two cells; other pastes are meant for fields.
constexpr std::size_t table_rows_min = 2;

app::TextEncoding encoding_for(exchange::Encoding encoding) {
  switch (encoding) {
    case exchange::Encoding::utf_8: return app::TextEncoding::utf_8;
    case exchange::Encoding::utf_16le: return app::TextEncoding::utf_16le;
    case exchange::Encoding::utf_16be: return app::TextEncoding::utf_16be;
    case exchange::Encoding::gb18030: return app::TextEncoding::gb18030;
  }
  return app::TextEncoding::utf_8;
}

void show_preview(app::App& app, RosterImportState& state, const Sheet& sheet) {
  state.is_reading = false;
  state.preview = roster::preview_roster(app.context(), sheet);
}

void fail(const Desk& desk, app::App& app, RosterImportState& state, Key why) {
  app.ports().files.close(state.file);
  state.is_reading = false;
  state.trouble = desk.ui.say(why);
}

std::string problem_words(const Ui& ui, const roster::SheetFinding& finding) {
  using Problem = roster::SheetProblem;
  const std::string other = finding.other_row ? std::to_string(*finding.other_row + 1) : "";
  switch (finding.problem) {
    case Problem::id_number_mangled: return std::string(ui.say(Key::problem_id_mangled));
    case Problem::id_number_malformed: return std::string(ui.say(Key::problem_id_malformed));
    case Problem::id_number_twice: return ui.say(Key::problem_id_twice, {other});
    case Problem::name_missing: return std::string(ui.say(Key::problem_name_missing));
    case Problem::text_too_long: return std::string(ui.say(Key::problem_text_long));
    case Problem::relation_unknown: return std::string(ui.say(Key::problem_relation));
    case Problem::born_impossible: return std::string(ui.say(Key::problem_born));
    case Problem::born_without_day: return std::string(ui.say(Key::problem_born_no_day));
    case Problem::born_in_future: return std::string(ui.say(Key::problem_born_future));
    case Problem::group_impossible: return std::string(ui.say(Key::problem_group));
    case Problem::household_missing: return std::string(ui.say(Key::problem_household));
    case Problem::household_two_groups: return ui.say(Key::problem_two_groups, {other});
    case Problem::household_too_large:
      return std::string(ui.say(Key::problem_too_large_household));
    case Problem::id_wrong_check_digit: return std::string(ui.say(Key::problem_check_digit));
    case Problem::id_impossible_date: return std::string(ui.say(Key::problem_id_date));
    case Problem::born_differs_from_id: return std::string(ui.say(Key::problem_born_differs));
    case Problem::sex_differs_from_id: return std::string(ui.say(Key::problem_sex_differs));
    case Problem::sex_unknown: return std::string(ui.say(Key::problem_sex_unknown));
    case Problem::phone_odd: return std::string(ui.say(Key::problem_phone));
    case Problem::no_head: return std::string(ui.say(Key::problem_no_head));
    case Problem::two_heads: return std::string(ui.say(Key::problem_two_heads));
    case Problem::minor: return std::string(ui.say(Key::problem_minor));
    case Problem::moves_household: return std::string(ui.say(Key::problem_moves));
    case Problem::id_number_held: return std::string(ui.say(Key::problem_id_held));
  }
  return {};
}

std::string_view verdict_words(const Ui& ui, roster::SheetVerdict verdict) {
  switch (verdict) {
    case roster::SheetVerdict::readable: return {};
    case roster::SheetVerdict::empty: return ui.say(Key::roster_empty);
    case roster::SheetVerdict::no_headings: return ui.say(Key::roster_no_headings);
    case roster::SheetVerdict::columns_missing: return ui.say(Key::roster_columns_missing);
    case roster::SheetVerdict::too_large: return ui.say(Key::roster_too_large);
  }
  return {};
}

void import_now(ScreenContext& context, RosterImportState& state) {
  context.commands.act([&desk = context.desk, &state](app::App& app) {
    if (!state.preview) return;
    auto plan = roster::plan_import(app.context(), *state.preview);
    if (plan.status != roster::ImportStatus::accepted) {
      state.trouble = desk.ui.say(plan.status == roster::ImportStatus::stale ? Key::roster_stale
                                                                             : Key::roster_nothing);
      return;
    }
    auto task = std::make_unique<app::LongCommit>(std::move(plan.drafts));
    state.writing = task.get();
    app.start_task(std::move(task));
  });
}

void tell_done(ScreenContext& context, RosterImportState& state) {
  const roster::SheetFigures& figures = state.preview->figures;
  const std::string told = context.ui.say(
      Key::roster_done, {count_text(figures.households_new), count_text(figures.residents_new)});
  context.desk.toasts.show(context.ui, told, Tone::good, false);
  context.commands.ask([](app::App& app) { app.end_task(); });
  state = {};
}

// There is no way to stop: it is one step for the book, however long it takes.
void draw_writing(ScreenContext& context, RosterImportState& state) {
  Ui& ui = context.ui;
  const app::Progress progress = state.writing->progress();
  task_dialog(ui, "roster import",
              {.what = ui.say(Key::roster_importing),
               .progress = ui.say(Key::roster_import_progress,
                                  {count_text(progress.done), count_text(progress.total)}),
               .promise = ui.say(Key::roster_import_promise),
               .done = progress.done,
               .total = progress.total,
               .can_stop = false});
  if (state.writing->is_finished()) tell_done(context, state);
}

void findings_table(Ui& ui, const Rect& box, RosterImportState& state) {
  const auto& findings = state.preview->findings;
  TableSpec spec{.label = ui.say(Key::column_problem),
                 .columns = {{ui.say(Key::column_row), 60, Align::right},
                             {ui.say(Key::column_problem)},
                             {ui.say(Key::column_cell), 200}},
                 .row_count = static_cast<int>(findings.size()),
                 .density = Density::dense};
  const auto at = [&findings](int row) -> const roster::SheetFinding& {
    return findings[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return problem_words(ui, at(row)); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const bool is_out = roster::keeps_row_out(at(row).problem);
    cells.text(std::to_string(at(row).row + 1));
    cells.icon_and_text(is_out ? Icon::error : Icon::warn, problem_words(ui, at(row)),
                        is_out ? ui.color().err : ui.color().warn);
    cells.text(at(row).text, {.color = ui.color().text2});
  };
  outline(ui, box, ui.color().line);
  table(ui, box, state.findings, spec);
}

void draw_preview(Ui& ui, Rect rest, RosterImportState& state) {
  const roster::SheetPreview& preview = *state.preview;
  if (preview.verdict != roster::SheetVerdict::readable) {
    note(ui, rest, Tone::red, verdict_words(ui, preview.verdict));
    return;
  }
  const roster::SheetFigures& figures = preview.figures;
  const std::string told =
      ui.say(Key::roster_figures,
             {count_text(figures.households_new), count_text(figures.residents_new),
              count_text(figures.households_known), count_text(figures.residents_known)});
  const Rect line = rest.cut_top(ui.px(28));
  draw_text(ui, line, told, {.weight = Weight::bold});
  ui.mirror.add(id_of("figures"), Role::status, told, line);
  Rect marks = rest.cut_top(ui.px(28));
  if (figures.rows_left_out > 0) {
    draw_tag(ui, marks, {ui.say(Key::roster_left_out, {count_text(figures.rows_left_out)}), TagKind::red});
  }
  if (figures.rows_doubtful > 0) {
    draw_tag(ui, marks, {ui.say(Key::roster_doubtful, {count_text(figures.rows_doubtful)}), TagKind::amber});
  }
  if (preview.findings.empty()) {
    draw_tag(ui, marks, {ui.say(Key::roster_all_good), TagKind::good});
    return;
  }
  rest.cut_top(ui.px(8));
  rest.cut_bottom(ui.px(12));
  findings_table(ui, rest, state);
}

bool adds_something(const RosterImportState& state) {
  return state.preview && state.preview->verdict == roster::SheetVerdict::readable &&
         state.preview->figures.residents_new + state.preview->figures.households_new > 0;
}

void begin_reading(const Desk& desk, app::App& app, RosterImportState& state,
                   const app::FileChosen& chosen) {
  state = {};
  state.is_open = true;
  state.is_reading = true;
  state.file_name = chosen.name;
  state.file = chosen.file;
  if (chosen.size_bytes > file_bytes_max) {
    fail(desk, app, state, Key::roster_file_too_large);
    return;
  }
  app.ports().files.read(chosen.file, 0, std::min(chosen.size_bytes, sniffed_bytes));
}

// What a file is shows in its first bytes; its name may say anything.
void read_whole(const Desk& desk, app::App& app, RosterImportState& state,
                std::string_view first_bytes) {
  app::Files& files = app.ports().files;
  switch (exchange::file_form_of(first_bytes)) {
    case exchange::FileForm::zip: files.read_sheet(state.file); break;
    case exchange::FileForm::old_office: fail(desk, app, state, Key::roster_old_excel); break;
    case exchange::FileForm::text:
      files.read_text(state.file, encoding_for(exchange::encoding_of(first_bytes)));
      break;
    case exchange::FileForm::unknown: fail(desk, app, state, Key::roster_no_sheet); break;
  }
}

void close_dialog(ScreenContext& context, RosterImportState& state) {
  if (state.is_reading) {
    context.commands.ask([file = state.file](app::App& app) { app.ports().files.close(file); });
  }
  state = {};
}

bool hear_paste(app::App& app, RosterImportState& state, const app::TextPasted& pasted) {
  Sheet sheet = exchange::sheet_from_text(pasted.text);
  if (sheet.rows.size() < table_rows_min || sheet.rows.front().size() < 2) return false;
  state = {};
  state.is_open = true;
  show_preview(app, state, sheet);
  return true;
}

std::optional<app::FileNumber> file_of(const app::Happening& happening) {
  if (const auto* slice = std::get_if<app::FileSlice>(&happening)) return slice->file;
  if (const auto* text = std::get_if<app::FileText>(&happening)) return text->file;
  if (const auto* sheet = std::get_if<app::FileSheet>(&happening)) return sheet->file;
  if (const auto* lost = std::get_if<app::FileUnreadable>(&happening)) return lost->file;
  return std::nullopt;
}

}  // namespace

void ask_for_roster(ScreenContext& context) {
  context.desk.wanted_file = app::FileKind::sheet;
  context.commands.ask([](app::App& app) { app.ports().files.choose(app::FileKind::sheet); });
}

bool hear_roster(Desk& desk, app::App& app, RosterImportState& state,
                 const app::Happening& happening) {
  if (const auto* pasted = std::get_if<app::TextPasted>(&happening)) {
    return hear_paste(app, state, *pasted);
  }
  if (const auto* chosen = std::get_if<app::FileChosen>(&happening)) {
    begin_reading(desk, app, state, *chosen);
    return true;
  }
  if (!state.is_reading || file_of(happening) != state.file) return false;
  if (const auto* slice = std::get_if<app::FileSlice>(&happening)) {
    read_whole(desk, app, state, slice->bytes);
    return true;
  }
  if (std::holds_alternative<app::FileUnreadable>(happening)) {
    fail(desk, app, state, Key::roster_unreadable);
    return true;
  }
  if (const auto* text = std::get_if<app::FileText>(&happening)) {
    show_preview(app, state, exchange::sheet_from_text(text->text));
    if (text->is_damaged) state.trouble = desk.ui.say(Key::roster_encoding);
  } else if (const auto* sheet = std::get_if<app::FileSheet>(&happening)) {
    show_preview(app, state, sheet->sheet);
  }
  app.ports().files.close(state.file);
  return true;
}

void draw_roster_import(ScreenContext& context, RosterImportState& state) {
  if (!state.is_open) return;
  if (state.writing != nullptr && context.app.task() == state.writing) {
    draw_writing(context, state);
    return;
  }
  Ui& ui = context.ui;
  const ModalLayer layer(ui, "roster import");
  Rect rest = dialog_sheet(ui, ui.say(Key::roster_import_title), 640, ui.px(500));
  Rect bar = rest.cut_bottom(ui.px(36));
  draw_text(ui, rest.cut_top(ui.px(24)), state.file_name,
            {TextSize::small, Weight::regular, ui.color().text2});
  if (!state.trouble.empty()) {
    rest.cut_top(note(ui, rest, Tone::red, state.trouble) + ui.px(8));
  }
  if (state.is_reading) draw_text(ui, rest.cut_top(ui.px(28)), ui.say(Key::roster_reading));
  if (state.preview) draw_preview(ui, rest, state);
  if (adds_something(state)) {
    const std::string label =
        ui.say(Key::roster_import_now, {count_text(state.preview->figures.residents_new)});
    if (button_right(ui, bar,
                     {.label = label,
                      .kind = ButtonKind::primary,
                      .icon = Icon::in,
                      .key = chords::primary})) {
      import_now(context, state);
    }
  }
  if (button_right(ui, bar,
                   {.label = ui.say(Key::cancel),
                    .key = chords::escape,
                    .opening = Opening::safe_choice})) {
    close_dialog(context, state);
  }
}

}  // namespace jishan::ui
