#include "base/date.h"

#include <array>
#include <chrono>

#include "base/check.h"
#include "base/text.h"

namespace jishan {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int year_min = 1900;
constexpr int year_max = 2199;

year_month_day civil(std::int64_t day_count) {
  return year_month_day{sys_days{days{static_cast<int>(day_count)}}};
}

// Digits only, at most four of them; −1 otherwise.
int number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return -1;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string two_digits(int value) {
  std::string text = std::to_string(value);
  return value < 10 ? "0" + text : text;
}

std::optional<Period> months(int year, int month_first, int month_last) {
  const auto first = Date::from_ymd(year, month_first, 1);
  if (!first) return std::nullopt;
  const auto after = month_last == 12 ? Date::from_ymd(year + 1, 1, 1)
                                      : Date::from_ymd(year, month_last + 1, 1);
  const auto last = after ? Date::from_days(after->days() - 1) : Date::from_ymd(year, 12, 31);
  if (!last) return std::nullopt;
  return Period{*first, *last};
}

std::optional<Period> iso_week(int year, int week) {
  if (week < 1 || week > 53) return std::nullopt;
  // ISO 8601: week 1 holds January 4th; weeks begin on Monday.
  const auto fourth = Date::from_ymd(year, 1, 4);
  if (!fourth) return std::nullopt;
  const std::int64_t monday = fourth->days() - (fourth->weekday() - 1) + (week - 1) * 7;
  const auto first = Date::from_days(monday);
  const auto last = Date::from_days(monday + 6);
  const auto thursday = Date::from_days(monday + 3);
  if (!first || !last || !thursday || thursday->year() != year) return std::nullopt;
  return Period{*first, *last};
}

// Splits at every run of separators: - . / 年 月 and drops a closing 日 or 号.
struct Parts {
  std::array<std::string_view, 3> part;
  int count = 0;
};
std::optional<Parts> split_typed(std::string_view text) {
  for (const std::string_view end : {std::string_view("日"), std::string_view("号")}) {
    if (text.ends_with(end)) text.remove_suffix(end.size());
  }
  Parts parts;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at <= text.size()) {
    std::size_t separator = 0;
    if (at < text.size()) {
      const std::string_view rest = text.substr(at);
      if (rest[0] == '-' || rest[0] == '.' || rest[0] == '/') separator = 1;
      if (rest.starts_with("年") || rest.starts_with("月")) separator = std::string_view("年").size();
    }
    if (at == text.size() || separator > 0) {
      if (parts.count == 3) return std::nullopt;
      parts.part[static_cast<std::size_t>(parts.count++)] = text.substr(begin, at - begin);
      if (at == text.size()) break;
      at += separator;
      begin = at;
    } else {
      ++at;
    }
  }
  return parts;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < year_min || year > year_max || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year{year},
                            std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date(sys_days{date}.time_since_epoch().count());
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from_ymd(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

std::optional<Date> Date::from_days(std::int64_t day_count) {
  constexpr std::int64_t far = 200'000;
  if (day_count < -far || day_count > far) return std::nullopt;
  const Date date(day_count);
  if (date.year() < year_min || date.year() > year_max) return std::nullopt;
  return date;
}

int Date::year() const {
  return static_cast<int>(civil(m_days).year());
}

int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(civil(m_days).month()));
}

int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(civil(m_days).day()));
}

int Date::weekday() const {
  const std::int64_t since_monday = ((m_days + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday) + 1;
}

std::string Date::iso() const {
  return std::to_string(year()) + "-" + two_digits(month()) + "-" + two_digits(day());
}

Date civil_date(UtcMinutes moment, int offset_minutes) {
  constexpr std::int64_t minutes_per_day = 24 * 60;
  const std::int64_t local = moment + offset_minutes;
  std::int64_t day_count = local / minutes_per_day;
  if (local % minutes_per_day < 0) --day_count;
  // A clock outside the calendar (a dead battery can say anything) gives the epoch; the command
  // then asks for a typed date because the clock is before the book's newest entry.
  return Date::from_days(day_count).value_or(Date());
}

std::optional<Date> date_from_typed(std::string_view typed, Date today) {
  const std::string text = fold_full_width(trimmed(typed));
  if (text.size() == 8 && number(std::string_view(text).substr(4)) >= 0) {
    const std::string_view digits = text;
    const auto date = Date::from_ymd(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                                     number(digits.substr(6, 2)));
    if (date) return date;
  }
  const auto parts = split_typed(text);
  if (!parts) return std::nullopt;
  const int last = number(parts->part[static_cast<std::size_t>(parts->count - 1)]);
  if (parts->count == 1) return Date::from_ymd(today.year(), today.month(), last);
  const int middle = number(parts->part[static_cast<std::size_t>(parts->count - 2)]);
  if (parts->count == 2) return Date::from_ymd(today.year(), middle, last);
  return Date::from_ymd(number(parts->part[0]), middle, last);
}

std::optional<Period> period_from_text(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const int year = number(text.substr(0, 4));
  if (year < year_min || year > year_max) return std::nullopt;
  if (text.size() == 4) return months(year, 1, 12);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (rest.size() == 2 && (rest[0] == 'H' || rest[0] == 'Q')) {
    const int part = number(rest.substr(1));
    if (rest[0] == 'H' && part >= 1 && part <= 2) return months(year, part * 6 - 5, part * 6);
    if (rest[0] == 'Q' && part >= 1 && part <= 4) return months(year, part * 3 - 2, part * 3);
    return std::nullopt;
  }
  if (rest.size() == 3 && rest[0] == 'W') return iso_week(year, number(rest.substr(1)));
  if (rest.size() == 2) {
    const int month = number(rest);
    if (month >= 1 && month <= 12) return months(year, month, month);
  }
  return std::nullopt;
}

}  // namespace jishan
