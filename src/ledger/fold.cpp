#include <algorithm>
#include <utility>

#include "base/check.h"
#include "ledger/events.h"
#include "ledger/killed.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"
#include "ledger/rules.h"
#include "ledger/schema_sql.h"

namespace jishan::ledger {
namespace {

constexpr std::size_t pending_max = 4096;

}  // namespace

Ledger::Ledger(db::Database& database) : m_database(database), m_reversed(database) {}

void Ledger::create_tables(db::Database& database) {
  m_pending.clear();
  m_reversed.forget();
  m_dirty_refs.clear();
  m_dirty_keys.clear();
  m_dirty_facts.clear();
  m_changing.clear();
  m_changed.clear();
  m_moved.clear();
  database.execute(schema_sql);
}

bool Ledger::knows(std::string_view kind, int version) const {
  return kind == kind_reverse && version == 1;
}

std::int64_t Ledger::add(const journal::FoldEvent& taken, int line, Act act) {
  CHECK(act.gen >= 1 && act.gen <= gen_max);
  if (m_pending.size() == pending_max) settle_pending();
  std::int64_t number = 1;
  if (m_pending.empty()) {
    db::Statement& last = m_database.cached("SELECT max(number) FROM ledger_act");
    last.bind();
    if (last.step()) number = last.integer(0) + 1;
    last.reset();
  } else {
    number = m_pending.back().number + 1;
  }
  m_pending.push_back(
      {number, taken.number, {taken.event.lamport, taken.event.h, line}, std::move(act), {}});
  return number;
}

void Ledger::take(const journal::FoldEvent& taken) {
  const std::optional<ReverseBody> body = reverse_from(taken.event);
  if (!body) return;
  const std::optional<Ref> ref = ref_from_text(body->of);
  db::Statement& insert = m_database.cached(
      "INSERT INTO ledger_reversal (event, lamport, h, target, target_h, target_line, gen, back,"
      " date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  const journal::Event& event = taken.event;
  if (ref) {
    insert.run(taken.number, event.lamport, event.h.bytes, body->of, ref->h.bytes, ref->line,
               body->gen, body->is_back, event.date);
    m_reversed.add_event(ref->h);
    m_dirty_refs.push_back(*ref);
  } else {
    insert.run(taken.number, event.lamport, event.h.bytes, body->of, std::nullopt, std::nullopt,
               body->gen, body->is_back, event.date);
    m_reversed.add_key(body->of);
    m_dirty_keys.insert(body->of);
  }
}

void Ledger::settle() {
  settle_pending();
  store_balances();
  std::sort(m_changing.begin(), m_changing.end());
  m_changing.erase(std::unique(m_changing.begin(), m_changing.end()), m_changing.end());
  m_changed = std::exchange(m_changing, {});
}

void Ledger::settle_pending() {
  mark_targets();
  const std::vector<Pending*> by_key = pending_by_key();
  for (auto first = by_key.begin(); first != by_key.end();) {
    const std::string& once_key = (*first)->act.once_key;
    const auto last = std::find_if(first, by_key.end(), [&](const Pending* pending) {
      return pending->act.once_key != once_key;
    });
    settle_key(once_key, Group(&*first, static_cast<std::size_t>(last - first)));
    m_dirty_keys.erase(once_key);
    first = last;
  }
  for (const std::string& once_key : m_dirty_keys) settle_key(once_key, {});
  for (const std::int64_t act : m_dirty_facts) settle_fact(act);
  for (Pending& pending : m_pending) {
    if (pending.act.once_key.empty()) {
      pending.verdict = verdict_of_fact(pending.number, reversal_of(pending.place));
    }
  }
  // Table by table, so that the pages at work stay near the processor.
  insert_acts();
  insert_transfers();
  m_pending.clear();
  m_dirty_keys.clear();
  m_dirty_facts.clear();
}

// Those that came before their reversal. One that comes later finds the reversal waiting.
void Ledger::mark_targets() {
  for (const Ref& ref : m_dirty_refs) {
    db::Statement& targets = m_database.cached(
        "SELECT number, once_key FROM ledger_act WHERE h = ?1 AND (?2 = -1 OR line = ?2)");
    targets.bind(ref.h.bytes, ref.line);
    while (targets.step()) {
      if (targets.text(1).empty()) {
        m_dirty_facts.insert(targets.integer(0));
      } else {
        m_dirty_keys.insert(targets.str(1));
      }
    }
  }
  m_dirty_refs.clear();
}

std::vector<Ledger::Pending*> Ledger::pending_by_key() {
  std::vector<Pending*> by_key;
  for (Pending& pending : m_pending) {
    if (!pending.act.once_key.empty()) by_key.push_back(&pending);
  }
  std::sort(by_key.begin(), by_key.end(), [](const Pending* a, const Pending* b) {
    return a->act.once_key < b->act.once_key;
  });
  return by_key;
}

void Ledger::settle_key(const std::string& once_key, Group pending) {
  std::vector<Twin> twins;
  std::map<std::int64_t, Known> known;
  db::Statement& acts = m_database.cached(
      "SELECT number, gen, lamport, h, line, standing, reversal FROM ledger_act"
      " WHERE once_key = ?1 AND once_key <> ''");
  acts.bind(once_key);
  while (acts.step()) {
    twins.push_back({acts.integer(0), acts.integer(1), place_columns(acts, 2)});
    known[acts.integer(0)] = {static_cast<Standing>(acts.integer(5)), optional_column(acts, 6)};
  }
  KilledGens killed;
  if (m_reversed.has_key(once_key)) killed = killed_by_key(m_database, once_key);
  if (!twins.empty()) add_killed_by_line(killed, m_database, once_key);
  for (Pending* const one : pending) {
    twins.push_back({one->number, one->act.gen, one->place});
    if (const auto reversal = reversal_of(one->place)) {
      add_killed(killed, one->act.gen, *reversal);
    }
  }
  for (const Verdict& verdict : verdicts_of(std::move(twins), killed)) {
    const auto found = known.find(verdict.act);
    if (found != known.end()) {
      apply(verdict, found->second);
    } else {
      // Pending acts have the numbers that follow each other.
      m_pending[static_cast<std::size_t>(verdict.act - m_pending.front().number)].verdict = verdict;
    }
  }
}

std::optional<Reversal> Ledger::reversal_of(const Place& place) {
  if (!m_reversed.has_event(place.h)) return std::nullopt;
  return reversal_of_line(m_database, place.h, place.line);
}

void Ledger::settle_fact(std::int64_t act) {
  db::Statement& row =
      m_database.cached("SELECT h, line, standing, reversal FROM ledger_act WHERE number = ?1");
  row.bind(act);
  CHECK(row.step());
  const journal::Hash h = hash_column(row, 0);
  const int line = static_cast<int>(row.integer(1));
  const Known known{static_cast<Standing>(row.integer(2)), optional_column(row, 3)};
  row.reset();
  apply(verdict_of_fact(act, reversal_of_line(m_database, h, line)), known);
}

void Ledger::insert_acts() {
  db::Statement& insert = m_database.cached(
      "INSERT INTO ledger_act (number, event, line, lamport, h, once_key, gen, date,"
      " household, standing, reversal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  for (const auto& [number, event, place, act, verdict] : m_pending) {
    insert.run(number, event, place.line, place.lamport, place.h.bytes, act.once_key, act.gen,
               act.date, act.household, verdict.standing, verdict.reversal);
    if (verdict.standing != Standing::inert) m_changing.push_back(number);
  }
}

void Ledger::insert_transfers() {
  db::Statement& insert = m_database.cached(
      "INSERT INTO ledger_transfer (act, position, unit, debit, credit, amount)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  for (const Pending& pending : m_pending) {
    int position = 0;
    for (const auto& [unit, from, to, amount] : pending.act.transfers) {
      insert.run(pending.number, position++, unit, from, to, amount);
      if (pending.verdict.standing != Standing::live) continue;
      move_balance(from, unit, -amount);
      move_balance(to, unit, amount);
    }
  }
}

void Ledger::apply(const Verdict& verdict, const Known& known) {
  if (verdict.standing == known.standing && verdict.reversal == known.reversal) return;
  m_database.cached("UPDATE ledger_act SET standing = ?2, reversal = ?3 WHERE number = ?1")
      .run(verdict.act, verdict.standing, verdict.reversal);
  const bool counted = known.standing == Standing::live;
  const bool counts = verdict.standing == Standing::live;
  if (verdict.standing != known.standing) m_changing.push_back(verdict.act);
  if (counts != counted) move_balances(verdict.act, counts ? 1 : -1);
}

void Ledger::move_balances(std::int64_t act, std::int64_t sign) {
  db::Statement& transfers =
      m_database.cached("SELECT unit, debit, credit, amount FROM ledger_transfer WHERE act = ?1");
  transfers.bind(act);
  while (transfers.step()) {
    const std::int64_t amount = sign * transfers.integer(3);
    move_balance(transfers.text(1), transfers.text(0), -amount);
    move_balance(transfers.text(2), transfers.text(0), amount);
  }
}

void Ledger::move_balance(std::string_view account, std::string_view unit, std::int64_t amount) {
  const auto found = m_moved.find(std::pair(account, unit));
  if (found != m_moved.end()) {
    found->second += amount;
  } else {
    m_moved.emplace(Account(account, unit), amount);
  }
}

// The balance of an account is Σ over its live acts; only acts whose standing changed are moved,
// so that one award costs the same in the first week and in the tenth year.
void Ledger::store_balances() {
  db::Statement& add = m_database.cached(
      "INSERT INTO ledger_balance (account, unit, amount) VALUES (?1, ?2, ?3)"
      " ON CONFLICT (account, unit) DO UPDATE SET amount = amount + excluded.amount");
  for (const auto& [account, moved] : m_moved) {
    if (moved != 0) add.run(account.first, account.second, moved);
  }
  // A rebuild would not know that something once moved there.
  if (!m_moved.empty()) m_database.cached("DELETE FROM ledger_balance WHERE amount = 0").run();
  m_moved.clear();
}

// books.once: what counts for each ONCE key: [key, gen, "<h>:<n>", points to its household].
void Ledger::dump(journal::Json& books, journal::Json&) const {
  journal::Json::Array rows;
  db::Statement counted = m_database.prepare(
      "SELECT a.once_key, a.gen, a.h, a.line,"
      " (SELECT coalesce(sum(CASE a.household WHEN t.credit THEN t.amount WHEN t.debit THEN"
      "  -t.amount ELSE 0 END), 0) FROM ledger_transfer t WHERE t.act = a.number AND t.unit = ?1)"
      " FROM ledger_act a WHERE a.once_key <> '' AND a.standing = 0 ORDER BY a.once_key");
  counted.bind(points_unit);
  while (counted.step()) {
    const int line = static_cast<int>(counted.integer(3));
    rows.push_back(journal::Json::Array{counted.text(0), counted.integer(1),
                                        ref_text(hash_column(counted, 2), line),
                                        counted.integer(4)});
  }
  books.set("once", std::move(rows));
}

}  // namespace jishan::ledger
