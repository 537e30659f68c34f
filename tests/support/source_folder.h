// Where tests find files of the source tree. It must not know what they read.
#pragma once

#include <string>
#include <string_view>

namespace jishan::testing {

// The absolute path of a file or folder, given from the top of the source tree.
[[nodiscard]] std::string source_path(std::string_view from_top);

}  // namespace jishan::testing
