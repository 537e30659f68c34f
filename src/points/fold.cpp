#include "points/fold.h"

#include <map>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/date.h"
#include "points/events.h"
#include "points/queries.h"
#include "points/schema_sql.h"

namespace jishan::points {
namespace {

using ledger::Act;
using ledger::Transfer;

// Bounded memory: a rebuild takes every event before it settles.
constexpr std::size_t pending_max = 4096;

// What the village gives comes from "issued"; a deduction goes back there.
std::vector<Transfer> given(std::string_view unit, HouseholdId household, Points points) {
  std::vector<Transfer> transfers;
  if (points.is_zero()) return transfers;
  const std::int64_t amount = points.hundredths();
  Transfer& transfer = transfers.emplace_back();
  transfer.unit = unit;
  transfer.from = amount > 0 ? ledger::issued : household.text();
  transfer.to = amount > 0 ? household.text() : ledger::issued;
  transfer.amount = amount > 0 ? amount : -amount;
  return transfers;
}

void take_publish(db::Database& database, const journal::FoldEvent& taken) {
  const std::optional<PublishBody> body = publish_from(taken.event);
  if (!body) return;
  database
      .cached(
          "INSERT INTO points_book (event, lamport, h, name, valid_from, prev)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
      .run(taken.number, taken.event.lamport, taken.event.h.bytes, body->name, body->from,
           body->prev);
  int position = 0;
  for (const Rule& rule : body->rules) {
    std::optional<CapScope> scope;
    std::optional<CapSpan> span;
    std::optional<CapMeasure> measure;
    std::optional<std::int64_t> max;
    if (rule.cap) {
      scope = rule.cap->scope;
      span = rule.cap->span;
      measure = rule.cap->measure;
      max = rule.cap->max;
    }
    database
        .cached(
            "INSERT INTO points_rule (book, position, code, class, type, pts, low, high, unit,"
            " cap_scope, cap_span, cap_measure, cap_max, clause, text)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        .run(taken.number, position++, rule.code, std::string(1, rule.rule_class), rule.type,
             rule.points, rule.low, rule.high, rule.unit, scope, span, measure, max, rule.clause,
             rule.text);
  }
}

void take_decisions(db::Database& database, const journal::FoldEvent& taken) {
  for (const DecisionLine& line : decisions_from(taken.event)) {
    database
        .cached(
            "INSERT INTO points_decision (event, line, lamport, h, ref, step, ok, pts)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .run(taken.number, line.line, taken.event.lamport, taken.event.h.bytes, line.claim,
             line.step, line.is_approved, line.points);
  }
}

void take_grants(db::Database& database, ledger::Ledger& ledger, const journal::FoldEvent& taken) {
  const std::optional<GrantBody> body = grant_from(taken.event);
  if (!body) return;
  const std::optional<Period> period = period_from_text(body->period);
  const std::string last_day = period ? period->last.iso() : std::string();
  const std::string_view unit =
      body->grant_class == GrantClass::gift ? ledger::gift_unit : ledger::points_unit;
  for (const GrantLine& line : body->lines) {
    Act act;
    act.once_key = grant_key(body->grant_class, body->period, line.household.text());
    act.gen = line.gen;
    act.date = taken.event.date;
    act.household = line.household.str();
    act.transfers = given(unit, line.household, line.points);
    const std::int64_t number = ledger.add(taken, line.line, std::move(act));
    database
        .cached(
            "INSERT INTO points_grant (act, class, period, last_day, household, pts)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .run(number, body->grant_class, body->period, last_day, line.household, line.points);
  }
}

}  // namespace

PointsFold::PointsFold(db::Database& database, ledger::Ledger& ledger)
    : m_database(database), m_ledger(ledger) {}

void PointsFold::create_tables(db::Database& database) {
  m_claims.clear();
  m_posts.clear();
  database.execute(schema_sql);
}

bool PointsFold::knows(std::string_view kind, int version) const {
  return version == 1 && (kind == kind_publish || kind == kind_claim || kind == kind_decide ||
                          kind == kind_post || kind == kind_grant);
}

void PointsFold::take(const journal::FoldEvent& taken) {
  const std::string& kind = taken.event.kind;
  if (kind == kind_publish) {
    take_publish(m_database, taken);
  } else if (kind == kind_claim) {
    take_claims(taken);
  } else if (kind == kind_decide) {
    take_decisions(m_database, taken);
  } else if (kind == kind_post) {
    take_posts(taken);
  } else if (kind == kind_grant) {
    take_grants(m_database, m_ledger, taken);
  }
}

void PointsFold::take_claims(const journal::FoldEvent& taken) {
  std::optional<ClaimBody> body = claim_from(taken.event);
  if (!body) return;
  const std::string h = taken.event.h.hex();
  const journal::Hash book = *journal::Hash::from_hex(body->book);
  for (ClaimLine& line : body->lines) {
    std::string key = claim_key(h, line);
    Act act;
    if (!line.src.empty()) {
      act.once_key = key;
      act.gen = line.gen;
    }
    act.date = line.date;
    act.household = line.household.str();
    const std::int64_t number = m_ledger.add(taken, line.line, std::move(act));
    if (m_claims.size() == pending_max) insert_pending();
    m_claims.push_back({number, taken.number, body->id, std::move(key), book, std::move(line)});
  }
}

void PointsFold::take_posts(const journal::FoldEvent& taken) {
  for (PostLine& line : posts_from(taken.event)) {
    Act act;
    act.once_key = post_key(line.claim);
    act.gen = line.gen;
    act.date = taken.event.date;
    act.household = line.household.str();
    act.transfers = given(ledger::points_unit, line.household, line.points);
    const std::int64_t number = m_ledger.add(taken, line.line, std::move(act));
    if (m_posts.size() == pending_max) insert_pending();
    m_posts.push_back({number, std::move(line)});
  }
}

// One table after the other: a merge brings thousands of both, and their pages do not all stay near
// the processor.
void PointsFold::insert_pending() {
  db::Statement& claim = m_database.cached(
      "INSERT INTO points_claim (act, event, id, claim, book, household, resident, witness, code,"
      " qty, pts, date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  for (const auto& [act, event, id, key, book, line] : m_claims) {
    claim.run(act, event, id, key, book.bytes, line.household, line.resident, line.witness,
              line.code, line.quantity, line.points, line.date);
  }
  m_claims.clear();
  db::Statement& post = m_database.cached(
      "INSERT INTO points_post (act, claim, household, pts) VALUES (?1, ?2, ?3, ?4)");
  for (const auto& [act, line] : m_posts) post.run(act, line.claim, line.household, line.points);
  m_posts.clear();
}

// The ledger has settled before: only households whose base grants came or went are looked at.
void PointsFold::settle() {
  insert_pending();
  std::set<std::string> households;
  for (const std::int64_t act : m_ledger.changed_acts()) {
    db::Statement& row =
        m_database.cached("SELECT household FROM points_grant WHERE act = ?1 AND class = ?2");
    row.bind(act, GrantClass::base);
    if (row.step()) households.insert(row.str(0));
    row.reset();
  }
  for (const std::string& household : households) settle_lock(household);
}

// The counted base grant of the latest period: greatest last day, then (l, h).
void PointsFold::settle_lock(const std::string& household) {
  m_database.cached("DELETE FROM points_lock WHERE household = ?1").run(household);
  m_database
      .cached(
          "INSERT INTO points_lock (household, pts)"
          " SELECT g.household, g.pts FROM points_grant g JOIN ledger_act a ON a.number = g.act"
          " WHERE g.household = ?1 AND g.class = ?2 AND a.standing = 0"
          " ORDER BY g.last_day DESC, a.lamport DESC, a.h DESC, a.line DESC LIMIT 1")
      .run(household, GrantClass::base);
}

// Rows are [root id, no, grp, state] so far. An account whose household was never written gets a
// row of its own, so that the sum over households always equals what was issued and not yet spent.
void PointsFold::dump(journal::Json& books, journal::Json&) const {
  std::map<std::string, journal::Json::Array> rows;
  if (const journal::Json::Array* begun = books.array_at("household")) {
    for (const journal::Json& row : *begun) rows[*(*row.array())[0].string()] = *row.array();
  }
  const std::map<HouseholdId, Account> known = accounts(m_database);
  for (const auto& [root, account] : known) {
    rows.try_emplace(root.str(), journal::Json::Array{root.str(), "", 0, ""});
  }
  journal::Json::Array completed;
  for (auto& [root, row] : rows) {
    const auto found = known.find(HouseholdId::from_text(root).value_or(HouseholdId()));
    const Account account = found == known.end() ? Account() : found->second;
    for (const Points points : {account.balance, account.gift, account.lock, account.spendable}) {
      row.push_back(points.hundredths());
    }
    completed.push_back(std::move(row));
  }
  books.set("household", std::move(completed));
}

// A posting of a claim that is not here counts: its amount stands in itself. A decision does not.
void PointsFold::explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const {
  const auto& [number, event] = closed;
  if (event.kind == kind_publish) static_cast<void>(publish_from(event, &inert));
  if (event.kind == kind_claim) static_cast<void>(claim_from(event, &inert));
  if (event.kind == kind_post) static_cast<void>(posts_from(event, &inert));
  if (event.kind == kind_grant) static_cast<void>(grant_from(event, &inert));
  if (event.kind == kind_decide) {
    db::Statement& claim =
        m_database.cached("SELECT 1 FROM points_claim WHERE claim = ?1 LIMIT 1");
    for (const DecisionLine& line : decisions_from(event, &inert)) {
      if (!claim.bind(line.claim).step()) {
        inert.push_back({line.line, journal::InertCause::target, line.claim});
      }
      claim.reset();
    }
  }
  m_ledger.explain_acts(closed, inert);
}

void PointsFold::list_todos(const journal::Journal& journal, journal::Json::Array& rows) const {
  const auto add = [&](const village::Todo& todo) {
    rows.push_back(journal::Json::Array{todo.type, todo.key, todo.basis});
  };
  for (const Overdraft& overdraft : overdrafts(m_database, journal)) add(overdraft.todo);
  for (const village::Todo& todo : claims_twice(m_database, journal)) add(todo);
  for (const village::Todo& todo : rule_books_twice(m_database, journal)) add(todo);
}

}  // namespace jishan::points
