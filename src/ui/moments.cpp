#include "ui/moments.h"

namespace jishan::ui {
namespace {

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string day_text(Language language, Date date, Date today) {
  if (language == Language::en) return date.iso();
  const std::string day = std::to_string(date.month()) + "月" + std::to_string(date.day()) + "日";
  return date.year() == today.year() ? day : std::to_string(date.year()) + "年" + day;
}

}  // namespace

std::string clock_text(UtcMinutes moment, int offset_minutes) {
  constexpr std::int64_t day_minutes = 24 * 60;
  const std::int64_t local = ((moment + offset_minutes) % day_minutes + day_minutes) % day_minutes;
  return two_digits(local / 60) + ":" + two_digits(local % 60);
}

std::string moment_text(Language language, UtcMinutes moment, int offset_minutes, Date today) {
  const Date date = civil_date(moment, offset_minutes);
  const std::string clock = clock_text(moment, offset_minutes);
  if (date == today) return std::string(text_of(language, Key::today)) + " " + clock;
  if (date.days() == today.days() - 1) {
    return std::string(text_of(language, Key::yesterday)) + " " + clock;
  }
  return day_text(language, date, today);
}

std::string short_date(Date date, Date today) {
  if (date.year() != today.year()) return date.iso();
  return std::to_string(date.month()) + "-" + std::to_string(date.day());
}

}  // namespace jishan::ui
