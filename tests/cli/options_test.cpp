#include "cli/options.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace jishan::cli {
namespace {

Result<Options> parse(std::vector<std::string_view> words) {
  return options_from(words);
}

TEST(Options, ReadsFilesAndOptionsInAnyOrder) {
  const auto options =
      parse({"merge", "a.json", "-o", "out.json", "--json", "b.json", "--personal", "hh,res"});
  ASSERT_TRUE(options.ok()) << options.error().detail;
  EXPECT_EQ(options->verb, Verb::merge);
  EXPECT_EQ(options->files, (std::vector<std::string>{"a.json", "b.json"}));
  EXPECT_EQ(options->out, "out.json");
  EXPECT_TRUE(options->is_json);
  EXPECT_EQ(options->personal, (std::vector<std::string>{"hh", "res"}));
}

TEST(Options, PersonalIsAllUnlessSaidOtherwise) {
  EXPECT_EQ(parse({"export", "a", "-o", "-"})->personal, std::vector<std::string>{"*"});
  EXPECT_EQ(parse({"export", "a", "-o", "-", "--personal", "all"})->personal,
            std::vector<std::string>{"*"});
  EXPECT_TRUE(parse({"export", "a", "-o", "-", "--personal", "none"})->personal.empty());
}

TEST(Options, AFileMayLookLikeAnOption) {
  const auto options = parse({"verify", "--", "--json", "-o"});
  ASSERT_TRUE(options.ok());
  EXPECT_EQ(options->files, (std::vector<std::string>{"--json", "-o"}));
  EXPECT_FALSE(options->is_json);
}

TEST(Options, AnyHelpIsHelp) {
  for (const std::string_view word : {"help", "--help", "-h"}) {
    EXPECT_EQ(parse({word})->verb, Verb::help);
  }
  EXPECT_EQ(parse({"merge", "--help"})->verb, Verb::help);
  EXPECT_EQ(parse({"--version"})->verb, Verb::version);
}

TEST(Options, NumbersOfTheSample) {
  const auto options = parse({"sample", "-o", "-", "--households", "300", "--years", "2", "--seed",
                              "7", "--day", "2026-06-30"});
  ASSERT_TRUE(options.ok());
  EXPECT_EQ(options->households, 300);
  EXPECT_EQ(options->years, 2);
  EXPECT_EQ(options->seed, 7U);
  EXPECT_EQ(options->last_day->iso(), "2026-06-30");
}

TEST(Options, RefusesWhatItDoesNotUnderstand) {
  const std::vector<std::vector<std::string_view>> wrong = {
      {},
      {"melt"},
      {"verify"},
      {"verify", "a", "-o", "b"},
      {"verify", "a", "--ndjson"},
      {"verify", "a", "--colour"},
      {"merge", "a"},
      {"merge", "a", "-o"},
      {"export", "-o", "b"},
      {"sample", "a", "-o", "b"},
      {"sample", "-o", "b", "--households", "0"},
      {"sample", "-o", "b", "--households", "many"},
      {"sample", "-o", "b", "--years", "31"},
      {"sample", "-o", "b", "--seed", "-1"},
      {"sample", "-o", "b", "--seed", "1e3"},
      {"sample", "-o", "b", "--day", "2026-02-30"},
  };
  for (const auto& words : wrong) {
    const auto options = parse(words);
    EXPECT_FALSE(options.ok()) << (words.empty() ? "" : words[0]) << " with " << words.size();
  }
}

}  // namespace
}  // namespace jishan::cli
