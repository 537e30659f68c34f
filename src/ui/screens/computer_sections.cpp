// The two sections about this computer: display, and the books in its browser.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/preferences.h"
#include "ui/screens/settings_screen.h"
#include "ui/strings/keys.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr std::array<std::string_view, 4> text_sizes = {"100", "125", "150", "200"};

void keep(app::Commands& commands, std::string_view key, std::string value) {
  commands.ask([key, value = std::move(value)](app::App& app) {
    app.ports().store.put_setting(key, value);
  });
}

// A labelled row of choices. Gives true when it changed.
bool choice_row(Ui& ui, Rect& rest, Key label, const std::vector<std::string_view>& choices,
                int& chosen) {
  draw_field_label(ui, rest.cut_top(ui.px(18)), ui.say(label), Need::optional);
  rest.cut_top(ui.px(4));
  Rect line = rest.cut_top(ui.px(field_height));
  const bool is_changed =
      segment(ui, line.cut_left(segment_width(ui, choices)), ui.say(label), choices, chosen);
  rest.cut_top(ui.px(20));
  return is_changed;
}

void draw_books(Ui& ui, const Rect& box, const SettingsView& view, TableState& state) {
  TableSpec spec;
  spec.label = ui.say(Key::settings_section_books);
  spec.columns = {
      {ui.say(Key::settings_column_book)}, {ui.say(Key::settings_column_kind), 90}, {{}, 100}};
  spec.row_count = static_cast<int>(view.books.size());
  spec.row_label = [&](int row) { return view.books[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const app::BookListing& book = view.books[static_cast<std::size_t>(row)];
    const bool is_sample = book.mode == "practice";
    cells.text(book.name);
    cells.tag(ui.say(is_sample ? Key::settings_kind_practice : Key::settings_kind_real),
              is_sample ? TagKind::amber : TagKind::neutral);
    if (book.book == view.open_book) cells.tag(ui.say(Key::settings_open_now), TagKind::good);
  };
  table(ui, box.inset(ui.px(1), ui.px(1)), state, spec);
}

}  // namespace

void display_section(ScreenContext& context, const Rect& sheet) {
  Ui& ui = context.ui;
  app::Commands& commands = context.commands;
  const app::Store& store = context.app.ports().store;
  panel(ui, sheet);
  std::optional<ScrollArea> area(std::in_place, ui, "display", sheet,
                                 ui.px(2 * 12 + 3 * (18 + 4 + field_height + 20)));
  Rect rest = area->content().inset(ui.px(16), ui.px(12));
  const std::string kept = store.setting(preferences::text_percent);
  const auto found = std::find(text_sizes.begin(), text_sizes.end(), kept);
  int size = found == text_sizes.end() ? 0 : static_cast<int>(found - text_sizes.begin());
  if (choice_row(ui, rest, Key::settings_text_size, {"100%", "125%", "150%", "200%"}, size)) {
    keep(commands, preferences::text_percent,
         std::string(text_sizes[static_cast<std::size_t>(size)]));
  }
  int contrast = ui.theme.is_high_contrast() ? 1 : 0;
  if (choice_row(ui, rest, Key::settings_contrast,
                 {ui.say(Key::settings_contrast_normal), ui.say(Key::settings_contrast_high)},
                 contrast)) {
    keep(commands, preferences::contrast, contrast == 1 ? "high" : "normal");
  }
  int language = ui.language == Language::en ? 1 : 0;
  if (choice_row(ui, rest, Key::settings_language,
                 {ui.say(Key::settings_language_zh), ui.say(Key::settings_language_en)},
                 language)) {
    keep(commands, preferences::language, language == 1 ? "en" : "zh");
  }
  area.reset();
  action_bar_note(ui, context.places.action_bar, ui.say(Key::settings_display_hint));
}

void books_section(ScreenContext& context, const Rect& sheet, const SettingsView& view,
                   TableState& state) {
  Ui& ui = context.ui;
  app::Commands& commands = context.commands;
  panel(ui, sheet);
  draw_books(ui, sheet, view, state);
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  if (view.books.empty()) return;
  const auto last = static_cast<int>(view.books.size()) - 1;
  const auto chosen = static_cast<std::size_t>(std::clamp(state.selected, 0, last));
  const app::BookListing& book = view.books[chosen];
  const bool is_sample = book.mode == "practice";
  std::vector<ButtonSpec> buttons{{.label = ui.say(Key::settings_another_book),
                                   .kind = ButtonKind::primary,
                                   .icon = Icon::plus}};
  int open_at = 0;  // 0: not offered
  int discard_at = 0;
  if (book.book != view.open_book) {
    open_at = static_cast<int>(buttons.size());
    buttons.push_back({.label = ui.say(Key::settings_open_this_book)});
  }
  if (is_sample) {
    discard_at = static_cast<int>(buttons.size());
    buttons.push_back(
        {.label = ui.say(Key::settings_discard_sample), .kind = ButtonKind::danger});
  }
  const int pressed = actions(ui, bar, buttons);
  if (pressed == 0) {
    commands.ask([](app::App& app) { app.go_to_setup(); });
  } else if (pressed > 0 && pressed == open_at) {
    commands.ask([id = book.book](app::App& app) { app.open_book(id); });
  } else if (pressed > 0 && pressed == discard_at) {
    commands.ask([id = book.book](app::App& app) { app.drop_book(id); });
  }
  action_bar_note(
      ui, bar, ui.say(is_sample ? Key::settings_sample_discarded_hint : Key::settings_books_hint));
}

}  // namespace jishan::ui
