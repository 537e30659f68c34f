#include "app/ports.h"
#include "base/check.h"

namespace jishan::app {

std::vector<std::string> records_of(std::span<const std::string> lines) {
  std::vector<std::string> records;
  for (const std::string& line : lines) {
    CHECK(line.size() <= record_bytes_max);
    if (records.empty() || records.back().size() + line.size() > record_bytes_max) {
      records.emplace_back();
    }
    records.back() += line;
  }
  return records;
}

}  // namespace jishan::app
