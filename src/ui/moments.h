// Moments and dates as sentences and tables write them: 今天 15:02, 9月15日, 9-18.
#pragma once

#include <string>

#include "base/date.h"
#include "ui/strings/keys.h"

namespace jishan::ui {

// "15:02" at the village's offset.
std::string clock_text(UtcMinutes moment, int offset_minutes);
// "今天 15:02", "昨天 15:02", "9月15日", "2025年9月15日".
std::string moment_text(Language language, UtcMinutes moment, int offset_minutes, Date today);
// For tables: "9-18", with the year where it is another one than today's.
std::string short_date(Date date, Date today);

}  // namespace jishan::ui
