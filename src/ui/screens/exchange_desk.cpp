#include <memory>

#include "app/exporting.h"
#include "ui/screens/exchange.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

Key refusal_text(app::ImportRefusal refusal) {
  switch (refusal) {
    case app::ImportRefusal::none:
    case app::ImportRefusal::unreadable: return Key::refused_unreadable;
    case app::ImportRefusal::too_large: return Key::refused_too_large;
    case app::ImportRefusal::not_a_book: return Key::refused_not_a_book;
    case app::ImportRefusal::other_village: return Key::refused_other_village;
    case app::ImportRefusal::newer_format: return Key::refused_newer_format;
    case app::ImportRefusal::wrong_mode: return Key::refused_wrong_mode;
    case app::ImportRefusal::nothing_usable: return Key::refused_nothing_usable;
  }
  return Key::refused_unreadable;
}

}  // namespace

std::string import_refusal_words(const Ui& ui, const app::ImportTask& task) {
  // The name stands in the file's header, which may be damaged.
  const std::string& village = task.report().village_name;
  return ui.say(refusal_text(task.refusal()),
                {village.empty() ? ui.say(Key::some_other_village) : std::string_view(village)});
}

app::ImportTask* import_of(const Desk& desk, app::App& app) {
  return desk.import != nullptr && app.task() == desk.import ? desk.import : nullptr;
}

void begin_import(Desk& desk, app::App& app, const app::FileChosen& file) {
  end_import(desk, app);
  auto task = std::make_unique<app::ImportTask>(app, file);
  desk.import = task.get();
  app.start_task(std::move(task));
}

void merge_import(Desk& desk, app::App& app) {
  app::ImportTask* task = import_of(desk, app);
  if (task != nullptr && task->stage() == app::ImportStage::ready) task->merge(app);
}

void end_import(Desk& desk, app::App& app) {
  if (app::ImportTask* task = import_of(desk, app)) {
    task->stop(app);
    app.end_task();
  }
  desk.import = nullptr;
}

bool is_import_ready(const Desk& desk, app::App& app) {
  const app::ImportTask* task = import_of(desk, app);
  return task != nullptr && task->stage() == app::ImportStage::ready;
}

bool is_import_refused(const Desk& desk, app::App& app) {
  const app::ImportTask* task = import_of(desk, app);
  return task != nullptr && task->stage() == app::ImportStage::refused;
}

std::string import_in_one_line(const Desk& desk, app::App& app) {
  const app::ImportTask* task = import_of(desk, app);
  if (task == nullptr) return {};
  const Ui& ui = desk.ui;
  const app::ImportReport& report = task->report();
  switch (task->stage()) {
    case app::ImportStage::reading: return std::string(ui.say(Key::reading_file));
    case app::ImportStage::refused: return import_refusal_words(ui, *task);
    case app::ImportStage::stopped: return std::string(ui.say(Key::merge_stopped));
    default: break;
  }
  std::string told = report.village_name + "　" +
                     ui.say(Key::file_events, {count_text(report.in_file)});
  if (!report.from_laptop.empty()) told += "　" + ui.say(Key::file_from, {report.from_laptop});
  return told;
}

void export_for_colleagues(Desk& desk, app::App& app) {
  const std::string name = app::export_file_name(app);
  app::export_book(app, journal::PersonalPart::kept);
  desk.toasts.show(desk.ui, desk.ui.say(Key::exported_toast, {name}), Tone::good, false);
}

}  // namespace jishan::ui
