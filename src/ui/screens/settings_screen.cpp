#include "ui/screens/settings_screen.h"

#include <array>

#include "ui/strings/keys.h"

namespace jishan::ui {
namespace {

enum class Section { village, rules, operators, display, books };
constexpr std::array<Key, 5> section_names = {
    Key::settings_section_village, Key::settings_section_rules, Key::settings_section_operators,
    Key::settings_section_display, Key::settings_section_books};

Section section_list(Ui& ui, const Rect& box, TableState& state) {
  panel(ui, box);
  TableSpec spec;
  spec.label = ui.say(Key::settings_sections);
  spec.columns = {{ui.say(Key::settings_sections)}};
  spec.row_count = static_cast<int>(section_names.size());
  const auto name = [&](int row) { return ui.say(section_names[static_cast<std::size_t>(row)]); };
  spec.row_label = [&](int row) { return std::string(name(row)); };
  spec.draw_row = [&](int row, RowPainter& cells) { cells.text(name(row)); };
  table(ui, box.inset(ui.px(1), ui.px(1)), state, spec);
  return static_cast<Section>(state.selected);
}

}  // namespace

SettingsView settings_view(app::App& app) {
  SettingsView view;
  db::Database& database = app.book().database();
  view.village = village::settings(database);
  for (const village::OperatorView& known : village::operators(database, village::Operators::all)) {
    view.operators.push_back({known.id, mask(known.name, Audience::desk),
                              known.roles.empty() ? std::string() : known.roles.front(),
                              known.is_on});
  }
  view.laptop = app.session().laptop_name();
  view.books = app.books();
  view.open_book = app.listing().book;
  return view;
}

void settings_screen(ScreenContext& context, SettingsState& state) {
  Ui& ui = context.ui;
  const SettingsView view = settings_view(context.app);
  ui.focus.set_region(Region::head);
  head_title(ui, context.places.head, ui.say(Key::screen_settings), ui.say(Key::settings_subtitle));
  ui.focus.set_region(Region::body);
  Rect body = context.places.body;
  const Rect list = body.cut_left(ui.px(ui.room == Room::wide ? 220 : 110));
  body.cut_left(ui.px(12));
  switch (section_list(ui, list, state.sections)) {
    case Section::village:
      village_section(context, body, view, state.village);
      break;
    case Section::rules:
      rules_section(context, body, state.rules);
      break;
    case Section::operators:
      operators_section(context, body, view, state.operators);
      break;
    case Section::display:
      display_section(context, body);
      break;
    case Section::books:
      books_section(context, body, view, state.books);
      break;
  }
}

}  // namespace jishan::ui
