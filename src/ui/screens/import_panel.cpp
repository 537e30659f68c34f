#include <algorithm>

#include "ui/moments.h"
#include "ui/screens/exchange_screen.h"
#include "ui/strings/exchange_keys.h"

namespace jishan::ui {
namespace {

using app::ImportArea;
using app::ImportRefusal;
using app::ImportReport;
using app::ImportStage;
using app::ImportTask;

ExchangeKey name_of(ImportArea area) {
  switch (area) {
    case ImportArea::roster: return ExchangeKey::area_roster;
    case ImportArea::points: return ExchangeKey::area_points;
    case ImportArea::shop: return ExchangeKey::area_shop;
    case ImportArea::stock: return ExchangeKey::area_stock;
    case ImportArea::volunteers: return ExchangeKey::area_volunteers;
    case ImportArea::village: return ExchangeKey::area_village;
    case ImportArea::unknown: return ExchangeKey::area_unknown;
  }
  return ExchangeKey::area_unknown;
}

std::string refusal_text(const Ui& ui, const ImportTask& import) {
  switch (import.refusal()) {
    case ImportRefusal::none: return {};
    case ImportRefusal::unreadable: return std::string(ui.say(ExchangeKey::refused_unreadable));
    case ImportRefusal::too_large: return std::string(ui.say(ExchangeKey::refused_too_large));
    case ImportRefusal::not_a_book: return std::string(ui.say(ExchangeKey::refused_not_a_book));
    case ImportRefusal::other_village: {
      const std::string& village = import.report().village_name;
      if (village.empty()) return std::string(ui.say(ExchangeKey::refused_other_village));
      return ui.say(ExchangeKey::refused_other_village_named, {village});
    }
    case ImportRefusal::newer_format: return std::string(ui.say(ExchangeKey::refused_newer_format));
    case ImportRefusal::wrong_mode: return std::string(ui.say(ExchangeKey::refused_wrong_mode));
    case ImportRefusal::nothing_usable:
      return std::string(ui.say(ExchangeKey::refused_nothing_usable));
  }
  return {};
}

// One of the checks beside each other: an icon and a short fact. Cuts its place off the line.
void draw_check(Ui& ui, Rect& line, bool is_good, std::string_view text) {
  const ImU32 color = is_good ? ui.color().accent : ui.color().warn;
  const float icon = ui.px(16);
  const float width = icon + ui.px(6) + text_width(ui, text, TextSize::small) + ui.px(20);
  Rect place = line.cut_left(width);
  ui.mirror.add(id_of(text), Role::text, text, place);
  const Rect icon_box = place.cut_left(icon);
  draw_icon(*ImGui::GetWindowDrawList(), is_good ? Icon::ok : Icon::warn, icon_box, icon,
            ui.px(1.5F), color);
  place.cut_left(ui.px(6));
  draw_text(ui, place, text, {.size = TextSize::small, .color = color});
}

std::string origin_text(const Ui& ui, const ImportReport& report, int offset_minutes) {
  const std::string made =
      moment_text(ui.language, report.made_minutes, offset_minutes, ui.today);
  if (report.from_laptop.empty()) return ui.say(ExchangeKey::from_unknown, {made});
  return ui.say(ExchangeKey::from_laptop, {report.from_laptop, made});
}

std::string missing_text(const Ui& ui, const ImportReport& report) {
  for (const ImportReport::Missing& missing : report.missing) {
    if (!missing.laptop.empty() && missing.sequence > 0) {
      return ui.say(ExchangeKey::missing_of, {missing.laptop, count_text(missing.sequence)});
    }
  }
  return ui.say(ExchangeKey::missing_unknown, {count_text(report.waiting)});
}

void draw_checks(Ui& ui, Rect line, const ImportReport& report, int offset_minutes) {
  draw_check(ui, line, true, ui.say(ExchangeKey::of_this_village));
  draw_check(ui, line, true, origin_text(ui, report, offset_minutes));
  draw_check(ui, line, report.is_complete,
             ui.say(report.is_complete ? ExchangeKey::file_complete : ExchangeKey::file_incomplete));
  if (report.waiting == 0) {
    draw_check(ui, line, true, ui.say(ExchangeKey::nothing_missing));
  } else {
    draw_check(ui, line, false, missing_text(ui, report));
  }
}

void draw_areas(Ui& ui, const Rect& box, const ImportReport& report, TableState& state) {
  TableSpec spec;
  spec.label = ui.say(ExchangeKey::column_content);
  spec.columns = {{ui.say(ExchangeKey::column_content)},
                  {ui.say(ExchangeKey::column_in_file), 96, Align::right},
                  {ui.say(ExchangeKey::column_known), 96, Align::right},
                  {ui.say(ExchangeKey::column_added), 96, Align::right}};
  spec.row_count = static_cast<int>(report.areas.size());
  spec.row_label = [&](int row) {
    return std::string(ui.say(name_of(report.areas[static_cast<std::size_t>(row)].area)));
  };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const app::ImportAreaCount& area = report.areas[static_cast<std::size_t>(row)];
    cells.text(ui.say(name_of(area.area)));
    cells.text(count_text(area.in_file), {.color = ui.color().text2});
    cells.text(count_text(area.known), {.color = ui.color().text2});
    const bool adds = area.added > 0;
    cells.text((adds ? "+" : "") + count_text(area.added),
               {.weight = adds ? Weight::bold : Weight::regular,
                .color = adds ? ui.color().accent : ui.color().text2});
  };
  std::int64_t added = 0;
  for (const app::ImportAreaCount& area : report.areas) added += area.added;
  spec.footer = {std::string(ui.say(ExchangeKey::total)), count_text(report.in_file),
                 count_text(report.in_file - added), "+" + count_text(added)};
  table(ui, box, state, spec);
}

struct ReportNote {
  Tone tone = Tone::good;
  std::string text;
};

ReportNote note_of(const Ui& ui, const ImportTask& import) {
  const ImportReport& report = import.report();
  if (import.stage() == ImportStage::finished) {
    return {Tone::good, ui.say(ExchangeKey::finished_note, {count_text(report.added)})};
  }
  if (import.stage() == ImportStage::stopped) {
    return {Tone::amber, std::string(ui.say(ExchangeKey::stopped_note))};
  }
  if (report.damage_count > 0) {
    const std::string line = report.damage.empty() ? "?" : count_text(report.damage.front().line);
    return {Tone::amber, ui.say(ExchangeKey::damaged_note, {line, count_text(report.damage_count),
                                                            count_text(report.in_file)})};
  }
  if (report.refused_events > 0) {
    return {Tone::amber,
            ui.say(ExchangeKey::refused_entries_note, {count_text(report.refused_events)})};
  }
  if (report.added == 0 && report.filled_in == 0 && report.waiting == 0) {
    return {Tone::good, std::string(ui.say(ExchangeKey::nothing_new_note))};
  }
  std::string text(ui.say(ExchangeKey::dry_run_note));
  if (report.filled_in > 0) {
    text += ui.say(ExchangeKey::filled_in_note, {count_text(report.filled_in)});
  }
  return {Tone::good, text};
}

std::string megabytes(std::int64_t bytes) {
  const std::int64_t tenths = bytes * 10 / (1024 * 1024);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void draw_progress(Ui& ui, const Rect& box, ImportTask& import, app::Commands& commands) {
  const app::Progress progress = import.progress();
  const bool writes = import.stage() == ImportStage::writing;
  const std::string figures = ui.say(ExchangeKey::task_progress,
                                     {megabytes(progress.done), megabytes(progress.total)});
  const TaskSpec spec{
      .what = ui.say(writes ? ExchangeKey::writing : ExchangeKey::reading),
      .progress = figures,
      .promise = ui.say(writes ? ExchangeKey::writing_promise : ExchangeKey::reading_promise),
      .done = progress.done,
      .total = progress.total,
  };
  if (task_progress(ui, box, spec)) {
    commands.ask([&import](app::App& app) { import.stop(app); });
  }
}

bool has_something_to_merge(const ImportReport& report) {
  return report.added > 0 || report.filled_in > 0 || report.waiting > 0;
}

}  // namespace

void start_import(app::App& app, const app::FileChosen& file) {
  app.start_task(std::make_unique<ImportTask>(app, file));
}

void import_panel(Ui& ui, const Rect& panel_box, ImportTask& import, int offset_minutes,
                  TableState& areas, app::Commands& commands) {
  panel(ui, panel_box);
  Rect rest = panel_box;
  Rect head = rest.cut_top(ui.px(40)).inset(ui.px(16), 0);
  hairline_below(ui, {panel_box.x, head.y, panel_box.w, head.h});
  const Rect again = head.cut_right(ui.px(110));
  draw_runs(ui, head, {{ui.say(ExchangeKey::import_title), {.weight = Weight::bold}},
                       {import.report().file_name,
                        {.size = TextSize::small, .color = ui.color().text2}, 8}});
  if (!import.is_writing() && link(ui, again, ui.say(ExchangeKey::another_file), Align::right)) {
    commands.ask([](app::App& app) { app.ports().files.choose(app::FileKind::book); });
  }
  switch (import.stage()) {
    case ImportStage::reading:
    case ImportStage::writing:
      draw_progress(ui, rest.inset(ui.px(16), ui.px(16)), import, commands);
      return;
    case ImportStage::refused:
      note(ui, rest.inset(ui.px(16), ui.px(16)), Tone::red, refusal_text(ui, import));
      return;
    case ImportStage::ready:
    case ImportStage::finished:
    case ImportStage::stopped: break;
  }
  const Rect checks = rest.cut_top(ui.px(44));
  hairline_below(ui, checks);
  draw_checks(ui, checks.inset(ui.px(16), 0), import.report(), offset_minutes);
  const Rect bottom = rest.cut_bottom(ui.px(72));
  draw_areas(ui, rest, import.report(), areas);
  const ReportNote said = note_of(ui, import);
  note(ui, bottom.inset(ui.px(16), ui.px(6)), said.tone, said.text);
}

void import_action_bar(Ui& ui, Rect bar, ImportTask& import, app::Commands& commands) {
  const auto close = [&] { commands.ask([](app::App& app) { app.end_task(); }); };
  switch (import.stage()) {
    case ImportStage::reading:
    case ImportStage::writing:
      draw_text(ui, bar, ui.say(ExchangeKey::bar_writing),
                {.size = TextSize::small, .color = ui.color().text2});
      return;
    case ImportStage::ready:
      if (!has_something_to_merge(import.report())) break;
      if (button_right(ui, bar,
                       {.label = ui.say(ExchangeKey::merge_entries,
                                        {count_text(import.report().added + import.report().waiting)}),
                        .kind = ButtonKind::primary,
                        .icon = Icon::in})) {
        commands.act([&import](app::App& app) { import.merge(app); });
      }
      if (button_right(ui, bar, {.label = ui.say(ExchangeKey::do_not_merge)})) close();
      draw_text(ui, bar, ui.say(ExchangeKey::bar_ready),
                {.size = TextSize::small, .color = ui.color().text2});
      return;
    case ImportStage::refused:
    case ImportStage::finished:
    case ImportStage::stopped: break;
  }
  if (button_right(ui, bar, {.label = ui.say(ExchangeKey::close_file), .kind = ButtonKind::primary})) {
    close();
  }
}

}  // namespace jishan::ui
