// What a file may cost in memory while it is read: bounded, whatever its shape and size. 32 MiB of
// one line stand for the 512 MiB that may come: what holds on to them fails by a factor of four.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>

#if defined(__SANITIZE_ADDRESS__)
// The sanitizer brings its own heap; the header with this comes with clang only.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

#include "journal/bundle.h"

namespace jishan::journal {
namespace {

constexpr std::size_t mebibyte = 1024 * 1024;
constexpr std::size_t file_bytes = 32 * mebibyte;
constexpr std::size_t slice_bytes = 256 * 1024;
// One value that may be kept (1 MiB), growing by doubling, and the first 200 complaints.
constexpr std::size_t growth_bytes_max = 8 * mebibyte;

std::size_t heap_bytes() {
#if defined(__SANITIZE_ADDRESS__)
  return __sanitizer_get_current_allocated_bytes();
#else
  const struct mallinfo2 heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
#endif
}

struct Outcome {
  std::size_t growth_bytes = 0;  // at most, seen after any slice
  std::int64_t events = 0;
  BundleEnd end;
};

// Feeds `begin`, then `middle` over and over without a line break, then `end`.
Outcome read_long(const std::string& begin, std::string middle, const std::string& end,
                  std::size_t middle_bytes = file_bytes) {
  while (middle.size() < slice_bytes) middle += middle;
  const std::size_t before = heap_bytes();
  BundleReader reader;
  Outcome outcome;
  const auto feed = [&](std::string_view bytes) {
    reader.feed(bytes);
    const std::size_t now = heap_bytes();
    outcome.growth_bytes = std::max(outcome.growth_bytes, now > before ? now - before : 0);
    outcome.events += static_cast<std::int64_t>(reader.take_events().size());
  };
  feed(begin);
  for (std::size_t fed = 0; fed < middle_bytes; fed += middle.size()) feed(middle);
  feed(end);
  outcome.end = reader.finish();
  return outcome;
}

const std::string head = R"({"fmt":"jishan","ver":1,"events":[)";

void expect_a_message_and_little_memory(const Outcome& outcome) {
  EXPECT_LT(outcome.growth_bytes, growth_bytes_max);
  EXPECT_FALSE(outcome.end.is_complete);
  EXPECT_GT(outcome.end.damaged_count, 0);
  EXPECT_FALSE(outcome.end.incomplete_reason.empty());
  EXPECT_EQ(outcome.events, 0);
}

TEST(BundleMemory, OneTextWithoutEnd) {
  const Outcome outcome = read_long(head + "{\"b\":\"", "abcdefgh", "\"}]}");
  expect_a_message_and_little_memory(outcome);
  ASSERT_EQ(outcome.end.damaged.size(), 1U);
  EXPECT_EQ(outcome.end.damaged[0].reason, "longer than 1 MiB");
}

TEST(BundleMemory, OneTextThatIsNeverClosed) {
  expect_a_message_and_little_memory(read_long(head + "{\"b\":\"", "abcdefgh", ""));
}

TEST(BundleMemory, AMemberOfTheHeader) {
  expect_a_message_and_little_memory(read_long("{\"name\":\"", "积善", "\"}"));
}

TEST(BundleMemory, AKey) {
  expect_a_message_and_little_memory(read_long("{\"", "积善", "\":1}"));
}

TEST(BundleMemory, NoJsonAtAll) {
  const Outcome outcome = read_long("", "\x01\x02PK", "");
  EXPECT_LT(outcome.growth_bytes, growth_bytes_max);
  ASSERT_TRUE(outcome.end.refusal.has_value());
  EXPECT_EQ(outcome.end.refusal->code, ErrorCode::malformed);
}

TEST(BundleMemory, ManyDamagedEventsInOneLine) {
  const Outcome outcome = read_long(head, R"({"b":"is no object and nothing is what it should be"},)",
                                    "", 2 * mebibyte);
  EXPECT_LT(outcome.growth_bytes, mebibyte);
  EXPECT_GT(outcome.end.damaged_count, 30'000);
  EXPECT_EQ(outcome.end.damaged.size(), damaged_listed_max);
}

}  // namespace
}  // namespace jishan::journal
