#include "ui/screens/service_period.h"

#include <algorithm>
#include <array>

#include "ui/widgets/button.h"
#include "ui/widgets/message.h"
#include "ui/widgets/form_dialog.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr std::array names{Key::this_year,     Key::this_quarter, Key::this_month, Key::last_year,
                           Key::last_quarter, Key::last_month,   Key::since_ever, Key::own_days};
constexpr int own_days = static_cast<int>(names.size()) - 1;

Date day_before(Date day) { return Date::from_days(day.days() - 1).value_or(day); }

std::string days_in_words(const Ui& ui, const Period& days) {
  return ui.say(Key::from_day_to_day, {days.first.iso(), days.last.iso()});
}

}  // namespace

Period service_period(const Ui& ui, const ServicePeriodState& state) {
  const Date today = ui.today;
  switch (names[static_cast<std::size_t>(state.chosen)]) {
    case Key::this_quarter: return quarter_of(today);
    case Key::this_month: return month_of(today);
    case Key::last_year: return year_of(day_before(year_of(today).first));
    case Key::last_quarter: return quarter_of(day_before(quarter_of(today).first));
    case Key::last_month: return month_of(day_before(month_of(today).first));
    case Key::since_ever: return {Date::from_ymd(1900, 1, 1).value_or(today), today};
    case Key::own_days: return state.own;
    default: return year_of(today);
  }
}

std::string service_period_name(const Ui& ui, const ServicePeriodState& state) {
  if (state.chosen == own_days) return days_in_words(ui, state.own);
  return std::string(ui.say(names[static_cast<std::size_t>(state.chosen)]));
}

bool service_period_box(Ui& ui, const Rect& box, ServicePeriodState& state) {
  DropDownSpec spec{.label = ui.say(Key::service_period)};
  for (const Key name : names) spec.choices.emplace_back(ui.say(name));
  int wanted = state.chosen;
  if (state.chosen == own_days) {
    // The days stand behind the line that asks for them, which can be taken again.
    spec.choices.push_back(days_in_words(ui, state.own));
    wanted = own_days + 1;
  }
  if (!drop_down_box(ui, box, state.list, spec, wanted)) return false;
  if (wanted != own_days) {
    state.chosen = wanted;
    return true;
  }
  const Period now = service_period(ui, state);
  set_date(state.first, now.first);
  set_date(state.last, std::min(now.last, ui.today));
  state.is_asking = true;
  return false;
}

bool draw_service_period_dialog(Ui& ui, ServicePeriodState& state) {
  if (!state.is_asking) return false;
  FormDialog dialog(ui, "service period", ui.say(Key::own_days_title), 420,
                    field_rows_height(ui, 1));
  Rect rest = dialog.content();
  const auto first = date_of(ui, state.first);
  const auto last = date_of(ui, state.last);
  const bool is_reversed = first && last && *last < *first;
  Rect line = rest.cut_top(ui.px(field_block_height));
  date_field(ui, line.cut_left(ui.px(date_field_width)), state.first,
             {.label = ui.say(Key::first_day), .need = Need::required});
  line.cut_left(ui.px(16));
  if (is_reversed) state.last.field.was_left = true;
  date_field(ui, line.cut_left(ui.px(date_field_width)), state.last,
             {.label = ui.say(Key::last_day),
              .error = is_reversed ? ui.say(Key::error_days_reversed) : "",
              .need = Need::required});
  bool is_given = false;
  const FormOutcome outcome = dialog.save_or_cancel(ui.say(Key::show_these_days));
  if (outcome == FormOutcome::saved) {
    state.first.field.was_left = true;
    state.last.field.was_left = true;
    is_given = first && last && !is_reversed;
  }
  if (is_given) {
    state.own = {*first, *last};
    state.chosen = own_days;
  }
  if (is_given || outcome == FormOutcome::cancelled) state.is_asking = false;
  return is_given;
}

}  // namespace jishan::ui
