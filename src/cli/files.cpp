#include "cli/files.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "journal/bundle.h"

namespace jishan::cli {
namespace {

constexpr std::size_t slice_bytes = 256 * 1024;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

bool is_standard_output(const std::string& path) {
  return path == "-";
}

// A file that is moved to /dev/null would take its place.
bool is_device_or_pipe(const std::string& path) {
  std::error_code none;
  const std::filesystem::file_status status = std::filesystem::status(path, none);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

Done read_slices(const std::string& path, const std::function<void(std::string_view)>& take) {
  // A folder opens like a file and says that it is huge.
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) {
    return Error{ErrorCode::unreadable, "a folder, not a file"};
  }
  const OpenFile file(std::fopen(path.c_str(), "rb"));
  if (!file) return Error{ErrorCode::unreadable, "cannot open " + path};
  if (std::fseek(file.get(), 0, SEEK_END) == 0) {
    TRY(journal::check_bundle_size(std::ftell(file.get())));
    std::rewind(file.get());
  }
  std::vector<char> slice(slice_bytes);
  std::int64_t total = 0;  // a pipe and a device do not tell their size before
  while (const std::size_t size = std::fread(slice.data(), 1, slice.size(), file.get())) {
    total += static_cast<std::int64_t>(size);
    TRY(journal::check_bundle_size(total));
    take(std::string_view(slice.data(), size));
  }
  if (std::ferror(file.get()) != 0) return Error{ErrorCode::unreadable, "cannot read " + path};
  return done();
}

FileWriter::FileWriter(std::string path) : m_path(std::move(path)) {
  if (!is_device_or_pipe(m_path)) m_part_path = m_path + ".part";
  const std::string& opened = m_part_path.empty() ? m_path : m_part_path;
  m_file = is_standard_output(m_path) ? stdout : std::fopen(opened.c_str(), "wb");
  m_is_good = m_file != nullptr;
}

FileWriter::~FileWriter() {
  if (m_file == nullptr || m_file == stdout) return;
  std::fclose(m_file);
  if (!m_part_path.empty()) std::remove(m_part_path.c_str());
}

void FileWriter::write(std::string_view bytes) {
  if (!m_is_good) return;
  m_is_good = std::fwrite(bytes.data(), 1, bytes.size(), m_file) == bytes.size();
}

Done FileWriter::finish() {
  const Error failure{ErrorCode::unwritable, "cannot write " + m_path};
  if (!m_is_good || std::fflush(m_file) != 0) return failure;
  if (m_file == stdout) return done();
  std::FILE* const file = std::exchange(m_file, nullptr);
  const bool is_closed = std::fclose(file) == 0;
  if (m_part_path.empty()) return is_closed ? done() : Done(failure);
  if (is_closed && std::rename(m_part_path.c_str(), m_path.c_str()) == 0) return done();
  std::remove(m_part_path.c_str());
  return failure;
}

}  // namespace jishan::cli
