// The canonical text is what Python's and Node's own JSON writers print for the same value.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/random.h"
#include "journal/json.h"
#include "support/source_folder.h"

namespace jishan::journal {
namespace {

constexpr int values_count = 4000;

// Random values of the subset, written in a random presentation: key order, spaces, escapes.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) : m_random(seed) {}

  std::string any(int depth) {
    const std::uint64_t choice = below(depth == 0 ? 2 : 4);
    if (choice == 0) return integer();
    if (choice == 1) return quoted();
    return choice == 2 ? array(depth) : object(depth);
  }

  std::string object(int depth) {
    std::string text = "{";
    const std::uint64_t size = below(6);
    for (std::uint64_t i = 0; i < size; ++i) {
      // The number makes the key the only one of its kind; its letter puts it anywhere.
      text += (i == 0 ? "" : ",") + space() + "\"" + key(i) + "\"" + space() + ":" + space();
      text += any(depth - 1) + space();
    }
    return text + "}";
  }

 private:
  std::uint64_t below(std::uint64_t end) {
    std::array<std::uint8_t, 8> bytes{};
    m_random.fill(bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = value << 8 | byte;
    return value % end;
  }

  std::string space() { return below(3) == 0 ? " " : ""; }

  std::string key(std::uint64_t number) {
    constexpr std::string_view tail = "abyz019__";
    std::string text(1, static_cast<char>('a' + below(26)));
    for (std::uint64_t i = below(5); i > 0; --i) text += tail[below(tail.size())];
    return text + "_" + std::to_string(number);
  }

  std::string integer() {
    const auto limit = static_cast<std::uint64_t>(integer_max);
    const std::uint64_t size = below(2) == 0 ? below(1000) : limit - below(1000);
    return (below(2) == 0 && size > 0 ? "-" : "") + std::to_string(size);
  }

  std::string array(int depth) {
    std::string text = "[";
    const std::uint64_t size = below(5);
    for (std::uint64_t i = 0; i < size; ++i) {
      text += (i == 0 ? "" : ",") + space() + any(depth - 1);
    }
    return text + space() + "]";
  }

  std::string quoted() {
    std::string text = "\"";
    for (std::uint64_t i = below(12); i > 0; --i) text += character();
    return text + "\"";
  }

  std::string character() {
    static const std::array<std::string, 16> pieces = {
        "村",  "𠮷",    "é",      "e\xCC\x81", "\x7F",           "\xE2\x80\xA8", "\\n",     "\\\"",
        "\\\\", "\\/", "\\u4e2d", "\\u0041",   "\\ud842\\udfb7", "\\u000a",      "\\u00e9", "\xEF\xBB\xBF"};
    if (below(3) != 0) return pieces[below(pieces.size())];
    const char letter = static_cast<char>(0x20 + below(0x5F));
    return letter == '"' || letter == '\\' ? " " : std::string(1, letter);
  }

  SeededRandom m_random;
};

// What the program prints for these lines; one line each.
std::vector<std::string> printed(const std::string& command, const std::string& lines) {
  const std::filesystem::path file =
      std::filesystem::path(::testing::TempDir()) / "canonical_test_lines.json";
  std::ofstream(file, std::ios::binary) << lines;
  const std::string whole = command + " < '" + file.string() + "'";
  std::FILE* const pipe = popen(whole.c_str(), "r");
  EXPECT_NE(pipe, nullptr);
  std::vector<std::string> result(1);
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c == '\n') {
      result.emplace_back();
    } else {
      result.back() += static_cast<char>(c);
    }
  }
  EXPECT_EQ(pclose(pipe), 0) << whole;
  std::filesystem::remove(file);
  result.pop_back();
  return result;
}

void expect_agreement(const std::string& command) {
  Generator generator(20260308);
  std::string lines;
  std::vector<std::string> ours;
  for (int i = 0; i < values_count; ++i) {
    const std::string text = generator.object(5);
    const Result<Json> value = parse_json(text);
    ASSERT_TRUE(value.ok()) << text << ": " << value.error().detail;
    lines += text + "\n";
    ours.push_back(value->canonical());
  }
  const std::vector<std::string> theirs = printed(command, lines);
  ASSERT_EQ(theirs.size(), ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i) ASSERT_EQ(ours[i], theirs[i]);
}

TEST(CanonicalText, IsWhatPythonPrints) {
  expect_agreement("python3 '" + testing::source_path("tests/format/canonical.py") + "'");
}

TEST(CanonicalText, IsWhatNodePrints) {
  expect_agreement("node '" + testing::source_path("tests/format/canonical.mjs") + "'");
}

TEST(CanonicalText, GeneratedValuesAreOfEveryForm) {
  Generator generator(20260308);
  std::string all;
  for (int i = 0; i < values_count; ++i) all += generator.object(5) + "\n";
  for (const std::string_view piece : {"\\ud842", "\xEF\xBB\xBF", "-9007199254740", "[[", "{}", "[]", "\"\"", ": "}) {
    EXPECT_NE(all.find(piece), std::string::npos) << piece;
  }
}

}  // namespace
}  // namespace jishan::journal
