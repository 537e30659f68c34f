// Volunteers to test with: two households, three people, one team; Li is a minor.
#pragma once

#include <string>
#include <vector>

#include "support/points_book.h"
#include "volunteers/commands.h"
#include "volunteers/fold.h"
#include "volunteers/queries.h"

namespace jishan::volunteers {

class Crew {
 public:
  explicit Crew(std::uint64_t seed = 1) : laptop(support::points_folds<VolunteersFold>(), seed) {}

  void gather() {
    laptop.found();
    zhang = support::add_family(laptop, "02-001", "张三丰");
    wang = support::add_family(laptop, "02-002", "王建国");
    li = support::add_family(laptop, "02-003", "李小明", "2012-03-01");
    for (const support::Family& family : {zhang, wang, li}) register_volunteer(family.head);
    team = TeamId::make(laptop.random);
    support::perform(laptop, plan_team(context(), {team, "蒲公英志愿队", true}));
    support::perform(laptop, plan_member(context(), {team, {zhang.head, wang.head}, true, false}));
  }
  void join(const Crew& other) {
    laptop.take_from(other.laptop);
    zhang = other.zhang;
    wang = other.wang;
    li = other.li;
    team = other.team;
  }

  journal::CommandContext context() { return support::context_of(laptop); }
  db::Database& database() { return *laptop.database; }

  VolunteerStatus register_volunteer(const ResidentId& resident) {
    VolunteerRequest request;
    request.resident = resident;
    return support::perform(laptop, plan_volunteer(context(), request));
  }
  ServiceRequest record(std::vector<ServicePerson> people) {
    ServiceRequest request;
    request.act = ActId::make(laptop.random);
    request.people = std::move(people);
    request.kind = ServiceKind::elders;
    return request;
  }
  ServiceStatus serve(const ServiceRequest& request) {
    return support::perform(laptop, plan_service(context(), request));
  }
  ServiceFigure figure(const ResidentId& resident) {
    const auto found = find_volunteer(database(), resident, all_days());
    return found ? found->figure : ServiceFigure();
  }
  static Period all_days() {
    return {*Date::from_iso("2000-01-01"), *Date::from_iso("2099-12-31")};
  }

  support::Laptop laptop;
  support::Family zhang;
  support::Family wang;
  support::Family li;
  TeamId team;
};

}  // namespace jishan::volunteers
