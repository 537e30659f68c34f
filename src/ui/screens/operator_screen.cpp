#include "ui/screens/operator_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ui/strings/keys.h"
#include "ui/widgets/button.h"
#include "village/commands.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

constexpr float panels_height = 300;

// Empty when there is nothing to complain about.
std::string_view name_error(const Ui& ui, std::string_view name) {
  if (trimmed(name).empty()) return ui.say(Key::settings_name_missing);
  if (!fits(trimmed(name), village::person_name_characters_max)) {
    return ui.say(Key::settings_name_too_long);
  }
  return {};
}

void begin_as(app::Commands& commands, OperatorId known, std::string laptop) {
  commands.ask([known, laptop = std::move(laptop)](app::App& app) {
    app.session().choose_operator(known);
    if (!laptop.empty()) app.session().name_laptop(laptop);
    app.operator_chosen();
  });
}

void begin_as_new(app::Commands& commands, const OperatorChoiceState& state) {
  commands.ask([name = std::string(trimmed(state.name.text)), role = state.role.text,
                laptop = state.laptop.text](app::App& app) {
    app.session().introduce_operator(name, role, app.ports().random);
    if (!laptop.empty()) app.session().name_laptop(laptop);
    app.operator_chosen();
  });
}

// The row chosen by Enter, click or double click; −1 for none.
int known_panel(Ui& ui, const Rect& box, const OperatorChoiceView& view, TableState& state) {
  Rect rest = box;
  const Rect head = panel_with_head(ui, rest);
  draw_text(ui, head, ui.say(Key::settings_who_known),
            {.weight = Weight::bold});
  TableSpec spec;
  spec.label = ui.say(Key::settings_who_known);
  spec.columns = {{ui.say(Key::settings_column_name)}, {ui.say(Key::settings_column_role), 120}};
  spec.row_count = static_cast<int>(view.known.size());
  spec.row_label = [&](int row) { return view.known[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const OperatorChoiceView::Known& known = view.known[static_cast<std::size_t>(row)];
    cells.text(known.name);
    cells.text(known.role, {.color = ui.color().text2});
  };
  spec.opening = Opening::safe_choice;
  const TableOutcome outcome = table(ui, rest.inset(ui.px(1), ui.px(1)), state, spec);
  return outcome.opened >= 0 ? outcome.opened : outcome.clicked;
}

Rect titled_panel(Ui& ui, const Rect& box, Key title, Key facts) {
  panel(ui, box);
  Rect rest = box.inset(ui.px(16), ui.px(8));
  draw_runs(ui, rest.cut_top(ui.px(32)),
            {{ui.say(title), {.weight = Weight::bold}},
             {ui.say(facts), {.size = TextSize::small, .color = ui.color().text2}, 8}});
  return rest;
}

// Who is on the list leaves it empty.
void new_person_panel(Ui& ui, const Rect& box, OperatorChoiceState& state, bool is_first) {
  Rect rest =
      titled_panel(ui, box, Key::settings_who_new, Key::settings_who_new_hint);
  const bool is_wrong = is_first || !trimmed(state.name.text).empty();
  const float block = ui.px(field_block_height);
  text_field(ui, rest.cut_top(block), state.name,
             {.label = ui.say(Key::settings_your_name),
              .error = is_wrong ? name_error(ui, state.name.text) : "",
              .need = is_first ? Need::required : Need::optional});
  text_field(ui, rest.cut_top(block), state.role,
             {.label = ui.say(Key::settings_your_role),
              .placeholder = ui.say(Key::settings_role_placeholder)});
}

void laptop_panel(Ui& ui, const Rect& box, OperatorChoiceState& state) {
  Rect rest = titled_panel(ui, box, Key::setup_laptop, Key::settings_laptop_facts);
  text_field(ui, rest.cut_top(ui.px(field_block_height)), state.laptop,
             {.label = ui.say(Key::settings_laptop_name), .hint = ui.say(Key::settings_laptop_hint)});
}

}  // namespace

OperatorChoiceView operator_choice_view(app::App& app) {
  OperatorChoiceView view;
  db::Database& database = app.book().database();
  view.village = village::settings(database).name;
  for (const village::OperatorView& known : village::operators(database)) {
    const std::string name = mask(known.name, Audience::desk);
    if (known.id == app.session().operator_id()) view.last = static_cast<int>(view.known.size());
    view.known.push_back({known.id, name, known.roles.empty() ? std::string() : known.roles[0]});
  }
  return view;
}

void operator_screen(Ui& ui, const Places& places, const OperatorChoiceView& view,
                     OperatorChoiceState& state, app::Commands& commands) {
  head_title(ui, places.head, ui.say(Key::settings_who_title), ui.say(Key::settings_who_subtitle));
  if (!std::exchange(state.is_prepared, true)) state.known.selected = view.last;
  ui.focus.set_region(Region::body);
  Rect line = places.body;
  line.h = std::min(line.h, ui.px(panels_height));
  const float gap = ui.px(12);
  const float width = std::floor((line.w - 2 * gap) / 3);
  if (!view.known.empty()) {
    const int row = known_panel(ui, line.cut_left(width), view, state.known);
    line.cut_left(gap);
    if (row >= 0) {
      begin_as(commands, view.known[static_cast<std::size_t>(row)].id, state.laptop.text);
    }
  }
  new_person_panel(ui, line.cut_left(width), state, view.known.empty());
  line.cut_left(gap);
  laptop_panel(ui, line.cut_left(width), state);

  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  Rect bar = places.action_bar;
  if (button_right(ui, bar,
                   {.label = ui.say(Key::settings_begin_work),
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    const bool is_typing = !trimmed(state.name.text).empty() || view.known.empty();
    if (!is_typing) {
      const auto chosen = static_cast<std::size_t>(state.known.selected);
      begin_as(commands, view.known[std::min(chosen, view.known.size() - 1)].id, state.laptop.text);
    } else if (name_error(ui, state.name.text).empty()) {
      begin_as_new(commands, state);
    } else {
      state.name.was_left = true;
    }
  }
  action_bar_note(ui, bar, ui.say(Key::settings_who_bar));
}

}  // namespace jishan::ui
