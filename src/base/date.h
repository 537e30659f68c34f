// Civil dates and minutes. A business date is what stands on paper; clocks only propose it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jishan {

// A real date of the years 1900–2199.
class Date {
 public:
  Date() = default;  // 1970-01-01
  // Nothing if there is no such day.
  static std::optional<Date> from_ymd(int year, int month, int day);
  // Exactly "YYYY-MM-DD".
  static std::optional<Date> from_iso(std::string_view text);
  // Days since 1970-01-01.
  static std::optional<Date> from_days(std::int64_t days);

  [[nodiscard]] std::int64_t days() const { return m_days; }
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;    // 1–12
  [[nodiscard]] int day() const;      // 1–31
  [[nodiscard]] int weekday() const;  // 1 = Monday … 7 = Sunday
  [[nodiscard]] std::string iso() const;

  friend bool operator==(Date a, Date b) { return a.m_days == b.m_days; }
  friend std::strong_ordering operator<=>(Date a, Date b) { return a.m_days <=> b.m_days; }

 private:
  explicit Date(std::int64_t days) : m_days(days) {}
  std::int64_t m_days = 0;
};

// Minutes since 1970-01-01T00:00Z, as the laptop's clock says.
using UtcMinutes = std::int64_t;

// The civil date of a moment at a fixed offset from UTC (480 for China), never the laptop's zone.
Date civil_date(UtcMinutes moment, int offset_minutes);

// What a person types into a date field: 2025-3-8, 20250308, 2025年3月8日, 2025.3.8, 2025/3/8,
// 3-8 and 3月8日 (this year), 8 (this month). Full-width digits count. Nothing if it names no
// real day.
std::optional<Date> date_from_typed(std::string_view text, Date today);

// A period text of journal.md §2.2: YYYY, YYYY-H1, YYYY-Q1, YYYY-MM, YYYY-Www (ISO week).
struct Period {
  Date first;
  Date last;
};
std::optional<Period> period_from_text(std::string_view text);

}  // namespace jishan
