// The folds of all slices in arrow order: which of them takes which event, when they settle, how
// their tables are dropped and made again. It must not know what a kind means.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/database.h"
#include "journal/event.h"
#include "journal/fold.h"

namespace jishan::journal {

class Folding {
 public:
  Folding(db::Database& database, std::vector<Fold*> folds);

  // Every table of a fold begins with the fold's name, those of the registers with "registers_".
  void drop_tables();
  void create_tables();

  void take(const FoldEvent& taken);
  void take_personal(const FoldEvent& taken);
  // The tables that were found say already what the event means; what they do not say is noted.
  void recall(const Event& event);
  // After all events of a transaction.
  void settle();
  void dump(Json& books, Json& people) const;
  // Of all slices, sorted.
  [[nodiscard]] Json::Array todos(const Journal& journal) const;
  void explain_inert(const FoldEvent& closed, InertList& inert) const;

  [[nodiscard]] bool knows(std::string_view kind, int version) const;
  // A critical event was taken that no fold knows.
  [[nodiscard]] bool met_unknown_critical() const { return m_unknown_critical > 0; }

 private:
  const std::vector<Fold*>& takers(const Event& event);

  db::Database& m_database;
  std::vector<Fold*> m_folds;
  std::map<std::pair<std::string, int>, std::vector<Fold*>> m_takers;
  std::int64_t m_unknown_critical = 0;
};

}  // namespace jishan::journal
