// The `jishan` command: results go to `out`, messages to `err`.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace jishan::cli {

// Gives the exit code: 0 good · 1 damage, waiting or to-do found · 2 usage · 3 cannot read or
// write · 4 other village · 5 newer format.
int run_tool(std::span<const std::string_view> arguments, std::ostream& out, std::ostream& err);

}  // namespace jishan::cli
