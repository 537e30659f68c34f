// Laying a score sheet out: which rules are its columns, which households its rows, its day and note.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/screens/score_sheet.h"
#include "ui/screens/score_sheet_rows.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

template <class Value>
bool contains(const std::vector<Value>& values, const Value& wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

void rule_field(ScreenContext& context, const Rect& block, ScoreSheetState& state) {
  Ui& ui = context.ui;
  const points::RuleBook empty;
  const points::RuleBook& book = state.book ? *state.book : empty;
  const bool is_full = state.sheet.codes.size() >= sheet_rules_max;
  state.rule_picker.was_left = state.rule_picker.was_left && state.sheet.codes.empty();
  const PickerOutcome outcome =
      picker(ui, block, state.rule_picker,
             {.label = ui.say(Key::rule_item),
              .placeholder = ui.say(Key::rule_placeholder),
              .hint = is_full ? ui.say(Key::sheet_rules_full) : ui.say(Key::sheet_rule_hint),
              .error = state.book ? ui.say(Key::sheet_rule_missing) : ui.say(Key::error_no_rule_book),
              .need = Need::required,
              .rows = [&](std::string_view typed) { return rule_choices(ui, book, typed); },
              .found = [&ui](std::size_t count) {
                return ui.say(Key::rules_found, {std::to_string(count)});
              }});
  if (!outcome.is_chosen) return;
  ui.focus.stay();  // for the next one
  if (is_full || contains(state.sheet.codes, outcome.key)) return;
  state.sheet.codes.push_back(outcome.key);
  state.is_changed = true;
}

void group_field(ScreenContext& context, const Rect& block, ScoreSheetState& state) {
  Ui& ui = context.ui;
  const DropDownSpec groups{.label = ui.say(Key::sheet_group), .choices = group_choices(ui, state)};
  if (drop_down(ui, block, state.group_list, groups, state.group)) put_group_on_sheet(context, state);
}

void household_field(ScreenContext& context, const Rect& block, ScoreSheetState& state) {
  Ui& ui = context.ui;
  const bool is_full = state.sheet.households.size() >= sheet_households_max;
  state.household_picker.was_left = state.household_picker.was_left && state.sheet.households.empty();
  const PickerOutcome outcome =
      picker(ui, block, state.household_picker,
             {.label = ui.say(Key::sheet_add_household),
              .placeholder = ui.say(Key::pick_household_placeholder),
              .hint = is_full ? ui.say(Key::sheet_households_full) : std::string_view(),
              .error = ui.say(Key::sheet_household_missing),
              .icon = Icon::house,
              .rows = [&](std::string_view typed) {
                return household_choices(context, typed, LastRow::none);
              },
              .found = [&ui](std::size_t count) {
                return ui.say(Key::found_households, {std::to_string(count)});
              }});
  if (!outcome.is_chosen) return;
  ui.focus.stay();
  if (const auto id = HouseholdId::from_text(outcome.key)) add_household(state, *id);
}

void day_and_note(Ui& ui, Rect line, ScoreSheetState& state) {
  const bool is_empty = state.date.field.text.empty();
  date_field(ui, line.cut_left(ui.px(date_field_width)), state.date,
             {.label = ui.say(Key::business_date),
              .error = is_empty ? ui.say(Key::error_date_needed) : std::string_view(),
              .need = Need::required});
  line.cut_left(ui.px(16));
  text_field(ui, line, state.note,
             {.label = ui.say(Key::sheet_note), .hint = ui.say(Key::sheet_note_hint)});
}

float form_height(const Ui& ui) {
  const int blocks = ui.room == Room::wide ? 3 : 4;
  return static_cast<float>(blocks) * (ui.px(field_block_height) + ui.px(8)) + ui.px(20);
}

void form(ScreenContext& context, Rect rest, ScoreSheetState& state) {
  Ui& ui = context.ui;
  const float block = ui.px(field_block_height);
  const float gap = ui.px(8);
  rest = rest.inset(ui.px(16), ui.px(10));
  rule_field(context, rest.cut_top(block), state);
  rest.cut_top(gap);
  if (ui.room == Room::wide) {
    Rect line = rest.cut_top(block);
    group_field(context, line.cut_left(ui.px(220)), state);
    line.cut_left(ui.px(16));
    household_field(context, line, state);
  } else {
    group_field(context, rest.cut_top(block), state);
    rest.cut_top(gap);
    household_field(context, rest.cut_top(block), state);
  }
  rest.cut_top(gap);
  day_and_note(ui, rest.cut_top(block), state);
}

// True when the row of this number is to go.
bool list_with_removal(Ui& ui, const Rect& sheet, TableState& state, const TableSpec& spec, int& row) {
  panel(ui, sheet);
  Rect rest = sheet;
  const Rect head = rest.cut_top(ui.px(40)).inset(ui.px(16), 0);
  draw_text(ui, head, spec.label, {.weight = Weight::bold});
  const TableOutcome outcome = table(ui, rest.inset(ui.px(1), ui.px(1)), state, spec);
  const bool is_erased = outcome.is_focused && ui.keys.take({ImGuiKey_Delete, 0});
  row = outcome.opened >= 0 ? outcome.opened : state.selected;
  return spec.row_count > 0 && (outcome.opened >= 0 || is_erased);
}

void rule_list(Ui& ui, const Rect& sheet, ScoreSheetState& state) {
  TableSpec spec{.label = ui.say(Key::sheet_rules),
                 .columns = {{ui.say(Key::rule_item)}},
                 .row_count = static_cast<int>(state.rules.size()),
                 .density = Density::dense,
                 .note = ui.say(Key::sheet_remove_hint),
                 .opening = Opening::ordinary,
                 .marking = Marking::while_focused};
  spec.row_label = [&](int row) { return column_text(state, static_cast<std::size_t>(row)); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    cells.text(column_text(state, static_cast<std::size_t>(row)));
  };
  int row = 0;
  if (!list_with_removal(ui, sheet, state.rule_table, spec, row)) return;
  std::vector<std::string>& codes = state.sheet.codes;
  const std::string gone = codes[static_cast<std::size_t>(row)];
  codes.erase(codes.begin() + row);
  for (auto cell = state.sheet.cells.begin(); cell != state.sheet.cells.end();) {
    cell = cell->first.second == gone ? state.sheet.cells.erase(cell) : std::next(cell);
  }
  state.is_changed = true;
}

void household_list(Ui& ui, const Rect& sheet, ScoreSheetState& state) {
  TableSpec spec{.label = ui.say(Key::sheet_households),
                 .columns = {{ui.say(Key::column_number), 100}, {ui.say(Key::column_head)}},
                 .row_count = static_cast<int>(state.households.size()),
                 .density = Density::dense,
                 .note = ui.say(Key::sheet_remove_hint),
                 .opening = Opening::ordinary,
                 .marking = Marking::while_focused};
  const auto at = [&](int row) -> const SheetHousehold& {
    return state.households[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).number + " " + at(row).head; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    cells.text(at(row).number);
    cells.text(at(row).head);
  };
  int row = 0;
  if (!list_with_removal(ui, sheet, state.household_table, spec, row)) return;
  take_household_off(state, static_cast<std::size_t>(row));
}

}  // namespace

void score_sheet_layout(ScreenContext& context, const Rect& body, ScoreSheetState& state) {
  Ui& ui = context.ui;
  const float gap = ui.px(12);
  const float list_height = ui.px(240);
  const float height = form_height(ui);
  Rect rest = body;
  if (ui.room == Room::narrow) {
    const ScrollArea area(ui, "layout", body, height + 2 * (gap + list_height));
    rest = area.content();
    const Rect sheet = rest.cut_top(height);
    panel(ui, sheet);
    form(context, sheet, state);
    rest.cut_top(gap);
    rule_list(ui, rest.cut_top(list_height), state);
    rest.cut_top(gap);
    household_list(ui, rest.cut_top(list_height), state);
    return;
  }
  const Rect sheet = rest.cut_left(std::floor(rest.w * 0.52F));
  panel(ui, sheet);
  {
    const ScrollArea area(ui, "layout", sheet, height);
    form(context, area.content(), state);
  }
  rest.cut_left(gap);
  if (ui.room == Room::wide) {
    rule_list(ui, rest.cut_left(std::floor((rest.w - gap) / 2)), state);
    rest.cut_left(gap);
  } else {
    rule_list(ui, rest.cut_top(std::floor((rest.h - gap) / 2)), state);
    rest.cut_top(gap);
  }
  household_list(ui, rest, state);
}

}  // namespace jishan::ui
