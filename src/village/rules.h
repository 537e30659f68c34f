// Pure rules of the village: names of laptops, the doubtful clock, the basis of a to-do.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace jishan::village {

// No laptop of this program can show an earlier time: before this its clock is wrong. A constant
// and not the time of the build, so that the same sources give the same program.
inline constexpr std::string_view earliest_date = "2025-01-01";

// Is the civil date that this clock proposes doubtful: before `earliest_date`, or before the civil
// date of the newest entry held? Minutes between two laptops' clocks raise no doubt.
bool is_clock_suspicious(UtcMinutes now, std::optional<UtcMinutes> newest, int offset_minutes);

// The duty itself, or with the smallest number from 2 on that no other laptop has: 村委会电脑2.
std::string free_writer_name(std::string_view duty, std::span<const std::string> taken);

// Basis of a to-do: SHA-256 of the evidence, sorted by bytes, each with a newline, after the line
// "jishan-todo-1". 64 hex digits.
std::string basis_of(std::vector<std::string> evidence);

}  // namespace jishan::village
