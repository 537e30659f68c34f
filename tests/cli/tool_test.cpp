#include "cli/tool.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "base/crockford.h"
#include "journal/bundle.h"
#include "support/book_folds.h"
#include "support/laptop.h"

namespace jishan::cli {
namespace {

using journal::Json;
using support::book_folds;
using support::draft_of;
using support::json;
using support::Laptop;

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

Outcome run(const std::vector<std::string>& words) {
  const std::vector<std::string_view> arguments(words.begin(), words.end());
  std::ostringstream out;
  std::ostringstream err;
  Outcome outcome;
  outcome.code = run_tool(arguments, out, err);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

std::string exported(const Laptop& laptop) {
  std::string text;
  journal::write_bundle(*laptop.journal, {"test", "柳荫村", "", 0}, journal::PersonalAreas::all(),
                        [&](std::string_view part) { text += part; });
  return text;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class ToolTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "jishan_XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    m_folder = name;
    a.found();
    journal::Draft household =
        draft_of("hh.set", json(R"({"rows":[{"id":"h0123456789abcdef","f":{"no":"1"}}]})"));
    household.personal = json(R"({"rows":[{"addr":"村东头"}]})");
    a.write(household);
    b.take_from(a);
    a.write(
        draft_of("pts.grant",
                 json(R"({"class":"open","period":"","lines":[["h0123456789abcdef",500,1]]})")));
    b.write(draft_of("hh.set", json(R"({"rows":[{"id":"hfedcba9876543210","f":{"no":"2"}}]})")));
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  std::string path(const std::string& name) const { return (m_folder / name).string(); }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  std::filesystem::path m_folder;
  Laptop a{book_folds(), 1};
  Laptop b{book_folds(), 2};
};

TEST_F(ToolTest, VerifyOfAGoodFile) {
  const Outcome outcome = run({"verify", file("a.json", exported(a))});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_NE(outcome.out.find("柳荫村, 3 events, complete"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find(in_groups_of_four(a.journal->fingerprint())), std::string::npos);
}

TEST_F(ToolTest, VerifyNamesTheDamagedLine) {
  std::string text = exported(a);
  text.replace(text.find("村东头"), std::string("村东头").size(), "村西头");
  const Outcome outcome = run({"verify", file("a.json", text)});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("a.json:3: damaged"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("incomplete or changed"), std::string::npos);
  EXPECT_NE(outcome.err.find("missing: " + std::string(a.author.writer.text()) + " 2"),
            std::string::npos)
      << "what the third event waits for";
}

TEST_F(ToolTest, VerifyReportsAsJson) {
  const std::string text = exported(a);
  const std::string cut = text.substr(0, text.rfind("\n],"));
  const Outcome outcome = run({"verify", "--json", file("a.json", cut)});
  const auto report = journal::parse_json(outcome.out);
  ASSERT_TRUE(report.ok()) << outcome.out;
  EXPECT_EQ(report->integer_at("exit"), outcome.code);
  EXPECT_EQ(outcome.code, 1);
  ASSERT_EQ(report->array_at("files")->size(), 1U);
  EXPECT_EQ((*report->array_at("files"))[0].integer_at("complete"), 0);
}

TEST_F(ToolTest, VerifyFindsWhatAPersonHasToDecide) {
  a.write(draft_of("hh.set", json(R"({"rows":[{"id":"h0123456789abcdef","f":{"grp":1}}]})")));
  b.write(draft_of("hh.set", json(R"({"rows":[{"id":"h0123456789abcdef","f":{"grp":2}}]})")));
  const Outcome outcome = run({"verify", file("a.json", exported(a)), file("b.json", exported(b))});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("to decide 1"), std::string::npos) << outcome.out;
}

TEST_F(ToolTest, MergeGivesTheUnionInAnyOrder) {
  const std::string first = file("a.json", exported(a));
  const std::string second = file("b.json", exported(b));
  EXPECT_EQ(run({"merge", first, second, "-o", path("ab.json")}).code, 0);
  EXPECT_EQ(run({"merge", second, first, second, "-o", path("ba.json")}).code, 0);
  EXPECT_EQ(content_of(path("ab.json")), content_of(path("ba.json")));
  a.take_from(b);
  const Outcome state = run({"state", path("ab.json")});
  EXPECT_EQ(state.code, 0);
  EXPECT_EQ(state.out, a.state() + "\ndigest " + a.journal->state_digest() + "\npeople " +
                           a.journal->people_digest() + "\nfingerprint " +
                           a.journal->fingerprint() + "\n");
  EXPECT_FALSE(std::filesystem::exists(path("ab.json.part")));
}

TEST_F(ToolTest, MergeLeavesOutWhatItIsToldTo) {
  const std::string first = file("a.json", exported(a));
  EXPECT_EQ(run({"merge", first, "-o", path("none.json"), "--personal", "none"}).code, 0);
  EXPECT_EQ(content_of(path("none.json")).find("村东头"), std::string::npos);
  EXPECT_EQ(run({"verify", path("none.json")}).code, 0);
  EXPECT_EQ(run({"merge", path("none.json"), first, "-o", path("full.json")}).code, 0);
  EXPECT_NE(content_of(path("full.json")).find("村东头"), std::string::npos) << "filled in again";
}

TEST_F(ToolTest, ExportAsNdjsonIsOneLinePerEvent) {
  EXPECT_EQ(run({"export", file("a.json", exported(a)), "--ndjson", "-o", path("a.ndjson")}).code,
            0);
  EXPECT_EQ(content_of(path("a.ndjson")), a.lines());
}

TEST_F(ToolTest, StateAsJsonHoldsTheSameDigest) {
  const Outcome outcome = run({"state", "--json", file("a.json", exported(a))});
  const auto report = journal::parse_json(outcome.out, journal::JsonLimits{16, 10'000});
  ASSERT_TRUE(report.ok()) << report.error().detail;
  EXPECT_EQ(report->string_at("digest"), a.journal->state_digest());
  EXPECT_EQ(report->string_at("fingerprint"), a.journal->fingerprint());
  EXPECT_EQ(report->find("state")->canonical(), a.state());
}

TEST_F(ToolTest, OtherVillagesAndNewerFilesWriteNothing) {
  Laptop other(book_folds(), 3);
  other.found("杨柳村");
  const std::string mine = file("a.json", exported(a));
  const Outcome foreign =
      run({"merge", mine, file("o.json", exported(other)), "-o", path("out.json")});
  EXPECT_EQ(foreign.code, 4);
  EXPECT_NE(foreign.err.find("another village"), std::string::npos);
  std::string newer = exported(a);
  newer.replace(newer.find("\"ver\":1"), 7, "\"ver\":2");
  EXPECT_EQ(run({"merge", mine, file("n.json", newer), "-o", path("out.json")}).code, 5);
  EXPECT_FALSE(std::filesystem::exists(path("out.json")));
}

TEST_F(ToolTest, ALineCutInsideAnArrayCostsOnlyItself) {
  a.take_from(b);
  std::string text = exported(a);
  const Outcome whole = run({"state", file("a.json", text)});
  text.insert(text.find('\n') + 1, "{\"b\":{\"rows\":[\n");
  const Outcome cut = run({"state", file("cut.json", text)});
  EXPECT_EQ(cut.code, 1);
  EXPECT_EQ(cut.out, whole.out);
  EXPECT_NE(cut.err.find("cut.json:2: damaged"), std::string::npos) << cut.err;
}

TEST_F(ToolTest, EventsOfAnotherVillageCountOnceHoweverManyFilesHoldThem) {
  Laptop other(book_folds(), 3);
  other.found("杨柳村");
  std::string text = exported(a);
  const std::string foreign = other.lines();
  text.insert(text.find('\n') + 1, foreign.substr(0, foreign.find('\n')) + ",\n");
  const Outcome outcome = run({"verify", file("1.json", text), file("2.json", text)});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_NE(outcome.err.find("events of another village: 1\n"), std::string::npos) << outcome.err;
}

TEST_F(ToolTest, FilesThatCannotBeReadOrWritten) {
  EXPECT_EQ(run({"verify", path("missing.json")}).code, 3);
  EXPECT_EQ(run({"merge", file("a.json", exported(a)), "-o", path("no/such/folder.json")}).code, 3);
  EXPECT_EQ(run({"verify", file("zip.json", "PK\x03\x04 something else")}).code, 1);
  EXPECT_EQ(run({"verify", file("empty.json", "")}).code, 1);
}

TEST_F(ToolTest, AResultThatCannotBeWrittenIsNoSuccess) {
  struct Full final : std::streambuf {} full;  // takes nothing
  const std::string book = file("a.json", exported(a));
  for (const std::string_view verb : {"verify", "state"}) {
    std::ostream out(&full);
    std::ostringstream err;
    const std::vector<std::string_view> words = {verb, book};
    EXPECT_EQ(run_tool(words, out, err), 3) << verb;
    EXPECT_EQ(err.str(), "jishan: cannot write the result\n") << verb;
  }
}

TEST_F(ToolTest, DamageInTheHeaderHasNoLine) {
  std::string text = exported(a);
  text.replace(text.find("\"ver\":1"), 7, "\"ver\":1,\"ver\":1");
  const Outcome outcome = run({"verify", file("a.json", text)});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("a.json: damaged: header member ver"), std::string::npos)
      << outcome.err;
}

TEST_F(ToolTest, ASampleIsAGoodBookAndTheSameEveryTime) {
  const std::vector<std::string> words = {"sample",     "--households", "6", "--day",
                                          "2026-06-30", "--seed",       "3", "-o"};
  for (const std::string name : {"one.json", "two.json"}) {
    std::vector<std::string> with_name = words;
    with_name.push_back(path(name));
    const Outcome outcome = run(with_name);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
  }
  EXPECT_EQ(content_of(path("one.json")), content_of(path("two.json")));
  const Outcome verified = run({"verify", path("one.json")});
  EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
}

TEST_F(ToolTest, ASampleBeforeItsPeopleCouldBeBornIsRefused) {
  for (const std::string day : {"1900-03-01", "1970-01-01"}) {
    const Outcome outcome = run({"sample", "--day", day, "-o", path("early.json")});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.err, "jishan: a sample cannot begin before 1996\n");
    EXPECT_FALSE(std::filesystem::exists(path("early.json")));
  }
}

TEST_F(ToolTest, WrongUseSaysWhatIsMissing) {
  const Outcome outcome = run({"merge", "a.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("-o OUT"), std::string::npos);
  const Outcome help = run({"--help"});
  EXPECT_EQ(help.code, 0);
  for (const std::string_view word :
       {"verify", "merge", "state", "export", "sample", "EXIT STATUS"}) {
    EXPECT_NE(help.out.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace jishan::cli
