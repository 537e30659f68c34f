#include "journal/journal.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/crockford.h"
#include "base/sha256.h"
#include "journal/drafts.h"
#include "journal/folding.h"
#include "journal/graph.h"
#include "journal/intake.h"
#include "journal/restoring.h"
#include "journal/store.h"

namespace jishan::journal {
namespace {

constexpr std::string_view heads_tag = "jishan-heads-1\n";
constexpr std::string_view state_tag = "jishan-state-1\n";
constexpr std::string_view people_tag = "jishan-people-1\n";

Json part_of(Json document, std::string_view key) {
  return std::move(document.object()->find(key)->second);
}

}  // namespace

struct Journal::Parts {
  Parts(db::Database& database_, std::vector<Fold*> folds)
      : database(database_),
        store(database_),
        folding(database_, std::move(folds)),
        intake(graph, store, folding) {}

  // Puts one more event of this author into the present transaction.
  Event write(const Author& author, const Draft& draft, std::span<const Event> earlier,
              Random& random) {
    Event event = event_of(draft, next_place(graph, author, parents_max), author, earlier, random);
    intake.offer(event);
    const std::optional<Number> number = graph.find(event.h);
    CHECK(number && graph.place(*number) == Place::closed);
    return event;
  }

  db::Database& database;
  Graph graph;
  Store store;
  Folding folding;
  Intake intake;
  std::int64_t revision = 0;
};

Journal::Journal(db::Database& database, std::vector<Fold*> folds)
    : m_parts(std::make_unique<Parts>(database, std::move(folds))) {
  if (m_parts->store.was_found()) {
    restore(m_parts->graph, m_parts->store, m_parts->intake);
  } else {
    m_parts->folding.create_tables();
  }
}

Journal::~Journal() = default;

// --- writing and merging ------------------------------------------------------------------------

std::vector<Event> Journal::commit(const Author& author, std::span<const Draft> drafts,
                                   Random& random, const Draft* join_draft) {
  Parts& parts = *m_parts;
  CHECK(!author.writer.is_empty());
  db::Transaction transaction(parts.database);
  parts.intake.begin();
  std::vector<Event> joins;
  while (parents_needed(parts.graph, author) > parents_max) {
    CHECK(join_draft != nullptr);
    joins.push_back(parts.write(author, *join_draft, {}, random));
  }
  std::vector<Event> written;
  for (const Draft& draft : drafts) {
    written.push_back(parts.write(author, draft, written, random));
  }
  static_cast<void>(parts.intake.finish());
  parts.folding.settle();
  transaction.commit();
  ++parts.revision;
  joins.insert(joins.end(), std::make_move_iterator(written.begin()),
               std::make_move_iterator(written.end()));
  return joins;
}

AddReport Journal::add(std::span<const Event> events) {
  Parts& parts = *m_parts;
  db::Transaction transaction(parts.database, db::Rollback::none);
  parts.intake.begin();
  for (const Event& event : events) parts.intake.offer(event);
  AddReport report = parts.intake.finish();
  if (!report.kept.empty() || report.refused > 0) {
    parts.folding.settle();
    ++parts.revision;
  }
  transaction.commit();
  return report;
}

void Journal::set_genesis(const Hash& h) {
  m_parts->intake.set_genesis(h);
}

void Journal::rebuild() {
  Parts& parts = *m_parts;
  db::Transaction transaction(parts.database, db::Rollback::none);
  parts.folding.drop_tables();
  parts.folding.create_tables();
  for (Number number = 1; number <= parts.graph.size(); ++number) {
    if (parts.graph.place(number) != Place::closed) continue;
    const Event event = parts.store.event(number, parts.graph);
    parts.folding.take(FoldEvent{number, event});
  }
  parts.folding.settle();
  transaction.commit();
  ++parts.revision;
}

// --- what is held -------------------------------------------------------------------------------

bool Journal::is_empty() const {
  return m_parts->graph.heads().empty();
}

std::vector<Hash> Journal::heads() const {
  const std::set<Hash>& heads = m_parts->graph.heads();
  return {heads.begin(), heads.end()};
}

std::vector<Hash> Journal::roots() const {
  return m_parts->graph.roots();
}

std::string Journal::fingerprint() const {
  if (m_parts->graph.heads().empty()) return "";
  Sha256 sum;
  sum.update(heads_tag);
  for (const Hash& head : m_parts->graph.heads()) sum.update(head.hex()).update("\n");
  return code_of(Hash{sum.finish()});
}

std::int64_t Journal::event_count() const {
  return m_parts->intake.closed_count() + m_parts->intake.waiting_count();
}

std::int64_t Journal::waiting_count() const {
  return m_parts->intake.waiting_count();
}

std::int64_t Journal::refused_count() const {
  return m_parts->intake.refused_count();
}

std::int64_t Journal::foreign_count() const {
  return m_parts->intake.foreign_count();
}

std::int64_t Journal::without_personal_count() const {
  return m_parts->intake.without_personal_count();
}

bool Journal::holds(const Hash& h) const {
  return number_of(h).has_value();
}

std::optional<Event> Journal::find(const Hash& h) const {
  const std::optional<std::int64_t> number = number_of(h);
  return number ? std::optional(event(*number)) : std::nullopt;
}

Event Journal::event(std::int64_t number) const {
  return m_parts->store.event(number, m_parts->graph);
}

std::optional<std::int64_t> Journal::number_of(const Hash& h) const {
  const std::optional<Number> number = m_parts->graph.find(h);
  if (!number) return std::nullopt;
  const Place place = m_parts->graph.place(*number);
  if (place == Place::foreign || place == Place::refused) return std::nullopt;
  return number;
}

bool Journal::is_before(std::int64_t a, std::int64_t b) const {
  return m_parts->graph.is_before(a, b);
}

bool Journal::are_concurrent(std::int64_t a, std::int64_t b) const {
  return a != b && !is_before(a, b) && !is_before(b, a);
}

std::vector<std::int64_t> Journal::numbers_in_order() const {
  const Graph& graph = m_parts->graph;
  std::vector<Number> numbers;
  for (Number number = 1; number <= graph.size(); ++number) {
    const Place place = graph.place(number);
    if (place == Place::closed || place == Place::waiting) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end(),
            [&](Number a, Number b) { return graph.is_earlier(a, b); });
  return numbers;
}

void Journal::for_each(const std::function<void(const Event&)>& visit) const {
  for (const Number number : numbers_in_order()) visit(event(number));
}

std::string Journal::line(std::int64_t number, PersonalPart personal) const {
  return m_parts->store.line(number, m_parts->graph, personal);
}

std::string Journal::kind_of(std::int64_t number) const {
  return m_parts->store.kind(number);
}

bool Journal::is_closed(std::int64_t number) const {
  return m_parts->graph.place(number) == Place::closed;
}

std::vector<MissingEvent> Journal::missing() const {
  return m_parts->intake.missing();
}

std::optional<std::int64_t> Journal::newest_minutes() const {
  return m_parts->intake.newest_minutes();
}

std::int64_t Journal::last_sequence(std::string_view writer) const {
  const std::optional<Number> tip = m_parts->graph.tip_of(writer);
  return tip ? m_parts->graph.sequence(*tip) : 0;
}

bool Journal::knows(std::string_view kind, int version) const {
  return m_parts->folding.knows(kind, version);
}

bool Journal::is_locked_by_unknown_kind() const {
  return m_parts->folding.met_unknown_critical();
}

std::int64_t Journal::revision() const {
  return m_parts->revision;
}

// --- the state document -------------------------------------------------------------------------

Json Journal::state() const {
  Json books;
  Json people;
  m_parts->folding.dump(books, people);
  books.set("todo", m_parts->folding.todos(*this));
  return Json(Json::Object{{"books", std::move(books)}, {"people", std::move(people)}});
}

std::string Journal::state_digest() const {
  const std::string books = part_of(state(), "books").canonical();
  return hex(Sha256().update(state_tag).update(books).finish());
}

std::string Journal::people_digest() const {
  const std::string people = part_of(state(), "people").canonical();
  return hex(Sha256().update(people_tag).update(people).finish());
}

InertList Journal::why_inert(const FoldEvent& closed) const {
  InertList inert;
  m_parts->folding.explain_inert(closed, inert);
  return inert;
}

db::Database& Journal::database() const {
  return m_parts->database;
}

std::string code_of(const Hash& h) {
  constexpr std::size_t code_bytes = 10;  // 80 bits, 16 characters
  return crockford_upper(std::span(h.bytes).first(code_bytes));
}

}  // namespace jishan::journal
