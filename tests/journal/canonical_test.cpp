#include "journal/canonical.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "base/random.h"

namespace jishan::journal {
namespace {

std::optional<Json> read(std::string_view text, JsonLimits limits = {}) {
  CanonicalReader reader(text);
  Json value;
  if (!reader.value(value, limits) || !reader.is_at_end()) return std::nullopt;
  return value;
}

// What it accepts, the other reader accepts with the same value, and writes back to the byte.
void expect_agreement(std::string_view text) {
  const std::optional<Json> quick = read(text);
  const Result<Json> other = parse_json(text);
  const bool is_canonical = other.ok() && other->canonical() == text;
  ASSERT_EQ(quick.has_value(), is_canonical) << text;
  if (quick) { EXPECT_EQ(*quick, *other) << text; }
}

TEST(CanonicalReader, AcceptsExactlyTheCanonicalTexts) {
  const std::string_view texts[] = {
      "{}", "[]", "0", "-1", "9007199254740991", "-9007199254740991", "\"\"", "\"积善𠮷\"",
      R"({"a":1,"b":[{},[],""],"b_":{"c":"\"\\\n"}})", "[0,-5,\"x\"]", "\"\x7F\"",
      // Good JSON in another form.
      "{ }", "[1, 2]", " 1", "1 ", "-0", R"({"b":1,"a":2})", R"("\u79ef")", R"("\/")",
      // Not of the journal.
      "", "01", "-", "-01", "+1", "1.0", "1e2", "9007199254740992", "-9007199254740992",
      "99999999999999999999", "true", "null", "\"", "\"a", "\"\\", "\"\\t\"", "\"\t\"", "\"\n\"",
      "\"\xFF\"", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "[1,]", "[,1]", "[1", "[1 2]", "]", "{\"a\":1,}",
      R"({"a":1,"a":1})", R"({"A":1})", R"({"":1})", R"({"a" :1})", R"({"a":})", R"({"a"})",
      R"({"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":1})", "\xEF\xBB\xBF{}", "{}{}", "[[[[[[[[1]]]]]]]]",
      "[[[[[[[[[1]]]]]]]]]"};
  for (const std::string_view text : texts) expect_agreement(text);
}

TEST(CanonicalReader, AgreesWithTheOtherReaderOnMutations) {
  const std::string good =
      R"({"b":{"id":"y0123456789abcdef","lines":[[0,"h1",-700,1,""],[1,"积善","\"\\\n"]]},"s":12})";
  ASSERT_TRUE(read(good).has_value());
  SeededRandom random(7);
  constexpr std::string_view bytes = "{}[]\",:\\0129-aAn \t\x80\xE7";
  int accepted = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = good;
    for (std::uint64_t changes = 1 + random.below(2); changes > 0; --changes) {
      const std::size_t at = random.below(text.size());
      const char byte = bytes[random.below(bytes.size())];
      switch (random.below(3)) {
        case 0: text[at] = byte; break;
        case 1: text.insert(at, 1, byte); break;
        default: text.erase(at, 1);
      }
    }
    expect_agreement(text);
    if (HasFailure()) return;
    if (read(text)) ++accepted;
  }
  EXPECT_GT(accepted, 100) << "the mutations must also hit what is still canonical";
}

TEST(CanonicalReader, KeepsToTheLimits) {
  EXPECT_TRUE(read("[[1]]", JsonLimits{2}).has_value());
  EXPECT_FALSE(read("[[1]]", JsonLimits{1}).has_value());
  EXPECT_TRUE(read("[1,2]", JsonLimits{2, 2}).has_value());
  EXPECT_FALSE(read("[1,2,3]", JsonLimits{2, 2}).has_value());
  EXPECT_FALSE(read(std::string(1'000'000, '[')).has_value());
}

}  // namespace
}  // namespace jishan::journal
