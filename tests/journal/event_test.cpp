#include "journal/event.h"

#include <gtest/gtest.h>

#include <string>

namespace jishan::journal {
namespace {

constexpr std::string_view writer = "w0123456789abcdef";
constexpr std::string_view operator_id = "u0123456789abcdef";

Event sample_event() {
  Event event;
  event.kind = "pts.claim";
  event.lamport = 3;
  event.sequence = 2;
  event.writer = writer;
  event.operator_id = operator_id;
  event.date = "2026-03-08";
  event.minutes = 29'450'000;
  event.parents = {Hash{sha256("own previous")}, Hash{sha256("another")}};
  event.body = Json(Json::Object{{"lines", Json(Json::Array{Json(1)})}});
  event.h = hash_of_event(event);
  return event;
}

void give_personal(Event& event, Json personal) {
  event.personal_hash = hash_of_personal(personal.canonical());
  event.personal = std::move(personal);
  event.h = hash_of_event(event);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// The line with its h made right for what it says now: what somebody who knows the format forges.
Result<Event> forged(std::string line, std::string_view from, std::string_view to) {
  line = replaced(std::move(line), from, to);
  Result<Json> json = parse_json(line);
  if (!json.ok()) return json.error();
  json->object()->erase("h");
  Json hashed = *json;
  if (const Json* const personal = hashed.find("x")) {
    hashed.set("xh", Json(hash_of_personal(personal->canonical()).hex()));
    hashed.object()->erase("x");
  }
  const Hash h{Sha256().update("jishan-event-1\n").update(hashed.canonical()).finish()};
  json->set("h", Json(h.hex()));
  return event_from_json(std::move(*json));
}

TEST(Event, TheLineComesBackToTheByte) {
  Event event = sample_event();
  give_personal(event, Json(Json::Object{{"note", Json("扫雪\n\"好\"")}, {"z", Json("salt")}}));
  const std::string line = line_of(event);
  const Result<Event> read = event_from_line(line);
  ASSERT_TRUE(read.ok()) << read.error().detail;
  EXPECT_EQ(line_of(*read), line);
  EXPECT_EQ(read->h, event.h);
  EXPECT_EQ(read->kind, "pts.claim");
  EXPECT_EQ(read->lamport, 3);
  EXPECT_EQ(read->sequence, 2);
  EXPECT_EQ(read->parents, event.parents);
  EXPECT_EQ(read->personal->string_at("note"), "扫雪\n\"好\"");
  // Its text is canonical: what a stock reader writes back sorted is the same.
  EXPECT_EQ(parse_json(line)->canonical(), line);
}

// The quick way and the careful one, on every byte changed to several others.
TEST(Event, TheQuickReaderNeverDiffersFromTheCarefulOne) {
  Event event = sample_event();
  event.is_critical = true;
  give_personal(event, Json(Json::Object{{"note", Json("扫雪\n")}, {"z", Json("salt")}}));
  const auto carefully = [](std::string_view line) -> Result<Event> {
    return event_from_json(TRY(parse_json(line)));
  };
  const std::string whole = line_of(event);
  for (const std::string& line : {whole, line_of(event, PersonalPart::stripped)}) {
    ASSERT_TRUE(event_from_canonical_line(line).has_value());
    EXPECT_EQ(line_of(*event_from_canonical_line(line)), line);
    for (std::size_t i = 0; i < line.size(); ++i) {
      for (const char byte : {'0', 'f', '"', ' ', '}', '\x80'}) {
        std::string changed = line;
        changed[i] = byte;
        const bool is_same = changed == line;
        EXPECT_EQ(event_from_canonical_line(changed).has_value(), is_same) << changed;
        EXPECT_EQ(carefully(changed).ok(), is_same) << changed;
      }
    }
  }
  // Another text of the same event is left to the careful reader.
  const std::string spaced = replaced(whole, "\"s\":2", "\"s\": 2");
  EXPECT_FALSE(event_from_canonical_line(spaced).has_value());
  ASSERT_TRUE(event_from_line(spaced).ok());
  EXPECT_EQ(line_of(*event_from_line(spaced)), whole);
}

TEST(Event, AStrippedLineKeepsItsName) {
  Event event = sample_event();
  give_personal(event, Json(Json::Object{{"note", Json("扫雪")}}));
  const std::string line = line_of(event, PersonalPart::stripped);
  EXPECT_EQ(line.find("扫雪"), std::string::npos);
  const Result<Event> read = event_from_line(line);
  ASSERT_TRUE(read.ok()) << read.error().detail;
  EXPECT_EQ(read->h, event.h);
  EXPECT_FALSE(read->personal.has_value());
  EXPECT_EQ(read->personal_hash, event.personal_hash);
}

TEST(Event, AnyByteChangedIsNoticed) {
  Event event = sample_event();
  give_personal(event, Json(Json::Object{{"note", Json("n")}}));
  const std::string line = line_of(event);
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string changed = line;
    changed[i] = changed[i] == '1' ? '2' : '1';
    EXPECT_FALSE(event_from_line(changed).ok()) << changed;
  }
}

TEST(Event, UnknownTopLevelKeysAreKeptAndHashed) {
  const std::string line = line_of(sample_event());
  const Result<Event> read = forged(line, "\"s\":2", "\"s\":2,\"sig\":{\"alg\":\"x\"},\"aa\":1");
  ASSERT_TRUE(read.ok()) << read.error().detail;
  EXPECT_EQ(read->unknown_keys.canonical(), R"({"aa":1,"sig":{"alg":"x"}})");
  const std::string written = line_of(*read);
  EXPECT_EQ(parse_json(written)->canonical(), written);
  EXPECT_EQ(event_from_line(written)->h, read->h);
  EXPECT_NE(read->h, sample_event().h);
}

TEST(Event, RefusesWhatBreaksTheForm) {
  const std::string line = line_of(sample_event());
  const struct {
    std::string_view from, to;
  } wrong[] = {
      {"\"b\":{\"lines\":[1]}", "\"b\":[1]"},
      {"\"b\":{\"lines\":[1]},", ""},
      {"\"d\":\"2026-03-08\"", "\"d\":\"2026-3-8\""},
      {"\"d\":\"2026-03-08\"", "\"d\":20260308"},
      {"pts.claim", "ptsclaim"},
      {"pts.claim", "pts.claim.more"},
      {"pts.claim", "Pts.claim"},
      {"\"l\":3", "\"l\":0"},
      {"\"l\":3", "\"l\":\"3\""},
      {"\"s\":2", "\"s\":0"},
      {"\"v\":1", "\"v\":0"},
      {"\"v\":1", "\"v\":2147483648"},
      {"\"w\":\"w0", "\"w\":\"u0"},
      {"\"w\":\"w0", "\"w\":\"wl"},
      {"\"o\":\"u0", "\"o\":\"w0"},
      {"\"b\":", "\"c\":2,\"b\":"},
      {"\"b\":", "\"c\":0,\"b\":"},
      {"\"b\":", "\"xh\":\"12\",\"b\":"},
      {"\"b\":", "\"x\":[],\"b\":"},
      {"\"b\":{\"lines\":[1]}", "\"b\":{\"lines\":[[[[[[[1]]]]]]]}"},
  };
  for (const auto& change : wrong) {
    EXPECT_FALSE(forged(line, change.from, change.to).ok()) << change.from << " → " << change.to;
  }
  // The table's machinery itself can make a good line.
  EXPECT_TRUE(forged(line, "\"s\":2", "\"s\":3").ok());
  EXPECT_TRUE(forged(line, "\"d\":\"2026-03-08\"", "\"d\":\"2026-13-99\"").ok());
  EXPECT_TRUE(forged(line, "{\"lines\":[1]}", "{\"lines\":[[[[[[1]]]]]]}").ok());
}

TEST(Event, ParentsAreInOrderAndNoneTwice) {
  Event event = sample_event();
  const auto accepts = [&](std::int64_t sequence, std::vector<Hash> parents) {
    event.sequence = sequence;
    event.parents = std::move(parents);
    event.h = hash_of_event(event);
    return event_from_line(line_of(event)).ok();
  };
  Hash low{};
  Hash high{};
  high.bytes[0] = 9;
  Hash middle{};
  middle.bytes[0] = 5;
  EXPECT_TRUE(accepts(1, {low, high}));
  EXPECT_FALSE(accepts(1, {high, low}));
  EXPECT_FALSE(accepts(1, {low, low}));
  EXPECT_TRUE(accepts(2, {high, low, middle}));
  EXPECT_FALSE(accepts(2, {high, middle, low}));
  EXPECT_FALSE(accepts(2, {middle, low, middle}));
  EXPECT_FALSE(accepts(2, {}));
  EXPECT_TRUE(accepts(1, {}));
  std::vector<Hash> many;
  for (std::size_t i = 0; i < parents_max; ++i) {
    many.push_back(Hash{});
    many.back().bytes[0] = static_cast<std::uint8_t>(i);
  }
  EXPECT_TRUE(accepts(1, many));
  many.push_back(Hash{});
  many.back().bytes[0] = 40;
  EXPECT_FALSE(accepts(1, many));
}

TEST(Event, TheHashedTextHasALimit) {
  Event event = sample_event();
  event.body = Json(Json::Object{{"text", Json("")}});
  const std::size_t rest = hashed_text_of(event).size();
  event.body.set("text", Json(std::string(hashed_text_bytes_max - rest, 'a')));
  event.h = hash_of_event(event);
  EXPECT_TRUE(event_from_line(line_of(event)).ok());
  event.body.set("text", Json(std::string(hashed_text_bytes_max - rest + 1, 'a')));
  event.h = hash_of_event(event);
  EXPECT_FALSE(event_from_line(line_of(event)).ok());
}

TEST(Event, APersonalPartBeyondItsLimitsIsDroppedAndItsHashKept) {
  const Json::Array long_array(array_elements_max + 1, Json(1));
  Json deep(1);
  for (int i = 0; i < depth_max; ++i) deep = Json(Json::Array{deep});
  const Json too_much[] = {Json(Json::Object{{"note", Json(std::string(personal_bytes_max, 'a'))}}),
                           Json(Json::Object{{"rows", Json(long_array)}}),
                           Json(Json::Object{{"rows", deep}})};
  for (const Json& personal : too_much) {
    Event event = sample_event();
    give_personal(event, personal);
    const Result<Event> full = event_from_line(line_of(event));
    const Result<Event> stripped = event_from_line(line_of(event, PersonalPart::stripped));
    ASSERT_TRUE(full.ok()) << full.error().detail;
    ASSERT_TRUE(stripped.ok());
    EXPECT_FALSE(full->personal.has_value());
    EXPECT_EQ(line_of(*full), line_of(*stripped));
  }
}

TEST(Event, AnEmptyPersonalTextIsNotWritten) {
  Draft draft;
  set_personal_text(draft, "note", "");
  EXPECT_FALSE(draft.personal.has_value());
  set_personal_text(draft, "place", "村委会");
  set_personal_text(draft, "note", "扫雪");
  EXPECT_EQ(draft.personal->canonical(), R"({"note":"扫雪","place":"村委会"})");

  Event event = sample_event();
  EXPECT_EQ(personal_text(event, "note"), "");
  event.personal = Json(Json::Object{{"note", Json("扫雪")}, {"place", Json(1)}});
  EXPECT_EQ(personal_text(event, "note"), "扫雪");
  EXPECT_EQ(personal_text(event, "place"), "") << "what is no text is empty";
}

TEST(Hash, ReadsOnlyLowerHex) {
  const std::string text = hex(sha256("abc"));
  EXPECT_EQ(Hash::from_hex(text)->hex(), text);
  std::string upper = text;
  upper[0] = 'B';
  EXPECT_FALSE(Hash::from_hex(upper).has_value());
  EXPECT_FALSE(Hash::from_hex(text + "00").has_value());
  EXPECT_FALSE(Hash::from_hex(text.substr(1)).has_value());
}

}  // namespace
}  // namespace jishan::journal
