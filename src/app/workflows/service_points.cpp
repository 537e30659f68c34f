#include "app/workflows/service_points.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "points/queries.h"
#include "roster/queries.h"
#include "village/commands.h"
#include "volunteers/queries.h"

namespace jishan::app {
namespace {

constexpr std::int64_t hour_minutes = 60;

template <class Draft>
void append(std::vector<Draft>& drafts, std::vector<Draft> more) {
  drafts.insert(drafts.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

// The unit of the rule in force, "" for rules that count nothing; nothing when it is not in force,
// which the award then says.
std::optional<points::Rule> rule_in_force(const journal::CommandContext& context,
                                          const ServicePointsRequest& request) {
  const village::BusinessDate date = village::business_date(context, request.service.typed_date);
  const auto book = points::rule_book_on(context.database, date.date);
  if (!book) return std::nullopt;
  const auto rule = std::find_if(book->rules.begin(), book->rules.end(),
                                 [&](const auto& one) { return one.code == request.code; });
  return rule == book->rules.end() ? std::nullopt : std::optional(*rule);
}

// The lines of the award and, for each, the person it is for.
struct Lines {
  points::AwardRequest award;
  std::vector<std::size_t> people;
};

// Nothing where a person is in no household; `line` then says who.
std::optional<Lines> award_lines(const journal::CommandContext& context,
                                 const ServicePointsRequest& request, std::size_t& line) {
  const std::optional<points::Rule> rule = rule_in_force(context, request);
  const bool counts = rule && rule->type == points::RuleType::per_quantity;
  Lines lines;
  for (std::size_t number = 0; number < request.service.people.size(); ++number) {
    const volunteers::ServicePerson& person = request.service.people[number];
    points::AwardLine award;
    if (counts) {
      award.quantity = service_quantity(rule->unit, person);
      if (*award.quantity == 0) continue;
    }
    const auto resident = roster::find_resident(context.database, person.resident);
    if (!resident || resident->household.is_empty()) {
      line = number;
      return std::nullopt;
    }
    award.household = resident->household;
    award.resident = resident->id;
    award.code = request.code;
    award.chosen = request.chosen;
    award.src = "@0:" + std::to_string(number);
    lines.award.lines.push_back(std::move(award));
    lines.people.push_back(number);
  }
  return lines;
}

}  // namespace

std::int64_t service_quantity(std::string_view unit, const volunteers::ServicePerson& person) {
  if (unit == "小时") return (person.minutes * 100 + hour_minutes / 2) / hour_minutes;
  if (unit == "人" || unit == "人次") return person.served * 100;
  return 100;
}

ServicePointsPlan plan_service_points(const journal::CommandContext& context,
                                      const ServicePointsRequest& request) {
  ServicePointsPlan plan;
  plan.service = volunteers::plan_service(context, request.service);
  plan.line = plan.service.line;
  if (plan.service.status == volunteers::ServiceStatus::already_recorded) {
    plan.status = ServicePointsStatus::already_recorded;
    return plan;
  }
  if (plan.service.status != volunteers::ServiceStatus::accepted) {
    plan.status = ServicePointsStatus::service_refused;
    return plan;
  }
  plan.status = ServicePointsStatus::accepted;
  plan.drafts = plan.service.drafts;
  if (request.code.empty()) return plan;
  std::optional<Lines> lines = award_lines(context, request, plan.line);
  if (!lines) {
    plan.status = ServicePointsStatus::resident_homeless;
    plan.drafts.clear();
    return plan;
  }
  if (lines->award.lines.empty()) return plan;
  // The act id of the record guards both against a second press.
  lines->award.id = ActId::make(context.random);
  lines->award.typed_date = request.service.typed_date;
  lines->award.note = request.service.note;
  lines->award.first_draft = static_cast<int>(plan.drafts.size());
  plan.award = points::plan_award(context, lines->award);
  if (plan.award.status != points::AwardStatus::accepted) {
    plan.status = ServicePointsStatus::award_refused;
    plan.line = plan.award.line < lines->people.size() ? lines->people[plan.award.line] : 0;
    plan.drafts.clear();
    return plan;
  }
  append(plan.drafts, plan.award.drafts);
  return plan;
}

journal::Planned<ledger::ReverseStatus> plan_take_back_service(
    const journal::CommandContext& context, const volunteers::TakeBackRequest& request) {
  journal::Planned<ledger::ReverseStatus> plan = volunteers::plan_take_back(context, request);
  if (plan.status != ledger::ReverseStatus::accepted) return plan;
  for (const std::string& ref : volunteers::service_refs(context.database, request.ref)) {
    for (const std::string& entry : volunteers::points_of_service(context.database, ref)) {
      journal::Planned<ledger::ReverseStatus> points = points::plan_reverse_entry(
          context, {entry, request.why, request.note, request.typed_date});
      if (points.status == ledger::ReverseStatus::accepted) {
        append(plan.drafts, std::move(points.drafts));
      }
    }
  }
  return plan;
}

}  // namespace jishan::app
