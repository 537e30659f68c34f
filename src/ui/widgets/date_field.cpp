#include <array>

#include "base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr int days_in_week = 7;
constexpr int weeks_shown = 6;

Date first_of_month(int year, int month) {
  return Date::from_ymd(year, month, 1).value_or(Date());
}

void show_month_of(DateFieldState& state, Date date) {
  state.shown_year = date.year();
  state.shown_month = date.month();
}

void turn_month(DateFieldState& state, int by) {
  const int months = state.shown_year * 12 + state.shown_month - 1 + by;
  state.shown_year = months / 12;
  state.shown_month = months % 12 + 1;
}

void draw_month_head(Ui& ui, Rect head, DateFieldState& state) {
  if (icon_button(ui, head.cut_left(ui.px(28)), Icon::left, ui.say(Key::month_before))) {
    turn_month(state, -1);
  }
  if (icon_button(ui, head.cut_right(ui.px(28)), Icon::right, ui.say(Key::month_after))) {
    turn_month(state, 1);
  }
  const std::string title = ui.say(Key::month_title, {std::to_string(state.shown_year),
                                                      std::to_string(state.shown_month)});
  draw_text(ui, head, title, {.weight = Weight::bold, .align = Align::center});
}

// True when the day was clicked.
bool day_cell(Ui& ui, ImGuiID field, const Rect& cell, Date day, const DateFieldState& state,
              std::optional<Date> chosen) {
  const IdScope scope(static_cast<int>(day.days()));
  const ImGuiID id = id_of("day");
  const bool is_future = ui.today < day;
  const Pressable press = is_future ? Pressable{} : pressable(ui, id, cell, Reach::by_mouse_only);
  const bool is_chosen = chosen && *chosen == day;
  Look look{.align = Align::center};
  if (is_chosen) {
    fill(ui, cell, ui.color().accent, 4);
    look.color = ui.color().on_accent;
    look.weight = Weight::bold;
  } else if (day == ui.today) {
    outline(ui, cell, ui.color().accent, 4);
    look.color = ui.color().accent;
    look.weight = Weight::bold;
  } else if (is_future || day.month() != state.shown_month) {
    look.color = ui.color().text3;
  }
  if (press.is_hovered && !is_chosen) fill(ui, cell, ui.color().hover, 4);
  draw_text(ui, cell, std::to_string(day.day()), look);
  MirrorRow& row = ui.mirror.add(id, Role::option, day.iso(), cell);
  row.parent = field;
  row.selected = is_chosen ? Tri::on : Tri::off;
  row.is_disabled = is_future;
  return press.is_pressed;
}

std::optional<Date> draw_days(Ui& ui, ImGuiID field, Rect grid, const DateFieldState& state,
                              std::optional<Date> chosen) {
  constexpr std::array names{Key::monday_short,   Key::tuesday_short, Key::wednesday_short,
                             Key::thursday_short, Key::friday_short,  Key::saturday_short,
                             Key::sunday_short};
  const float width = ui.px(36);
  Rect head = grid.cut_top(ui.px(32));
  for (const Key name : names) {
    draw_text(ui, head.cut_left(width), ui.say(name),
              {TextSize::small, Weight::regular, ui.color().text2, Align::center});
  }
  std::optional<Date> clicked;
  const Date first = first_of_month(state.shown_year, state.shown_month);
  std::int64_t day = first.days() - (first.weekday() - 1);
  for (int week = 0; week < weeks_shown; ++week) {
    Rect row = grid.cut_top(ui.px(32));
    for (int i = 0; i < days_in_week; ++i, ++day) {
      const auto date = Date::from_days(day);
      if (date && day_cell(ui, field, row.cut_left(width), *date, state, chosen)) clicked = date;
    }
  }
  return clicked;
}

void draw_month(Ui& ui, ImGuiID field, const Rect& frame, DateFieldState& state) {
  const float height = ui.px(12 + 28 + 32 * 7 + 8 + 30 + 12);
  const Rect box = popup_place(ui, frame, ui.px(280 + 12), height);
  const PopupWindow popup(ui, "month", box);
  std::optional<ScrollArea> area(std::in_place, ui, "month", box, height);
  Rect rest = area->content().inset(ui.px(14), ui.px(12));
  const std::optional<Date> chosen = date_of(ui, state);
  draw_month_head(ui, rest.cut_top(ui.px(28)), state);
  std::optional<Date> clicked = draw_days(ui, field, rest.cut_top(ui.px(32 * 7)), state, chosen);
  Rect foot = rest.cut_bottom(ui.px(30));
  if (button_left(ui, foot, {.label = ui.say(Key::today), .size = ButtonSize::small})) {
    clicked = ui.today;
  }
  if (button_left(ui, foot, {.label = ui.say(Key::yesterday), .size = ButtonSize::small})) {
    clicked = Date::from_days(ui.today.days() - 1);
  }
  area.reset();
  if (clicked) {
    set_date(state, *clicked);
    reload_active_line();
  }
  if (clicked || popup.was_clicked_away(frame) || ui.pressed(chords::escape)) {
    state.is_month_open = false;
  }
}

}  // namespace

void set_date(DateFieldState& state, Date date) {
  state.field.text = date.iso();
  show_month_of(state, date);
}

std::optional<Date> date_of(const Ui& ui, const DateFieldState& state) {
  return date_from_typed(state.field.text, ui.today);
}

bool is_date_unreal(const Ui& ui, const DateFieldState& state) {
  return !trimmed(state.field.text).empty() && !date_of(ui, state);
}

std::string_view weekday_name(const Ui& ui, Date date) {
  constexpr std::array names{Key::monday, Key::tuesday,  Key::wednesday, Key::thursday,
                             Key::friday, Key::saturday, Key::sunday};
  return ui.say(names[static_cast<std::size_t>(date.weekday() - 1)]);
}

std::string weekday_hint(const Ui& ui, Date date) {
  const std::string_view weekday = weekday_name(ui, date);
  const std::int64_t ago = ui.today.days() - date.days();
  if (ago == 0) return ui.say(Key::day_and_weekday, {ui.say(Key::today), weekday});
  if (ago == 1) return ui.say(Key::day_and_weekday, {ui.say(Key::yesterday), weekday});
  return std::string(weekday);
}

InputLineOutcome date_field(Ui& ui, const Rect& block, DateFieldState& state,
                            const FieldSpec& spec) {
  const std::optional<Date> typed = date_of(ui, state);
  FieldSpec with = spec;
  with.content = Content::digits;
  std::string hint;
  if (with.error.empty() && !typed && !state.field.text.empty()) with.error = ui.say(Key::date_unreal);
  if (with.error.empty() && typed && ui.today < *typed) with.error = ui.say(Key::date_in_future);
  if (typed) {
    hint = weekday_hint(ui, *typed);
    with.hint = hint;
  }
  const FieldBlock parts = field_block(ui, block);
  const InputLineOutcome outcome = text_field(ui, block, state.field, with);
  if (outcome.is_changed && state.field.text.size() == 1) {
    const char letter = state.field.text.front();
    const bool is_today = letter == 'j' || letter == 'J';
    const bool is_yesterday = letter == 'z' || letter == 'Z';
    if (is_today || is_yesterday) {
      set_date(state, is_today ? ui.today : Date::from_days(ui.today.days() - 1).value_or(ui.today));
      reload_active_line();
    }
  }
  if (outcome.is_left && typed) state.field.text = typed->iso();
  Rect icon = parts.frame;
  icon = icon.cut_right(ui.px(36));
  const IdScope scope(spec.label);
  const bool is_clicked =
      pressable(ui, id_of("month button"), icon, Reach::by_mouse_only).is_pressed;
  draw_icon(*ImGui::GetWindowDrawList(), Icon::calendar, icon, ui.px(18), ui.stroke_px(),
            ui.color().text2);
  if (is_clicked || (outcome.is_focused && ui.pressed(chords::open_list))) {
    state.is_month_open = !state.is_month_open;
    show_month_of(state, typed.value_or(ui.today));
  }
  if (state.is_month_open) draw_month(ui, outcome.id, parts.frame, state);
  return outcome;
}

}  // namespace jishan::ui
