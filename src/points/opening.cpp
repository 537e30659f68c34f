#include <algorithm>
#include <set>

#include "base/text.h"
#include "ledger/members.h"
#include "ledger/queries.h"
#include "points/commands.h"
#include "points/events.h"
#include "roster/queries.h"
#include "village/commands.h"

namespace jishan::points {
namespace {

constexpr std::size_t lines_per_event = 400;

// The opening balance that counts for any id of the household.
std::optional<ledger::Counted> counted_opening(db::Database& database, HouseholdId household) {
  for (const std::string& member : ledger::members_of_account(database, household.text())) {
    auto counted = ledger::counted(database, grant_key(GrantClass::open, "", member));
    if (counted) return counted;
  }
  return std::nullopt;
}

OpeningStatus check_request(const journal::CommandContext& context, const OpeningRequest& request) {
  if (context.journal.is_locked_by_unknown_kind()) return OpeningStatus::book_locked;
  if (request.lines.empty()) return OpeningStatus::no_lines;
  if (request.lines.size() > opening_lines_max) return OpeningStatus::too_many_lines;
  switch (village::business_date(context, request.typed_date).problem) {
    case village::DateProblem::none:
      break;
    case village::DateProblem::date_needed:
      return OpeningStatus::date_needed;
    case village::DateProblem::date_in_future:
      return OpeningStatus::date_in_future;
  }
  if (!fits(request.note, field_characters_max)) return OpeningStatus::text_too_long;
  return OpeningStatus::accepted;
}

// already_recorded: this line needs no entry.
OpeningStatus check_line(db::Database& database, const OpeningLine& wanted,
                         std::set<HouseholdId>& seen, GrantLine& line) {
  const auto household = roster::find_household(database, wanted.household);
  if (!household) return OpeningStatus::household_unknown;
  if (roster::is_gone(household->state)) return OpeningStatus::household_gone;
  if (!seen.insert(household->id).second) return OpeningStatus::household_twice;
  const std::int64_t amount = wanted.points.hundredths();
  if (amount == 0) return OpeningStatus::amount_zero;
  if (amount > line_hundredths_max || amount < -line_hundredths_max) {
    return OpeningStatus::amount_out_of_range;
  }
  if (const auto counted = counted_opening(database, household->id)) {
    return counted->points == amount ? OpeningStatus::already_recorded
                                     : OpeningStatus::household_has_opening;
  }
  line.household = household->id;
  line.points = wanted.points;
  line.gen =
      ledger::generation_in_force(database, grant_key(GrantClass::open, "", household->id.text()));
  return OpeningStatus::accepted;
}

journal::Draft grant_draft(const GrantBody& body, const OpeningRequest& request, Date date) {
  journal::Draft draft;
  draft.kind = kind_grant;
  draft.date = date.iso();
  draft.body = json_of(body);
  journal::set_personal_text(draft, "note", request.note);
  return draft;
}

}  // namespace

OpeningPlan plan_opening(const journal::CommandContext& context, const OpeningRequest& request) {
  OpeningPlan plan;
  plan.status = check_request(context, request);
  if (plan.status != OpeningStatus::accepted) return plan;
  std::set<HouseholdId> seen;
  std::vector<GrantLine> lines;
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    GrantLine line;
    const OpeningStatus status = check_line(context.database, request.lines[i], seen, line);
    if (status == OpeningStatus::already_recorded) continue;
    if (status != OpeningStatus::accepted) {
      plan.status = status;
      plan.line = i;
      return plan;
    }
    lines.push_back(line);
  }
  if (lines.empty()) {
    plan.status = OpeningStatus::already_recorded;
    return plan;
  }
  const Date date = village::business_date(context, request.typed_date).date;
  for (std::size_t first = 0; first < lines.size(); first += lines_per_event) {
    const std::size_t last = std::min(lines.size(), first + lines_per_event);
    GrantBody body{GrantClass::open, "", {}};
    for (std::size_t i = first; i < last; ++i) body.lines.push_back(lines[i]);
    plan.drafts.push_back(grant_draft(body, request, date));
  }
  return plan;
}

}  // namespace jishan::points
