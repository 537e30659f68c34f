#include <algorithm>
#include <array>
#include <optional>

#include "base/personal.h"
#include "base/points.h"
#include "base/text.h"
#include "ui/screens/settings_screen.h"
#include "ui/strings/keys.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr std::array<std::int64_t, 3> steps = {10, 50, 100};

// Caps of other forms come from other programs and stay as they are.
village::Cap cap_of_household(village::CapSpan span, std::int64_t max) {
  return {village::CapScope::household, span, village::CapMeasure::points, max};
}
bool is_shown_here(const village::Cap& cap, village::CapSpan span) {
  return cap == cap_of_household(span, cap.max);
}

std::string typed_cap(const village::Settings& settings, village::CapSpan span) {
  for (const village::Cap& cap : settings.caps) {
    if (is_shown_here(cap, span)) return to_display(Points::hundredths(cap.max));
  }
  return {};
}

// What is no number is refused by the command like any other wrong cap.
std::int64_t max_of(const FieldState& field) { return hundredths_from_text(field.text).value_or(-1); }

std::vector<village::Cap> caps_from(const village::Settings& settings,
                                    const VillageSection& state) {
  using village::CapSpan;
  std::vector<village::Cap> caps;
  for (const village::Cap& cap : settings.caps) {
    if (is_shown_here(cap, CapSpan::week) || is_shown_here(cap, CapSpan::month)) continue;
    caps.push_back(cap);
  }
  const auto add = [&caps](CapSpan span, const FieldState& field) {
    if (!trimmed(field.text).empty()) caps.push_back(cap_of_household(span, max_of(field)));
  };
  add(CapSpan::week, state.week_cap);
  add(CapSpan::month, state.month_cap);
  return caps;
}

void fill_in(VillageSection& state, const village::Settings& settings) {
  state.name.text = settings.name;
  state.town.text = settings.town;
  state.rate.text = to_display(Points::hundredths(settings.rate_fen));
  state.week_cap.text = typed_cap(settings, village::CapSpan::week);
  state.month_cap.text = typed_cap(settings, village::CapSpan::month);
  state.mask = settings.mask == NameMask::given ? 1 : 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i] == settings.step) state.step = static_cast<int>(i);
  }
  state.is_filled = true;
}

void save(app::Commands& commands, const village::Settings& settings, VillageSection& state) {
  village::SettingsRequest request{
      .name = state.name.text,
      .town = state.town.text,
      .step = steps[static_cast<std::size_t>(state.step)],
      // What is no amount of money is refused by the command like any other wrong rate.
      .rate_fen = hundredths_from_text(state.rate.text).value_or(-1),
      .gate = settings.gate,
      .notice_days = settings.notice_days,
      .caps = caps_from(settings, state),
      .mask = state.mask == 1 ? NameMask::given : NameMask::middle,
  };
  commands.act([request, &state](app::App& app) {
    state.status = app.perform(village::plan_settings(app.context(), request));
    state.was_saved = true;
  });
}

std::string_view error_of(const Ui& ui, const VillageSection& state,
                          std::initializer_list<village::SettingsStatus> mine, Key text) {
  for (const village::SettingsStatus status : mine) {
    if (state.was_saved && state.status == status) return ui.say(text);
  }
  return {};
}

// How much a household may earn, and how names are covered where everybody sees them.
bool caps_and_mask(Ui& ui, Rect rest, VillageSection& state, bool is_column) {
  const float block = ui.px(field_block_height);
  const auto cap_field = [&ui, &state](const Rect& box, FieldState& field, Key label) {
    const bool is_wrong = state.was_saved &&
                          state.status == village::SettingsStatus::cap_out_of_range &&
                          !trimmed(field.text).empty() && max_of(field) < 1;
    return number_field(ui, box, field,
                        {.label = ui.say(label),
                         .hint = ui.say(Key::settings_cap_hint),
                         .error = is_wrong ? ui.say(Key::settings_cap_wrong) : "",
                         .unit = ui.say(Key::points_unit)})
        .is_changed;
  };
  Rect line = rest.cut_top(block);
  bool is_changed = cap_field(line.cut_left(ui.px(156)), state.week_cap, Key::settings_week_cap);
  line.cut_left(ui.px(16));
  is_changed |= cap_field(line.cut_left(ui.px(156)), state.month_cap, Key::settings_month_cap);
  line.cut_left(ui.px(16));
  Rect mask = is_column ? rest.cut_top(block) : line;
  draw_field_label(ui, mask.cut_top(ui.px(18)), ui.say(Key::settings_mask), Need::optional);
  mask.cut_top(ui.px(4));
  is_changed |= segment(ui, mask.cut_top(ui.px(field_height)), ui.say(Key::settings_mask),
                        {ui.say(Key::settings_mask_middle), ui.say(Key::settings_mask_given)},
                        state.mask);
  draw_field_hint(ui, mask, ui.say(Key::settings_mask_hint), HintKind::plain);
  return is_changed;
}

std::string_view outcome_text(const Ui& ui, const VillageSection& state) {
  if (!state.was_saved) return {};
  if (state.status == village::SettingsStatus::accepted) return ui.say(Key::settings_village_saved);
  if (state.status == village::SettingsStatus::unchanged) {
    return ui.say(Key::settings_nothing_changed);
  }
  return {};
}

}  // namespace

void village_section(ScreenContext& context, const Rect& sheet, const SettingsView& view,
                     VillageSection& state) {
  using Status = village::SettingsStatus;
  Ui& ui = context.ui;
  if (!state.is_filled) fill_in(state, view.village);
  panel(ui, sheet);
  const float block = ui.px(field_block_height);
  // Below 860 px the smallest step and the rate have a line each.
  const bool is_column = ui.room == Room::narrow;
  std::optional<ScrollArea> area(std::in_place, ui, "village", sheet,
                                 (is_column ? 5.0F : 3.0F) * block + ui.px(2 * 12 + 2 * 8));
  Rect rest = area->content().inset(ui.px(16), ui.px(12));
  rest.w = std::min(rest.w, ui.px(620));
  const float half = (rest.w - ui.px(16)) / 2;

  Rect names = rest.cut_top(block);
  const std::string_view name_error =
      state.was_saved && state.status == Status::name_missing
          ? ui.say(Key::settings_name_missing)
          : error_of(ui, state, {Status::name_too_long}, Key::settings_name_too_long);
  bool is_changed = false;
  is_changed |= text_field(ui, names.cut_left(half), state.name,
                           {.label = ui.say(Key::settings_village_name),
                            .error = name_error,
                            .need = Need::required})
                    .is_changed;
  names.cut_left(ui.px(16));
  is_changed |=
      text_field(
          ui, names, state.town,
          {.label = ui.say(Key::settings_town_name),
           .error = error_of(ui, state, {Status::town_too_long}, Key::settings_town_too_long)})
          .is_changed;
  rest.cut_top(ui.px(8));

  Rect numbers = rest.cut_top(block);
  Rect step = is_column ? numbers : numbers.cut_left(half);
  draw_field_label(ui, step.cut_top(ui.px(18)), ui.say(Key::settings_step), Need::optional);
  step.cut_top(ui.px(4));
  is_changed |= segment(ui, step.cut_top(ui.px(field_height)), ui.say(Key::settings_step),
                        {ui.say(Key::settings_step_tenth), ui.say(Key::settings_step_half),
                         ui.say(Key::settings_step_whole)},
                        state.step);
  draw_field_hint(ui, step, ui.say(Key::settings_step_hint), HintKind::plain);
  numbers.cut_left(ui.px(16));
  if (is_column) numbers = rest.cut_top(block);
  is_changed |= number_field(ui, numbers.cut_left(ui.px(156)), state.rate,
                             {.label = ui.say(Key::settings_rate),
                              .hint = ui.say(Key::settings_rate_hint),
                              .error = error_of(ui, state, {Status::rate_out_of_range},
                                                Key::settings_rate_out_of_range),
                              .unit = ui.say(Key::settings_yuan_unit)})
                    .is_changed;
  rest.cut_top(ui.px(8));
  is_changed |= caps_and_mask(ui, rest, state, is_column);
  if (is_changed) state.was_saved = false;
  area.reset();

  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  if (button_right(ui, bar,
                   {.label = ui.say(Key::settings_save_village),
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    save(context.commands, view.village, state);
  }
  action_bar_note(ui, bar, outcome_text(ui, state), ui.color().accent);
}

}  // namespace jishan::ui
