#include "ledger/events.h"

#include <gtest/gtest.h>

#include "support/laptop.h"

namespace jishan::ledger {
namespace {

using support::json;

const std::string some_h(64, 'a');

TEST(RefFromText, ReadsEventsAndLines) {
  ASSERT_TRUE(ref_from_text(some_h));
  EXPECT_EQ(ref_from_text(some_h)->line, -1);
  ASSERT_TRUE(ref_from_text(some_h + ":12"));
  EXPECT_EQ(ref_from_text(some_h + ":12")->line, 12);
  EXPECT_EQ(ref_text(ref_from_text(some_h + ":12")->h, 12), some_h + ":12");
  EXPECT_EQ(ref_text(ref_from_text(some_h)->h, -1), some_h);
}

TEST(RefFromText, GivesOneNameToOneLine) {
  for (const std::string& text : {std::string(), std::string("pts.post x"), some_h.substr(1),
                                  some_h + "a", some_h + ":", some_h + ":01", some_h + ":-1",
                                  some_h + ": 1", some_h + ":1234567", std::string(64, 'A')}) {
    EXPECT_FALSE(ref_from_text(text)) << text;
  }
}

std::optional<ReverseBody> body_of(std::string_view text) {
  journal::Event event;
  event.body = json(text);
  return reverse_from(event);
}

TEST(ReverseFrom, ReadsWhatIsWritten) {
  journal::Event event;
  event.body = json_of(ReverseBody{"toy.once x", 3, true, "duplicate"});
  const auto read = reverse_from(event);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->of, "toy.once x");
  EXPECT_EQ(read->gen, 3);
  EXPECT_TRUE(read->is_back);
  EXPECT_EQ(read->why, "duplicate");
}

TEST(ReverseFrom, IsInertWithAFieldMissingOrWrong) {
  EXPECT_TRUE(body_of(R"({"of":"k","back":0,"why":"x"})"));
  EXPECT_TRUE(body_of(R"({"of":"k","back":0,"why":"x","later":[1]})"));
  for (const char* text : {R"({"back":0,"why":"x"})", R"({"of":"","back":0,"why":"x"})",
                           R"({"of":1,"back":0,"why":"x"})", R"({"of":"k","why":"x"})",
                           R"({"of":"k","back":2,"why":"x"})", R"({"of":"k","back":"0","why":"x"})",
                           R"({"of":"k","back":0})", R"({"of":"k","back":0,"why":"x","gen":0})",
                           R"({"of":"k","back":0,"why":"x","gen":"1"})",
                           R"({"of":"k","back":0,"why":"x","gen":1000000001})"}) {
    EXPECT_FALSE(body_of(text)) << text;
  }
}

}  // namespace
}  // namespace jishan::ledger
