#include "ledger/queries.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/check.h"
#include "ledger/events.h"
#include "ledger/killed.h"
#include "ledger/members.h"
#include "ledger/rows.h"

namespace jishan::ledger {
namespace {

// An entry with its place in the order of the passbook: date, then (l, h) of the event that made
// the line; the lines of one reversal follow the places of what they reverse.
struct Placed {
  Entry entry;
  std::int64_t event = 0;
  Place made;
  Place act;
};

bool comes_before(const Placed& a, const Placed& b) {
  if (a.entry.date != b.entry.date) return a.entry.date < b.entry.date;
  if (!(a.made == b.made)) return a.made < b.made;
  return a.act < b.act;
}

void add_lines_of_account(db::Database& database, std::string_view account, std::string_view unit,
                          std::vector<Placed>& lines) {
  db::Statement& rows = database.cached(
      "SELECT a.number, a.lamport, a.h, a.line, a.once_key, a.gen, a.date, a.event,"
      " sum(CASE WHEN t.credit = ?1 THEN t.amount ELSE 0 END)"
      " - sum(CASE WHEN t.debit = ?1 THEN t.amount ELSE 0 END),"
      " r.number, r.event, r.lamport, r.h, r.date"
      " FROM ledger_transfer t JOIN ledger_act a ON a.number = t.act"
      " LEFT JOIN ledger_reversal r ON r.number = a.reversal"
      " WHERE t.unit = ?2 AND (t.debit = ?1 OR t.credit = ?1) AND a.standing IN (0, 1)"
      " GROUP BY a.number");
  rows.bind(account, unit);
  while (rows.step()) {
    Placed line;
    line.act = place_columns(rows, 1);
    line.made = line.act;
    line.event = rows.integer(7);
    line.entry.act = rows.integer(0);
    line.entry.ref = ref_text(line.act.h, line.act.line);
    line.entry.once_key = rows.str(4);
    line.entry.gen = rows.integer(5);
    line.entry.date = rows.str(6);
    line.entry.amount = rows.integer(8);
    if (rows.is_null(9)) {
      lines.push_back(std::move(line));
      continue;
    }
    Placed red = line;
    red.made = {rows.integer(11), hash_column(rows, 12), 0};
    red.event = rows.integer(10);
    red.entry.face = EntryFace::reversal;
    red.entry.date = rows.str(13);
    red.entry.amount = -line.entry.amount;
    red.entry.reversal = line.entry.reversal = red.made.h.hex();
    lines.push_back(std::move(line));
    lines.push_back(std::move(red));
  }
}

bool is_within(const std::string& date, const DateSpan& span) {
  return (span.first.empty() || date >= span.first) && (span.last.empty() || date <= span.last);
}

Written written_of(const journal::Journal& journal, std::int64_t number) {
  const journal::Event event = journal.event(number);
  return {event.kind, event.operator_id, event.writer, event.minutes};
}

ActView act_view(const db::Statement& row) {
  ActView view;
  view.act = row.integer(0);
  view.once_key = row.str(1);
  view.gen = row.integer(2);
  view.date = row.str(3);
  view.household = row.id<HouseholdId>(4);
  view.standing = static_cast<Standing>(row.integer(5));
  return view;
}

}  // namespace

std::int64_t balance(db::Database& database, std::string_view account, std::string_view unit) {
  std::int64_t sum = 0;
  for (const std::string& member : members_of_account(database, account)) {
    db::Statement& row =
        database.cached("SELECT amount FROM ledger_balance WHERE account = ?1 AND unit = ?2");
    row.bind(member, unit);
    if (row.step()) sum += row.integer(0);
    row.reset();
  }
  return sum;
}

std::vector<Entry> entries(db::Database& database, const journal::Journal& journal,
                           std::string_view account, std::string_view unit, DateSpan span) {
  std::vector<Placed> lines;
  for (const std::string& member : members_of_account(database, account)) {
    add_lines_of_account(database, member, unit, lines);
  }
  std::sort(lines.begin(), lines.end(), comes_before);
  std::vector<Entry> shown;
  std::map<std::int64_t, Written> written;  // an event of many lines is read once
  std::int64_t sum = 0;
  for (Placed& line : lines) {
    sum += line.entry.amount;
    if (!is_within(line.entry.date, span)) continue;
    line.entry.balance = sum;
    const auto [place, is_new] = written.try_emplace(line.event);
    if (is_new) place->second = written_of(journal, line.event);
    line.entry.written = place->second;
    shown.push_back(std::move(line.entry));
  }
  return shown;
}

std::optional<Entry> entry_of_act(db::Database& database, const journal::Journal& journal,
                                  std::int64_t act, std::string_view unit) {
  db::Statement& row = database.cached(
      "SELECT a.h, a.line, a.once_key, a.gen, a.date, a.event,"
      " sum(CASE WHEN t.credit = a.household THEN t.amount ELSE 0 END)"
      " - sum(CASE WHEN t.debit = a.household THEN t.amount ELSE 0 END), r.h"
      " FROM ledger_act a JOIN ledger_transfer t ON t.act = a.number AND t.unit = ?2"
      "  AND (t.debit = a.household OR t.credit = a.household)"
      " LEFT JOIN ledger_reversal r ON r.number = a.reversal"
      " WHERE a.number = ?1 AND a.standing IN (0, 1) GROUP BY a.number");
  row.bind(act, unit);
  if (!row.step()) return std::nullopt;
  Entry entry;
  entry.act = act;
  entry.ref = ref_text(hash_column(row, 0), static_cast<int>(row.integer(1)));
  entry.once_key = row.str(2);
  entry.gen = row.integer(3);
  entry.date = row.str(4);
  const std::int64_t event = row.integer(5);
  entry.amount = row.integer(6);
  if (!row.is_null(7)) entry.reversal = hash_column(row, 7).hex();
  row.reset();
  entry.written = written_of(journal, event);
  return entry;
}

Standing standing(db::Database& database, std::int64_t act) {
  db::Statement& row = database.cached("SELECT standing FROM ledger_act WHERE number = ?1");
  row.bind(act);
  CHECK(row.step());
  const auto value = static_cast<Standing>(row.integer(0));
  row.reset();
  return value;
}

std::int64_t generation_in_force(db::Database& database, std::string_view once_key) {
  return generation_in_force(killed_gens(database, once_key));
}

std::optional<Counted> counted(db::Database& database, std::string_view once_key) {
  db::Statement& row = database.cached(
      "SELECT a.number, a.h, a.line, a.gen,"
      " (SELECT coalesce(sum(CASE a.household WHEN t.credit THEN t.amount WHEN t.debit THEN"
      "  -t.amount ELSE 0 END), 0) FROM ledger_transfer t WHERE t.act = a.number AND t.unit = ?2)"
      " FROM ledger_act a WHERE a.once_key = ?1 AND a.once_key <> '' AND a.standing = 0");
  row.bind(once_key, points_unit);
  if (!row.step()) return std::nullopt;
  const int line = static_cast<int>(row.integer(2));
  Counted found{row.integer(0), ref_text(hash_column(row, 1), line), row.integer(3),
                row.integer(4)};
  row.reset();
  return found;
}

std::optional<ActView> act_of_ref(db::Database& database, std::string_view ref) {
  const std::optional<Ref> parts = ref_from_text(ref);
  if (!parts || parts->line < 0) return std::nullopt;
  db::Statement& row = database.cached(
      "SELECT number, once_key, gen, date, household, standing FROM ledger_act"
      " WHERE h = ?1 AND line = ?2");
  row.bind(parts->h.bytes, parts->line);
  if (!row.step()) return std::nullopt;
  ActView view = act_view(row);
  row.reset();
  return view;
}

std::vector<ActView> acts_of_event(db::Database& database, const journal::Hash& h) {
  std::vector<ActView> views;
  db::Statement& rows = database.cached(
      "SELECT number, once_key, gen, date, household, standing FROM ledger_act"
      " WHERE h = ?1 ORDER BY line");
  rows.bind(h.bytes);
  while (rows.step()) views.push_back(act_view(rows));
  return views;
}

std::vector<Movement> movements(db::Database& database, std::string_view outlet,
                                std::string_view goods) {
  std::vector<Movement> found;
  db::Statement& rows = database.cached(
      "SELECT a.number, a.date, CASE WHEN t.credit = ?1 THEN t.amount ELSE -t.amount END,"
      " r.date FROM ledger_transfer t JOIN ledger_act a ON a.number = t.act"
      " LEFT JOIN ledger_reversal r ON r.number = a.reversal"
      " WHERE t.unit = ?2 AND (t.debit = ?1 OR t.credit = ?1) AND t.debit <> t.credit"
      " AND (a.standing = 0 OR (a.standing = 1 AND r.back = 1))"
      " ORDER BY a.date, a.lamport, a.h, a.line, t.position");
  rows.bind(outlet, goods);
  while (rows.step()) {
    found.push_back({rows.integer(0), rows.str(1), rows.integer(2)});
    if (!rows.is_null(3)) found.push_back({rows.integer(0), rows.str(3), -rows.integer(2)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Movement& a, const Movement& b) { return a.date < b.date; });
  return found;
}

}  // namespace jishan::ledger
