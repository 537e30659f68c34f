#include "journal/json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace jishan::journal {
namespace {

std::string canonical_of(std::string_view text) {
  const Result<Json> value = parse_json(text);
  return value.ok() ? value->canonical() : "refused: " + value.error().detail;
}

TEST(Json, WritesOneCanonicalText) {
  EXPECT_EQ(canonical_of("{}"), "{}");
  EXPECT_EQ(canonical_of(" [ 1 , -2,\t3 ]\r\n"), "[1,-2,3]");
  EXPECT_EQ(canonical_of(R"({"b":1,"a":{"z":"","y":[]}})"), R"({"a":{"y":[],"z":""},"b":1})");
  EXPECT_EQ(canonical_of(R"("\u79ef\u5584\/\"\\\n\ud842\udfb7")"), "\"积善/\\\"\\\\\\n𠮷\"");
  EXPECT_EQ(canonical_of("-0"), "0");
  EXPECT_EQ(canonical_of("9007199254740991"), "9007199254740991");
  EXPECT_EQ(canonical_of("-9007199254740991"), "-9007199254740991");
  EXPECT_EQ(canonical_of("\"\x7F\""), "\"\x7F\"");
}

TEST(Json, SortsKeysByBytes) {
  EXPECT_EQ(canonical_of(R"({"b":1,"a_":2,"a0":3,"a":4,"aa":5})"),
            R"({"a":4,"a0":3,"a_":2,"aa":5,"b":1})");
}

TEST(Json, RefusesWhatIsNotInTheSubset) {
  const std::string_view wrong[] = {"",
                                    "nul",
                                    "null",
                                    "true",
                                    "false",
                                    "1.0",
                                    "1e2",
                                    "1E2",
                                    "0.5",
                                    "-1.5",
                                    "9007199254740992",
                                    "-9007199254740992",
                                    "18446744073709551616",
                                    "1e400",
                                    "01",
                                    "+1",
                                    "NaN",
                                    "\"a",
                                    "\"\\u0000\"",
                                    "\"\\t\"",
                                    "\"\t\"",
                                    "\"\\u001f\"",
                                    "\"\\ud800\"",
                                    "\"\xFF\"",
                                    "\"\xC0\xAF\"",
                                    "\"\xED\xA0\x80\"",
                                    "'a'",
                                    "[1,]",
                                    "{\"a\":1,}",
                                    "[1] 2",
                                    "// a\n1",
                                    R"({"a":1,"a":1})",
                                    R"({"A":1})",
                                    R"({"":1})",
                                    R"({"1a":1})",
                                    R"({"a-b":1})",
                                    R"({"积":1})",
                                    R"({"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":1})",
                                    "[[[[[[[[[1]]]]]]]]]",
                                    "\xEF\xBB\xBF{}"};
  for (const std::string_view text : wrong) {
    EXPECT_FALSE(parse_json(text).ok()) << text << " gave " << canonical_of(text);
  }
}

TEST(Json, KeepsToTheLimits) {
  EXPECT_TRUE(parse_json("[[[[[[[[1]]]]]]]]").ok());
  std::string array = "[0";
  for (std::size_t i = 1; i < array_elements_max; ++i) array += ",0";
  EXPECT_TRUE(parse_json(array + "]").ok());
  EXPECT_FALSE(parse_json(array + ",0]").ok());
  EXPECT_FALSE(parse_json(array + ",[]]").ok());
  EXPECT_TRUE(parse_json(R"({"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":1})").ok());
  // A bomb of a million brackets ends at the limit, not at the end of the stack.
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')).ok());
}

TEST(Json, KnowsWhichValuesObeyTheRules) {
  EXPECT_TRUE(obeys(Json(Json::Object{{"a", Json("积善\n")}})));
  EXPECT_FALSE(obeys(Json(integer_max + 1)));
  EXPECT_FALSE(obeys(Json(std::numeric_limits<std::int64_t>::min())));
  EXPECT_FALSE(obeys(Json("\t")));
  EXPECT_FALSE(obeys(Json("\xFF")));
  EXPECT_FALSE(obeys(Json(Json::Object{{"A", Json(1)}})));
  EXPECT_FALSE(obeys(Json(Json::Array(array_elements_max + 1, Json(1)))));
  EXPECT_TRUE(obeys(Json(Json::Array{Json(1)}), JsonLimits{1}));
  EXPECT_FALSE(obeys(Json(Json::Array{Json(Json::Array())}), JsonLimits{1}));
}

TEST(Json, GivesTypedMembersOrNothing) {
  const Result<Json> read = parse_json(R"({"n":7,"s":"text","a":[1],"o":{"n":1}})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->integer_at("n"), 7);
  EXPECT_EQ(read->string_at("s"), "text");
  ASSERT_NE(read->array_at("a"), nullptr);
  EXPECT_EQ(read->array_at("a")->size(), 1U);
  ASSERT_NE(read->object_at("o"), nullptr);
  EXPECT_EQ(read->integer_at("s"), std::nullopt);
  EXPECT_EQ(read->integer_at("none"), std::nullopt);
  EXPECT_EQ(read->string_at("n"), std::nullopt);
  EXPECT_EQ(read->array_at("o"), nullptr);
  EXPECT_EQ(read->object_at("a"), nullptr);
  EXPECT_EQ(Json(1).find("n"), nullptr);
}

}  // namespace
}  // namespace jishan::journal
