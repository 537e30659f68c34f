// Fill in once: a service record and the points for it, planned by two slices and committed in one
// transaction. Each claim names its service line as source, so that a line gives points once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/points.h"
#include "journal/command.h"
#include "points/commands.h"
#include "volunteers/commands.h"

namespace jishan::app {

struct ServicePointsRequest {
  volunteers::ServiceRequest service;
  std::string code;              // of the rule; "" records hours without points
  std::optional<Points> chosen;  // for a range: for each person
};
enum class ServicePointsStatus {
  accepted,
  already_recorded,
  service_refused,    // .service has status and line
  resident_homeless,  // .line: in no household, so that nobody can be given the points
  award_refused,      // .award has the status; .line is the person's
};
struct ServicePointsPlan : journal::Planned<ServicePointsStatus> {
  volunteers::PlannedService service;  // doubts, also when accepted
  points::AwardPlan award;             // total, when accepted with points
  std::size_t line = 0;
};
// A per-quantity rule counts hours (unit 小时), people served (人, 人次) or else services; who has
// none of it gets hours and no points. Points go to the household that the person is in now.
ServicePointsPlan plan_service_points(const journal::CommandContext& context,
                                      const ServicePointsRequest& request);

// What a rule of this unit counts of one person's service, in hundredths; 0 for none.
std::int64_t service_quantity(std::string_view unit, const volunteers::ServicePerson& person);

// Takes back a service line ("<h>:<n>") or a whole record ("<h>") together with the points that
// came from it.
journal::Planned<ledger::ReverseStatus> plan_take_back_service(
    const journal::CommandContext& context, const volunteers::TakeBackRequest& request);

}  // namespace jishan::app
