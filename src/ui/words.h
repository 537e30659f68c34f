// Dates, moments and sizes as a village office says them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "ui/context.h"

namespace jishan::ui {

// 9月18日
std::string date_in_words(const Ui& ui, Date date);
// 2026年9月18日
std::string full_date_in_words(const Ui& ui, Date date);
// 9-18, for table columns; with the year when it is another one than today's: 25-9-18
std::string date_in_table(const Ui& ui, std::string_view iso);
// For a column of dates from `one` to `other`, px at 100 %: wider where they are written with a year.
float date_width(const Ui& ui, std::string_view one, std::string_view other);
// The same for lines in the order of their dates.
template <class Lines>
float date_width(const Ui& ui, const Lines& lines) {
  return lines.empty() ? date_width(ui, {}, {}) : date_width(ui, lines.front().date, lines.back().date);
}
// 16:42, or 9月15日 16:42 on another day.
std::string moment_in_words(const Ui& ui, UtcMinutes moment);
std::string time_of_day(const Ui& ui, UtcMinutes moment);
// 2026年第三季度
std::string quarter_in_words(const Ui& ui, Date date);
// The first and last day of its quarter, month or year, as dates of events.
Period quarter_of(Date date);
Period month_of(Date date);
Period year_of(Date date);
// "3.5 / 12.0 MB"
std::string megabytes_in_words(std::int64_t done, std::int64_t total);
// 486.5 小时 from minutes, one decimal, half up; without the unit.
std::string hours_from_minutes(std::int64_t minutes);

}  // namespace jishan::ui
