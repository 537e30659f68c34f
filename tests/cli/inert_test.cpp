// `verify` tells which lines have no effect: one row of the table for every kind there is.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/tool.h"
#include "journal/bundle.h"
#include "journal/inert.h"
#include "support/book_folds.h"
#include "support/laptop.h"

namespace jishan::cli {
namespace {

using journal::Json;
using support::draft_of;
using support::json;
using support::Laptop;

const std::string some_h(64, '0');

// "3: wrong pts, missing d" for each inert line, "all:" for a whole event.
std::string told_of(const journal::Journal& journal) {
  std::string told;
  for (const journal::InertLine& line : journal::inert_lines(journal).lines) {
    told += line.line == journal::whole_event ? "all:" : std::to_string(line.line) + ":";
    for (const journal::Inert& reason : line.reasons) {
      told += " " + std::string(code_of(reason.cause)) + " " + reason.what + ",";
    }
    told.back() = ';';
  }
  return told;
}

struct Case {
  std::string kind;
  std::string body;
  std::string told;
};

const std::vector<Case> cases = {
    {"village.set", R"({"rows":[{"f":{"step":-1}},{"f":{"gate":""}}]})", "0: wrong f.step;"},
    {"sys.writer", R"({"app":"x"})", "all: missing name;"},
    {"op.set", R"({"rows":[{"id":"u1","f":{"on":2}}]})", "0: wrong id, wrong f.on;"},
    {"sys.settle", R"({"todo":"","basis":"0"})", "all: wrong todo, wrong basis;"},
    {"cell.set", R"({"rows":[{"id":"c0000000000000001","f":{"no":100}}]})", "0: wrong f.no;"},
    {"hh.set", R"({"rows":[{"id":"h0000000000000001","f":{"no":1}},7]})", "0: wrong f.no;1: wrong ;"},
    {"res.set", R"({"rows":[{"id":"h0000000000000001","f":{}}]})", "0: wrong id;"},
    {"alias.set", R"({"rows":[{"t":"g","a":"g0000000000000001","b":"g0000000000000002","f":{}}]})",
     "0: wrong t;"},
    {"ledger.reverse", R"({"of":"","back":2})", "all: wrong of, wrong back, missing why;"},
    {"rules.publish",
     R"({"name":"n","from":"2026-01-01","prev":"","rules":[{"code":"a","class":"A","type":"fixed",)"
     R"("text":"","cap":{}}]})",
     "0: wrong code, wrong cap;"},
    {"pts.claim",
     R"({"id":"y0000000000000001","book":")" + some_h +
         R"(","lines":[{"hh":"h0000000000000001","code":"A01","qty":0,"pts":1,"d":"2026-02-30"}]})",
     "0: wrong qty, wrong d;"},
    {"pts.claim", R"({"id":"y1","lines":[]})", "all: wrong id, missing book;"},
    {"pts.decide", R"({"lines":[{"ref":"x","step":"post","ok":1,"pts":1}]})", "0: wrong step;"},
    {"pts.decide", R"({"lines":[{"ref":"x","step":"pre","ok":1,"pts":1}]})", "0: target x;"},
    {"pts.post",
     R"({"rows":[{"of":"x","rows":[[0,"h0000000000000001",1,1,""]]},{},{"of":")" + some_h +
         R"(","rows":[[0,"h0000000000000001",1,0],[0,"h0000000000000001",1,1,""]]}]})",
     "0: wrong of;1: wrong gen, missing key;"},
    {"pts.grant",
     R"({"class":"base","period":"2026","lines":[["h0000000000000001",-1,1],["h1",1,1]]})",
     "0: wrong pts;1: wrong hh;"},
    {"pts.grant", R"({"class":"open","period":"2026","lines":[]})", "all: wrong period;"},
    {"goods.set", R"({"rows":[{"id":"g0000000000000001","f":{"price":-1}}]})", "0: wrong f.price;"},
    {"outlet.set", R"({"rows":[{"id":"o0000000000000001"}]})", "0: missing f;"},
    {"stock.in",
     R"({"id":"y0000000000000001","outlet":"o0000000000000001","source":"","lines":[{}]})",
     "0: missing g, missing q, missing cost_fen, missing best;"},
    {"shop.redeem", R"({"lines":[{}]})",
     "all: missing id, missing hh, missing outlet, missing slip, missing seen;"},
    {"vol.set", R"({"rows":[{"res":"r0000000000000001","f":{"skills":[1]}}]})", "0: wrong f.skills;"},
    {"team.set", R"({"rows":{}})", "all: wrong rows;"},
    {"member.set", R"({"rows":[{"team":"m0000000000000001","f":{}}]})", "0: missing res;"},
    {"vol.service",
     R"({"id":"y0000000000000001","lines":[{"res":"r0000000000000001","d":"2026-01-01","min":5,)"
     R"("night_min":6,"kind":"","served":0,"via":"","by":""}]})",
     "0: wrong night_min;"},
    {"future.kind", "{}", "all: kind ;"},
};

TEST(Inert, OfEveryKindTheLineAndTheField) {
  for (const Case& one : cases) {
    Laptop laptop(support::book_folds(), 1);
    laptop.found();
    laptop.write(draft_of(one.kind, json(one.body)));
    EXPECT_EQ(told_of(*laptop.journal), one.told) << one.kind;
  }
}

TEST(Inert, AGenesisThatSaysNothing) {
  Laptop laptop(support::book_folds(), 1);
  laptop.write(draft_of("village.create", json(R"({"name":"n","mode":"other"})")));
  EXPECT_EQ(told_of(*laptop.journal),
            "all: missing town, missing code, wrong mode, missing offset_min, missing scale, "
            "missing alg;");
}

TEST(Inert, WhatOtherEventsLeaveWithoutEffect) {
  Laptop a(support::book_folds(), 1);
  a.found();
  Laptop b(support::book_folds(), 2);
  b.take_from(a);
  const auto grant = [](int gen) {
    return draft_of("pts.grant", json(R"({"class":"open","period":"","lines":[)"
                                      R"(["h0000000000000001",100,)" +
                                      std::to_string(gen) + "]]}"));
  };
  a.write(grant(1));
  b.write(grant(1));
  a.take_from(b);
  const std::string key = "pts.grant open  h0000000000000001";
  EXPECT_EQ(told_of(*a.journal), "0: surplus " + key + ";") << "one of the twins";
  a.write(grant(2));
  EXPECT_EQ(told_of(*a.journal), "0: surplus " + key + ";0: generation " + key + ";");
  const auto reversal = [](const std::string& of) {
    return draft_of("ledger.reverse",
                    Json(Json::Object{{"of", of}, {"back", 0}, {"why", ""}}));
  };
  a.write(reversal(key));
  EXPECT_EQ(told_of(*a.journal), "0: surplus " + key + ";") << "the second generation counts";
  a.write(reversal(some_h + ":0"));
  EXPECT_EQ(told_of(*a.journal), "0: surplus " + key + ";all: target " + some_h + ":0;");
  b.take_from(a);
  EXPECT_EQ(told_of(*b.journal), told_of(*a.journal));
}

TEST(Inert, HoweverManyThereAreAFewAreListed) {
  Laptop laptop(support::book_folds(), 1);
  laptop.found();
  constexpr std::size_t rows = 150;
  for (int i = 0; i < 2; ++i) {
    laptop.write(draft_of("hh.set", Json(Json::Object{{"rows", Json::Array(rows, Json(1))}})));
  }
  const journal::InertReport report = journal::inert_lines(*laptop.journal);
  EXPECT_EQ(report.count, 300);
  EXPECT_EQ(report.lines.size(), journal::inert_listed_max);
}

class InertTool : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "jishan_XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    m_folder = name;
    laptop.found();
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  int verify(const std::vector<std::string_view>& options) {
    const std::string path = (m_folder / "a.json").string();
    std::ofstream file(path, std::ios::binary);
    journal::write_bundle(*laptop.journal, {"test", "柳荫村", "", 0}, journal::PersonalAreas::all(),
                          [&](std::string_view part) { file << part; });
    file.close();
    std::vector<std::string_view> words = {"verify", path};
    words.insert(words.end(), options.begin(), options.end());
    return run_tool(words, out, err);
  }

  std::filesystem::path m_folder;
  Laptop laptop{support::book_folds(), 1};
  std::ostringstream out;
  std::ostringstream err;
};

TEST_F(InertTool, VerifyListsThemAndTheStatusStaysGood) {
  const auto event = laptop.write(draft_of("hh.set", json(R"({"rows":[{"f":{"no":1}}]})")));
  const auto odd = laptop.write(
      draft_of("ledger.reverse", json(R"({"of":"two\nlines","back":0,"why":""})")));
  EXPECT_EQ(verify({}), 0);
  EXPECT_NE(out.str().find(", to decide 0, inert 2\n"), std::string::npos) << out.str();
  const std::string begun = "inert: " + event.h.hex() + ":0 hh.set missing \"id\", wrong \"f.no\": ";
  EXPECT_EQ(err.str().find(begun + "缺少 id，f.no 的值不合规定；这一行不起作用。请"), 0U) << err.str();
  EXPECT_NE(err.str().find("\ninert: " + odd.h.hex() + " ledger.reverse target \"two\\nlines\": 所指"),
            std::string::npos)
      << err.str();
}

TEST_F(InertTool, VerifyTellsThemAsJson) {
  laptop.write(draft_of("hh.set", json(R"({"rows":[{"id":"h0000000000000001","f":{}},{"f":{}}]})")));
  EXPECT_EQ(verify({"--json"}), 0);
  const auto report = journal::parse_json(out.str());
  ASSERT_TRUE(report.ok()) << out.str();
  EXPECT_EQ(report->integer_at("inert_count"), 1);
  const Json& line = (*report->array_at("inert"))[0];
  EXPECT_EQ(line.integer_at("line"), 1);
  EXPECT_EQ(line.string_at("kind"), "hh.set");
  EXPECT_EQ(line.integer_at("v"), 1);
  EXPECT_EQ(line.find("reasons")->canonical(), R"([{"cause":"missing","what":"id"}])");
}

TEST_F(InertTool, AGoodBookHasNone) {
  laptop.write(draft_of("hh.set", json(R"({"rows":[{"id":"h0000000000000001","f":{"no":"1"}}]})")));
  EXPECT_EQ(verify({}), 0);
  EXPECT_EQ(err.str(), "");
  EXPECT_NE(out.str().find(", inert 0\n"), std::string::npos);
}

}  // namespace
}  // namespace jishan::cli
