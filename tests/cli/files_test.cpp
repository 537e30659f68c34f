#include "cli/files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "journal/bundle.h"

namespace jishan::cli {
namespace {

TEST(Files, ATooLargeFileIsRefusedBeforeItIsRead) {
  const std::filesystem::path path =
      std::filesystem::path(testing::TempDir()) / "jishan_too_large.jishan.json";
  std::ofstream(path).put('{');
  std::int64_t slices = 0;
  const auto count = [&](std::string_view) { ++slices; };
  // A file with a hole: it has the size and takes no room.
  std::filesystem::resize_file(path, static_cast<std::uintmax_t>(journal::bundle_bytes_max) + 1);
  const Done read = read_slices(path.string(), count);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
  EXPECT_EQ(slices, 0);
  std::filesystem::resize_file(path, 1);
  EXPECT_TRUE(read_slices(path.string(), count).ok());
  EXPECT_EQ(slices, 1);
  std::filesystem::remove(path);
}

TEST(Files, WhatDoesNotTellItsSizeIsReadUpToTheLimit) {
  std::int64_t bytes = 0;
  const Done read =
      read_slices("/dev/zero", [&](std::string_view slice) { bytes += std::ssize(slice); });
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
  EXPECT_GT(bytes, 0);
  EXPECT_LE(bytes, journal::bundle_bytes_max);
}

TEST(Files, APipeIsWrittenToAndStaysAPipe) {
  const std::string path = testing::TempDir() + "jishan_pipe";
  std::filesystem::remove(path);
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  FileWriter writer(path);
  writer.write("一行\n");
  EXPECT_TRUE(writer.finish().ok());
  std::string text(64, ' ');
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(reader, text.data(), text.size()))));
  close(reader);
  EXPECT_EQ(text, "一行\n");
  EXPECT_TRUE(std::filesystem::is_fifo(path));
  EXPECT_FALSE(std::filesystem::exists(path + ".part"));
  std::filesystem::remove(path);
}

TEST(Files, AFolderIsNoFile) {
  const Done read = read_slices(testing::TempDir(), [](std::string_view) { FAIL(); });
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace jishan::cli
