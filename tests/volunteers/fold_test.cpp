#include "volunteers/fold.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/disorder.h"
#include "volunteers/crew.h"

namespace jishan::volunteers {
namespace {

struct Apart {
  Crew office{1};
  Crew field{2};
  Apart() {
    office.gather();
    field.join(office);
  }
  void exchange() {
    office.laptop.take_from(field.laptop);
    field.laptop.take_from(office.laptop);
  }
};

ServiceLine line_of(const ResidentId& resident, std::int64_t minutes) {
  ServiceLine line;
  line.resident = resident;
  line.date = "2026-01-01";
  line.minutes = minutes;
  line.kind = code_of(ServiceKind::safety);
  line.via = "paper";
  return line;
}

// Invariant 2.
TEST(VolunteersFold, AnyOrderOfEventsGivesTheSameState) {
  Apart apart;
  ASSERT_EQ(apart.office.serve(apart.office.record({{apart.office.zhang.head, 60, 2}})),
            ServiceStatus::accepted);
  const ServiceRequest wrong = apart.field.record({{apart.field.wang.head, 120, 5}});
  ASSERT_EQ(apart.field.serve(wrong), ServiceStatus::accepted);
  TakeBackRequest back;
  back.ref = service_lines_of(apart.field.database(), wrong.act).lines[0].ref;
  back.note = "记错了";
  support::perform(apart.field.laptop, plan_take_back(apart.field.context(), back));
  support::perform(
      apart.field.laptop,
      plan_member(apart.field.context(), {apart.field.team, {apart.field.zhang.head}, true, true}));
  support::perform(apart.office.laptop,
                   plan_team(apart.office.context(), {apart.office.team, "平安志愿队", true}));
  apart.exchange();
  const std::string state = apart.office.laptop.state();
  EXPECT_EQ(apart.field.laptop.state(), state);
  const std::vector<journal::Event> events = apart.office.laptop.events();
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SeededRandom random(seed);
    Crew other(100 + seed);
    support::take_in_disorder(other.laptop, events, random);
    EXPECT_EQ(other.laptop.state(), state) << "seed " << seed;
    EXPECT_EQ(teams(other.database(), Crew::all_days())[0].name, "平安志愿队");
    EXPECT_EQ(teams(other.database(), Crew::all_days())[0].figure.minutes, 60);
  }
}

// Invariant 3.
TEST(VolunteersFold, ARebuildGivesTheSameState) {
  Crew crew;
  crew.gather();
  ASSERT_EQ(crew.serve(crew.record({{crew.zhang.head, 75, 4}})), ServiceStatus::accepted);
  const std::string state = crew.laptop.state();
  crew.laptop.journal->rebuild();
  EXPECT_EQ(crew.laptop.state(), state);
  EXPECT_EQ(crew.figure(crew.zhang.head).minutes, 75);
  EXPECT_EQ(crew.figure(crew.zhang.head).served, 4);
}

TEST(VolunteersFold, TheStateTalliesEveryPerson) {
  Crew crew;
  crew.gather();
  ASSERT_EQ(crew.serve(crew.record({{crew.zhang.head, 75, 4}, {crew.wang.head, 30, 0}})),
            ServiceStatus::accepted);
  ASSERT_EQ(crew.serve(crew.record({{crew.zhang.head, 15, 1}})), ServiceStatus::accepted);
  const journal::Json state = crew.laptop.journal->state();
  journal::Json::Array expected = {
      journal::Json(journal::Json::Array{crew.zhang.head.text(), 90, 2, 5}),
      journal::Json(journal::Json::Array{crew.wang.head.text(), 30, 1, 0})};
  std::sort(expected.begin(), expected.end(), [](const journal::Json& a, const journal::Json& b) {
    return a.canonical() < b.canonical();
  });
  EXPECT_EQ(*state.find("books")->array_at("service"), expected);
}

// Invariant 11 for vol.service: one attendance sheet typed on two laptops counts once.
TEST(VolunteersFold, AShiftCountsOnceForEachPerson) {
  Apart apart;
  const ShiftId shift = ShiftId::make(apart.office.laptop.random);
  for (Crew* crew : {&apart.office, &apart.field}) {
    ServiceLine line = line_of(crew->zhang.head, 240);
    line.shift = shift;
    crew->laptop.write(service({ActId::make(crew->laptop.random), {line}}, "", "", "2026-01-01"));
  }
  apart.exchange();
  EXPECT_EQ(apart.office.figure(apart.office.zhang.head).minutes, 240);
  EXPECT_EQ(apart.field.figure(apart.field.zhang.head).count, 1);

  // Reversed through one twin, it is gone; the next generation counts again.
  const std::string ref =
      service_lines(apart.office.database(), {apart.office.zhang.head, {}}, Crew::all_days())
          .lines[0]
          .ref;
  TakeBackRequest back;
  back.ref = ref;
  back.note = "没有到";
  support::perform(apart.office.laptop, plan_take_back(apart.office.context(), back));
  EXPECT_EQ(apart.office.figure(apart.office.zhang.head).minutes, 0);
  ServiceLine again = line_of(apart.office.zhang.head, 180);
  again.shift = shift;
  again.gen = 2;
  apart.office.laptop.write(
      service({ActId::make(apart.office.laptop.random), {again}}, "", "", "2026-01-01"));
  apart.exchange();
  EXPECT_EQ(apart.field.figure(apart.field.zhang.head).minutes, 180);
}

TEST(VolunteersFold, WithoutAShiftEveryLineCounts) {
  Apart apart;
  for (Crew* crew : {&apart.office, &apart.field}) {
    ASSERT_EQ(crew->serve(crew->record({{crew->zhang.head, 60, 0}})), ServiceStatus::accepted);
  }
  apart.exchange();
  EXPECT_EQ(apart.office.figure(apart.office.zhang.head).minutes, 120);
}

TEST(VolunteersFold, InertEventsAndRowsChangeNothing) {
  Crew crew;
  crew.gather();
  const std::string state = crew.laptop.state();
  const std::string zhang = crew.zhang.head.str();
  for (const char* kind : {"vol.set", "team.set", "member.set", "vol.service"}) {
    crew.laptop.write(support::draft_of(kind));
  }
  for (const char* fields : {R"({"on":2})", R"({"on":0,"skills":"农机"})",
                             R"({"on":0,"guardian":"h0000000000000001"})", R"({"on":0,"no":7})"}) {
    crew.laptop.write(support::draft_of("vol.set", support::json(R"({"rows":[{"res":")" + zhang +
                                                                 R"(","f":)" + fields + R"(}]})")));
  }
  crew.laptop.write(support::draft_of(
      "member.set",
      support::json(R"({"rows":[{"team":"x","res":")" + zhang + R"(","f":{"on":1}}]})")));
  EXPECT_EQ(crew.laptop.state(), state);
  EXPECT_TRUE(is_volunteer(crew.database(), crew.zhang.head));
}

// Invariant 18.
TEST(VolunteersFold, WhatIsPersonalCanBeMissingAndComeLater) {
  Crew crew;
  crew.gather();
  VolunteerRequest noted;
  noted.resident = crew.zhang.head;
  noted.note = "周末有空";
  support::perform(crew.laptop, plan_volunteer(crew.context(), noted));
  ServiceRequest request = crew.record({{crew.zhang.head, 60, 0}});
  request.place = "谢家湾";
  request.note = "看望独居老人";
  ASSERT_EQ(crew.serve(request), ServiceStatus::accepted);

  Crew stripped(9);
  std::vector<journal::Event> without;
  for (const journal::Event& event : crew.laptop.events()) {
    auto read = journal::event_from_line(journal::line_of(event, journal::PersonalPart::stripped));
    ASSERT_TRUE(read.ok());
    without.push_back(std::move(*read));
  }
  stripped.laptop.take(without);
  EXPECT_EQ(stripped.laptop.journal->state_digest(), crew.laptop.journal->state_digest());
  EXPECT_TRUE(service_lines_of(stripped.database(), request.act).lines[0].place.is_empty());

  stripped.laptop.take_from(crew.laptop);
  const ServiceLines lines = service_lines_of(stripped.database(), request.act);
  ASSERT_EQ(lines.lines.size(), 1U);
  EXPECT_EQ(mask(lines.lines[0].place, Audience::desk), "谢家湾");
  EXPECT_EQ(mask(lines.lines[0].note, Audience::desk), "看望独居老人");
  const auto view = find_volunteer(stripped.database(), crew.zhang.head, Crew::all_days());
  EXPECT_EQ(mask(view->note, Audience::desk), "周末有空");
  EXPECT_EQ(mask(view->name, Audience::desk), "张三丰");
}

}  // namespace
}  // namespace jishan::volunteers
