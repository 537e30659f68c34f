// Several exported files as one book: checked first, then merged.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/book.h"
#include "base/result.h"
#include "journal/bundle.h"

namespace jishan::cli {

// Scripts rely on these numbers; of several that apply the greatest is given.
enum class ExitCode {
  good = 0,
  found = 1,  // damage, something waiting, a to-do
  usage = 2,
  files = 3,  // cannot read or write
  other_village = 4,
  newer_format = 5,
};
ExitCode worse_of(ExitCode a, ExitCode b);

struct FileReport {
  std::string path;
  std::optional<Error> refusal;  // nothing of the file was used
  journal::BundleHeader header;
  journal::BundleEnd end;
};

struct Reading {
  std::vector<FileReport> files;
  std::int64_t refused = 0;  // events whose place disagrees with their parents
  std::int64_t foreign = 0;  // events of another village inside the accepted files
  ExitCode exit_code = ExitCode::good;
};

// Checks every file; if all may be used, merges them into the book, which is empty before.
Reading read_books(const std::vector<std::string>& paths, app::Book& book);

}  // namespace jishan::cli
