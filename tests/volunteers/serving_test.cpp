// Service records: every status, doubts, double submits, taking one back.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "volunteers/crew.h"

namespace jishan::volunteers {
namespace {

using ledger::ReverseStatus;
using support::perform;

TEST(VolunteersServing, ARecordGivesEachPersonTheirHours) {
  Crew crew;
  crew.gather();
  const ServiceRequest request = crew.record({{crew.zhang.head, 150, 3}, {crew.wang.head, 90, 1}});
  EXPECT_EQ(crew.serve(request), ServiceStatus::accepted);
  EXPECT_EQ(crew.figure(crew.zhang.head).minutes, 150);
  EXPECT_EQ(crew.figure(crew.zhang.head).served, 3);
  EXPECT_EQ(crew.figure(crew.wang.head).minutes, 90);
  for (int press = 2; press <= 5; ++press) {
    EXPECT_EQ(crew.serve(request), ServiceStatus::already_recorded);
  }
  EXPECT_EQ(crew.figure(crew.zhang.head).count, 1);
  EXPECT_EQ(service_lines_of(crew.database(), request.act).lines.size(), 2U);
}

TEST(VolunteersServing, EveryRefusalHasItsStatusAndNamesItsLine) {
  Crew crew;
  crew.gather();
  const ServiceRequest good = crew.record({{crew.zhang.head, 60, 1}, {crew.wang.head, 60, 1}});
  const std::int64_t events = crew.laptop.journal->event_count();
  const auto plan_with = [&](const std::function<void(ServiceRequest&)>& change) {
    ServiceRequest request = good;
    change(request);
    PlannedService plan = plan_service(crew.context(), request);
    EXPECT_EQ(plan.drafts.empty(), plan.status != ServiceStatus::accepted);
    return plan;
  };
  const auto status_with = [&](const std::function<void(ServiceRequest&)>& change) {
    return plan_with(change).status;
  };
  const auto refused_line = [&](const std::function<void(ServicePerson&)>& change,
                                ServiceStatus status) {
    const PlannedService plan = plan_with([&](ServiceRequest& r) { change(r.people[1]); });
    EXPECT_EQ(plan.status, status);
    EXPECT_EQ(plan.line, 1U);
  };
  EXPECT_EQ(status_with([](ServiceRequest&) {}), ServiceStatus::accepted);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.people.clear(); }), ServiceStatus::nobody_chosen);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.people.resize(201, r.people[0]); }),
            ServiceStatus::too_many_people);
  refused_line([](ServicePerson& p) { p.resident = ResidentId(); }, ServiceStatus::not_a_volunteer);
  refused_line([&](ServicePerson& p) { p.resident = crew.zhang.head; },
               ServiceStatus::person_twice);
  refused_line([](ServicePerson& p) { p.minutes = 0; }, ServiceStatus::minutes_not_positive);
  refused_line([](ServicePerson& p) { p.minutes = -30; }, ServiceStatus::minutes_not_positive);
  refused_line([](ServicePerson& p) { p.minutes = 1441; }, ServiceStatus::minutes_too_long);
  refused_line([](ServicePerson& p) { p.served = -1; }, ServiceStatus::served_out_of_range);
  refused_line([](ServicePerson& p) { p.served = served_typed_max + 1; },
               ServiceStatus::served_out_of_range);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.start = -1; }),
            ServiceStatus::start_out_of_range);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.start = 1440; }),
            ServiceStatus::start_out_of_range);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.place = std::string(501, 'x'); }),
            ServiceStatus::place_too_long);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.note = std::string(10'000, 'x'); }),
            ServiceStatus::note_too_long);
  EXPECT_EQ(status_with([](ServiceRequest& r) { r.typed_date = Date::from_iso("2026-01-02"); }),
            ServiceStatus::date_in_future);
  journal::CommandContext doubtful = crew.context();
  doubtful.is_clock_suspicious = true;
  EXPECT_EQ(plan_service(doubtful, good).status, ServiceStatus::date_needed);
  EXPECT_EQ(crew.laptop.journal->event_count(), events);
}

TEST(VolunteersServing, DoubtsAreReportedAndNeverRefuse) {
  Crew crew;
  crew.gather();
  const auto doubt_of = [](const PlannedService& plan, Doubt doubt) -> std::int64_t {
    const auto found = std::find_if(plan.doubts.begin(), plan.doubts.end(),
                                    [&](const ServiceDoubt& one) { return one.doubt == doubt; });
    return found == plan.doubts.end() ? -1 : found->minutes;
  };
  ServiceRequest morning = crew.record({{crew.zhang.head, 300, 0}});
  morning.start = 8 * 60;
  EXPECT_TRUE(plan_service(crew.context(), morning).doubts.empty());
  ASSERT_EQ(crew.serve(morning), ServiceStatus::accepted);

  ServiceRequest noon = crew.record({{crew.wang.head, 60, 0}, {crew.zhang.head, 240, 0}});
  noon.start = 12 * 60;
  PlannedService plan = plan_service(crew.context(), noon);
  EXPECT_EQ(plan.status, ServiceStatus::accepted);
  EXPECT_EQ(doubt_of(plan, Doubt::overlap), 60);
  EXPECT_EQ(doubt_of(plan, Doubt::long_day), 540);
  for (const ServiceDoubt& doubt : plan.doubts) EXPECT_EQ(doubt.line, 1U);

  ServiceRequest late = crew.record({{crew.wang.head, 60, 0}});
  late.typed_date = Date::from_iso("2025-12-02");
  EXPECT_TRUE(plan_service(crew.context(), late).doubts.empty()) << "30 days later is in time";
  late.typed_date = Date::from_iso("2025-12-01");
  EXPECT_EQ(doubt_of(plan_service(crew.context(), late), Doubt::back_filled), 0);

  const ServiceRequest child = crew.record({{crew.li.head, 60, 0}});
  EXPECT_EQ(doubt_of(plan_service(crew.context(), child), Doubt::minor_alone), 0);
  VolunteerRequest guarded;
  guarded.resident = crew.li.head;
  guarded.guardian = crew.wang.head;
  ASSERT_EQ(perform(crew.laptop, plan_volunteer(crew.context(), guarded)),
            VolunteerStatus::accepted);
  EXPECT_TRUE(plan_service(crew.context(), child).doubts.empty());
}

TEST(VolunteersServing, NightMinutesAreKept) {
  Crew crew;
  crew.gather();
  ServiceRequest watch = crew.record({{crew.zhang.head, 480, 0}});
  watch.start = 21 * 60;
  const PlannedService plan = plan_service(crew.context(), watch);
  ASSERT_EQ(plan.drafts.size(), 1U);
  const auto record = service_from(plan.drafts[0].body);
  EXPECT_EQ(record->lines[0].night_minutes, 420);
  EXPECT_EQ(record->lines[0].date, "2026-01-01") << "night work belongs to its start date";
}

TEST(VolunteersServing, OneLineOrTheWholeRecordIsTakenBack) {
  Crew crew;
  crew.gather();
  const ServiceRequest request = crew.record({{crew.zhang.head, 150, 3}, {crew.wang.head, 90, 1}});
  ASSERT_EQ(crew.serve(request), ServiceStatus::accepted);
  const std::string ref = service_lines_of(crew.database(), request.act).lines[0].ref;
  TakeBackRequest back;
  back.ref = ref;
  EXPECT_EQ(plan_take_back(crew.context(), back).status, ReverseStatus::reason_missing);
  back.note = "他没有到";
  EXPECT_EQ(perform(crew.laptop, plan_take_back(crew.context(), back)), ReverseStatus::accepted);
  EXPECT_EQ(crew.figure(crew.zhang.head).minutes, 0);
  EXPECT_EQ(crew.figure(crew.wang.head).minutes, 90);
  EXPECT_EQ(plan_take_back(crew.context(), back).status, ReverseStatus::already_reversed);
  back.ref = ref.substr(0, 64);
  EXPECT_EQ(perform(crew.laptop, plan_take_back(crew.context(), back)), ReverseStatus::accepted);
  EXPECT_EQ(crew.figure(crew.wang.head).minutes, 0);
  back.ref = std::string(64, '0') + ":0";
  EXPECT_EQ(plan_take_back(crew.context(), back).status, ReverseStatus::not_found);
  back.ref = "";
  EXPECT_EQ(plan_take_back(crew.context(), back).status, ReverseStatus::not_found);
}

}  // namespace
}  // namespace jishan::volunteers
