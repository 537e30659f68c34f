#include "app/workflows/service_points.h"

#include <gtest/gtest.h>

#include <functional>

#include "support/book_folds.h"
#include "support/points_book.h"
#include "volunteers/queries.h"

namespace jishan::app {
namespace {

using ledger::ReverseStatus;
using support::perform;

Period all_days() {
  return {*Date::from_iso("2000-01-01"), *Date::from_iso("2099-12-31")};
}

struct Team {
  explicit Team(std::uint64_t seed = 1) : laptop(support::book_folds(), seed) {}
  void gather() {
    laptop.found();
    points::PublishRequest rules;
    rules.name = "积分细则";
    rules.from = *Date::from_iso("2025-01-01");
    rules.rules = points::template_rules();
    ASSERT_EQ(perform(laptop, points::plan_publish(context(), rules)),
              points::PublishStatus::accepted);
    zhang = support::add_family(laptop, "02-001", "张三丰");
    wang = support::add_family(laptop, "02-002", "王建国");
    for (const support::Family& family : {zhang, wang}) {
      volunteers::VolunteerRequest request;
      request.resident = family.head;
      perform(laptop, volunteers::plan_volunteer(context(), request));
    }
  }
  journal::CommandContext context() { return support::context_of(laptop); }
  db::Database& database() { return *laptop.database; }
  ServicePointsRequest record(std::vector<volunteers::ServicePerson> people,
                              std::string code = "B02") {
    ServicePointsRequest request;
    request.service.act = ActId::make(laptop.random);
    request.service.people = std::move(people);
    request.service.kind = volunteers::ServiceKind::elders;
    request.code = std::move(code);
    return request;
  }
  volunteers::ServiceFigure figure(const support::Family& family) {
    return volunteers::find_volunteer(database(), family.head, all_days())->figure;
  }

  support::Laptop laptop;
  support::Family zhang;
  support::Family wang;
};

TEST(ServicePoints, OneActGivesHoursAndPoints) {
  Team team;
  team.gather();
  const ServicePointsRequest request =
      team.record({{team.zhang.head, 150, 3}, {team.wang.head, 90, 1}});
  const ServicePointsPlan plan = plan_service_points(team.context(), request);
  EXPECT_EQ(plan.award.total, Points::whole(4)) << "B02: one point an hour, 2.5 and 1.5 hours";
  EXPECT_EQ(plan.drafts.size(), 3U) << "record, claim, posting";
  EXPECT_EQ(perform(team.laptop, plan), ServicePointsStatus::accepted);
  EXPECT_EQ(team.figure(team.zhang).minutes, 150);
  EXPECT_EQ(team.figure(team.zhang).points, Points::hundredths(250));
  EXPECT_EQ(team.figure(team.wang).points, Points::hundredths(150));
  EXPECT_EQ(support::spendable(team.laptop, team.zhang.household), Points::hundredths(250));
  for (int press = 2; press <= 5; ++press) {
    EXPECT_EQ(perform(team.laptop, plan_service_points(team.context(), request)),
              ServicePointsStatus::already_recorded);
  }
  EXPECT_EQ(support::spendable(team.laptop, team.zhang.household), Points::hundredths(250));

  // Invariant 27: the points of a person are those of the lines that they open.
  const auto lines = volunteers::service_lines(team.database(), {team.zhang.head, {}}, all_days());
  ASSERT_EQ(lines.lines.size(), 1U);
  EXPECT_EQ(lines.lines[0].points, Points::hundredths(250));
  EXPECT_EQ(lines.figure.points, Points::hundredths(250));
  EXPECT_EQ(volunteers::points_of_service(team.database(), lines.lines[0].ref).size(), 1U);
}

TEST(ServicePoints, HoursCanBeRecordedWithoutPoints) {
  Team team;
  team.gather();
  const auto plan =
      plan_service_points(team.context(), team.record({{team.zhang.head, 60, 0}}, ""));
  EXPECT_EQ(plan.status, ServicePointsStatus::accepted);
  EXPECT_EQ(plan.drafts.size(), 1U);
}

TEST(ServicePoints, EveryRefusalLeavesNothingToWrite) {
  Team team;
  team.gather();
  const auto plan_with = [&](const std::function<void(ServicePointsRequest&)>& change) {
    ServicePointsRequest request = team.record({{team.zhang.head, 60, 1}, {team.wang.head, 60, 1}});
    change(request);
    ServicePointsPlan plan = plan_service_points(team.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != ServicePointsStatus::accepted);
    return plan;
  };
  ServicePointsPlan plan =
      plan_with([](ServicePointsRequest& r) { r.service.people[1].minutes = 0; });
  EXPECT_EQ(plan.status, ServicePointsStatus::service_refused);
  EXPECT_EQ(plan.service.status, volunteers::ServiceStatus::minutes_not_positive);
  EXPECT_EQ(plan.line, 1U);

  plan = plan_with([](ServicePointsRequest& r) { r.code = "Z99"; });
  EXPECT_EQ(plan.status, ServicePointsStatus::award_refused);
  EXPECT_EQ(plan.award.status, points::AwardStatus::rule_not_in_force);

  plan = plan_with([](ServicePointsRequest& r) { r.service.people[1].minutes = 9 * 60; });
  EXPECT_EQ(plan.status, ServicePointsStatus::award_refused);
  EXPECT_EQ(plan.award.status, points::AwardStatus::cap_reached) << "B02: eight hours at most";
  EXPECT_EQ(plan.line, 1U);

  roster::ResidentRow row{team.wang.head, {}};
  row.fields.household = "";
  team.laptop.write(roster::resident_drafts({row}, "2026-01-01"));
  plan = plan_with([](ServicePointsRequest&) {});
  EXPECT_EQ(plan.status, ServicePointsStatus::resident_homeless);
  EXPECT_EQ(plan.line, 1U);
}

TEST(ServicePoints, WhatARuleCounts) {
  const volunteers::ServicePerson person{{}, 50, 4};
  EXPECT_EQ(service_quantity("小时", person), 83);
  EXPECT_EQ(service_quantity("小时", {{}, 30, 0}), 50);
  EXPECT_EQ(service_quantity("人次", person), 400);
  EXPECT_EQ(service_quantity("人", {{}, 50, 0}), 0);
  EXPECT_EQ(service_quantity("次", person), 100);
  EXPECT_EQ(service_quantity("", person), 100);
}

TEST(ServicePoints, TakingARecordBackTakesItsPointsBack) {
  Team team;
  team.gather();
  const ServicePointsRequest request =
      team.record({{team.zhang.head, 120, 3}, {team.wang.head, 60, 1}});
  ASSERT_EQ(perform(team.laptop, plan_service_points(team.context(), request)),
            ServicePointsStatus::accepted);
  volunteers::TakeBackRequest back;
  back.ref = volunteers::service_lines_of(team.database(), request.service.act).lines[0].ref;
  EXPECT_EQ(plan_take_back_service(team.context(), back).status, ReverseStatus::reason_missing);
  back.note = "他没有到";
  EXPECT_EQ(perform(team.laptop, plan_take_back_service(team.context(), back)),
            ReverseStatus::accepted);
  EXPECT_EQ(support::spendable(team.laptop, team.zhang.household), Points());
  EXPECT_EQ(support::spendable(team.laptop, team.wang.household), Points::whole(1));
  EXPECT_EQ(team.figure(team.zhang).minutes, 0);
  EXPECT_EQ(plan_take_back_service(team.context(), back).status, ReverseStatus::already_reversed);
  back.ref = back.ref.substr(0, 64);
  EXPECT_EQ(perform(team.laptop, plan_take_back_service(team.context(), back)),
            ReverseStatus::accepted);
  EXPECT_EQ(support::spendable(team.laptop, team.wang.household), Points());
  EXPECT_EQ(team.figure(team.wang).count, 0);
}

// Invariant 11 for claims with a source: two laptops that give points for one service line apart
// give them once.
TEST(ServicePoints, ALineGivesPointsOnceAcrossLaptops) {
  Team office(1);
  office.gather();
  const ServicePointsRequest request = office.record({{office.zhang.head, 60, 1}}, "");
  ASSERT_EQ(perform(office.laptop, plan_service_points(office.context(), request)),
            ServicePointsStatus::accepted);
  Team field(2);
  field.laptop.take_from(office.laptop);
  const std::string ref =
      volunteers::service_lines_of(office.database(), request.service.act).lines[0].ref;
  for (Team* team : {&office, &field}) {
    points::AwardRequest award;
    award.id = ActId::make(team->laptop.random);
    points::AwardLine line;
    line.household = office.zhang.household;
    line.resident = office.zhang.head;
    line.code = "B02";
    line.quantity = 100;
    line.src = ref;
    award.lines.push_back(line);
    ASSERT_EQ(perform(team->laptop, points::plan_award(team->context(), award)),
              points::AwardStatus::accepted);
  }
  office.laptop.take_from(field.laptop);
  field.laptop.take_from(office.laptop);
  EXPECT_EQ(office.laptop.state(), field.laptop.state());
  EXPECT_EQ(support::spendable(office.laptop, office.zhang.household), Points::whole(1));
  field.zhang = office.zhang;
  EXPECT_EQ(field.figure(office.zhang).points, Points::whole(1));
}

}  // namespace
}  // namespace jishan::app
