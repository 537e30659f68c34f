// Files of the command line: read in slices, written whole or not at all.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jishan::cli {

// Refused by size before anything is read.
Done read_slices(const std::string& path, const std::function<void(std::string_view)>& take);

// Written beside its place and moved there by finish(); "-" is standard output. What is not
// finished leaves no file behind. A device or a pipe is written to as it stands.
class FileWriter {
 public:
  explicit FileWriter(std::string path);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  void write(std::string_view bytes);
  Done finish();

 private:
  std::string m_path;
  std::string m_part_path;  // "" where nothing is moved
  std::FILE* m_file = nullptr;
  bool m_is_good = true;
};

}  // namespace jishan::cli
