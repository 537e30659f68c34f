#include "ui/shell_view.h"

#include "base/crockford.h"
#include "ui/words.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

// Shorter waits are not worth a word: the eye would only see it flicker.
constexpr std::int64_t saving_shown_after_ms = 300;

void add_save_state(const Ui& ui, const app::SaveState& state, ShellView& view) {
  switch (state.kind) {
    case app::SaveState::Kind::not_saved:
      view.save = SaveShown::not_saved;
      view.save_text = ui.say(Key::not_saved, {count_text(state.unsaved_count)});
      return;
    case app::SaveState::Kind::saving:
      view.save = SaveShown::saving;
      view.save_text = ui.say(Key::saving);
      if (ui.now_ms - state.saving_since_ms >= saving_shown_after_ms) return;
      break;
    case app::SaveState::Kind::saved: break;
  }
  view.save = state.kind == app::SaveState::Kind::saved ? SaveShown::saved : SaveShown::saving;
  if (state.kind == app::SaveState::Kind::saving) return;
  view.save_text = state.saved_at == 0
                       ? std::string(ui.say(Key::saved))
                       : ui.say(Key::saved_at, {time_of_day(ui, state.saved_at)});
}

void add_operator(app::App& app, ShellView& view) {
  const auto known = village::find_operator(app.book().database(), app.session().operator_id());
  view.operator_name = known ? mask(known->name, Audience::desk) : std::string();
  if (view.operator_name.empty()) view.operator_name = app.session().new_operator_name();
  if (known && !known->roles.empty()) view.operator_role = known->roles.front();
}

}  // namespace

ShellView shell_view(const Ui& ui, app::App& app) {
  ShellView view;
  const auto settings = village::settings(app.book().database());
  view.village = settings.town + settings.name;
  view.period = quarter_in_words(ui, ui.today);
  view.is_sample = settings.mode == village::Mode::practice;
  add_operator(app, view);
  add_save_state(ui, app.save_state(), view);
  if (!app.session().laptop_name().empty()) {
    view.laptop = ui.say(Key::this_laptop, {app.session().laptop_name()});
  }
  if (const auto merge = app.last_merge()) {
    view.last_merge = ui.say(Key::last_merge, {moment_in_words(ui, merge->at), merge->laptop});
  }
  const std::string print = app.book().journal().fingerprint();
  if (!print.empty()) view.fingerprint = ui.say(Key::fingerprint, {in_groups_of_four(print)});
  return view;
}

}  // namespace jishan::ui
