// How much of a cap is used: live entries on the days it looks at.
#include <string>

#include "ledger/members.h"
#include "points/queries.h"

namespace jishan::points {
namespace {

// Days as the tables hold them; all there can be where a cap has no period.
struct Days {
  std::string first = "0000-00-00";
  std::string last = "9999-99-99";
};

Days days_of(const Cap& cap, Date date) {
  const std::optional<Period> period = cap_period(cap.span, date);
  return period ? Days{period->first.iso(), period->last.iso()} : Days();
}

// Columns: times, points, quantity.
std::int64_t used_by(db::Statement& rows, CapMeasure measure) {
  std::int64_t used = 0;
  if (rows.step()) {
    used = rows.integer(measure == CapMeasure::times ? 0 : measure == CapMeasure::points ? 1 : 2);
    rows.reset();
  }
  return used;
}

// A cap of persons that is asked about an entry without one counts the household's others of this
// sort.
bool is_by_person(const Cap& cap, const ResidentId& resident) {
  return cap.scope == CapScope::resident && !resident.is_empty();
}

}  // namespace

// Counts live claims of the same code, under whichever book they were made.
std::optional<CapUse> cap_use(db::Database& database, const Rule& rule, HouseholdId household,
                              ResidentId resident, Date date) {
  if (!rule.cap) return std::nullopt;
  CapUse use{*rule.cap, 0};
  if (use.cap.span == CapSpan::entry) return use;
  const Days days = days_of(use.cap, date);
  if (is_by_person(use.cap, resident)) {
    db::Statement& rows = database.cached(
        "SELECT count(*), coalesce(sum(abs(c.pts)), 0), coalesce(sum(c.qty), 0)"
        " FROM points_claim c JOIN ledger_act a ON a.number = c.act"
        " WHERE c.resident IN (SELECT ?1 UNION SELECT b.member FROM roster_alias a"
        "  JOIN roster_alias b USING (root) WHERE a.member = ?1)"
        " AND c.resident <> '' AND c.code = ?2 AND c.date BETWEEN ?3 AND ?4"
        " AND a.standing = 0");
    rows.bind(resident, rule.code, days.first, days.last);
    use.used = used_by(rows, use.cap.measure);
    return use;
  }
  const bool only_unnamed = use.cap.scope == CapScope::resident;
  for (const std::string& member : ledger::members_of_account(database, household.text())) {
    db::Statement& rows = database.cached(
        "SELECT count(*), coalesce(sum(abs(c.pts)), 0), coalesce(sum(c.qty), 0)"
        " FROM points_claim c JOIN ledger_act a ON a.number = c.act"
        " WHERE c.household = ?1 AND c.code = ?2 AND c.date BETWEEN ?3 AND ?4"
        " AND a.standing = 0 AND (?5 = 0 OR c.resident = '')");
    rows.bind(member, rule.code, days.first, days.last, only_unnamed);
    use.used += used_by(rows, use.cap.measure);
  }
  return use;
}

CapUse village_cap_use(db::Database& database, const Cap& cap, HouseholdId household,
                       ResidentId resident, Date date) {
  CapUse use{cap, 0};
  if (cap.span == CapSpan::entry) return use;
  const Days days = days_of(cap, date);
  if (is_by_person(cap, resident)) {
    db::Statement& rows = database.cached(
        "SELECT count(*), coalesce(sum(c.pts), 0), 0"
        " FROM points_claim c JOIN ledger_act a ON a.number = c.act"
        " WHERE c.resident IN (SELECT ?1 UNION SELECT b.member FROM roster_alias a"
        "  JOIN roster_alias b USING (root) WHERE a.member = ?1)"
        " AND c.resident <> '' AND c.date BETWEEN ?2 AND ?3"
        " AND c.pts > 0 AND a.standing = 0");
    rows.bind(resident, days.first, days.last);
    use.used = used_by(rows, cap.measure);
    return use;
  }
  const bool only_unnamed = cap.scope == CapScope::resident;
  for (const std::string& member : ledger::members_of_account(database, household.text())) {
    db::Statement& rows = database.cached(
        "SELECT count(*), coalesce(sum(c.pts), 0), 0"
        " FROM points_claim c JOIN ledger_act a ON a.number = c.act"
        " WHERE c.household = ?1 AND c.date BETWEEN ?2 AND ?3"
        " AND c.pts > 0 AND a.standing = 0 AND (?4 = 0 OR c.resident = '')");
    rows.bind(member, days.first, days.last, only_unnamed);
    use.used += used_by(rows, cap.measure);
  }
  return use;
}

}  // namespace jishan::points
