#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>

#include "ui/screens/all.h"
#include "ui/shell_view.h"
#include "village/queries.h"

namespace jishan::ui {

struct InterfaceParts {
  Desk desk;
  Screens screens;
  ShellState shell;
  app::Phase phase = app::Phase::setup;
};

namespace {

int text_percent(const app::Store& store) {
  const std::string kept = store.setting("text_percent");
  for (const int percent : {125, 150, 200}) {
    if (kept == std::to_string(percent)) return percent;
  }
  return 100;
}

Room room_of(float width_px, float scale) {
  const float width = width_px / scale;
  if (width >= 1180) return Room::wide;
  return width >= 860 ? Room::middle : Room::narrow;
}

void prepare(Ui& ui, app::App& app, const Surface& surface) {
  const app::Store& store = app.ports().store;
  const bool is_high = surface.prefers_contrast || store.setting("contrast") == "high";
  const float scale = surface.pixel_ratio * static_cast<float>(text_percent(store)) / 100;
  const Theme theme(is_high ? Contrast::high : Contrast::normal, scale, surface.fonts);
  if (!(theme == ui.theme)) {
    ui.theme = theme;
    theme.apply();
  }
  ui.language = store.setting("language") == "en" ? Language::en : Language::zh;
  ui.room = room_of(ImGui::GetIO().DisplaySize.x, scale);
  ui.is_motion_reduced = surface.prefers_reduced_motion;
  ui.now_ms = app.ports().clock.now_ms();
  if (app.has_book()) ui.offset_minutes = village::settings(app.book().database()).offset_minutes;
  ui.today = civil_date(app.ports().clock.now_minutes(), ui.offset_minutes);
}

// The one window that everything is drawn into.
void begin_page() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
}

void draw_opening(Ui& ui, const app::App& app) {
  const Places places = bare_shell(ui, 640, {}, {}, ActionBar::none);
  const app::Progress progress = app.opening_progress();
  Rect body = places.body;
  task_progress(ui, body.cut_top(ui.px(100)),
                {.what = ui.say(Key::opening_book),
                 .done = progress.done,
                 .total = progress.total,
                 .can_stop = false});
}

Key trouble_key(app::StoreTrouble trouble) {
  switch (trouble) {
    case app::StoreTrouble::no_room: return Key::trouble_no_room;
    case app::StoreTrouble::elsewhere: return Key::trouble_elsewhere_text;
    case app::StoreTrouble::wiped: return Key::trouble_wiped;
    case app::StoreTrouble::closed: return Key::trouble_closed;
    case app::StoreTrouble::no_answer: return Key::trouble_no_answer;
    case app::StoreTrouble::newer: return Key::trouble_newer;
    case app::StoreTrouble::forbidden: return Key::trouble_forbidden;
  }
  return Key::trouble_title;
}

void draw_trouble(Ui& ui, const app::App& app) {
  const Places places = bare_shell(ui, 720, {}, {}, ActionBar::none);
  note(ui, places.body, Tone::red, ui.say(trouble_key(app.trouble())));
}

void go(InterfaceParts& parts, Screen screen) {
  if (parts.screens.current == screen) return;
  parts.screens.current = screen;
  parts.desk.ui.focus.open_screen();
}

void draw_screen(ScreenContext& context, Screens& screens) {
  switch (screens.current) {
    case Screen::exchange: exchange_screen(context, screens.exchange); return;
    case Screen::home:
    case Screen::award:
    case Screen::redeem:
    case Screen::stock:
    case Screen::households:
    case Screen::volunteers:
    case Screen::settings: return;
  }
}

void draw_working(InterfaceParts& parts, app::App& app) {
  Desk& desk = parts.desk;
  Ui& ui = desk.ui;
  ShellOutcome outcome;
  const ShellView view = shell_view(ui, app);
  const Places places = shell(ui, view, parts.shell, parts.screens.current, {}, ActionBar::shown, outcome);
  ScreenContext context{desk, ui, app, desk.commands, places};
  draw_screen(context, parts.screens);
  draw_import_writing(context);
  if (desk.toasts.draw(ui, places.action_bar)) {
    desk.commands.act([](app::App& running) { running.undo_stack().undo(running); });
  }
  if (outcome.wants_save_help) {
    desk.commands.ask([](app::App& running) { running.retry_saving(); });
  }
  if (outcome.go_to) desk.go_to = outcome.go_to;
}

}  // namespace

Interface::Interface() : m_parts(std::make_unique<InterfaceParts>()) {}
Interface::~Interface() { hook_into_imgui(nullptr); }

void Interface::hear(app::App& app, const app::Happening& happening) {
  if (const auto* chosen = std::get_if<app::FileChosen>(&happening)) {
    begin_import(m_parts->desk, app, *chosen);
  }
}

void Interface::frame(app::App& app, const Surface& surface) {
  InterfaceParts& parts = *m_parts;
  Ui& ui = parts.desk.ui;
  hook_into_imgui(&ui.mirror);
  prepare(ui, app, surface);
  if (parts.phase != app.phase()) {
    parts.phase = app.phase();
    ui.focus.open_screen();
  }
  if (const auto screen = std::exchange(parts.desk.go_to, std::nullopt)) go(parts, *screen);
  ui.is_popup_open = false;
  ui.keys.begin_frame();
  ui.mirror.begin_frame();
  ui.focus.begin_frame();
  begin_page();
  switch (app.phase()) {
    case app::Phase::setup: {
      const Places places = bare_shell(ui, 960, ui.say(Key::no_book_yet), {}, ActionBar::shown);
      ScreenContext context{parts.desk, ui, app, parts.desk.commands, places};
      setup_screen(context, parts.screens.setup);
      break;
    }
    case app::Phase::opening: draw_opening(ui, app); break;
    case app::Phase::operator_choice: {
      const Places places = bare_shell(ui, 960, {}, {}, ActionBar::shown);
      operator_screen(ui, places, operator_choice_view(app), parts.screens.operator_choice,
                      parts.desk.commands);
      break;
    }
    case app::Phase::working: draw_working(parts, app); break;
    case app::Phase::trouble: draw_trouble(ui, app); break;
  }
  ImGui::End();
  ui.focus.end_frame();
  ui.mirror.end_frame();
  if (const std::int64_t next = parts.desk.toasts.next_change_ms(ui.now_ms); next >= 0) {
    app.ports().frames.draw_after(next);
  }
}

app::Commands& Interface::commands() { return m_parts->desk.commands; }
const Mirror& Interface::mirror() const { return m_parts->desk.ui.mirror; }

}  // namespace jishan::ui
