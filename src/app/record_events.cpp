#include "app/record_events.h"

#include <utility>

namespace jishan::app {

std::int64_t read_record(std::string_view record, std::vector<journal::Event>& events) {
  std::int64_t unreadable = 0;
  while (!record.empty()) {
    const std::size_t end = record.find('\n');
    const std::string_view line = record.substr(0, end);
    record.remove_prefix(end == std::string_view::npos ? record.size() : end + 1);
    if (line.empty()) continue;
    auto event = journal::event_from_line(line);
    if (event.ok()) {
      events.push_back(std::move(event).value());
    } else {
      ++unreadable;
    }
  }
  return unreadable;
}

}  // namespace jishan::app
