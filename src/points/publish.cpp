#include "base/text.h"
#include "points/commands.h"
#include "points/events.h"
#include "points/queries.h"
#include "points/rule_codec.h"

namespace jishan::points {
namespace {

constexpr std::size_t rules_max = journal::array_elements_max;
// Leaves room for the header of the event with all its parents.
constexpr std::size_t body_bytes_max = 40 * 1024;

bool is_same_book(const RuleBook& book, const PublishRequest& request) {
  if (book.name != request.name || book.from != request.from.iso() ||
      book.rules.size() != request.rules.size()) {
    return false;
  }
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    if (!(json_of(book.rules[i]) == json_of(request.rules[i]))) return false;
  }
  return true;
}

bool is_recorded(db::Database& database, const PublishRequest& request) {
  for (const RuleBook& book : rule_books(database)) {
    if (is_same_book(book, request)) return true;
  }
  return false;
}

PublishStatus check(const journal::CommandContext& context, const PublishRequest& request,
                    const PublishPlan& plan) {
  if (trimmed(request.name).empty()) return PublishStatus::name_missing;
  if (!fits(request.name, rule_book_name_characters_max)) return PublishStatus::text_too_long;
  if (request.rules.empty()) return PublishStatus::no_rules;
  if (request.rules.size() > rules_max) return PublishStatus::too_many_rules;
  if (!plan.findings.empty()) return PublishStatus::rule_problem;
  if (is_recorded(context.database, request)) return PublishStatus::already_recorded;
  if (!plan.unlawful.empty() && request.unlawful_words == UnlawfulWords::refuse) {
    return PublishStatus::unlawful_wording;
  }
  return PublishStatus::accepted;
}

}  // namespace

PublishPlan plan_publish(const journal::CommandContext& context, const PublishRequest& request) {
  PublishPlan plan;
  plan.findings = problems_of(request.rules);
  plan.unlawful = unlawful_wording(request.rules);
  plan.status = check(context, request, plan);
  if (plan.status != PublishStatus::accepted) return plan;

  const std::optional<RuleBook> previous = rule_book_on(context.database, request.from);
  journal::Draft draft;
  draft.kind = kind_publish;
  draft.date = context.today.iso();
  draft.body = json_of(PublishBody{request.name, request.from.iso(),
                                   previous ? previous->h : std::string(), request.rules});
  if (draft.body.canonical().size() > body_bytes_max) {
    plan.status = PublishStatus::too_large;
    return plan;
  }
  plan.drafts.push_back(std::move(draft));
  return plan;
}

}  // namespace jishan::points
