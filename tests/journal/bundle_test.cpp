#include "journal/bundle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "journal/rehearsal.h"
#include "support/laptop.h"

namespace jishan::journal {
namespace {

using support::draft_of;
using support::json;
using support::Laptop;

struct NoFolds final : support::Folds {
  std::vector<Fold*> in_arrow_order() override { return {}; }
};
std::unique_ptr<support::Folds> make_folds(db::Database&, Registers&) {
  return std::make_unique<NoFolds>();
}

std::string exported(const Laptop& laptop, const PersonalAreas& personal = PersonalAreas::all()) {
  std::string text;
  const BundleLabel label{"jishan test", "柳荫村", "", 29'453'760};
  write_bundle(*laptop.journal, label, personal, [&](std::string_view part) { text += part; });
  return text;
}

struct Read {
  std::vector<Event> events;
  BundleHeader header;
  BundleEnd end;
};

Read read(std::string_view text, std::size_t slice = 1000) {
  BundleReader reader;
  Read result;
  for (std::size_t at = 0; at < text.size(); at += slice) {
    reader.feed(text.substr(at, slice));
    for (Event& event : reader.take_events()) result.events.push_back(std::move(event));
  }
  result.end = reader.finish();
  result.header = reader.header();
  return result;
}

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

class BundleTest : public testing::Test {
 protected:
  void SetUp() override {
    a.found();
    Draft draft =
        draft_of("hh.set", json(R"({"rows":[{"id":"h0123456789abcdef","f":{"no":"0001"}}]})"));
    draft.personal = json(R"({"rows":[{"note":"门口有\"井\"\n第二行"}]})");
    a.write(draft);
    draft = draft_of("pts.claim", json(R"({"lines":[]})"));
    draft.personal = json(R"({"lines":[{"note":"扫雪"}]})");
    a.write(draft);
    b.take_from(a);
    b.write(draft_of("test.b"));
    a.write(draft_of("test.a"));
    a.take_from(b);
  }
  Laptop a{make_folds, 1};
  Laptop b{make_folds, 2};
};

TEST_F(BundleTest, WritesOneValidDocumentOneEventPerLine) {
  const std::string text = exported(a);
  const Result<Json> document = parse_json(text, JsonLimits{});
  ASSERT_TRUE(document.ok()) << document.error().detail;
  EXPECT_EQ(document->string_at("fmt"), "jishan");
  EXPECT_EQ(document->integer_at("ver"), 1);
  EXPECT_EQ(document->string_at("village"), a.journal->roots()[0].hex());
  EXPECT_EQ(document->integer_at("n"), 5);
  EXPECT_EQ(document->array_at("heads")->size(), 2U);
  EXPECT_EQ(document->array_at("events")->size(), 5U);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 7);
}

TEST_F(BundleTest, ReadsBackWhatItWrote) {
  const std::string text = exported(a);
  for (const std::size_t slice : {text.size(), std::size_t{1}, std::size_t{100}}) {
    const Read file = read(text, slice);
    EXPECT_FALSE(file.end.refusal.has_value());
    EXPECT_TRUE(file.end.is_complete) << file.end.incomplete_reason;
    EXPECT_EQ(file.header.village_name, "柳荫村");
    Laptop c(make_folds, 3);
    EXPECT_EQ(c.take(file.events).added, 5);
    EXPECT_EQ(exported(c), text);
  }
}

TEST_F(BundleTest, CopiesAreReadByValue) {
  const std::string text = exported(a);
  const std::string copies[] = {
      "\xEF\xBB\xBF" + text,
      replaced_all(text, "\n", "\r\n"),
      replaced_all(text, "\n", ""),
      replaced_all(replaced_all(text, ":", " :\t"), "{", "{\n  "),
      replaced_all(text, "扫雪", "\\u626b\\u96EA"),
  };
  for (const std::string& copy : copies) {
    const Read file = read(copy);
    EXPECT_EQ(file.end.damaged_count, 0) << copy;
    EXPECT_EQ(file.events.size(), 5U);
    EXPECT_TRUE(file.end.is_complete) << file.end.incomplete_reason;
  }
}

TEST_F(BundleTest, TheHeaderMayComeAfterTheEvents) {
  const std::string text = exported(a);
  const std::size_t events = text.find("\"events\"");
  const std::size_t end = text.find("],\"end\"");
  const std::string moved = "{" + text.substr(events, end + 1 - events) + "," +
                            text.substr(1, events - 2) + text.substr(end + 1);
  const Read file = read(moved);
  EXPECT_TRUE(file.end.is_complete) << file.end.incomplete_reason;
  EXPECT_EQ(file.header.roots, a.journal->roots());
}

TEST_F(BundleTest, AreasChooseWhosePersonalPartIsWritten) {
  EXPECT_EQ(exported(a, PersonalAreas::none()).find("扫雪"), std::string::npos);
  const std::string roster_only = exported(a, PersonalAreas::only({"hh"}));
  EXPECT_NE(roster_only.find("门口"), std::string::npos);
  EXPECT_EQ(roster_only.find("扫雪"), std::string::npos);
  const Read file = read(roster_only);
  EXPECT_TRUE(file.end.is_complete);
  EXPECT_EQ(file.header.personal, std::vector<std::string>{"hh"});
  Laptop c(make_folds, 3);
  c.take(file.events);
  EXPECT_EQ(c.journal->fingerprint(), a.journal->fingerprint());
  EXPECT_EQ(c.journal->without_personal_count(), 1);
}

TEST_F(BundleTest, ACutFileIsAnOlderBook) {
  const std::string text = exported(a);
  std::size_t line_end = text.find('\n');
  for (std::size_t lines = 0; lines <= 5; ++lines) {
    const Read file = read(text.substr(0, line_end + 1));
    EXPECT_EQ(file.events.size(), lines);
    EXPECT_FALSE(file.end.is_complete);
    EXPECT_EQ(file.end.refusal.has_value(), false) << "the header is there";
    Laptop c(make_folds, 3);
    c.take(file.events);
    EXPECT_EQ(c.journal->waiting_count(), 0);
    line_end = text.find('\n', line_end + 1);
  }
}

TEST_F(BundleTest, AnEditedLineIsReportedAndTheOthersCount) {
  const std::string text = replaced_all(exported(a), "扫雪", "扫地");
  const Read file = read(text);
  EXPECT_EQ(file.events.size(), 4U);
  ASSERT_EQ(file.end.damaged.size(), 1U);
  EXPECT_EQ(file.end.damaged[0].line, 4);
  EXPECT_FALSE(file.end.is_complete);
}

TEST_F(BundleTest, WhatDoesNotAgreeWithTheEndIsNoticed) {
  const std::string text = exported(a);
  const Event last = a.events().back();
  const std::string without_last = replaced_all(text, ",\n" + line_of(last), "");
  const std::string reasons[] = {
      read(without_last).end.incomplete_reason,
      read(replaced_all(text, "\"n\":5", "\"n\":6")).end.incomplete_reason,
      read(replaced_all(text, "\"sha256\":\"", "\"sha256\":\"0")).end.incomplete_reason,
      read(replaced_all(text, "\"heads\":[\"", "\"heads\":[\"x")).end.incomplete_reason,
      read(replaced_all(text, "],\"end\":", "],\"fin\":")).end.incomplete_reason,
  };
  for (const std::string& reason : reasons) EXPECT_FALSE(reason.empty());
  EXPECT_EQ(read(replaced_all(text, "jishan test", "another app")).end.incomplete_reason, "");
}

TEST_F(BundleTest, NewerAndOtherFilesAreRefused) {
  const std::string text = exported(a);
  const auto refusal = [](std::string_view file) {
    const Read result = read(file);
    return result.end.refusal ? std::optional(result.end.refusal->code) : std::nullopt;
  };
  EXPECT_EQ(refusal(replaced_all(text, "\"ver\":1", "\"ver\":2")), ErrorCode::newer_format);
  EXPECT_EQ(refusal(replaced_all(text, "\"crit\":[]", "\"crit\":[\"base\"]")),
            ErrorCode::newer_format);
  EXPECT_EQ(refusal(replaced_all(text, "\"crit\":[]", "\"crit\":[\"n\"]")), std::nullopt);
  EXPECT_EQ(refusal(replaced_all(text, "\"jishan\"", "\"other\"")), ErrorCode::malformed);
  EXPECT_EQ(refusal(replaced_all(text, "{\"fmt\"", "{\"later\":[true,null,1.5],\"fmt\"")),
            std::nullopt);
  EXPECT_EQ(refusal(""), ErrorCode::malformed);
  EXPECT_EQ(refusal("{}"), ErrorCode::malformed);
  EXPECT_EQ(refusal("PK\x03\x04 some zip"), ErrorCode::malformed);
  EXPECT_EQ(refusal(std::string(100'000, '[')), ErrorCode::malformed);
  EXPECT_TRUE(check_bundle_size(bundle_bytes_max).ok());
  EXPECT_EQ(check_bundle_size(bundle_bytes_max + 1).error().code, ErrorCode::too_large);
}

TEST_F(BundleTest, ADamagedFirstLineLosesTheHeaderOnly) {
  std::string text = exported(a);
  text[2] = '\x01';
  const Read file = read(text);
  EXPECT_FALSE(file.end.refusal.has_value());
  EXPECT_EQ(file.events.size(), 5U);
  EXPECT_FALSE(file.end.is_complete);
}

TEST_F(BundleTest, AnotherVillageIsToldByItsRoots) {
  Laptop other(make_folds, 9);
  other.found("杨柳村");
  EXPECT_TRUE(is_of_other_village(read(exported(other)).header, *a.journal));
  EXPECT_FALSE(is_of_other_village(read(exported(b)).header, *a.journal));
  Laptop empty(make_folds, 10);
  EXPECT_FALSE(is_of_other_village(read(exported(other)).header, *empty.journal));
}

TEST_F(BundleTest, NdjsonIsTheLinesAlone) {
  std::string text;
  write_ndjson(*a.journal, PersonalAreas::all(), [&](std::string_view part) { text += part; });
  EXPECT_EQ(text, a.lines());
}

TEST_F(BundleTest, ARehearsalForetellsTheMergeAndWritesNothing) {
  const std::vector<Event> all = a.events();
  Laptop c(make_folds, 3);
  Event stripped = all[1];
  stripped.personal.reset();
  c.take({all[0], stripped});
  Laptop other(make_folds, 9);
  other.found("杨柳村");
  Event refused = all[2];
  refused.lamport = 7;
  refused.h = hash_of_event(refused);

  Rehearsal rehearsal(*c.journal);
  const std::vector<Event> offered = {all[0], all[1], all[4], refused, other.events()[0]};
  for (const Event& event : offered) rehearsal.see(event);
  const std::int64_t revision = c.journal->revision();
  const RehearsalReport foretold = rehearsal.finish();
  EXPECT_EQ(foretold.known, 1);
  EXPECT_EQ(foretold.fills_in, 1);
  EXPECT_EQ(foretold.waiting, 1);
  EXPECT_EQ(foretold.refused, 1);
  EXPECT_EQ(foretold.foreign, 1);
  EXPECT_EQ(foretold.fresh, 0);
  EXPECT_EQ(foretold.unknown, 3) << "no fold knows any kind here";
  ASSERT_EQ(foretold.missing.size(), 1U);
  EXPECT_EQ(foretold.missing[0].h, all[4].parents[0]);
  EXPECT_EQ(c.journal->revision(), revision);

  const AddReport merged = c.take(offered);
  EXPECT_EQ(merged.known, foretold.known);
  EXPECT_EQ(merged.filled_in, foretold.fills_in);
  EXPECT_EQ(merged.added, foretold.fresh + foretold.waiting);
  EXPECT_EQ(merged.refused, foretold.refused);
  EXPECT_EQ(merged.foreign, foretold.foreign);

  Rehearsal rest(*c.journal);
  for (const Event& event : all) rest.see(event);
  EXPECT_EQ(rest.finish().fresh, 2) << "the fourth waits here already and is known";
}

}  // namespace
}  // namespace jishan::journal
