#include "volunteers/queries.h"

#include <gtest/gtest.h>

#include "volunteers/crew.h"
#include "volunteers/rows.h"

namespace jishan::volunteers {
namespace {

Period days(const char* first, const char* last) {
  return {*Date::from_iso(first), *Date::from_iso(last)};
}

TEST(VolunteersQueries, ListsByPinyinAndFindsAsOneTypes) {
  Crew crew;
  crew.gather();
  VolunteerRequest numbered;
  numbered.resident = crew.wang.head;
  numbered.number = "Y007";
  support::perform(crew.laptop, plan_volunteer(crew.context(), numbered));
  const auto names = [&](std::string_view search, const TeamId& team = {}) {
    std::vector<std::string> found;
    for (const VolunteerView& view :
         volunteers(crew.database(), Crew::all_days(), Registered::now, team, search)) {
      found.push_back(mask(view.name, Audience::desk));
    }
    return found;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(""), (Names{"李小明", "王建国", "张三丰"}));
  EXPECT_EQ(names("", crew.team), (Names{"王建国", "张三丰"}));
  EXPECT_EQ(names("zsf"), Names{"张三丰"});
  EXPECT_EQ(names("建国"), Names{"王建国"});
  EXPECT_EQ(names("02-003"), Names{"李小明"});
  EXPECT_EQ(names("Ｙ００７"), Names{"王建国"});
  EXPECT_EQ(names("zsf", TeamId::make(crew.laptop.random)), Names{});

  numbered.is_on = false;
  support::perform(crew.laptop, plan_volunteer(crew.context(), numbered));
  EXPECT_EQ(names(""), (Names{"李小明", "张三丰"}));
  EXPECT_EQ(volunteers(crew.database(), Crew::all_days(), Registered::ever).size(), 3U);
}

// Invariant 27: hours of a person and of a team are the sum of the lines they open.
TEST(VolunteersQueries, FiguresOfAPeriodAreTheSumOfTheirLines) {
  Crew crew;
  crew.gather();
  const auto serve_on = [&](const char* date, std::vector<ServicePerson> people) {
    ServiceRequest request = crew.record(std::move(people));
    request.typed_date = Date::from_iso(date);
    ASSERT_EQ(crew.serve(request), ServiceStatus::accepted);
  };
  serve_on("2025-11-30", {{crew.zhang.head, 60, 1}});
  serve_on("2025-12-01", {{crew.zhang.head, 90, 2}, {crew.wang.head, 90, 2}});
  serve_on("2025-12-31", {{crew.zhang.head, 30, 0}, {crew.li.head, 45, 1}});
  const Period december = days("2025-12-01", "2025-12-31");
  for (const VolunteerView& view : volunteers(crew.database(), december, Registered::now)) {
    const ServiceLines lines = service_lines(crew.database(), {view.resident, {}}, december);
    std::int64_t minutes = 0;
    std::int64_t served = 0;
    Points points;
    for (const ServiceLineView& line : lines.lines) {
      EXPECT_EQ(line.resident, view.resident);
      minutes += line.minutes;
      served += line.served;
      points += line.points;
    }
    EXPECT_EQ(view.figure.minutes, minutes);
    EXPECT_EQ(view.figure.served, served);
    EXPECT_EQ(view.figure.points, points);
    EXPECT_EQ(view.figure.count, static_cast<std::int64_t>(lines.lines.size()));
    EXPECT_EQ(lines.figure.minutes, minutes);
  }
  EXPECT_EQ(find_volunteer(crew.database(), crew.zhang.head, december)->figure.minutes, 120);

  const std::vector<TeamView> all = teams(crew.database(), december);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].members, 2);
  EXPECT_EQ(all[0].figure.minutes, 210);
  const ServiceLines of_team = service_lines(crew.database(), {{}, crew.team}, december);
  EXPECT_EQ(of_team.figure.minutes, all[0].figure.minutes);
  EXPECT_EQ(of_team.lines.size(), 3U);
  EXPECT_EQ(service_lines(crew.database(), {}, december).figure.minutes, 255);
  EXPECT_EQ(service_lines(crew.database(), {}, december).lines[0].date, "2025-12-31");
}

TEST(VolunteersQueries, ALineNamesWhoServedTogether) {
  Crew crew;
  crew.gather();
  const ServiceRequest request =
      crew.record({{crew.zhang.head, 60, 1}, {crew.wang.head, 60, 1}, {crew.li.head, 60, 1}});
  ASSERT_EQ(crew.serve(request), ServiceStatus::accepted);
  const ServiceLines lines = service_lines(crew.database(), {crew.wang.head, {}}, Crew::all_days());
  ASSERT_EQ(lines.lines.size(), 1U);
  EXPECT_EQ(lines.lines[0].kind, ServiceKind::elders);
  ASSERT_EQ(lines.lines[0].together_with.size(), 2U);
  EXPECT_EQ(mask(lines.lines[0].together_with[0], Audience::desk), "张三丰");
}

// A person typed twice is one volunteer once an alias says so.
TEST(VolunteersQueries, APersonTypedTwiceIsOneVolunteer) {
  Crew crew;
  crew.gather();
  ASSERT_EQ(crew.serve(crew.record({{crew.zhang.head, 60, 1}, {crew.wang.head, 30, 1}})),
            ServiceStatus::accepted);
  crew.laptop.write(
      roster::alias_draft({'r', crew.zhang.head.str(), crew.wang.head.str(), 1}, "2026-01-01"));
  EXPECT_EQ(volunteer_rows(crew.database()).size(), 2U);
  EXPECT_EQ(crew.figure(crew.zhang.head).minutes, 90);
  EXPECT_EQ(crew.figure(crew.wang.head).minutes, 90);
  EXPECT_EQ(members(crew.database()).size(), 1U);
  EXPECT_EQ(teams(crew.database(), Crew::all_days())[0].figure.minutes, 90);
  EXPECT_EQ(
      plan_service(crew.context(), crew.record({{crew.zhang.head, 60, 1}, {crew.wang.head, 30, 1}}))
          .status,
      ServiceStatus::person_twice);
}

TEST(VolunteersQueries, WhoWasNeverRegisteredIsNotFound) {
  Crew crew;
  crew.gather();
  const support::Family zhao = support::add_family(crew.laptop, "02-004", "赵刚");
  EXPECT_FALSE(find_volunteer(crew.database(), zhao.head, Crew::all_days()).has_value());
  EXPECT_FALSE(is_volunteer(crew.database(), zhao.head));
  EXPECT_TRUE(points_of_service(crew.database(), "nothing:0").empty());
}

}  // namespace
}  // namespace jishan::volunteers
