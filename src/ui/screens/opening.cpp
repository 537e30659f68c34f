#include "ui/screens/opening.h"

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
  const DialogOutcome outcome =
      dialog(ui, {.title = ui.say(Key::trouble_title),
                  .text = ui.say(trouble_text(context.app.trouble())),
                  .safe = ui.say(Key::begin_other_book),
                  .action = ui.say(Key::try_again),
                  .width = 520});
  if (outcome == DialogOutcome::action) {
    context.commands.ask([](app::App& app) {
      const std::string book = app.listing().book;
      app.open_book(book);
    });
  } else if (outcome == DialogOutcome::safe) {
    context.commands.ask([](app::App& app) { app.go_to_setup(); });
  }
}

}  // namespace jishan::ui
