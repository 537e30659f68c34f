#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "ui/held_keys.h"
#include "ui/key_hints.h"
#include "ui/preferences.h"
#include "ui/screens/all.h"
#include "ui/screens/help.h"
#include "ui/screens/opening.h"
#include "ui/screens/tour.h"
#include "ui/shell_view.h"
#include "village/queries.h"

namespace jishan::ui {

struct InterfaceParts {
  Desk desk;
  Theme applied;
  ShellViewer shell_viewer;
  ShellState shell;
  Screens screens;
  app::Phase phase = app::Phase::setup;
  // Today is read from the book and the clock, at most once a minute and a change.
  Freshness calendar;
  UtcMinutes calendar_minutes = 0;
  bool is_save_help_open = false;
  HelpState help;
  TourState tour;
  HeldKeys held_keys;
  bool is_screen_new = false;  // its first frame gives the focus
};

namespace {

constexpr float wide_room = 1180;
constexpr float middle_room = 860;

float text_scale(app::App& app) {
  const std::string size = app.ports().store.setting(preferences::text_percent);
  if (size == "125") return 1.25F;
  if (size == "150") return 1.5F;
  if (size == "200") return 2;
  return 1;
}

Contrast contrast_of(app::App& app, const Surface& surface) {
  const std::string wanted = app.ports().store.setting(preferences::contrast);
  if (wanted == "high") return Contrast::high;
  if (wanted == "normal") return Contrast::normal;
  return surface.prefers_contrast ? Contrast::high : Contrast::normal;
}

void read_the_calendar(InterfaceParts& parts, app::App& app) {
  Ui& ui = parts.desk.ui;
  const UtcMinutes now = app.ports().clock.now_minutes();
  if (!app.has_book() || app.book().journal().is_empty()) {
    ui.today = civil_date(now, ui.offset_minutes);
    parts.calendar.forget();
    return;
  }
  const bool is_stale = parts.calendar.is_stale(app);
  if (!is_stale && std::exchange(parts.calendar_minutes, now) == now) return;
  parts.calendar_minutes = now;
  ui.today = app.context().today;
  ui.offset_minutes = village::settings(app.book().database()).offset_minutes;
}

// Once the edge is let go: not with every step of the mouse.
void keep_column_widths(Desk& desk) {
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left) || !desk.ui.column_widths.take_change()) return;
  desk.commands.ask([widths = desk.ui.column_widths.text()](app::App& app) {
    app.ports().store.put_setting(preferences::column_widths, widths);
  });
}

// What a screen keeps in words is gathered again in the new language; the settings stay where they
// are, because that is where it was chosen.
void read_the_language(InterfaceParts& parts, app::App& app) {
  const Language wanted =
      app.ports().store.setting(preferences::language) == "en" ? Language::en : Language::zh;
  if (std::exchange(parts.desk.ui.language, wanted) == wanted) return;
  Screens fresh;
  fresh.current = parts.screens.current;
  fresh.settings = std::move(parts.screens.settings);
  fresh.setup = std::move(parts.screens.setup);
  parts.screens = std::move(fresh);
}

void set_the_table(InterfaceParts& parts, app::App& app, const Surface& surface) {
  Ui& ui = parts.desk.ui;
  const float scale = surface.pixel_ratio * text_scale(app);
  ui.theme = Theme(contrast_of(app, surface), scale, surface.fonts);
  if (!(ui.theme == parts.applied)) {
    ui.theme.apply();
    parts.applied = ui.theme;
  }
  ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
  // A message for programmers is nothing for a village office; a test looks for double ids.
  ImGui::GetIO().ConfigDebugHighlightIdConflicts = false;
  const float width = ImGui::GetIO().DisplaySize.x / scale;
  ui.room = width >= wide_room ? Room::wide : width >= middle_room ? Room::middle : Room::narrow;
  read_the_language(parts, app);
  ui.is_motion_reduced = surface.prefers_reduced_motion;
  ui.is_popup_open = false;
  ui.now_ms = app.ports().clock.now_ms();
  read_the_calendar(parts, app);
  ui.column_widths.read(app.ports().store.setting(preferences::column_widths));
}

void save_to_file(ScreenContext& context) {
  context.commands.ask([&desk = context.desk](app::App& app) { export_for_colleagues(desk, app); });
}

void draw_save_help(InterfaceParts& parts, ScreenContext& context) {
  Ui& ui = context.ui;
  const app::SaveState state = context.app.save_state();
  const bool is_not_saved = state.kind == app::SaveState::Kind::not_saved;
  if (!is_not_saved || context.app.moving() != nullptr) parts.is_save_help_open = false;
  if (!parts.is_save_help_open) return;
  const std::string title = ui.say(Key::not_saved_title, {count_text(state.unsaved_count)});
  const auto not_moved = context.app.moving_trouble();
  const std::string text = ui.say(not_moved ? Key::not_moved_text : Key::not_saved_text,
                                  {ui.say(trouble_text(not_moved.value_or(state.trouble)))});
  const DialogOutcome outcome = dialog(ui, {.title = title,
                                            .text = text,
                                            .safe = ui.say(Key::save_to_file),
                                            .action = ui.say(Key::try_again),
                                            .width = 520});
  if (outcome == DialogOutcome::open) return;
  parts.is_save_help_open = false;
  if (outcome == DialogOutcome::action) {
    context.commands.ask([](app::App& app) { app.retry_saving(); });
  } else {
    save_to_file(context);
  }
}

void undo_last(Desk& desk) {
  desk.commands.act([&desk](app::App& app) {
    if (app.undo_stack().last() == nullptr) {
      desk.toasts.show(desk.ui, std::string(desk.ui.say(Key::nothing_to_undo)), Tone::amber, false);
    } else if (app.undo_stack().undo(app)) {
      desk.toasts.show(desk.ui, std::string(desk.ui.say(Key::undone)), Tone::good, false);
    } else {
      desk.toasts.show(desk.ui, std::string(desk.ui.say(Key::cannot_undo)), Tone::red, false);
    }
  });
}

void go_to(InterfaceParts& parts, Screen screen) {
  if (parts.screens.current != screen) parts.is_screen_new = true;
  parts.desk.ui.open_menu = 0;
  parts.screens.current = screen;
}

// Asked for by its name or key: also when it is there already, it begins where it would open.
void begin_again(InterfaceParts& parts, Screen screen) {
  parts.desk.go_to = screen;
  parts.is_screen_new = true;
}

void draw_screen(InterfaceParts& parts, ScreenContext& context) {
  switch (parts.screens.current) {
    case Screen::households: households_screen(context, parts.screens.households); break;
    case Screen::exchange: exchange_screen(context, parts.screens.exchange); break;
    case Screen::award: award_screen(context, parts.screens.award); break;
    case Screen::score_sheet: score_sheet_screen(context, parts.screens.score_sheet); break;
    case Screen::redeem: redeem_screen(context, parts.screens.redeem); break;
    case Screen::home: home_screen(context, parts.screens.home); break;
    case Screen::stock: stock_screen(context, parts.screens.stock); break;
    case Screen::volunteers: volunteers_screen(context, parts.screens.volunteers); break;
    case Screen::settings: settings_screen(context, parts.screens.settings); break;
  }
}

// Keys that work on every screen, after the screen had its chance.
void take_global_keys(InterfaceParts& parts, ScreenContext& context) {
  Ui& ui = context.ui;
  if (ui.pressed(chords::award)) begin_again(parts, Screen::award);
  if (ui.pressed(chords::redeem)) begin_again(parts, Screen::redeem);
  if (ui.pressed(chords::undo)) undo_last(parts.desk);
  if (ui.pressed(chords::export_book)) {
    parts.screens.exchange.asks_export = true;
    parts.desk.go_to = Screen::exchange;
  }
  if (ui.pressed(chords::save_now)) {
    context.commands.ask([&desk = parts.desk](app::App& app) {
      const bool is_saved = app.save_state().kind == app::SaveState::Kind::saved;
      if (!is_saved) app.retry_saving();
      if (is_saved) desk.toasts.show(desk.ui, std::string(desk.ui.say(Key::all_saved)), Tone::good, false);
    });
  }
}

// Asked for from the head of the home screen or by F1; it tells of what the home screen shows.
void show_around(InterfaceParts& parts, ScreenContext& context) {
  if (std::exchange(parts.desk.wants_tour, false)) {
    go_to(parts, Screen::home);
    begin_tour(parts.tour);
  }
  if (parts.screens.current == Screen::home) draw_tour(context, parts.tour);
}

void draw_working(InterfaceParts& parts, ScreenContext& context) {
  Ui& ui = context.ui;
  if (std::exchange(parts.is_screen_new, false)) ui.focus.open_screen();
  ShellOutcome outcome;
  const bool has_action_bar = parts.screens.current != Screen::redeem;
  context.places = shell(ui, parts.shell_viewer.view(ui, context.app), parts.shell, parts.screens.current,
                         key_hints(ui, parts.screens),
                         has_action_bar ? ActionBar::shown : ActionBar::none, outcome);
  {
    const IdScope scope(static_cast<int>(parts.screens.current));
    draw_screen(parts, context);
  }
  take_global_keys(parts, context);
  Rect above_bar = context.places.body;
  if (parts.desk.toasts.draw(ui, above_bar)) undo_last(parts.desk);
  draw_import_writing(context);
  if (outcome.wants_save_help) parts.is_save_help_open = true;
  draw_save_help(parts, context);
  if (outcome.takes_banner_link) {
    save_to_file(context);
    parts.shell_viewer.forget_move();
  }
  if (outcome.wants_finder) parts.screens.finder.is_open = true;
  draw_finder(context, parts.screens.finder);
  // A household is taken along only by the key that leaves its screen.
  if (outcome.go_to || !parts.desk.go_to) parts.desk.household = {};
  if (outcome.go_to) begin_again(parts, *outcome.go_to);
  if (parts.desk.go_to) go_to(parts, *parts.desk.go_to);
  parts.desk.go_to.reset();
  show_around(parts, context);
  if (outcome.changes_operator) {
    context.commands.ask([](app::App& app) { app.change_operator(); });
  }
  if (outcome.switches_book) context.commands.ask([](app::App& app) { app.go_to_setup(); });
  if (outcome.discards_sample) {
    context.commands.ask([](app::App& app) {
      const std::string book = app.listing().book;
      app.drop_book(book);
    });
  }
}

void draw_key_help(InterfaceParts& parts, app::App& app) {
  const bool is_working = app.phase() == app::Phase::working;
  const HelpTopic topic = is_working ? help_of(parts.screens.current) : help_of(app.phase());
  const HelpOutcome outcome = draw_help(parts.desk.ui, parts.help, topic,
                                        is_working ? TourOffer::shown : TourOffer::none);
  if (outcome == HelpOutcome::wants_tour) parts.desk.wants_tour = true;
}

// Joining asks who sits here before the merge; the program asks after it.
void finish_joining(InterfaceParts& parts, ScreenContext& context) {
  parts.screens.setup.is_joining = false;
  context.commands.ask([&parts](app::App& app) {
    introduce(app, parts.desk, parts.screens.setup);
    end_import(parts.desk, app);
  });
}

void draw_operator_choice(InterfaceParts& parts, ScreenContext& context) {
  const app::ImportTask* task = import_of(parts.desk, context.app);
  const bool is_writing = task != nullptr && task->is_writing();
  if (parts.screens.setup.is_joining && !is_writing) finish_joining(parts, context);
  if (parts.screens.setup.is_joining || is_writing) {
    draw_import_writing(context);
    return;
  }
  if (parts.desk.sample != nullptr) return;
  operator_screen(context.ui, context.places, operator_choice_view(context.app), parts.screens.operator_choice,
                  context.commands);
}

void draw_phase(InterfaceParts& parts, ScreenContext& context) {
  Ui& ui = context.ui;
  if (!parts.help.is_open) parts.held_keys.follow(parts.phase, context.app.phase());
  if (parts.phase != context.app.phase()) {
    parts.phase = context.app.phase();
    ui.focus.open_screen();
    // Another book, another operator: nothing half typed is carried over.
    if (parts.phase == app::Phase::working) parts.screens = Screens();
    if (parts.phase == app::Phase::setup) parts.screens.setup = {};
    if (parts.phase == app::Phase::recovery) parts.screens.recovery = {};
    parts.desk.toasts.clear();
    parts.tour = {};
  }
  if (parts.phase == app::Phase::working) {
    draw_working(parts, context);
    return;
  }
  if (parts.phase == app::Phase::recovery) {
    context.places = bare_shell(ui, 1040, {ui.say(Key::recovery_status), SaveShown::no_book},
                                {ui.say(Key::recovery_keys_space),
                                 ui.say(Key::recovery_keys_primary), ui.say(Key::keys_help)},
                                ActionBar::shown);
    recovery_screen(context, parts.screens.recovery);
    return;
  }
  const bool has_bar = parts.phase == app::Phase::setup ||
                       parts.phase == app::Phase::operator_choice;
  context.places = bare_shell(ui, 960, {book_in_words(ui, context.app)},
                              {ui.say(Key::keys_next_field), ui.say(Key::keys_help)},
                              has_bar ? ActionBar::shown : ActionBar::none);
  switch (parts.phase) {
    case app::Phase::setup: setup_screen(context, parts.screens.setup); break;
    case app::Phase::opening: draw_opening(context, parts.held_keys); break;
    case app::Phase::operator_choice: draw_operator_choice(parts, context); break;
    case app::Phase::trouble: draw_trouble(context); break;
    case app::Phase::recovery:
    case app::Phase::working: break;
  }
}

}  // namespace

Interface::Interface() : m_parts(std::make_unique<InterfaceParts>()) {}
Interface::~Interface() { hook_into_imgui(nullptr); }

void Interface::hear(app::App& app, const app::Happening& happening) {
  InterfaceParts& parts = *m_parts;
  const auto* file = std::get_if<app::FileChosen>(&happening);
  const bool is_writing = app.task() != nullptr && app.task()->is_writing();
  if (is_writing && (file != nullptr || std::holds_alternative<app::TextPasted>(happening))) {
    // A task that writes is not pushed aside by what is dropped on the page.
    if (file != nullptr) app.ports().files.close(file->file);
    return;
  }
  if (app.phase() == app::Phase::recovery) return;  // reads the file itself, as a further copy
  if (file != nullptr) {
    const bool is_book = file->name.ends_with(".json") ||
                         (parts.desk.wanted_file == app::FileKind::book &&
                          !file->name.ends_with(".xlsx") && !file->name.ends_with(".csv"));
    if (is_book) {
      begin_import(parts.desk, app, *file);
      if (app.phase() == app::Phase::working) parts.desk.go_to = Screen::exchange;
      return;
    }
  }
  if (app.phase() != app::Phase::working) return;
  const bool is_at_sheet = parts.screens.current == Screen::score_sheet;
  if (is_at_sheet && hear_in_score_sheet(parts.desk, parts.screens.score_sheet, happening)) return;
  if (hear_in_households(parts.desk, app, parts.screens.households, happening)) {
    parts.desk.go_to = Screen::households;
  }
}

void Interface::go_to_widget(ImGuiID id) { m_parts->desk.ui.focus.ask_for(id); }

bool Interface::leaves_the_page(int direction) const {
  return m_parts->desk.ui.focus.goes_out(direction);
}

void Interface::frame(app::App& app, const Surface& surface) {
  InterfaceParts& parts = *m_parts;
  Ui& ui = parts.desk.ui;
  hook_into_imgui(&ui.mirror);
  set_the_table(parts, app, surface);
  ui.keys.begin_frame();
  ui.focus.begin_frame();
  ui.mirror.begin_frame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
  ScreenContext context{parts.desk, ui, app, parts.desk.commands, {}};
  draw_phase(parts, context);
  draw_sample_making(context);
  draw_key_help(parts, app);
  ImGui::End();
  keep_column_widths(parts.desk);
  ui.focus.end_frame();
  if (parts.phase == app::Phase::working) parts.held_keys.give_back();
  ui.mirror.end_frame();
  const std::int64_t next = parts.desk.toasts.next_change_ms(ui.now_ms);
  if (next >= 0) app.ports().frames.draw_after(next);
}

app::Commands& Interface::commands() { return m_parts->desk.commands; }
const Mirror& Interface::mirror() const { return m_parts->desk.ui.mirror; }
void Interface::watch_paint() { m_parts->desk.ui.mirror.watch_paint(); }

}  // namespace jishan::ui
