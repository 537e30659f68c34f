#include "app/founding.h"

#include <utility>
#include <vector>

#include "app/app.h"
#include "base/check.h"
#include "base/text.h"
#include "points/commands.h"
#include "points/rules.h"
#include "roster/commands.h"
#include "village/commands.h"

namespace jishan::app {
namespace {

FoundingStatus status_of(village::FoundStatus status) {
  switch (status) {
    case village::FoundStatus::accepted: return FoundingStatus::accepted;
    case village::FoundStatus::name_missing: return FoundingStatus::name_missing;
    case village::FoundStatus::name_too_long: return FoundingStatus::name_too_long;
    case village::FoundStatus::town_too_long: return FoundingStatus::town_too_long;
    case village::FoundStatus::book_not_empty:
    case village::FoundStatus::code_malformed:
    case village::FoundStatus::offset_out_of_range: break;
  }
  CHECK(false);  // the form asks for nothing that these could refuse
  return FoundingStatus::name_missing;
}

template <class Status>
void append(std::vector<journal::Draft>& drafts, journal::Planned<Status> planned) {
  for (journal::Draft& draft : planned.drafts) drafts.push_back(std::move(draft));
}

// In force from New Year's Day, because the first entries of a new book are often of the weeks
// before it.
journal::Planned<points::PublishStatus> template_rule_book(const journal::CommandContext& context) {
  const auto from = Date::from_ymd(context.today.year(), 1, 1);
  CHECK(from.has_value());
  auto plan = points::plan_publish(
      context, {.name = "积分细则", .from = *from, .rules = points::template_rules()});
  CHECK(plan.status == points::PublishStatus::accepted);
  return plan;
}

}  // namespace

FoundingStatus found_village(App& app, const FoundingRequest& request) {
  // Everything is planned against an empty book, so that a refusal leaves no trace in the store.
  Book empty;
  Ports& ports = app.ports();
  const auto context =
      village::command_context(empty.journal(), ports.random, ports.clock.now_minutes());
  auto genesis = village::plan_found(context, {.name = request.name, .town = request.town});
  if (genesis.status != village::FoundStatus::accepted) return status_of(genesis.status);
  auto groups = roster::plan_groups(context, {.count = request.groups});
  if (groups.status != roster::GroupsStatus::accepted) return FoundingStatus::groups_out_of_range;
  const std::string person(trimmed(request.operator_name));
  if (person.empty()) return FoundingStatus::operator_missing;
  if (!fits(person, village::person_name_characters_max)) return FoundingStatus::operator_too_long;

  std::vector<journal::Draft> drafts;
  append(drafts, std::move(genesis));
  append(drafts, std::move(groups));
  append(drafts, template_rule_book(context));
  app.create_book(request.name, "real", [&app, request, person, drafts] {
    app.session().introduce_operator(person, request.operator_role, app.ports().random);
    app.session().name_laptop(request.laptop);
    app.perform(journal::Planned<village::FoundStatus>{village::FoundStatus::accepted, drafts});
  });
  return FoundingStatus::accepted;
}

}  // namespace jishan::app
