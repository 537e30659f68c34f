// A village's own roster sheet: file or pasted table → preview with problems row by row → one
// transaction.
#pragma once

#include <optional>
#include <string>

#include "app/long_commit.h"
#include "roster/sheets.h"
#include "ui/desk.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

struct RosterImportState {
  bool is_open = false;
  bool is_reading = false;
  std::string file_name;
  app::FileNumber file = 0;
  std::string trouble;
  std::optional<roster::SheetPreview> preview;
  TableState findings;
  const app::LongCommit* writing = nullptr;  // good while it is the program's task
};

void ask_for_roster(ScreenContext& context);
void draw_roster_import(ScreenContext& context, RosterImportState& state);
// True when the happening was a file or a table for this import.
bool hear_roster(Desk& desk, app::App& app, RosterImportState& state,
                 const app::Happening& happening);

}  // namespace jishan::ui
