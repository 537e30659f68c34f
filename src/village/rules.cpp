#include "village/rules.h"

#include <algorithm>

#include "base/check.h"
#include "base/sha256.h"

namespace jishan::village {

bool is_clock_suspicious(UtcMinutes now, std::optional<UtcMinutes> newest, int offset_minutes) {
  const std::optional<Date> earliest = Date::from_iso(earliest_date);
  CHECK(earliest.has_value());
  const Date today = civil_date(now, offset_minutes);
  return today < *earliest || (newest && today < civil_date(*newest, offset_minutes));
}

std::string free_writer_name(std::string_view duty, std::span<const std::string> taken) {
  std::string name(duty);
  for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number) {
    name = std::string(duty) + std::to_string(number);
  }
  return name;
}

std::string basis_of(std::vector<std::string> evidence) {
  std::sort(evidence.begin(), evidence.end());
  Sha256 hash;
  hash.update("jishan-todo-1\n");
  for (const std::string& line : evidence) hash.update(line).update("\n");
  return hex(hash.finish());
}

}  // namespace jishan::village
