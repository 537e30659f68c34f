#include "ui/words.h"

#include <array>

namespace jishan::ui {
namespace {

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

Date day_of(int year, int month, int day) {
  return Date::from_ymd(year, month, day).value_or(Date());
}

Date last_day_of_month(int year, int month) {
  const Date next = month == 12 ? day_of(year + 1, 1, 1) : day_of(year, month + 1, 1);
  return Date::from_days(next.days() - 1).value_or(next);
}

std::string with_one_decimal(std::int64_t tenths) {
  std::string text = count_text(tenths / 10);
  return text + "." + std::to_string(tenths % 10);
}

}  // namespace

std::string date_in_words(const Ui& ui, Date date) {
  return ui.say(Key::month_and_day, {std::to_string(date.month()), std::to_string(date.day())});
}

std::string full_date_in_words(const Ui& ui, Date date) {
  return ui.say(Key::full_date, {std::to_string(date.year()), std::to_string(date.month()),
                                 std::to_string(date.day())});
}

std::string date_in_table(const Ui& ui, std::string_view iso) {
  const auto date = Date::from_iso(iso);
  if (!date) return std::string(ui.say(Key::no_value));
  const std::string day = std::to_string(date->month()) + "-" + two_digits(date->day());
  return date->year() == ui.today.year() ? day : two_digits(date->year() % 100) + "-" + day;
}

float date_width(const Ui& ui, std::string_view one, std::string_view other) {
  constexpr float without_year = 64;
  constexpr float with_year = 92;
  const auto has_year = [&ui](std::string_view iso) {
    const auto date = Date::from_iso(iso);
    return date && date->year() != ui.today.year();
  };
  return has_year(one) || has_year(other) ? with_year : without_year;
}

std::string time_of_day(const Ui& ui, UtcMinutes moment) {
  constexpr std::int64_t day_minutes = 24 * 60;
  const std::int64_t local =
      ((moment + ui.offset_minutes) % day_minutes + day_minutes) % day_minutes;
  return two_digits(local / 60) + ":" + two_digits(local % 60);
}

std::string moment_in_words(const Ui& ui, UtcMinutes moment) {
  const Date day = civil_date(moment, ui.offset_minutes);
  const std::string time = time_of_day(ui, moment);
  if (day == ui.today) return std::string(ui.say(Key::today)) + " " + time;
  return date_in_words(ui, day) + " " + time;
}

std::string quarter_in_words(const Ui& ui, Date date) {
  constexpr std::array quarters{Key::quarter_1, Key::quarter_2, Key::quarter_3, Key::quarter_4};
  return ui.say(quarters[static_cast<std::size_t>((date.month() - 1) / 3)],
                {std::to_string(date.year())});
}

Period quarter_of(Date date) {
  const int first = (date.month() - 1) / 3 * 3 + 1;
  return {day_of(date.year(), first, 1), last_day_of_month(date.year(), first + 2)};
}

Period month_of(Date date) {
  return {day_of(date.year(), date.month(), 1), last_day_of_month(date.year(), date.month())};
}

Period year_of(Date date) {
  return {day_of(date.year(), 1, 1), day_of(date.year(), 12, 31)};
}

std::string megabytes_in_words(std::int64_t done, std::int64_t total) {
  constexpr std::int64_t tenth_of_mb = 100'000;
  return with_one_decimal(done / tenth_of_mb) + " / " + with_one_decimal(total / tenth_of_mb) +
         " MB";
}

std::string hours_from_minutes(std::int64_t minutes) {
  return with_one_decimal((minutes * 10 + 30) / 60);
}

}  // namespace jishan::ui
