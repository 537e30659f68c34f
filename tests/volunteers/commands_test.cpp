#include "volunteers/commands.h"

#include <gtest/gtest.h>

#include <functional>

#include "volunteers/crew.h"

namespace jishan::volunteers {
namespace {

using support::perform;

TEST(VolunteersCommands, EveryStatusOfRegistering) {
  Crew crew;
  crew.gather();
  const support::Family zhao = support::add_family(crew.laptop, "02-004", "赵刚");
  VolunteerRequest first;
  first.resident = crew.zhang.head;
  first.number = "Y001";
  ASSERT_EQ(perform(crew.laptop, plan_volunteer(crew.context(), first)), VolunteerStatus::accepted);

  VolunteerRequest good;
  good.resident = zhao.head;
  good.number = "Y002";
  good.skills = {" 农机 ", "", "电工"};
  good.guardian = crew.wang.head;
  good.note = "周末有空";
  const auto status_with = [&](const std::function<void(VolunteerRequest&)>& change) {
    VolunteerRequest request = good;
    change(request);
    const auto plan = plan_volunteer(crew.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != VolunteerStatus::accepted);
    return plan.status;
  };
  EXPECT_EQ(status_with([](VolunteerRequest&) {}), VolunteerStatus::accepted);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.resident = ResidentId(); }),
            VolunteerStatus::resident_missing);
  EXPECT_EQ(
      status_with([&](VolunteerRequest& r) { r.resident = ResidentId::make(crew.laptop.random); }),
      VolunteerStatus::resident_unknown);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.number = std::string(21, '1'); }),
            VolunteerStatus::number_too_long);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.number = "Y001"; }),
            VolunteerStatus::number_taken);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.skills.assign(21, "农机"); }),
            VolunteerStatus::too_many_skills);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.skills = {std::string(21, 'x')}; }),
            VolunteerStatus::skill_too_long);
  EXPECT_EQ(
      status_with([&](VolunteerRequest& r) { r.guardian = ResidentId::make(crew.laptop.random); }),
      VolunteerStatus::guardian_unknown);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.guardian = r.resident; }),
            VolunteerStatus::guardian_is_self);
  EXPECT_EQ(status_with([](VolunteerRequest& r) { r.note = std::string(501, 'x'); }),
            VolunteerStatus::note_too_long);
  ASSERT_EQ(perform(crew.laptop, plan_volunteer(crew.context(), good)), VolunteerStatus::accepted);
  EXPECT_EQ(status_with([](VolunteerRequest&) {}), VolunteerStatus::unchanged);

  const auto view = find_volunteer(crew.database(), zhao.head, Crew::all_days());
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->skills, (std::vector<std::string>{"农机", "电工"}));
  EXPECT_EQ(view->guardian, crew.wang.head);
  EXPECT_EQ(mask(view->note, Audience::desk), "周末有空");

  // Only what changed is written.
  VolunteerRequest leave = good;
  leave.is_on = false;
  const auto plan = plan_volunteer(crew.context(), leave);
  ASSERT_EQ(plan.drafts.size(), 1U);
  EXPECT_EQ(plan.drafts[0].body.canonical(),
            R"({"rows":[{"f":{"on":0},"res":")" + zhao.head.str() + R"("}]})");
  EXPECT_EQ(perform(crew.laptop, plan), VolunteerStatus::accepted);
  EXPECT_FALSE(is_volunteer(crew.database(), zhao.head));
}

TEST(VolunteersCommands, WhoHasGoneMayOnlyLeave) {
  Crew crew;
  crew.gather();
  roster::ResidentRow row{crew.wang.head, {}};
  row.fields.state = roster::ResidentState::moved;
  crew.laptop.write(roster::resident_drafts({row}, "2026-01-01"));
  VolunteerRequest request;
  request.resident = crew.wang.head;
  request.number = "Y009";
  EXPECT_EQ(plan_volunteer(crew.context(), request).status, VolunteerStatus::resident_gone);
  request.is_on = false;
  EXPECT_EQ(plan_volunteer(crew.context(), request).status, VolunteerStatus::accepted);
}

TEST(VolunteersCommands, EveryStatusOfATeam) {
  Crew crew;
  crew.gather();
  const TeamId other = TeamId::make(crew.laptop.random);
  const auto status = [&](const TeamRequest& request) {
    return perform(crew.laptop, plan_team(crew.context(), request));
  };
  EXPECT_EQ(status({other, " ", true}), TeamStatus::name_missing);
  EXPECT_EQ(status({other, std::string(41, 'x'), true}), TeamStatus::name_too_long);
  EXPECT_EQ(status({other, "蒲公英志愿队", true}), TeamStatus::name_taken);
  EXPECT_EQ(status({other, "零距离志愿队", true}), TeamStatus::accepted);
  EXPECT_EQ(status({other, "零距离志愿队", true}), TeamStatus::unchanged);
  EXPECT_EQ(status({other, "零距离志愿队", false}), TeamStatus::accepted);
  EXPECT_EQ(status({crew.team, "零距离志愿队", true}), TeamStatus::accepted)
      << "the name of a team that is gone is free";
}

TEST(VolunteersCommands, EveryStatusOfAMembership) {
  Crew crew;
  crew.gather();
  const auto plan = [&](const MemberRequest& request) {
    return plan_member(crew.context(), request);
  };
  EXPECT_EQ(plan({TeamId::make(crew.laptop.random), {crew.li.head}, true, false}).status,
            MemberStatus::team_unknown);
  EXPECT_EQ(plan({crew.team, {}, true, false}).status, MemberStatus::nobody_chosen);
  EXPECT_EQ(plan({crew.team, std::vector<ResidentId>(201, crew.li.head), true, false}).status,
            MemberStatus::too_many_people);
  const support::Family zhao = support::add_family(crew.laptop, "02-004", "赵刚");
  const PlannedMember stranger = plan({crew.team, {crew.li.head, zhao.head}, true, false});
  EXPECT_EQ(stranger.status, MemberStatus::not_a_volunteer);
  EXPECT_EQ(stranger.line, 1U);
  EXPECT_EQ(plan({crew.team, {crew.zhang.head}, true, false}).status, MemberStatus::unchanged);
  EXPECT_EQ(perform(crew.laptop, plan({crew.team, {crew.zhang.head}, true, true})),
            MemberStatus::accepted);
  const auto zhang = find_volunteer(crew.database(), crew.zhang.head, Crew::all_days());
  ASSERT_EQ(zhang->teams.size(), 1U);
  EXPECT_TRUE(zhang->teams[0].is_leader);
  EXPECT_EQ(perform(crew.laptop, plan({crew.team, {crew.zhang.head}, false, false})),
            MemberStatus::accepted);
  EXPECT_TRUE(find_volunteer(crew.database(), crew.zhang.head, Crew::all_days())->teams.empty());
}

}  // namespace
}  // namespace jishan::volunteers
