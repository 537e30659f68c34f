#include "ledger/reversed_names.h"

#include "ledger/rows.h"

namespace jishan::ledger {

void ReversedNames::add_event(const journal::Hash& h) {
  if (m_is_read) m_events.insert(h);
}

void ReversedNames::add_key(const std::string& once_key) {
  if (m_is_read) m_keys.insert(once_key);
}

void ReversedNames::forget() {
  m_is_read = false;
  m_events.clear();
  m_keys.clear();
}

bool ReversedNames::has_event(const journal::Hash& h) {
  read();
  return m_events.contains(h);
}

bool ReversedNames::has_key(const std::string& once_key) {
  read();
  return m_keys.contains(once_key);
}

void ReversedNames::read() {
  if (m_is_read) return;
  m_is_read = true;
  db::Statement& events = m_database.cached(
      "SELECT DISTINCT target_h FROM ledger_reversal WHERE target_h IS NOT NULL");
  events.bind();
  while (events.step()) m_events.insert(hash_column(events, 0));
  db::Statement& keys =
      m_database.cached("SELECT DISTINCT target FROM ledger_reversal WHERE target_h IS NULL");
  keys.bind();
  while (keys.step()) m_keys.insert(keys.str(0));
}

}  // namespace jishan::ledger
