#include "app/opening.h"

#include <string_view>
#include <utility>

namespace jishan::app {
namespace {

// Bounds the pause between two frames while a book is opened, and the size of one transaction.
constexpr std::size_t events_per_slice = 1000;

}  // namespace

void Opening::add_records(std::vector<std::string> records) {
  for (std::string& record : records) m_records.push_back(std::move(record));
}

bool Opening::fold_some(Book& book) {
  std::vector<journal::Event> events;
  while (m_next < m_records.size() && events.size() < events_per_slice) {
    std::string_view rest = m_records[m_next];
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      if (line.empty()) continue;
      auto event = journal::event_from_line(line);
      if (event.ok()) {
        events.push_back(std::move(event).value());
      } else {
        ++m_unreadable_lines;
      }
    }
    m_records[m_next] = std::string();  // folded records need no second copy in memory
    ++m_next;
  }
  if (!events.empty()) book.journal().add(events);
  return m_next < m_records.size();
}

Progress Opening::progress() const {
  return {static_cast<std::int64_t>(m_next), static_cast<std::int64_t>(m_records.size())};
}

}  // namespace jishan::app
