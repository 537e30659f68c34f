#include "base/date.h"

#include <gtest/gtest.h>

namespace jishan {
namespace {

Date day(std::string_view iso) {
  return Date::from_iso(iso).value();
}

TEST(Date, CountsDaysFrom1970) {
  EXPECT_EQ(Date().iso(), "1970-01-01");
  EXPECT_EQ(day("1970-01-02").days(), 1);
  EXPECT_EQ(day("1969-12-31").days(), -1);
  EXPECT_EQ(day("2000-03-01").days(), 11017);
  EXPECT_EQ(day("2026-11-23").days(), 20780);
}

TEST(Date, EveryDayFrom1900To2199FollowsTheOneBefore) {
  Date previous = Date::from_ymd(1900, 1, 1).value();
  EXPECT_EQ(previous.weekday(), 1);  // a Monday
  const std::int64_t last = Date::from_ymd(2199, 12, 31)->days();
  for (std::int64_t days = previous.days() + 1; days <= last; ++days) {
    const Date date = Date::from_days(days).value();
    ASSERT_EQ(Date::from_iso(date.iso()), date);
    ASSERT_EQ(date.weekday(), previous.weekday() % 7 + 1) << date.iso();
    const bool is_next_day = date.day() == previous.day() + 1 && date.month() == previous.month();
    const bool is_new_month = date.day() == 1 && date.month() == previous.month() % 12 + 1;
    ASSERT_TRUE(is_next_day || is_new_month) << date.iso();
    previous = date;
  }
  EXPECT_FALSE(Date::from_days(last + 1));
}

TEST(Date, ThereIsNoSuchDay) {
  for (const char* const text :
       {"2025-02-29", "1900-02-29", "2025-04-31", "2025-00-01", "2025-13-01", "2025-01-00",
        "1899-12-31", "2200-01-01", "2025-1-01", "2025-01-1", "20250101", "2025-01-01 ", "",
        "-025-01-01", "2025-0x-01"}) {
    EXPECT_FALSE(Date::from_iso(text)) << text;
  }
  EXPECT_TRUE(Date::from_iso("2024-02-29"));
  EXPECT_TRUE(Date::from_iso("2000-02-29"));
}

TEST(CivilDate, IsThatOfTheOffset) {
  const UtcMinutes four_in_the_afternoon = day("2026-11-23").days() * 1440 + 16 * 60;
  EXPECT_EQ(civil_date(four_in_the_afternoon - 1, 480).iso(), "2026-11-23");
  EXPECT_EQ(civil_date(four_in_the_afternoon, 480).iso(), "2026-11-24");
  EXPECT_EQ(civil_date(four_in_the_afternoon, 0).iso(), "2026-11-23");
  EXPECT_EQ(civil_date(-1, 0).iso(), "1969-12-31");
}

TEST(DateFromTyped, ReadsWhatPeopleType) {
  const Date today = day("2025-11-20");
  for (const char* const text :
       {"2025-3-8", "2025-03-08", "20250308", "2025年3月8日", "2025.3.8", "2025/3/8", "3-8", "3月8日",
        "２０２５－３－８", " 2025-3-8 "}) {
    const std::optional<Date> date = date_from_typed(text, today);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso(), "2025-03-08") << text;
  }
  EXPECT_EQ(date_from_typed("8", today)->iso(), "2025-11-08");
}

TEST(DateFromTyped, NamesNoDayThatIsNot) {
  for (const char* const text : {"", "31", "2-29", "2025-2-30", "昨天", "2025-3", "3-8-2025-1", "0"}) {
    EXPECT_FALSE(date_from_typed(text, day("2025-11-20"))) << text;
  }
}

TEST(Period, EachKindHasItsFirstAndLastDay) {
  struct Case {
    const char* text;
    const char* first;
    const char* last;
  };
  for (const Case& each : {
           Case{"2025", "2025-01-01", "2025-12-31"},
           Case{"2025-H1", "2025-01-01", "2025-06-30"},
           Case{"2025-H2", "2025-07-01", "2025-12-31"},
           Case{"2025-Q1", "2025-01-01", "2025-03-31"},
           Case{"2025-Q4", "2025-10-01", "2025-12-31"},
           Case{"2024-02", "2024-02-01", "2024-02-29"},
           Case{"2025-12", "2025-12-01", "2025-12-31"},
           // ISO 8601: week 1 holds the first Thursday; 2026 has 53 weeks.
           Case{"2025-W01", "2024-12-30", "2025-01-05"},
           Case{"2026-W53", "2026-12-28", "2027-01-03"},
       }) {
    const std::optional<Period> period = period_from_text(each.text);
    ASSERT_TRUE(period) << each.text;
    EXPECT_EQ(period->first.iso(), each.first) << each.text;
    EXPECT_EQ(period->last.iso(), each.last) << each.text;
  }
  for (const char* const text :
       {"", "25", "2025-H3", "2025-Q0", "2025-Q5", "2025-13", "2025-00", "2025-W00", "2025-W53",
        "2025-1", "2025-q1", "2025-01-01"}) {
    EXPECT_FALSE(period_from_text(text)) << text;
  }
}

}  // namespace
}  // namespace jishan
