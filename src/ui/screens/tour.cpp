#include "ui/screens/tour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/preferences.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr float callout_width = 320;
constexpr float padding = 16;
constexpr float title_height = 28;
constexpr float gap_above_buttons = 12;
constexpr float distance = 12;
constexpr float window_margin = 8;

// A widget by what the mirror calls it.
struct Target {
  Role role{};
  Key name{};
};

// The first target that is shown is meant: the rail stands behind its button in a narrow window.
struct Step {
  std::array<Target, 3> targets;
  Key title{};
  Key text{};
};

constexpr std::array steps{
    Step{{{{Role::table, Key::home_today}, {Role::table, Key::home_soon}, {Role::note, Key::home_tasks_none}}},
         Key::tour_tasks_title,
         Key::tour_tasks_text},
    Step{{{{Role::menuitem, Key::screen_households}, {Role::button, Key::menu}, {Role::button, Key::menu}}},
         Key::tour_households_title,
         Key::tour_households_text},
    Step{{{{Role::menuitem, Key::screen_award}, {Role::button, Key::menu}, {Role::button, Key::menu}}},
         Key::tour_award_title,
         Key::tour_award_text},
    Step{{{{Role::menuitem, Key::screen_redeem}, {Role::button, Key::menu}, {Role::button, Key::menu}}},
         Key::tour_redeem_title,
         Key::tour_redeem_text},
    Step{{{{Role::menuitem, Key::screen_exchange}, {Role::button, Key::menu}, {Role::button, Key::menu}}},
         Key::tour_exchange_title,
         Key::tour_exchange_text},
};

// Where the widget was in the last picture; nothing when it is not shown.
Rect place_of(const Ui& ui, const Step& step) {
  for (const Target& target : step.targets) {
    const MirrorRow* row = ui.mirror.find(target.role, ui.say(target.name));
    if (row != nullptr && row->box.w > 0 && row->box.h > 0) return row->box;
  }
  return {};
}

// Beside the target where there is room, else below or above it, in the window in any case.
Rect callout_place(const Ui& ui, const Rect& target, float width, float height) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float away = ui.px(distance);
  const float margin = ui.px(window_margin);
  float x = std::floor((display.x - width) / 2);
  float y = std::floor((display.y - height) / 2);
  if (target.w > 0) {
    y = target.y;
    if (target.right() + away + width + margin <= display.x) {
      x = target.right() + away;
    } else if (target.x - away - width >= margin) {
      x = target.x - away - width;
    } else {
      x = target.x;
      const bool is_below = target.bottom() + away + height + margin <= display.y;
      y = is_below ? target.bottom() + away : target.y - away - height;
    }
  }
  return {std::clamp(x, margin, std::max(margin, display.x - width - margin)),
          std::clamp(y, margin, std::max(margin, display.y - height - margin)), width, height};
}

void decline(ScreenContext& context) {
  context.commands.ask(
      [](app::App& app) { app.ports().store.put_setting(preferences::tour, "seen"); });
}

void end(ScreenContext& context, TourState& state) {
  state = {};
  decline(context);
}

// The title with the number of the step and a cross that ends the tour.
void draw_head(ScreenContext& context, Rect line, TourState& state) {
  Ui& ui = context.ui;
  const Rect cross = line.cut_right(ui.px(28));
  const std::string number =
      ui.say(Key::tour_step, {std::to_string(state.step + 1), std::to_string(steps.size())});
  line.cut_right(draw_text(ui, line, number,
                           {TextSize::small, Weight::regular, ui.color().text2, Align::right}) +
                 ui.px(8));
  draw_text(ui, line, ui.say(steps[state.step].title), {TextSize::title, Weight::bold});
  if (icon_button(ui, cross, Icon::close, ui.say(Key::tour_skip)) || ui.pressed(chords::escape)) {
    end(context, state);
  }
}

void draw_buttons(ScreenContext& context, Rect bar, TourState& state) {
  Ui& ui = context.ui;
  const bool is_last = state.step + 1 == steps.size();
  const std::size_t step = state.step;
  if (button_right(ui, bar,
                   {.label = ui.say(is_last ? Key::tour_end : Key::tour_next),
                    .kind = ButtonKind::primary,
                    .opening = Opening::safe_choice})) {
    if (is_last) {
      end(context, state);
    } else {
      state = {.is_running = true, .step = step + 1, .is_step_new = true};
    }
  }
  if (step > 0 && button_right(ui, bar, {.label = ui.say(Key::tour_back)})) {
    state = {.is_running = true, .step = step - 1, .is_step_new = true};
  }
}

}  // namespace

bool is_tour_offered(app::App& app) {
  return app.ports().store.setting(preferences::tour).empty();
}

float tour_offer_width(const Ui& ui) {
  const float letters = text_width(ui, ui.say(Key::tour_offer)) + text_width(ui, ui.say(Key::tour_skip));
  return letters + ui.px(16 + 18 + 8 + 16 + 12 + 8 + 8 + 12);
}

void tour_offer(ScreenContext& context, Rect& bar) {
  Ui& ui = context.ui;
  ui.focus.set_region(Region::head);
  if (button_right(ui, bar,
                   {.label = ui.say(Key::tour_skip),
                    .kind = ButtonKind::text,
                    .size = ButtonSize::small})) {
    decline(context);
  }
  if (button_right(ui, bar,
                   {.label = ui.say(Key::tour_offer),
                    .size = ButtonSize::small,
                    .icon = Icon::flag})) {
    context.desk.wants_tour = true;
  }
  ui.focus.set_region(Region::body);
}

void begin_tour(TourState& state) { state = {.is_running = true, .is_step_new = true}; }

void draw_tour(ScreenContext& context, TourState& state) {
  if (!state.is_running) return;
  Ui& ui = context.ui;
  if (std::exchange(state.is_step_new, false)) ui.focus.open_screen();
  const Step& step = steps[state.step];
  const std::string_view text = ui.say(step.text);
  const float width = ui.px(callout_width);
  const auto lines = broken_into_lines(ui, text, width - 2 * ui.px(padding), TextSize::body);
  const float text_height = ui.theme.pitch_px(TextSize::body) * static_cast<float>(lines.size());
  const float height = ui.px(2 * padding + title_height + 4 + gap_above_buttons + 36) + text_height;
  const Rect target = place_of(ui, step);
  const Rect bright = target.w > 0 ? target.grown(ui.px(3)) : Rect();
  const ModalLayer layer(ui, "tour", bright);
  if (bright.w > 0) outline(ui, bright, ui.color().accent, 4, 2);
  const Rect sheet = callout_place(ui, bright, width, height);
  fill(ui, sheet, ui.color().surface, 6);
  outline(ui, sheet, ui.color().accent, 6);
  const std::string_view title = ui.say(step.title);
  ui.mirror.add(id_of("callout"), Role::dialog, title, sheet).description = text;
  Rect rest = sheet.inset(ui.px(padding), ui.px(padding));
  const Rect head = rest.cut_top(ui.px(title_height));
  rest.cut_top(ui.px(4));
  const Rect words = rest.cut_top(text_height);
  draw_paragraph(ui, words, text, {.color = ui.color().text2});
  ui.mirror.add(id_of("words"), Role::text, text, words);
  draw_buttons(context, rest.cut_bottom(ui.px(36)), state);
  if (state.is_running) draw_head(context, head, state);
}

}  // namespace jishan::ui
