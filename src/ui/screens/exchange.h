// Exchange of books: a colleague's file is checked, shown as a dry run, then merged; export; what
// a merge left for a decision.
#pragma once

#include <string>
#include <vector>

#include "app/importing.h"
#include "ui/desk.h"
#include "ui/widgets/table.h"
#include "village/queries.h"

namespace jishan::ui {

struct ExchangeState {
  TableState areas;
  TableState laptops;
  TableState todos;
  bool asks_export = false;
  Freshness freshness;
  std::vector<village::WriterView> writers;
  std::vector<std::string> todo_texts;
};

void exchange_screen(ScreenContext& context, ExchangeState& state);
// The modal task while a merge writes, over whatever screen is shown.
void draw_import_writing(ScreenContext& context);

// Why a chosen file cannot be merged, in the person's words.
std::string import_refusal_words(const Ui& ui, const app::ImportTask& task);
// The import that runs now, or nullptr.
app::ImportTask* import_of(const Desk& desk, app::App& app);
// Starts checking a file that the person chose.
void begin_import(Desk& desk, app::App& app, const app::FileChosen& file);
void merge_import(Desk& desk, app::App& app);
void end_import(Desk& desk, app::App& app);
bool is_import_ready(const Desk& desk, app::App& app);
bool is_import_refused(const Desk& desk, app::App& app);
// One sentence about the chosen file; "" when there is none.
std::string import_in_one_line(const Desk& desk, app::App& app);

void export_for_colleagues(Desk& desk, app::App& app);

}  // namespace jishan::ui
