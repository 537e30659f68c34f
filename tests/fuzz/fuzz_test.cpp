// The fuzz targets over mutations of good lines and files, from fixed seeds: what libFuzzer does
// for minutes in `make soak`, for a second here.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "fuzz/targets.h"
#include "journal/bundle.h"
#include "support/history.h"
#include "support/noting_fold.h"

namespace jishan::fuzz {
namespace {

// Bits flipped, pieces cut out, doubled, exchanged, tokens of JSON thrown in.
std::string mutated(std::string text, SeededRandom& random) {
  constexpr std::string_view tokens[] = {"{",
                                         "}",
                                         "[",
                                         "]",
                                         "\"",
                                         "\\",
                                         ",",
                                         ":",
                                         "\n",
                                         "null",
                                         "1e9",
                                         "-0",
                                         "\\u0000",
                                         "\xFF",
                                         "\"h\"",
                                         "\xEF\xBB\xBF",
                                         "9007199254740993"};
  const std::uint64_t changes = 1 + random.below(3);
  for (std::uint64_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = random.below(text.size());
    const std::size_t size = random.below(std::min<std::size_t>(text.size() - at, 40) + 1);
    switch (random.below(5)) {
      case 0:
        text[at] = static_cast<char>(text[at] ^ (1 << random.below(8)));
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, text.substr(at, size));
        break;
      case 3:
        text.insert(at, tokens[random.below(std::size(tokens))]);
        break;
      default:
        text.resize(at);
    }
  }
  return text;
}

class Fuzz : public testing::Test {
 protected:
  void SetUp() override { m_history.run(40); }
  support::History m_history{support::noting_folds, 11};
  SeededRandom m_random{12};
};

TEST_F(Fuzz, LinesKeepTheirPromises) {
  std::vector<std::string> lines;
  for (const journal::Event& event : m_history.everything())
    lines.push_back(journal::line_of(event));
  for (const std::string& line : lines) check_line(line);
  for (std::uint64_t i = 0; i < support::rounds(3000); ++i) {
    check_line(mutated(lines[m_random.below(lines.size())], m_random));
  }
}

TEST_F(Fuzz, BundlesKeepTheirPromises) {
  std::string text;
  journal::write_bundle(*m_history.laptops[0]->journal, {"test", "柳荫村", "", 1},
                        journal::PersonalAreas::all(),
                        [&](std::string_view part) { text += part; });
  check_bundle(text);
  for (std::uint64_t i = 0; i < support::rounds(60); ++i) check_bundle(mutated(text, m_random));
}

}  // namespace
}  // namespace jishan::fuzz
