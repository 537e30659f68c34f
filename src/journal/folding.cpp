#include "journal/folding.h"

#include <algorithm>
#include <string_view>

#include "journal/registers.h"

namespace jishan::journal {
namespace {

std::vector<std::string> tables_with_prefix(db::Database& database, std::string_view prefix) {
  db::Statement& rows = database.cached("SELECT name FROM sqlite_schema WHERE type = 'table'");
  std::vector<std::string> names;
  rows.bind();
  while (rows.step()) {
    if (rows.text(0).starts_with(prefix)) names.push_back(rows.str(0));
  }
  return names;
}

void drop_with_prefix(db::Database& database, const std::string& prefix) {
  for (const std::string& table : tables_with_prefix(database, prefix)) {
    database.execute("DROP TABLE " + table);
  }
}

}  // namespace

Folding::Folding(db::Database& database, std::vector<Fold*> folds)
    : m_database(database), m_folds(std::move(folds)) {}

void Folding::drop_tables() {
  m_database.reset_statements();
  for (const Fold* const fold : m_folds) {
    drop_with_prefix(m_database, std::string(fold->name()) + "_");
  }
  drop_with_prefix(m_database, "registers_");
  m_unknown_critical = 0;
}

void Folding::create_tables() {
  Registers::create_tables(m_database);
  for (Fold* const fold : m_folds) fold->create_tables(m_database);
}

const std::vector<Fold*>& Folding::takers(const Event& event) {
  const auto [entry, is_new] = m_takers.try_emplace({event.kind, event.version});
  if (is_new) {
    for (Fold* const fold : m_folds) {
      if (fold->knows(event.kind, event.version)) entry->second.push_back(fold);
    }
  }
  return entry->second;
}

void Folding::take(const FoldEvent& taken) {
  const std::vector<Fold*>& folds = takers(taken.event);
  if (taken.event.is_critical && folds.empty()) ++m_unknown_critical;
  for (Fold* const fold : folds) fold->take(taken);
}

void Folding::recall(const Event& event) {
  if (event.is_critical && takers(event).empty()) ++m_unknown_critical;
}

bool Folding::knows(std::string_view kind, int version) const {
  return std::any_of(m_folds.begin(), m_folds.end(),
                     [&](const Fold* fold) { return fold->knows(kind, version); });
}

void Folding::take_personal(const FoldEvent& taken) {
  for (Fold* const fold : takers(taken.event)) fold->take_personal(taken);
}

void Folding::settle() {
  for (Fold* const fold : m_folds) fold->settle();
}

void Folding::dump(Json& books, Json& people) const {
  for (const Fold* const fold : m_folds) fold->dump(books, people);
}

Json::Array Folding::todos(const Journal& journal) const {
  Json::Array rows;
  for (const Fold* const fold : m_folds) fold->list_todos(journal, rows);
  std::sort(rows.begin(), rows.end(),
            [](const Json& a, const Json& b) { return a.canonical() < b.canonical(); });
  return rows;
}

void Folding::explain_inert(const FoldEvent& closed, InertList& inert) const {
  const Event& event = closed.event;
  if (!knows(event.kind, event.version)) inert.push_back({whole_event, InertCause::kind, ""});
  for (const Fold* const fold : m_folds) {
    if (fold->knows(event.kind, event.version)) fold->explain_inert(closed, inert);
  }
}

}  // namespace jishan::journal
