#include <algorithm>
#include <string>
#include <utility>

#include "base/check.h"
#include "ledger/ledger.h"
#include "ledger/members.h"
#include "points/events.h"
#include "points/queries.h"

namespace jishan::points {
namespace {

// The note of an event is one text for all its lines; an event of many lines is read once.
class Notes {
 public:
  explicit Notes(const journal::Journal& journal) : m_journal(journal) {}

  void read_into(PassbookRow& row, std::int64_t event_number) {
    const auto [place, is_new] = m_read.try_emplace(event_number);
    if (is_new) place->second = read(event_number);
    row.note = place->second.note;
    row.is_note_missing = place->second.is_missing;
  }

 private:
  struct Note {
    Personal note;
    bool is_missing = false;
  };
  [[nodiscard]] Note read(std::int64_t event_number) const {
    const journal::Event event = m_journal.event(event_number);
    if (!event.personal) return {Personal(), event.personal_hash.has_value()};
    return {Personal(personal_text(event, "note")), false};
  }

  const journal::Journal& m_journal;
  std::map<std::int64_t, Note> m_read;
};

struct ActPlace {
  std::int64_t event = 0;
  std::optional<std::int64_t> reversal_event;
  std::string household;
};

ActPlace place_of(db::Database& database, std::int64_t act) {
  db::Statement& row = database.cached(
      "SELECT a.event, r.event, a.household FROM ledger_act a"
      " LEFT JOIN ledger_reversal r ON r.number = a.reversal WHERE a.number = ?1");
  row.bind(act);
  CHECK(row.step());
  ActPlace place{row.integer(0), std::nullopt, row.str(2)};
  if (!row.is_null(1)) place.reversal_event = row.integer(1);
  row.reset();
  return place;
}

// An award's rule, quantity and people stand in its claim: of twins, the one that counts or
// counted.
std::optional<std::int64_t> describe_award(db::Database& database, PassbookRow& row) {
  db::Statement& found = database.cached(
      "SELECT p.pts, c.event, c.book, c.code, c.qty, c.resident, c.witness"
      " FROM points_post p LEFT JOIN points_claim c ON c.claim = p.claim"
      " LEFT JOIN ledger_act a ON a.number = c.act WHERE p.act = ?1"
      " ORDER BY a.standing, a.lamport, a.h, a.line LIMIT 1");
  found.bind(row.entry.act);
  if (!found.step()) return std::nullopt;
  row.reason = found.integer(0) < 0 ? EntryReason::deduction : EntryReason::award;
  if (found.is_null(1)) {
    found.reset();
    return 0;
  }
  const std::int64_t claim_event = found.integer(1);
  journal::Hash book;
  const db::Bytes bytes = found.blob(2);
  std::copy(bytes.begin(), bytes.end(), book.bytes.begin());
  row.code = found.str(3);
  row.quantity = found.integer(4);
  row.resident = found.id<ResidentId>(5);
  row.witness = found.id<ResidentId>(6);
  found.reset();
  if (const std::optional<Rule> rule = rule_of(database, book.hex(), row.code)) {
    row.rule_class = rule->rule_class;
    row.text = rule->text;
    row.unit = rule->unit;
  }
  return claim_event;
}

std::optional<EntryReason> grant_reason(db::Database& database, std::int64_t act) {
  db::Statement& row = database.cached("SELECT class FROM points_grant WHERE act = ?1");
  row.bind(act);
  if (!row.step()) return std::nullopt;
  const auto grant_class = static_cast<GrantClass>(row.integer(0));
  row.reset();
  switch (grant_class) {
    case GrantClass::open:
      return EntryReason::opening;
    case GrantClass::base:
      return EntryReason::base;
    case GrantClass::gift:
      return EntryReason::gift;
    case GrantClass::other:
      return EntryReason::other_grant;
  }
  return EntryReason::other_grant;
}

bool is_redemption(db::Database& database, std::int64_t act) {
  db::Statement& row =
      database.cached("SELECT 1 FROM ledger_transfer WHERE act = ?1 AND credit = ?2 LIMIT 1");
  row.bind(act, ledger::redeemed);
  const bool found = row.step();
  row.reset();
  return found;
}

PassbookRow row_of(db::Database& database, Notes& notes, ledger::Entry entry) {
  PassbookRow row;
  row.entry = std::move(entry);
  const ActPlace place = place_of(database, row.entry.act);
  row.household = HouseholdId::from_text(place.household).value_or(HouseholdId());
  std::int64_t note_event = place.event;
  if (const auto claim_event = describe_award(database, row)) {
    if (*claim_event != 0) note_event = *claim_event;
  } else if (const auto reason = grant_reason(database, row.entry.act)) {
    row.reason = *reason;
  } else {
    row.reason =
        is_redemption(database, row.entry.act) ? EntryReason::redemption : EntryReason::other;
  }
  if (row.entry.face == ledger::EntryFace::reversal) {
    CHECK(place.reversal_event);
    note_event = *place.reversal_event;
  }
  notes.read_into(row, note_event);
  return row;
}

std::vector<PassbookRow> rows_of(db::Database& database, const journal::Journal& journal,
                                 std::vector<ledger::Entry> entries) {
  Notes notes(journal);
  std::vector<PassbookRow> rows;
  rows.reserve(entries.size());
  for (ledger::Entry& entry : entries) {
    rows.push_back(row_of(database, notes, std::move(entry)));
  }
  return rows;
}

bool belongs(FigureKind kind, EntryReason reason) {
  switch (kind) {
    case FigureKind::balance:
      return true;
    case FigureKind::gained:
      return reason == EntryReason::award;
    case FigureKind::deducted:
      return reason == EntryReason::deduction;
    case FigureKind::granted:
      return reason == EntryReason::opening || reason == EntryReason::base ||
             reason == EntryReason::other_grant;
    case FigureKind::redeemed:
      return reason == EntryReason::redemption;
  }
  return false;
}

bool answers(const FigureQuestion& question, const PassbookRow& row) {
  if (!belongs(question.kind, row.reason)) return false;
  const std::string& classes = question.rule_classes;
  return classes.empty() || classes.find(row.rule_class) != std::string::npos;
}

// What the village's households hold is what the other accounts gave them: their lines, seen from
// the other side.
std::vector<ledger::Entry> village_entries(db::Database& database, const journal::Journal& journal,
                                           const ledger::DateSpan& span) {
  std::vector<ledger::Entry> all;
  for (const std::string_view account : {ledger::issued, ledger::redeemed, ledger::expired}) {
    for (ledger::Entry& entry :
         ledger::entries(database, journal, account, ledger::points_unit, span)) {
      entry.amount = -entry.amount;
      all.push_back(std::move(entry));
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const ledger::Entry& a, const ledger::Entry& b) { return a.date < b.date; });
  std::int64_t sum = 0;
  for (ledger::Entry& entry : all) entry.balance = sum += entry.amount;
  return all;
}

ledger::DateSpan span_of(const FigureQuestion& question) {
  if (question.kind != FigureKind::balance) return question.span;
  return {std::string(), question.span.last};
}

}  // namespace

std::vector<PassbookRow> passbook(db::Database& database, const journal::Journal& journal,
                                  HouseholdId household, ledger::DateSpan span) {
  return rows_of(
      database, journal,
      ledger::entries(database, journal, household.text(), ledger::points_unit, std::move(span)));
}

std::optional<PassbookRow> entry_of(db::Database& database, const journal::Journal& journal,
                                    std::string_view ref) {
  const std::optional<ledger::ActView> act = ledger::act_of_ref(database, ref);
  if (!act || act->household.is_empty()) return std::nullopt;
  const std::optional<ledger::Entry> entry =
      ledger::entry_of_act(database, journal, act->act, ledger::points_unit);
  if (!entry) return std::nullopt;
  Notes notes(journal);
  return row_of(database, notes, *entry);
}

std::vector<PassbookRow> recent_entries(db::Database& database, const journal::Journal& journal,
                                        int rows_max) {
  std::vector<std::int64_t> acts;
  // Acts are walked from the newest on until enough were found, however long the book is.
  db::Statement& rows = database.cached(
      "SELECT p.act FROM ledger_act a INDEXED BY ledger_act_order CROSS JOIN points_post p ON "
      "p.act = a.number"
      " WHERE a.standing IN (0, 1) AND p.pts <> 0"
      " ORDER BY a.lamport DESC, a.h DESC, a.line DESC LIMIT ?1");
  rows.bind(rows_max);
  while (rows.step()) acts.push_back(rows.integer(0));
  std::vector<ledger::Entry> entries;
  for (const std::int64_t act : acts) {
    auto entry = ledger::entry_of_act(database, journal, act, ledger::points_unit);
    if (entry) entries.push_back(std::move(*entry));
  }
  return rows_of(database, journal, std::move(entries));
}

std::vector<GainedPart> gained_by_month(db::Database& database, const ledger::DateSpan& span) {
  // Added up by rule before classes are looked for, because a rule is found by a walk through its
  // book. The claim is the one that describe_award shows.
  db::Statement& rows = database.cached(
      "WITH line (month, claim, pts) AS ("
      " SELECT substr(a.date, 1, 7), p.claim, p.pts"
      "  FROM points_post p JOIN ledger_act a ON a.number = p.act"
      "  WHERE p.pts > 0 AND a.standing IN (0, 1)"
      "   AND (?1 = '' OR a.date >= ?1) AND (?2 = '' OR a.date <= ?2)"
      " UNION ALL SELECT substr(r.date, 1, 7), p.claim, -p.pts"
      "  FROM points_post p JOIN ledger_act a ON a.number = p.act"
      "  JOIN ledger_reversal r ON r.number = a.reversal"
      "  WHERE p.pts > 0 AND a.standing = 1"
      "   AND (?1 = '' OR r.date >= ?1) AND (?2 = '' OR r.date <= ?2)),"
      " by_rule (month, book, code, pts) AS ("
      " SELECT l.month, c.book, c.code, sum(l.pts) FROM line l"
      "  LEFT JOIN points_claim c ON c.act = ("
      "   SELECT d.act FROM points_claim d LEFT JOIN ledger_act k ON k.number = d.act"
      "    WHERE d.claim = l.claim ORDER BY k.standing, k.lamport, k.h, k.line LIMIT 1)"
      "  GROUP BY l.month, c.book, c.code)"
      " SELECT month, coalesce((SELECT r.class FROM points_book b"
      "   JOIN points_rule r ON r.book = b.event AND r.code = by_rule.code"
      "   WHERE b.h = by_rule.book ORDER BY r.position LIMIT 1), '') AS class, sum(pts)"
      " FROM by_rule GROUP BY month, class ORDER BY month, class");
  rows.bind(span.first, span.last);
  std::vector<GainedPart> parts;
  while (rows.step()) {
    const std::string rule_class = rows.str(1);
    parts.push_back({rows.str(0), rule_class.empty() ? '\0' : rule_class.front(), rows.points(2)});
  }
  return parts;
}

Points figure(db::Database& database, const FigureQuestion& question) {
  const ledger::DateSpan span = span_of(question);
  if (!question.rule_classes.empty()) {
    CHECK(question.kind == FigureKind::gained && question.household.is_empty());
    Points sum;
    for (const GainedPart& part : gained_by_month(database, span)) {
      if (question.rule_classes.find(part.rule_class) != std::string::npos) sum += part.points;
    }
    return sum;
  }
  // An empty household stands for all; a line between two households then cancels out. For one
  // household only its own acts are looked at, through the indexes of both sides.
  db::Statement& row = database.cached(
      "WITH own (act) AS ("
      " SELECT number FROM ledger_act WHERE ?2 = ''"
      " UNION SELECT act FROM ledger_transfer WHERE ?2 <> '' AND debit = ?2 AND unit = ?1"
      " UNION SELECT act FROM ledger_transfer WHERE ?2 <> '' AND credit = ?2 AND unit = ?1),"
      " line (act, date, debit, credit, amount) AS ("
      " SELECT a.number, a.date, t.debit, t.credit, t.amount"
      "  FROM own CROSS JOIN ledger_act a ON a.number = own.act"
      "  JOIN ledger_transfer t ON t.act = a.number WHERE t.unit = ?1 AND a.standing IN (0, 1)"
      " UNION ALL SELECT a.number, r.date, t.credit, t.debit, t.amount"
      "  FROM own CROSS JOIN ledger_act a ON a.number = own.act"
      "  JOIN ledger_reversal r ON r.number = a.reversal"
      "  JOIN ledger_transfer t ON t.act = a.number WHERE t.unit = ?1 AND a.standing = 1)"
      " SELECT coalesce(sum("
      "   CASE WHEN credit = ?2 OR (?2 = '' AND credit >= 'h' AND credit < 'i') THEN amount"
      "    ELSE 0 END"
      "   - CASE WHEN debit = ?2 OR (?2 = '' AND debit >= 'h' AND debit < 'i') THEN amount"
      "    ELSE 0 END), 0)"
      " FROM line WHERE (?3 = '' OR date >= ?3) AND (?4 = '' OR date <= ?4) AND CASE ?5"
      "   WHEN 0 THEN 1"
      "   WHEN 1 THEN EXISTS (SELECT 1 FROM points_post p WHERE p.act = line.act AND p.pts > 0)"
      "   WHEN 2 THEN EXISTS (SELECT 1 FROM points_post p WHERE p.act = line.act AND p.pts < 0)"
      "   WHEN 3 THEN EXISTS (SELECT 1 FROM points_grant g WHERE g.act = line.act)"
      "   ELSE 'redeemed' IN (debit, credit) END");
  Points sum;
  std::vector<std::string> members = {std::string()};
  if (!question.household.is_empty()) {
    members = ledger::members_of_account(database, question.household.text());
  }
  for (const std::string& member : members) {
    row.bind(ledger::points_unit, member, span.first, span.last, question.kind);
    CHECK(row.step());
    sum += row.points(0);
    row.reset();
  }
  return sum;
}

std::vector<PassbookRow> figure_entries(db::Database& database, const journal::Journal& journal,
                                        const FigureQuestion& question) {
  const ledger::DateSpan span = span_of(question);
  std::vector<ledger::Entry> entries =
      question.household.is_empty() ? village_entries(database, journal, span)
                                    : ledger::entries(database, journal, question.household.text(),
                                                      ledger::points_unit, span);
  std::vector<PassbookRow> rows = rows_of(database, journal, std::move(entries));
  std::erase_if(rows, [&](const PassbookRow& row) { return !answers(question, row); });
  return rows;
}

}  // namespace jishan::points
