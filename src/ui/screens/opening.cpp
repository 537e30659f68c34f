#include "ui/screens/opening.h"

#include "app/exporting.h"
#include "ui/shell_view.h"

namespace jishan::ui {

void draw_opening(ScreenContext& context, const HeldKeys& held) {
  Ui& ui = context.ui;
  const app::Progress progress = context.app.opening_progress();
  Rect sheet = context.places.body;
  sheet = sheet.cut_top(ui.px(124));
  panel(ui, sheet);
  task_progress(ui, sheet.inset(ui.px(20), ui.px(16)),
                {.what = ui.say(Key::opening_book),
                 .progress = ui.say(Key::opening_progress,
                                    {count_text(progress.done), count_text(progress.total)}),
                 .promise = ui.say(held.is_empty() ? Key::opening_promise : Key::opening_keys_held),
                 .done = progress.done,
                 .total = progress.total,
                 .can_stop = false});
}

void draw_trouble(ScreenContext& context) {
  Ui& ui = context.ui;
  app::App& app = context.app;
  const bool is_elsewhere = app.trouble() == app::StoreTrouble::elsewhere;
  // Another window took the book by force, and this one still holds what it could not save.
  const std::int64_t unsaved = app.has_book() ? app.save_state().unsaved_count : 0;
  const std::string text = unsaved > 0
                               ? ui.say(Key::trouble_taken_unsaved, {count_text(unsaved)})
                               : std::string(ui.say(trouble_text(app.trouble())));
  const DialogOutcome outcome =
      dialog(ui, {.title = ui.say(Key::trouble_title),
                  .text = text,
                  .safe = ui.say(unsaved > 0 ? Key::save_to_file : Key::begin_other_book),
                  .action = ui.say(is_elsewhere ? Key::continue_here : Key::try_again),
                  .width = 520});
  if (outcome == DialogOutcome::action) {
    context.commands.ask([is_elsewhere](app::App& on) {
      const std::string book = on.listing().book;
      on.open_book(book, is_elsewhere ? app::App::Opener::this_window_instead
                                      : app::App::Opener::this_window);
    });
  } else if (outcome == DialogOutcome::safe) {
    context.commands.ask([unsaved](app::App& on) {
      if (unsaved > 0) {
        app::export_book(on, journal::PersonalPart::kept);
      } else {
        on.go_to_setup();
      }
    });
  }
}

}  // namespace jishan::ui
