#include <map>
#include <set>

#include "ledger/events.h"
#include "ledger/queries.h"
#include "points/commands.h"

namespace jishan::points {
namespace {

using ledger::ReversalTarget;

// The claim of a posting, as far as it still stands: a posting may outlive its claim.
std::optional<ReversalTarget> open_claim(db::Database& database, const std::string& claim) {
  if (ledger::ref_from_text(claim)) {
    const auto act = ledger::act_of_ref(database, claim);
    if (!act || act->standing != ledger::Standing::live) return std::nullopt;
    return ReversalTarget{claim, 1};
  }
  const auto counted = ledger::counted(database, claim);
  if (!counted) return std::nullopt;
  return ReversalTarget{claim, counted->gen};
}

// The claim key of a posting; "" for a grant; nothing for an act of another slice.
std::optional<std::string> claim_of_act(db::Database& database, std::int64_t act) {
  db::Statement& post = database.cached("SELECT claim FROM points_post WHERE act = ?1");
  post.bind(act);
  if (post.step()) {
    std::string claim = post.str(0);
    post.reset();
    return claim;
  }
  db::Statement& grant = database.cached("SELECT 1 FROM points_grant WHERE act = ?1");
  grant.bind(act);
  const bool is_grant = grant.step();
  grant.reset();
  if (!is_grant) return std::nullopt;
  return std::string();
}

struct AwardEvents {
  std::set<std::string> claims;                              // h of pts.claim
  std::map<std::string, std::vector<ReversalTarget>> posts;  // h of pts.post → lines of this award
};

AwardEvents events_of_award(db::Database& database, const ActId& id) {
  AwardEvents events;
  db::Statement& rows = database.cached(
      "SELECT lower(hex(c.h)), lower(hex(p.h)), p.once_key, p.gen FROM points_claim k"
      " JOIN ledger_act c ON c.number = k.act"
      " LEFT JOIN points_post q ON q.claim = k.claim LEFT JOIN ledger_act p ON p.number = q.act"
      " WHERE k.id = ?1 ORDER BY c.lamport, c.h, c.line");
  rows.bind(id);
  while (rows.step()) {
    events.claims.insert(rows.str(0));
    if (!rows.is_null(1)) events.posts[rows.str(1)].push_back({rows.str(2), rows.integer(3)});
  }
  return events;
}

}  // namespace

journal::Planned<ledger::ReverseStatus> plan_reverse_entry(const journal::CommandContext& context,
                                                           const ReverseEntryRequest& request) {
  const auto act = ledger::act_of_ref(context.database, request.ref);
  const auto claim = act ? claim_of_act(context.database, act->act) : std::nullopt;
  if (!claim) return {ledger::ReverseStatus::not_found, {}};
  ledger::ReverseRequest reverse;
  reverse.targets.push_back({act->once_key, act->gen});
  if (!claim->empty()) {
    if (auto target = open_claim(context.database, *claim)) reverse.targets.push_back(*target);
  }
  reverse.why = request.why;
  reverse.note = request.note;
  reverse.typed_date = request.typed_date;
  return ledger::plan_reverse(context, reverse);
}

// One reversal for a whole event where the event holds nothing but lines of this award.
journal::Planned<ledger::ReverseStatus> plan_undo_award(const journal::CommandContext& context,
                                                        ActId id) {
  const AwardEvents events = events_of_award(context.database, id);
  ledger::ReverseRequest reverse;
  reverse.why = ledger::Why::undo;
  for (const auto& [h, lines] : events.posts) {
    const auto acts = ledger::acts_of_event(context.database, *journal::Hash::from_hex(h));
    if (acts.size() == lines.size()) {
      reverse.targets.push_back({h, 1});
    } else {
      reverse.targets.insert(reverse.targets.end(), lines.begin(), lines.end());
    }
  }
  for (const std::string& h : events.claims) reverse.targets.push_back({h, 1});
  return ledger::plan_reverse(context, reverse);
}

}  // namespace jishan::points
