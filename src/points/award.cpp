#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "ledger/queries.h"
#include "points/commands.h"
#include "points/events.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "village/commands.h"
#include "village/queries.h"

namespace jishan::points {
namespace {

// With sources and witnesses a line takes up to 250 bytes; an event holds 44 KiB.
constexpr std::size_t lines_per_event = 120;
constexpr std::int64_t one_unit = 100;

bool is_recorded(db::Database& database, const ActId& id) {
  db::Statement& row = database.cached("SELECT 1 FROM points_claim WHERE id = ?1 LIMIT 1");
  row.bind(id);
  const bool found = row.step();
  row.reset();
  return found;
}

AwardStatus status_of(AmountProblem problem) {
  switch (problem) {
    case AmountProblem::none:
      return AwardStatus::accepted;
    case AmountProblem::quantity_missing:
      return AwardStatus::quantity_missing;
    case AmountProblem::quantity_out_of_range:
      return AwardStatus::quantity_out_of_range;
    case AmountProblem::points_missing:
      return AwardStatus::points_missing;
    case AmountProblem::points_outside_range:
      return AwardStatus::points_outside_range;
    case AmountProblem::amount_zero:
      return AwardStatus::amount_zero;
    case AmountProblem::amount_out_of_range:
      return AwardStatus::amount_out_of_range;
  }
  return AwardStatus::accepted;
}

std::int64_t measured(CapMeasure measure, const ClaimLine& line) {
  switch (measure) {
    case CapMeasure::times:
      return 1;
    case CapMeasure::points:
      return std::abs(line.points.hundredths());
    case CapMeasure::quantity:
      return line.quantity;
  }
  return 0;
}

// What one request is checked against, line by line; earlier lines use up caps for later ones.
class Checker {
 public:
  Checker(const journal::CommandContext& context, std::string book_h, Date date)
      : m_database(context.database), m_book_h(std::move(book_h)), m_date(date) {
    m_village_caps = village::settings(m_database).caps;
  }

  AwardStatus check(const AwardLine& wanted, ClaimLine& line) {
    if (const auto status = check_people(wanted, line); status != AwardStatus::accepted) {
      return status;
    }
    const std::optional<Rule>& rule = rule_with(wanted.code);
    if (!rule) return AwardStatus::rule_not_in_force;
    line.code = wanted.code;
    line.src = wanted.src;
    line.date = m_date.iso();
    if (!line.src.empty()) {
      const std::string key = claim_key("", line);
      if (ledger::counted(m_database, key)) return AwardStatus::source_used;
      line.gen = ledger::generation_in_force(m_database, key);
    }
    if (const auto status = check_amount(*rule, wanted, line);
        status != AwardStatus::accepted) {
      return status;
    }
    return check_village_caps(line);
  }

 private:
  // A request of many lines has few rules.
  const std::optional<Rule>& rule_with(const std::string& code) {
    const auto [known, is_new] = m_rules.try_emplace(code);
    if (is_new) known->second = rule_of(m_database, m_book_h, code);
    return known->second;
  }

  AwardStatus check_people(const AwardLine& wanted, ClaimLine& line) {
    const auto household = roster::find_household(m_database, wanted.household);
    if (!household) return AwardStatus::household_unknown;
    if (roster::is_gone(household->state)) return AwardStatus::household_gone;
    line.household = household->id;
    if (!wanted.resident.is_empty()) {
      const auto resident = roster::find_resident(m_database, wanted.resident);
      if (!resident) return AwardStatus::resident_unknown;
      if (resident->household != household->id || roster::is_gone(resident->state)) {
        return AwardStatus::resident_elsewhere;
      }
      line.resident = resident->id;
    }
    const bool is_new =
        m_seen.emplace(line.household.str(), line.resident.str(), wanted.code, wanted.src).second;
    return is_new ? AwardStatus::accepted : AwardStatus::household_twice;
  }

  AwardStatus check_amount(const Rule& rule, const AwardLine& wanted, ClaimLine& line) {
    const Amount amount = amount_of(rule, wanted.quantity, wanted.chosen);
    if (amount.problem != AmountProblem::none) return status_of(amount.problem);
    line.points = amount.points;
    line.quantity = rule.type == RuleType::per_quantity ? *wanted.quantity : one_unit;
    if (!rule.cap) return AwardStatus::accepted;
    const std::int64_t added = measured(rule.cap->measure, line);
    if (rule.cap->span == CapSpan::entry) {
      return added > rule.cap->max ? AwardStatus::cap_reached : AwardStatus::accepted;
    }
    const bool is_of_resident = rule.cap->scope == CapScope::resident && !line.resident.is_empty();
    const std::string who = is_of_resident ? line.resident.str() : line.household.str();
    const auto [used, is_first] = m_used.try_emplace({who, rule.code}, 0);
    if (is_first) {
      used->second = cap_use(m_database, rule, line.household, line.resident, m_date)->used;
    }
    used->second += added;
    return used->second > rule.cap->max ? AwardStatus::cap_reached : AwardStatus::accepted;
  }

  // What the village lets a household or a person earn over all rules.
  AwardStatus check_village_caps(const ClaimLine& line) {
    if (line.points <= Points()) return AwardStatus::accepted;
    for (std::size_t i = 0; i < m_village_caps.size(); ++i) {
      const Cap& cap = m_village_caps[i];
      const bool is_of_resident = cap.scope == CapScope::resident && !line.resident.is_empty();
      const std::string who = is_of_resident ? line.resident.str() : line.household.str();
      const auto [used, is_first] = m_village_used.try_emplace({who, i}, 0);
      if (is_first) {
        used->second =
            village_cap_use(m_database, cap, line.household, line.resident, m_date).used;
      }
      if (cap.span == CapSpan::entry) used->second = 0;
      used->second += measured(cap.measure, line);
      if (used->second > cap.max) return AwardStatus::village_cap_reached;
    }
    return AwardStatus::accepted;
  }

  db::Database& m_database;
  std::string m_book_h;
  Date m_date;
  std::map<std::string, std::optional<Rule>> m_rules;  // by code, nothing for an unknown one
  std::set<std::tuple<std::string, std::string, std::string, std::string>> m_seen;
  std::map<std::pair<std::string, std::string>, std::int64_t> m_used;
  std::vector<Cap> m_village_caps;
  std::map<std::pair<std::string, std::size_t>, std::int64_t> m_village_used;  // by cap
};

AwardStatus check_request(const journal::CommandContext& context, const AwardRequest& request) {
  if (is_recorded(context.database, request.id)) return AwardStatus::already_recorded;
  if (context.journal.is_locked_by_unknown_kind()) return AwardStatus::book_locked;
  if (request.lines.empty()) return AwardStatus::no_lines;
  if (request.lines.size() > award_lines_max) return AwardStatus::too_many_lines;
  switch (village::business_date(context, request.typed_date).problem) {
    case village::DateProblem::none:
      break;
    case village::DateProblem::date_needed:
      return AwardStatus::date_needed;
    case village::DateProblem::date_in_future:
      return AwardStatus::date_in_future;
  }
  if (!fits(request.note, field_characters_max)) return AwardStatus::text_too_long;
  if (!request.witness.is_empty() && !roster::find_resident(context.database, request.witness)) {
    return AwardStatus::witness_unknown;
  }
  return AwardStatus::accepted;
}

journal::Draft claim_draft(const AwardRequest& request, const ClaimBody& body, Date date) {
  journal::Draft draft;
  draft.kind = kind_claim;
  draft.date = date.iso();
  draft.body = json_of(body);
  journal::set_personal_text(draft, "note", request.note);
  return draft;
}

// The posting of all lines of the claim event `claim_h`.
journal::Draft post_draft(db::Database& database, const ClaimBody& body, const std::string& claim_h,
                          Date date) {
  std::vector<PostLine> posts;
  for (const ClaimLine& line : body.lines) {
    PostLine post;
    post.household = line.household;
    post.points = line.points;
    if (!line.src.empty()) {
      post.claim = claim_key(claim_h, line);
      post.gen = ledger::generation_in_force(database, post_key(post.claim));
    }
    posts.push_back(std::move(post));
  }
  journal::Draft draft;
  draft.kind = kind_post;
  draft.date = date.iso();
  draft.body = json_of_posts(claim_h, posts);
  return draft;
}

void add_drafts(const journal::CommandContext& context, const AwardRequest& request,
                const std::string& book, const std::vector<ClaimLine>& lines, Date date,
                AwardPlan& plan) {
  for (std::size_t first = 0; first < lines.size(); first += lines_per_event) {
    const std::size_t last = std::min(lines.size(), first + lines_per_event);
    ClaimBody body{request.id, book, {}};
    for (std::size_t i = first; i < last; ++i) {
      body.lines.push_back(lines[i]);
      body.lines.back().line = static_cast<int>(i - first);
    }
    const std::size_t place = static_cast<std::size_t>(request.first_draft) + plan.drafts.size();
    plan.drafts.push_back(claim_draft(request, body, date));
    plan.drafts.push_back(post_draft(context.database, body, "@" + std::to_string(place), date));
  }
}

}  // namespace

AwardPlan plan_award(const journal::CommandContext& context, const AwardRequest& request) {
  CHECK(!request.id.is_empty());
  AwardPlan plan;
  plan.status = check_request(context, request);
  if (plan.status != AwardStatus::accepted) return plan;
  const Date date = village::business_date(context, request.typed_date).date;
  const std::optional<std::string> book = rule_book_h_on(context.database, date);
  if (!book) {
    plan.status = AwardStatus::no_rule_book;
    return plan;
  }
  Checker checker(context, *book, date);
  std::vector<ClaimLine> lines;
  Points total;
  for (std::size_t number = 0; number < request.lines.size(); ++number) {
    ClaimLine line;
    line.witness = request.witness;
    const AwardStatus status = checker.check(request.lines[number], line);
    if (status != AwardStatus::accepted) {
      plan.refused.push_back({number, status});
      continue;
    }
    total += line.points;
    lines.push_back(std::move(line));
  }
  if (!plan.refused.empty()) {
    plan.line = plan.refused.front().line;
    plan.status = plan.refused.front().status;
    return plan;
  }
  plan.total = total;
  add_drafts(context, request, *book, lines, date, plan);
  return plan;
}

}  // namespace jishan::points
