#include "ui/cap_words.h"

#include <cstdlib>

namespace jishan::ui {
namespace {

Key span_name(points::CapSpan span) {
  switch (span) {
    case points::CapSpan::entry: return Key::cap_entry;
    case points::CapSpan::day: return Key::cap_day;
    case points::CapSpan::week: return Key::cap_week;
    case points::CapSpan::month: return Key::cap_month;
    case points::CapSpan::quarter: return Key::cap_quarter;
    case points::CapSpan::year: return Key::cap_year;
    case points::CapSpan::ever: return Key::cap_ever;
  }
  return Key::cap_ever;
}

}  // namespace

std::string cap_name(const Ui& ui, const points::Cap& cap) {
  const bool is_household = cap.scope == points::CapScope::household;
  return ui.say(is_household ? Key::cap_of_household : Key::cap_of_person,
                {ui.say(span_name(cap.span))});
}

std::int64_t added_to_cap(points::CapMeasure measure, Points points,
                          std::optional<std::int64_t> quantity) {
  switch (measure) {
    case points::CapMeasure::times: return 1;
    case points::CapMeasure::points: return std::abs(points.hundredths());
    case points::CapMeasure::quantity: return quantity.value_or(0);
  }
  return 0;
}

std::string cap_amount(points::CapMeasure measure, std::int64_t value) {
  return measure == points::CapMeasure::times ? count_text(value)
                                              : to_display(Points::hundredths(value));
}

std::string cap_figure(const points::CapUse& use, std::int64_t added) {
  return cap_amount(use.cap.measure, use.used + added) + " / " +
         cap_amount(use.cap.measure, use.cap.max);
}

}  // namespace jishan::ui
