// What stays on the desk between frames: the widgets' state, toasts, queued commands, and where
// the person wants to go. Screens get it together with the program they read.
#pragma once

#include <optional>
#include <string>

#include "app/app.h"
#include "app/commands.h"
#include "app/importing.h"
#include "app/sample/task.h"
#include "base/ids.h"
#include "ui/context.h"
#include "ui/layout.h"
#include "ui/widgets/message.h"

namespace jishan::ui {

struct Desk {
  Ui ui;
  Toasts toasts;
  app::Commands commands;
  std::optional<Screen> go_to;
  // The household that F8 and F9 take along.
  HouseholdId household;
  // What the households screen is asked to show when it opens; empty: as it was.
  HouseholdId shown_household;
  bool opens_new_household = false;
  // Somebody asked to be shown around.
  bool wants_tour = false;
  // The import that this desk started; the program owns it while it is its task.
  app::ImportTask* import = nullptr;
  // Likewise the sample village that is being made.
  app::SampleTask* sample = nullptr;
  // What the next chosen file is for, where its name does not tell.
  app::FileKind wanted_file = app::FileKind::book;
};

// Everything a screen gets for one frame. It reads `app` through queries and writes through
// commands only; a queued command may keep the desk and its screen's state, which outlive it.
struct ScreenContext {
  Desk& desk;
  Ui& ui;
  app::App& app;
  app::Commands& commands;
  Places places;

  [[nodiscard]] db::Database& database() const { return app.book().database(); }
  [[nodiscard]] const journal::Journal& journal() const { return app.book().journal(); }
};

// A view that is asked for again when the journal has changed.
class Freshness {
 public:
  // True once after each change of the journal, and at first.
  bool is_stale(const app::App& app) {
    const std::int64_t now = app.book().journal().revision();
    const bool stale = m_revision != now || m_book != &app.book();
    m_revision = now;
    m_book = &app.book();
    return stale;
  }
  void forget() { m_revision = -1; }

 private:
  std::int64_t m_revision = -1;
  const app::Book* m_book = nullptr;
};

}  // namespace jishan::ui
