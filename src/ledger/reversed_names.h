// What reversals name, so that the many lines that none names are not looked up for one. It says
// what the table says and reads that when first asked: the table may be older than this run.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "db/database.h"
#include "journal/event.h"

namespace jishan::ledger {

class ReversedNames {
 public:
  explicit ReversedNames(db::Database& database) : m_database(database) {}

  // After a row came into the table.
  void add_event(const journal::Hash& h);
  void add_key(const std::string& once_key);
  // The table was made anew.
  void forget();

  [[nodiscard]] bool has_event(const journal::Hash& h);
  [[nodiscard]] bool has_key(const std::string& once_key);

 private:
  void read();

  db::Database& m_database;
  bool m_is_read = false;
  std::set<journal::Hash> m_events;
  std::set<std::string> m_keys;
};

}  // namespace jishan::ledger
