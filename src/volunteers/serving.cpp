// Service records: the command, its doubts, and taking one back.
#include <set>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "ledger/queries.h"
#include "roster/queries.h"
#include "village/commands.h"
#include "volunteers/commands.h"
#include "volunteers/rows.h"
#include "volunteers/rules.h"

namespace jishan::volunteers {
namespace {

bool is_recorded(db::Database& database, const ActId& act) {
  db::Statement& row = database.cached("SELECT 1 FROM volunteers_service WHERE act_id = ? LIMIT 1");
  const bool recorded = row.bind(act).step();
  row.reset();
  return recorded;
}

ServiceStatus check_person(const std::optional<VolunteerRow>& volunteer,
                           const ServicePerson& person, std::set<ResidentId>& seen) {
  if (!volunteer || !volunteer->is_on) return ServiceStatus::not_a_volunteer;
  if (!seen.insert(volunteer->resident).second) return ServiceStatus::person_twice;
  if (person.minutes <= 0) return ServiceStatus::minutes_not_positive;
  if (person.minutes > service_minutes_max) return ServiceStatus::minutes_too_long;
  if (person.served < 0 || person.served > served_typed_max) {
    return ServiceStatus::served_out_of_range;
  }
  return ServiceStatus::accepted;
}

ServiceStatus check_record(const ServiceRequest& request) {
  if (request.start && (*request.start < 0 || *request.start >= day_minutes)) {
    return ServiceStatus::start_out_of_range;
  }
  if (!fits(request.place, field_characters_max)) return ServiceStatus::place_too_long;
  if (!fits(request.note, field_characters_max)) return ServiceStatus::note_too_long;
  return ServiceStatus::accepted;
}

ServiceStatus status_of(village::DateProblem problem) {
  switch (problem) {
    case village::DateProblem::none:
      return ServiceStatus::accepted;
    case village::DateProblem::date_needed:
      return ServiceStatus::date_needed;
    case village::DateProblem::date_in_future:
      return ServiceStatus::date_in_future;
  }
  return ServiceStatus::accepted;
}

void add_doubts(const journal::CommandContext& context, const VolunteerRow& volunteer,
                const Stretch& service, std::size_t line, std::vector<ServiceDoubt>& doubts) {
  db::Database& database = context.database;
  const Date day = service.date;
  std::int64_t overlap = 0;
  std::int64_t minutes_of_day = service.minutes;
  const Date before = Date::from_days(day.days() - 1).value_or(day);
  const Date after = Date::from_days(day.days() + 1).value_or(day);
  for (const Stretch& other : stretches(database, volunteer.resident, before, after)) {
    overlap += overlap_minutes(service, other);
    if (other.date == day) minutes_of_day += other.minutes;
  }
  if (overlap > 0) doubts.push_back({line, Doubt::overlap, overlap});
  if (minutes_of_day > day_minutes_reported) {
    doubts.push_back({line, Doubt::long_day, minutes_of_day});
  }
  if (context.today.days() - day.days() > backfill_days_reported) {
    doubts.push_back({line, Doubt::back_filled, 0});
  }
  const auto resident = roster::find_resident(database, volunteer.resident);
  if (resident && roster::is_minor(*resident, day) && volunteer.guardian.is_empty()) {
    doubts.push_back({line, Doubt::minor_alone, 0});
  }
}

ServiceLine line_of(const ServiceRequest& request, const ServicePerson& person,
                    const ResidentId& resident, Date date) {
  ServiceLine line;
  line.resident = resident;
  line.date = date.iso();
  line.start = request.start;
  line.minutes = person.minutes;
  line.night_minutes = night_minutes(request.start, person.minutes);
  line.kind = code_of(request.kind);
  line.served = person.served;
  line.via = "paper";
  return line;
}

}  // namespace

PlannedService plan_service(const journal::CommandContext& context, const ServiceRequest& request) {
  CHECK(!request.act.is_empty());
  const auto refuse = [](ServiceStatus status, std::size_t line = 0) {
    PlannedService plan;
    plan.status = status;
    plan.line = line;
    return plan;
  };
  db::Database& database = context.database;
  if (is_recorded(database, request.act)) return refuse(ServiceStatus::already_recorded);
  if (request.people.empty()) return refuse(ServiceStatus::nobody_chosen);
  if (request.people.size() > service_lines_max) return refuse(ServiceStatus::too_many_people);
  const village::BusinessDate date = village::business_date(context, request.typed_date);
  PlannedService plan;
  Service record;
  record.act = request.act;
  std::set<ResidentId> seen;
  for (std::size_t line = 0; line < request.people.size(); ++line) {
    const ServicePerson& person = request.people[line];
    const std::optional<VolunteerRow> volunteer = volunteer_row(database, person.resident);
    const ServiceStatus status = check_person(volunteer, person, seen);
    if (status != ServiceStatus::accepted) return refuse(status, line);
    record.lines.push_back(line_of(request, person, volunteer->resident, date.date));
    add_doubts(context, *volunteer, {date.date, request.start, person.minutes}, line, plan.doubts);
  }
  plan.status = check_record(request);
  if (plan.status != ServiceStatus::accepted) return refuse(plan.status);
  plan.status = status_of(date.problem);
  if (plan.status != ServiceStatus::accepted) return refuse(plan.status);
  plan.drafts.push_back(service(record, std::string(trimmed(request.place)),
                                std::string(trimmed(request.note)), date.date.iso()));
  return plan;
}

journal::Planned<ledger::ReverseStatus> plan_take_back(const journal::CommandContext& context,
                                                       const TakeBackRequest& request) {
  const std::string h = request.ref.substr(0, request.ref.find(':'));
  const auto hash = journal::Hash::from_hex(h);
  db::Statement& row = context.database.cached("SELECT 1 FROM volunteers_service WHERE h = ?");
  const bool is_service = hash && row.bind(hash->bytes).step();
  row.reset();
  if (!is_service) return {ledger::ReverseStatus::not_found, {}};
  ledger::ReverseRequest reversal;
  reversal.targets.push_back({request.ref, 1});
  reversal.why = request.why;
  reversal.note = request.note;
  reversal.typed_date = request.typed_date;
  return ledger::plan_reverse(context, reversal);
}

}  // namespace jishan::volunteers
