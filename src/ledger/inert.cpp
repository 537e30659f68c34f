#include "ledger/events.h"
#include "ledger/ledger.h"
#include "ledger/rules.h"

namespace jishan::ledger {
namespace {

using journal::InertCause;

// A reversal works on lines that are read; those are the acts, whether they count or not.
bool names_an_act(db::Database& database, const std::string& target) {
  const std::optional<Ref> ref = ref_from_text(target);
  db::Statement& act =
      ref ? database.cached(
                "SELECT 1 FROM ledger_act WHERE h = ?1 AND (?2 = -1 OR line = ?2) LIMIT 1")
          : database.cached(
                "SELECT 1 FROM ledger_act WHERE once_key = ?1 AND once_key <> '' LIMIT 1");
  const bool is_there = ref ? act.bind(ref->h.bytes, ref->line).step() : act.bind(target).step();
  act.reset();
  return is_there;
}

}  // namespace

void Ledger::explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const {
  const std::optional<ReverseBody> body = reverse_from(closed.event, &inert);
  if (!body || names_an_act(m_database, body->of)) return;
  inert.push_back({journal::whole_event, InertCause::target, body->of});
}

void Ledger::explain_acts(const journal::FoldEvent& closed, journal::InertList& inert) const {
  db::Statement& idle = m_database.cached(
      "SELECT line, standing, once_key FROM ledger_act WHERE h = ?1 AND standing IN (?2, ?3)");
  idle.bind(closed.event.h.bytes, Standing::surplus, Standing::inert);
  while (idle.step()) {
    const bool is_surplus = static_cast<Standing>(idle.integer(1)) == Standing::surplus;
    inert.push_back({static_cast<int>(idle.integer(0)),
                     is_surplus ? InertCause::surplus : InertCause::generation, idle.str(2)});
  }
}

}  // namespace jishan::ledger
