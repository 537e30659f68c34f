#include "support/source_folder.h"

namespace jishan::testing {

std::string source_path(std::string_view from_top) {
  std::string path = JISHAN_SOURCE_FOLDER "/";
  path += from_top;
  return path;
}

}  // namespace jishan::testing
