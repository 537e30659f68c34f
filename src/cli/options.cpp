#include "cli/options.h"

#include <array>
#include <utility>

namespace jishan::cli {
namespace {

struct VerbName {
  std::string_view name;
  Verb verb;
};
constexpr std::array verb_names = {
    VerbName{"help", Verb::help},     VerbName{"--help", Verb::help},
    VerbName{"-h", Verb::help},       VerbName{"--version", Verb::version},
    VerbName{"verify", Verb::verify}, VerbName{"merge", Verb::merge},
    VerbName{"state", Verb::state},   VerbName{"export", Verb::export_lines},
    VerbName{"sample", Verb::sample},
};

Error usage(std::string detail) {
  return Error{ErrorCode::malformed, std::move(detail)};
}

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t smallest,
                                         std::int64_t greatest) {
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value < smallest || value > greatest ? std::nullopt : std::optional(value);
}

std::vector<std::string> areas_from(std::string_view text) {
  if (text == "all") return {"*"};
  if (text == "none") return {};
  std::vector<std::string> areas;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    areas.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return areas;
}

Done set_value(Options& options, std::string_view option, std::string_view value) {
  constexpr std::int64_t seed_max = 999'999'999'999'999;
  const auto set = [&](auto& target, std::int64_t smallest, std::int64_t greatest) -> Done {
    const auto number = whole_number(value, smallest, greatest);
    if (!number) {
      return usage(std::string(option) + " takes a whole number from " + std::to_string(smallest) +
                   " to " + std::to_string(greatest));
    }
    target = static_cast<std::remove_reference_t<decltype(target)>>(*number);
    return done();
  };
  if (option == "-o") {
    options.out = value;
    return done();
  }
  if (option == "--personal") {
    options.personal = areas_from(value);
    return done();
  }
  if (option == "--day") {
    options.last_day = Date::from_iso(value);
    return options.last_day ? done() : usage("--day takes a date such as 2026-09-18");
  }
  if (option == "--households") return set(options.households, 1, 100'000);
  if (option == "--years") return set(options.years, 1, 30);
  return set(options.seed, 0, seed_max);
}

bool takes_value(std::string_view option) {
  return option == "-o" || option == "--personal" || option == "--households" ||
         option == "--years" || option == "--seed" || option == "--day";
}

Done check(const Options& options) {
  const bool reads_files = options.verb == Verb::verify || options.verb == Verb::merge ||
                           options.verb == Verb::state || options.verb == Verb::export_lines;
  if (reads_files && options.files.empty()) return usage("which file?");
  if (!reads_files && !options.files.empty()) return usage("unexpected: " + options.files[0]);
  const bool writes = options.verb == Verb::merge || options.verb == Verb::export_lines ||
                      options.verb == Verb::sample;
  if (writes && options.out.empty()) return usage("where to? Give -o OUT (- for standard output)");
  if (!writes && !options.out.empty()) return usage("this command writes no file");
  return done();
}

}  // namespace

Result<Options> options_from(std::span<const std::string_view> arguments) {
  if (arguments.empty()) return usage("which command?");
  Options options;
  bool is_known = false;
  for (const VerbName& known : verb_names) {
    if (known.name != arguments[0]) continue;
    options.verb = known.verb;
    is_known = true;
  }
  if (!is_known) return usage("unknown command: " + std::string(arguments[0]));
  bool only_files = false;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (only_files || argument.empty() || argument[0] != '-') {
      options.files.emplace_back(argument);
    } else if (argument == "--") {
      only_files = true;
    } else if (argument == "--json") {
      options.is_json = true;
    } else if (argument == "--ndjson" && options.verb == Verb::export_lines) {
      options.is_ndjson = true;
    } else if (argument == "--help" || argument == "-h") {
      return Options();
    } else if (takes_value(argument)) {
      if (i + 1 == arguments.size()) return usage(std::string(argument) + " needs a value");
      TRY(set_value(options, argument, arguments[++i]));
    } else {
      return usage("unknown option: " + std::string(argument));
    }
  }
  TRY(check(options));
  return options;
}

}  // namespace jishan::cli
