#include "journal/splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jishan::journal {
namespace {

struct Noted : Splitter::Listener {
  void on_member(std::string_view key, std::string_view value) override {
    log += "member " + std::string(key) + "=" + std::string(value) + "\n";
  }
  void on_events_begin() override { log += "events\n"; }
  bool on_event(std::string_view text, std::int64_t line) override {
    const bool is_event = text.find("\"p\":[\n") == std::string_view::npos;
    log += std::to_string(line) + (is_event ? " " + std::string(text) : " no event") + "\n";
    return is_event;
  }
  void on_damage(std::int64_t line, std::string_view reason) override {
    log += std::to_string(line) + " damaged: " + std::string(reason) + "\n";
  }
  std::string log;
};

// Knows some lines at sight, as a reader of events knows those that its program wrote.
struct Quick final : Noted {
  bool on_line(std::string_view text, std::int64_t line) override {
    if (text != "{\"a\":1}" && text != "{\"b\":{}}" && text != "{\"a\":9}") return false;
    ++lines;
    return on_event(text, line);
  }
  int lines = 0;
};

std::string split_by(Noted& noted, std::string_view text, std::size_t slice) {
  Splitter splitter(noted);
  for (std::size_t at = 0; at < text.size(); at += slice) splitter.feed(text.substr(at, slice));
  return noted.log + (splitter.finish() ? "whole" : "cut");
}

// What is noted must not depend on where the slices are cut, nor on lines being known at sight.
std::string split(std::string_view text) {
  std::string whole;
  for (const std::size_t slice : {text.size() + 1, std::size_t{1}, std::size_t{7}}) {
    Noted noted;
    const std::string log = split_by(noted, text, slice);
    EXPECT_TRUE(whole.empty() || whole == log) << slice << "\n" << log;
    whole = log;
    Quick quick;
    EXPECT_EQ(split_by(quick, text, slice), whole) << slice;
  }
  return whole;
}

TEST(Splitter, ALineThatIsKnownAtSightIsNotFollowed) {
  Quick quick;
  const std::string_view text =
      "{\"events\":[\n{\"a\":1},\n{\"b\":{}},\n{\"c\":1},\n{\"a\":9}\n]}\n";
  EXPECT_EQ(split_by(quick, text, text.size()),
            "events\n2 {\"a\":1}\n3 {\"b\":{}}\n4 {\"c\":1}\n5 {\"a\":9}\nwhole");
  EXPECT_EQ(quick.lines, 3);
  // Only a whole line: here the rest of it is not seen yet, or there is more in it.
  Quick slow;
  split_by(slow, "{\"events\":[\n{\"a\":1},{\"a\":1}\n]}\n", 5);
  EXPECT_EQ(slow.lines, 0);
}

TEST(Splitter, CutsTheFileInItsOwnForm) {
  EXPECT_EQ(split("{\"fmt\":\"jishan\",\"ver\":1,\"events\":[\n{\"b\":{}},\n{\"b\":[1,{\"a\":\"}"
                  "\\\"]\"}]}\n"
                  "],\"end\":{\"n\":2}}\n"),
            "member \"fmt\"=\"jishan\"\nmember \"ver\"=1\nevents\n2 {\"b\":{}}\n"
            "3 {\"b\":[1,{\"a\":\"}\\\"]\"}]}\nmember \"end\"={\"n\":2}\nwhole");
}

TEST(Splitter, CutsOneLineAndPrettyCopiesAlike) {
  EXPECT_EQ(split("{\"events\":[{\"a\":1},{\"a\":2}],\"ver\":1}"),
            "events\n1 {\"a\":1}\n1 {\"a\":2}\nmember \"ver\"=1\nwhole");
  EXPECT_EQ(split("{\r\n  \"ver\" : 1 ,\r\n  \"events\" : [\r\n    {\r\n      \"a\": 1\r\n    "
                  "}\r\n  ]\r\n}\r\n"),
            "member \"ver\"=1\nevents\n4 {\r\n      \"a\": 1\r\n    }\nwhole");
  EXPECT_EQ(split("{\"events\":[]}"), "events\nwhole");
  EXPECT_EQ(split("{}"), "whole");
}

TEST(Splitter, GoesOnAfterABrokenLine) {
  const std::string head = "{\"events\":[\n";
  const std::string good = "{\"a\":1},\n";
  const std::string tail = "{\"a\":9}\n],\"ver\":1}";
  const std::string after = "4 {\"a\":9}\nmember \"ver\"=1\nwhole";
  const std::string_view broken[] = {
      "{\"a\":1,\n",              // no closing brace
      "{\"a:1},\n",               // no closing quote
      "\"a\":1},\n",              // no opening brace
      "{\"a\":[1,2,\"b\":3},\n",  // no closing bracket
      "{\"a\":1}},\n",            // one brace too many
      "{\"a\"1},\n",              // no colon
      "{\"a\":1 \"b\":2},\n",     // no comma
      "\x01\x02garbage\n",
  };
  for (const std::string_view line : broken) {
    const std::string log = split(head + good + std::string(line) + tail);
    EXPECT_NE(log.find("damaged"), std::string::npos) << line;
    EXPECT_EQ(log.find("events\n2 {\"a\":1}\n"), 0U) << line << "\n" << log;
    EXPECT_TRUE(log.ends_with(after)) << line << "\n" << log;
  }
}

TEST(Splitter, NamesTheLineOfTheDamage) {
  EXPECT_EQ(split("{\"events\":[\n{\"a\":1},\n{\"a\":\n{\"a\":3}\n]}"),
            "events\n2 {\"a\":1}\n3 damaged: broken JSON\n4 {\"a\":3}\nwhole")
      << "the broken event had swallowed the next one";
  EXPECT_EQ(
      split("{\"events\":[\n{\"a\":1}\n{\"a\":2}\n]}"),
      "events\n2 {\"a\":1}\n3 damaged: a comma between events was expected\n3 {\"a\":2}\nwhole");
}

TEST(Splitter, LinesSwallowedByABrokenLastEventAreRead) {
  EXPECT_EQ(split("{\"events\":[\n{\"a\":\n{\"a\":2},\"b\":"),
            "events\n2 damaged: the file ends inside\n3 {\"a\":2}\n3 \"b\"\n"
            "3 damaged: a comma between events was expected\ncut");
}

TEST(Splitter, AnEventCutInsideAnArrayCostsOnlyItself) {
  EXPECT_EQ(
      split(
          "{\"events\":[\n{\"a\":1},\n{\"b\":{\"rows\":[\n{\"a\":3},\n{\"a\":4}\n],\"end\":{}}\n"),
      "events\n2 {\"a\":1}\n3 damaged: the file ends inside\n4 {\"a\":3}\n5 {\"a\":4}\n"
      "member \"end\"={}\nwhole");
  EXPECT_EQ(split("{\"events\":[\n{\"a\":1,\"p\":[\n{\"a\":3},\n{\"a\":4}\n],\"end\":{}}\n"),
            "events\n2 no event\n3 {\"a\":3}\n4 {\"a\":4}\nmember \"end\"={}\nwhole")
      << "with the end of the file it had become complete";
}

TEST(Splitter, AnEventCutInsideAnArrayDoesNotSwallowALongFile) {
  std::string text = "{\"events\":[\n{\"b\":{\"rows\":[\n";
  std::string expected = "events\n2 damaged: longer than 1 MiB\n";
  for (int line = 3; text.size() < 2 * Splitter::value_bytes_max; ++line) {
    text += "{\"a\":" + std::to_string(line) + "},\n";
    expected += std::to_string(line) + " {\"a\":" + std::to_string(line) + "}\n";
  }
  EXPECT_EQ(split(text), expected + "cut");
}

TEST(Splitter, ManyEventsWithoutAnEndAreReadAgainNotForEver) {
  std::string text = "{\"events\":[\n";
  while (text.size() < 2 * Splitter::value_bytes_max) text += "{\"b\":{\"rows\":[\n";
  Noted noted;
  Splitter splitter(noted);
  splitter.feed(text);
  EXPECT_FALSE(splitter.finish());
  EXPECT_EQ(noted.log.find("{\"b\""), std::string::npos);
}

TEST(Splitter, AfterADamagedHeaderEventsAreFoundAtAnyIndentation) {
  EXPECT_EQ(
      split("{\n  \"made\": !,\n  \"events\": [\n    {\n      \"a\": [\n        {\n        }\n     "
            " ]\n"
            "    }\n  ]\n}\n"),
      "2 damaged: broken JSON\n4 {\n      \"a\": [\n        {\n        }\n      ]\n    }\nwhole");
}

TEST(Splitter, GoesOnInPrettyCopiesAtTheSameIndentation) {
  const std::string text =
      "{\n  \"events\": [\n    {\n      \"a\": 1\n    },\n    {\n      \"a\" 2,\n      \"rows\": "
      "[\n"
      "        {\n          \"b\": 1\n        }\n      ]\n    },\n    {\n      \"a\": 3\n    }\n  "
      "]\n}\n";
  EXPECT_EQ(split(text),
            "events\n3 {\n      \"a\": 1\n    }\n6 damaged: broken JSON\n14 {\n      \"a\": 3\n    "
            "}\nwhole");
}

TEST(Splitter, ALostLineOfAPrettyCopyDoesNotMoveTheIndentationOfEvents) {
  const std::string log = split(
      "{\n  \"events\": [\n    {\n      \"a\": 1\n    },\n    {\n        \"rows\": [\n        ]\n  "
      "    },\n"
      "      \"d\": 2,\n      \"p\": [\n      ]\n    },\n    {\n      \"a\": 3\n    }\n  ]\n}\n");
  EXPECT_TRUE(log.ends_with("\n14 {\n      \"a\": 3\n    }\nwhole")) << log;
}

TEST(Splitter, AFileThatIsCutGivesWhatCameBefore) {
  const std::string text = "{\"events\":[\n{\"a\":1},\n{\"a\":2}\n],\"ver\":1}";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::string log = split(text.substr(0, size));
    EXPECT_TRUE(log.ends_with("cut")) << log;
    EXPECT_EQ(log.find("2 {\"a\":1}\n") != std::string::npos, size >= 19) << size << "\n" << log;
  }
}

TEST(Splitter, ALongValueIsPassedOver) {
  const std::string filler(Splitter::value_bytes_max, 'x');
  EXPECT_EQ(split("{\"events\":[\n{\"a\":\"" + filler + "\"},\n{\"a\":2}\n]}"),
            "events\n2 damaged: longer than 1 MiB\n3 {\"a\":2}\nwhole");
}

TEST(Splitter, OtherFilesAreDamagedAtOnce) {
  EXPECT_EQ(split("PK\x03\x04"), "1 damaged: not a JSON object\ncut");
  EXPECT_EQ(split(""), "cut");
  EXPECT_EQ(split("[]"), "1 damaged: not a JSON object\ncut");
  EXPECT_EQ(split("{} {}"), "1 damaged: text after the end of the document\ncut");
  EXPECT_EQ(split("{\"a\":" + std::string(1000, '[')), "1 damaged: broken JSON\ncut");
}

}  // namespace
}  // namespace jishan::journal
