#include "ledger/commands.h"

#include "base/text.h"
#include "ledger/events.h"
#include "ledger/killed.h"
#include "ledger/queries.h"
#include "village/commands.h"

namespace jishan::ledger {
namespace {

enum class TargetState { open, reversed, missing };

std::string_view text_of(Why why) {
  switch (why) {
    case Why::mistake:
      return "mistake";
    case Why::duplicate:
      return "duplicate";
    case Why::objection:
      return "objection";
    case Why::returned:
      return "returned";
    case Why::undo:
      return "undo";
    case Why::other:
      return "other";
  }
  return "other";
}

// A surplus twin stands for its key, so reversing it reverses what counts.
TargetState state_of_act(db::Database& database, const ActView& act) {
  switch (act.standing) {
    case Standing::live:
      return TargetState::open;
    case Standing::reversed:
      return TargetState::reversed;
    case Standing::inert:
      return TargetState::missing;
    case Standing::surplus:
      break;
  }
  return generation_in_force(database, act.once_key) > act.gen ? TargetState::reversed
                                                               : TargetState::open;
}

TargetState state_of_event(db::Database& database, const journal::Hash& h) {
  TargetState state = TargetState::missing;
  for (const ActView& act : acts_of_event(database, h)) {
    const TargetState of_line = state_of_act(database, act);
    if (of_line == TargetState::open) return TargetState::open;
    if (of_line == TargetState::reversed) state = TargetState::reversed;
  }
  return state;
}

TargetState state_of(db::Database& database, const ReversalTarget& target) {
  if (const std::optional<Ref> ref = ref_from_text(target.of)) {
    if (ref->line < 0) return state_of_event(database, ref->h);
    const std::optional<ActView> act = act_of_ref(database, target.of);
    return act ? state_of_act(database, *act) : TargetState::missing;
  }
  if (killed_gens(database, target.of).count(target.gen) > 0) return TargetState::reversed;
  const std::optional<Counted> live = counted(database, target.of);
  return live && live->gen == target.gen ? TargetState::open : TargetState::missing;
}

journal::Draft draft_of(const ReversalTarget& target, const ReverseRequest& request, Date date) {
  journal::Draft draft;
  draft.kind = kind_reverse;
  draft.date = date.iso();
  draft.body = json_of(ReverseBody{target.of, target.gen, request.back == GoodsBack::returned,
                                   std::string(text_of(request.why))});
  journal::set_personal_text(draft, "note", request.note);
  return draft;
}

}  // namespace

journal::Planned<ReverseStatus> plan_reverse(const journal::CommandContext& context,
                                             const ReverseRequest& request) {
  std::vector<ReversalTarget> open;
  for (const ReversalTarget& target : request.targets) {
    switch (state_of(context.database, target)) {
      case TargetState::open:
        open.push_back(target);
        break;
      case TargetState::reversed:
        break;
      case TargetState::missing:
        return {ReverseStatus::not_found, {}};
    }
  }
  if (request.targets.empty()) return {ReverseStatus::not_found, {}};
  if (open.empty()) return {ReverseStatus::already_reversed, {}};
  if (context.journal.is_locked_by_unknown_kind()) return {ReverseStatus::book_locked, {}};
  if (request.why != Why::undo && trimmed(request.note).empty()) {
    return {ReverseStatus::reason_missing, {}};
  }
  if (!fits(request.note, field_characters_max)) return {ReverseStatus::text_too_long, {}};
  const village::BusinessDate date = village::business_date(context, request.typed_date);
  switch (date.problem) {
    case village::DateProblem::none:
      break;
    case village::DateProblem::date_needed:
      return {ReverseStatus::date_needed, {}};
    case village::DateProblem::date_in_future:
      return {ReverseStatus::date_in_future, {}};
  }
  journal::Planned<ReverseStatus> plan{ReverseStatus::accepted, {}};
  for (const ReversalTarget& target : open) {
    plan.drafts.push_back(draft_of(target, request, date.date));
  }
  return plan;
}

}  // namespace jishan::ledger
