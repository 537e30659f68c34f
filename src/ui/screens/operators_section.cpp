#include <algorithm>
#include <optional>

#include "base/text.h"
#include "ui/screens/settings_screen.h"
#include "ui/strings/keys.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

using Status = village::OperatorStatus;

void add_operator(app::Commands& commands, OperatorsSection& state) {
  commands.act([&state, name = state.name.text, role = state.role.text](app::App& app) {
    village::OperatorRequest request{.id = OperatorId::make(app.ports().random), .name = name};
    if (!trimmed(role).empty()) request.roles.push_back(std::string(trimmed(role)));
    state.status = app.perform(village::plan_operator(app.context(), request));
    state.was_saved = true;
    if (state.status == Status::accepted) state.name = state.role = FieldState();
  });
}

void set_state(app::Commands& commands, const SettingsView::Operator& known, bool is_on) {
  commands.act([known, is_on](app::App& app) {
    village::OperatorRequest request{.id = known.id, .name = known.name, .is_on = is_on};
    if (!known.role.empty()) request.roles.push_back(known.role);
    app.perform(village::plan_operator(app.context(), request));
  });
}

void draw_list(Ui& ui, Rect box, const SettingsView& view, OperatorsSection& state,
               app::Commands& commands) {
  Rect foot = box.cut_bottom(ui.px(44));
  TableSpec spec;
  spec.label = ui.say(Key::settings_section_operators);
  spec.columns = {{ui.say(Key::settings_column_name)},
                  {ui.say(Key::settings_column_role), 120},
                  {ui.say(Key::settings_column_state), 90}};
  spec.row_count = static_cast<int>(view.operators.size());
  spec.row_label = [&](int row) { return view.operators[static_cast<std::size_t>(row)].name; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const SettingsView::Operator& known = view.operators[static_cast<std::size_t>(row)];
    cells.text(known.name);
    cells.text(known.role, {.color = ui.color().text2});
    cells.tag(ui.say(known.is_on ? Key::settings_works_here : Key::settings_left_work),
              known.is_on ? TagKind::good : TagKind::neutral);
  };
  table(ui, box, state.operators, spec);
  if (view.operators.empty()) return;
  const auto last = static_cast<int>(view.operators.size()) - 1;
  const auto& known =
      view.operators[static_cast<std::size_t>(std::clamp(state.operators.selected, 0, last))];
  if (button_left(ui, foot,
                  {.label = ui.say(known.is_on ? Key::settings_let_go : Key::settings_take_back),
                   .size = ButtonSize::small})) {
    set_state(commands, known, !known.is_on);
  }
}

std::string_view name_error(const Ui& ui, const OperatorsSection& state) {
  if (!state.was_saved) return {};
  if (state.status == Status::name_missing) return ui.say(Key::settings_name_missing);
  if (state.status == Status::name_too_long) return ui.say(Key::settings_name_too_long);
  return {};
}

std::string_view role_error(const Ui& ui, const OperatorsSection& state) {
  return state.was_saved && state.status == Status::role_too_long
             ? ui.say(Key::settings_role_too_long)
             : std::string_view();
}

void draw_laptop(Ui& ui, Rect box, OperatorsSection& state, app::Commands& commands) {
  Rect field = box.cut_top(ui.px(field_block_height));
  text_field(ui, field, state.laptop,
             {.label = ui.say(Key::settings_laptop_name),
              .hint = ui.say(state.was_laptop_saved ? Key::settings_laptop_saved
                                                    : Key::settings_laptop_hint)});
  Rect line = box.cut_top(ui.px(30));
  if (button_left(ui, line,
                  {.label = ui.say(Key::settings_save_laptop), .size = ButtonSize::small}) &&
      !trimmed(state.laptop.text).empty()) {
    commands.ask([&state, name = std::string(trimmed(state.laptop.text))](app::App& app) {
      app.session().name_laptop(name);
      app.operator_chosen();  // keeps the local records
      state.was_laptop_saved = true;
    });
  }
}

}  // namespace

void operators_section(ScreenContext& context, const Rect& sheet, const SettingsView& view,
                       OperatorsSection& state) {
  Ui& ui = context.ui;
  if (!state.is_laptop_filled) {
    state.laptop.text = view.laptop;
    state.is_laptop_filled = true;
  }
  panel(ui, sheet);
  Rect rest = sheet.inset(ui.px(16), ui.px(12));
  const float block = ui.px(field_block_height);
  // The fields keep their focus rings inside what the scrolling part shows.
  const float ring = ui.px(4);
  const float form_height = 3 * block + ui.px(16 + 34) + 2 * ring;
  const float list_height = ui.px(32 + 44 + 34 * static_cast<float>(view.operators.size()));
  const bool is_column = ui.room == Room::narrow;
  if (!is_column) {
    draw_list(ui, rest.cut_left((rest.w - ui.px(24)) * 3 / 5), view, state, context.commands);
    rest.cut_left(ui.px(24));
  }
  std::optional<ScrollArea> area(std::in_place, ui, "operator form", rest.grown(ring),
                                 form_height + (is_column ? list_height : 0.0F));
  rest = area->content().inset(ring, ring);
  if (is_column) draw_list(ui, rest.cut_top(list_height), view, state, context.commands);
  bool is_changed =
      text_field(ui, rest.cut_top(block), state.name,
                 {.label = ui.say(Key::settings_column_name), .error = name_error(ui, state)})
          .is_changed;
  is_changed |= text_field(ui, rest.cut_top(block), state.role,
                           {.label = ui.say(Key::settings_column_role),
                            .placeholder = ui.say(Key::settings_role_placeholder),
                            .error = role_error(ui, state)})
                    .is_changed;
  if (is_changed) state.was_saved = false;
  rest.cut_top(ui.px(16));
  draw_laptop(ui, rest, state, context.commands);
  area.reset();

  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  if (button_right(ui, bar,
                   {.label = ui.say(Key::settings_add_operator),
                    .kind = ButtonKind::primary,
                    .icon = Icon::plus,
                    .key = chords::primary})) {
    add_operator(context.commands, state);
    state.name.was_left = true;
  }
  const bool is_done = state.was_saved && state.status == Status::accepted;
  action_bar_note(ui, bar,
                  ui.say(is_done ? Key::settings_operator_saved : Key::settings_operators_hint),
                  is_done ? ui.color().accent : ui.color().text2);
}

}  // namespace jishan::ui
