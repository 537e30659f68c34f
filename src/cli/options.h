// What was asked for on the command line. It must not know files or books.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace jishan::cli {

enum class Verb { help, version, verify, merge, state, export_lines, sample };

struct Options {
  Verb verb = Verb::help;
  std::vector<std::string> files;
  std::string out;                       // -o
  bool is_json = false;                  // --json
  bool is_ndjson = false;                // --ndjson
  std::vector<std::string> personal{"*"};  // --personal all|none|AREA,AREA
  std::int64_t households = 220;
  std::int64_t years = 1;
  std::uint64_t seed = 1;
  std::optional<Date> last_day;           // --day: of a sample; today without it
};

// The detail of the error is for the person who typed.
Result<Options> options_from(std::span<const std::string_view> arguments);

}  // namespace jishan::cli
