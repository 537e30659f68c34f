// 数据: import a colleague's file after a dry run, export the book, compare fingerprints.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "app/importing.h"
#include "ui/layout.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

struct ExchangeView {
  struct Laptop {
    std::string name;
    std::int64_t entries = 0;  // number of its newest entry held here
    bool is_this = false;
  };
  std::vector<Laptop> laptops;
  std::string fingerprint;          // in groups of four
  std::int64_t waiting = 0;
  std::int64_t without_names = 0;
  int offset_minutes = 480;
};
// Read again when the journal's revision changes.
ExchangeView exchange_view(app::App& app);

struct ExchangeState {
  TableState areas;
  TableState laptops;
};

// `import`: the task that is open, or nullptr.
void exchange_screen(Ui& ui, const Places& places, const ExchangeView& view,
                     app::ImportTask* import, ExchangeState& state, app::Commands& commands);

// The import itself – reading, dry run, merging, refusal – in a panel; also for joining a book at
// set-up. Gives what the action bar offers.
void import_panel(Ui& ui, const Rect& panel_box, app::ImportTask& import, int offset_minutes,
                  TableState& areas, app::Commands& commands);
void import_action_bar(Ui& ui, Rect bar, app::ImportTask& import, app::Commands& commands);
// A file was chosen or dropped while this screen, or joining, was shown.
void start_import(app::App& app, const app::FileChosen& file);

}  // namespace jishan::ui
