#include "cli/reading.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cli/files.h"

namespace jishan::cli {
namespace {

constexpr std::size_t batch_events_max = 2000;

ExitCode code_of(const Error& refusal) {
  switch (refusal.code) {
    case ErrorCode::newer_format:
      return ExitCode::newer_format;
    case ErrorCode::other_village:
      return ExitCode::other_village;
    case ErrorCode::malformed:
      return ExitCode::found;
    default:
      return ExitCode::files;
  }
}

FileReport checked(const std::string& path) {
  FileReport report;
  report.path = path;
  journal::BundleReader reader;
  const Done read = read_slices(path, [&](std::string_view bytes) {
    reader.feed(bytes);
    static_cast<void>(reader.take_events());
  });
  if (!read.ok()) {
    report.refusal = read.error();
    return report;
  }
  report.end = reader.finish();
  report.header = reader.header();
  report.refusal = report.end.refusal;
  return report;
}

// Books that share a root, directly or through another file, are of the first file's village.
void refuse_other_villages(std::vector<FileReport>& files) {
  std::set<journal::Hash> mine;
  std::vector<FileReport*> undecided;
  for (FileReport& file : files) {
    if (!file.refusal && !file.header.roots.empty()) undecided.push_back(&file);
  }
  if (undecided.empty()) return;
  mine.insert(undecided[0]->header.roots.begin(), undecided[0]->header.roots.end());
  bool has_grown = true;
  while (has_grown) {
    const std::size_t before = undecided.size();
    std::erase_if(undecided, [&](const FileReport* file) {
      const std::vector<journal::Hash>& roots = file->header.roots;
      const bool shares = std::any_of(roots.begin(), roots.end(), [&](const journal::Hash& root) {
        return mine.contains(root);
      });
      if (shares) mine.insert(roots.begin(), roots.end());
      return shares;
    });
    has_grown = undecided.size() < before;
  }
  for (FileReport* const file : undecided) {
    file->refusal = Error{ErrorCode::other_village, "the book of another village"};
  }
}

void merge(const std::string& path, app::Book& book, Reading& reading) {
  journal::BundleReader reader;
  std::vector<journal::Event> batch;
  const auto add = [&] {
    book.journal().add(batch);
    batch.clear();
  };
  const auto take = [&] {
    for (journal::Event& event : reader.take_events()) {
      batch.push_back(std::move(event));
      if (batch.size() == batch_events_max) add();
    }
  };
  const Done read = read_slices(path, [&](std::string_view bytes) {
    reader.feed(bytes);
    take();
  });
  // What a broken event had swallowed up to the end of the file comes now.
  static_cast<void>(reader.finish());
  take();
  add();
  if (!read.ok()) reading.exit_code = worse_of(reading.exit_code, ExitCode::files);
}

}  // namespace

ExitCode worse_of(ExitCode a, ExitCode b) {
  return std::max(a, b);
}

Reading read_books(const std::vector<std::string>& paths, app::Book& book) {
  Reading reading;
  for (const std::string& path : paths) reading.files.push_back(checked(path));
  refuse_other_villages(reading.files);
  for (const FileReport& file : reading.files) {
    if (file.refusal) reading.exit_code = worse_of(reading.exit_code, code_of(*file.refusal));
  }
  if (reading.exit_code != ExitCode::good) return reading;
  if (const auto& village = reading.files[0].header.village) book.journal().set_genesis(*village);
  for (const FileReport& file : reading.files) merge(file.path, book, reading);

  const bool has_damage = std::any_of(reading.files.begin(), reading.files.end(),
                                      [](const FileReport& file) { return !file.end.is_complete; });
  reading.refused = book.journal().refused_count();
  reading.foreign = book.journal().foreign_count();
  const bool waits = book.journal().waiting_count() > 0;
  if (has_damage || waits || reading.refused > 0) {
    reading.exit_code = worse_of(reading.exit_code, ExitCode::found);
  }
  if (reading.foreign > 0) {
    reading.exit_code = worse_of(reading.exit_code, ExitCode::other_village);
  }
  return reading;
}

}  // namespace jishan::cli
