#include "volunteers/events.h"

#include <gtest/gtest.h>

#include "support/laptop.h"

namespace jishan::volunteers {
namespace {

using support::json;

constexpr const char* act = "y0000000000000001";
constexpr const char* person = "r0000000000000001";
constexpr const char* good_line =
    R"({"res":"r0000000000000001","d":"2026-03-08","start":450,"min":240,"night_min":0,)"
    R"("kind":"elders","served":3,"via":"paper","by":""})";

journal::Json body_with(const std::string& lines) {
  return json(std::string(R"({"id":")") + act + R"(","lines":[)" + lines + "]}");
}

TEST(VolunteersEvents, AServiceReadsBackAsItWasWritten) {
  ServiceLine line;
  line.resident = *ResidentId::from_text(person);
  line.date = "2026-03-08";
  line.start = 450;
  line.minutes = 240;
  line.kind = code_of(ServiceKind::elders);
  line.served = 3;
  line.via = "paper";
  const journal::Draft draft =
      service({*ActId::from_text(act), {line}}, "谢家湾", "看望独居老人", "2026-03-08");
  EXPECT_EQ(draft.body, body_with(good_line));
  const auto read = service_from(draft.body);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].start, 450);
  EXPECT_EQ(read->lines[0].served, 3);
  EXPECT_TRUE(read->lines[0].shift.is_empty());
  journal::Event event;
  event.personal = draft.personal;
  EXPECT_EQ(service_personal_from(event).place, "谢家湾");
  EXPECT_EQ(service_personal_from(event).note, "看望独居老人");
  EXPECT_FALSE(service({*ActId::from_text(act), {}}, "", "", "2026-03-08").personal.has_value());
}

TEST(VolunteersEvents, AShiftAndItsGenerationReadBack) {
  ServiceLine line = service_from(body_with(good_line))->lines[0];
  line.shift = *ShiftId::from_text("f0000000000000001");
  line.gen = 2;
  line.start.reset();
  const journal::Draft draft = service({*ActId::from_text(act), {line}}, "", "", "2026-03-08");
  const auto read = service_from(draft.body);
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].shift, line.shift);
  EXPECT_EQ(read->lines[0].gen, 2);
  EXPECT_EQ(read->lines[0].start, std::nullopt);
}

TEST(VolunteersEvents, ABadLineIsInertAndTheOthersKeepTheirNumbers) {
  const journal::Json good = json(good_line);
  const auto is_inert = [&](std::string_view field, journal::Json value) {
    journal::Json line = good;
    line.set(std::string(field), std::move(value));
    const auto read = service_from(
        journal::Json(journal::Json::Object{{"id", act}, {"lines", journal::Json::Array{line}}}));
    return read && read->lines.empty();
  };
  for (const char* field : {"res", "d", "min", "night_min", "kind", "served", "via", "by"}) {
    journal::Json line = good;
    line.object()->erase(field);
    EXPECT_TRUE(service_from(journal::Json(journal::Json::Object{
                                 {"id", act}, {"lines", journal::Json::Array{line}}}))
                    ->lines.empty())
        << field;
    EXPECT_TRUE(is_inert(field, journal::Json())) << field;
  }
  EXPECT_TRUE(is_inert("min", 0));
  EXPECT_TRUE(is_inert("min", 1441));
  EXPECT_TRUE(is_inert("night_min", 241));
  EXPECT_TRUE(is_inert("d", "2026-02-30"));
  EXPECT_TRUE(is_inert("start", 1440));
  EXPECT_TRUE(is_inert("start", "07:30"));
  EXPECT_TRUE(is_inert("shift", "x"));
  EXPECT_TRUE(is_inert("gen", 0));
  EXPECT_FALSE(is_inert("gen", 3));
  const auto read = service_from(body_with(std::string("1,{},") + good_line));
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].line, 2);
}

TEST(VolunteersEvents, ABadFieldOutsideTheLinesMakesTheEventInert) {
  EXPECT_TRUE(service_from(body_with("")).has_value());
  EXPECT_FALSE(service_from(json(R"({"lines":[]})")).has_value());
  EXPECT_FALSE(service_from(json(R"({"id":"h0000000000000001","lines":[]})")).has_value());
  EXPECT_FALSE(service_from(json(R"({"id":"y0000000000000001","lines":{}})")).has_value());
}

TEST(VolunteersEvents, EveryKindOfServiceHasItsCode) {
  for (int number = 0; number < service_kinds_count; ++number) {
    const auto kind = static_cast<ServiceKind>(number);
    EXPECT_FALSE(code_of(kind).empty()) << number;
    EXPECT_EQ(service_kind_from_code(code_of(kind)), kind);
  }
  EXPECT_EQ(service_kind_from_code("dancing"), std::nullopt);
}

}  // namespace
}  // namespace jishan::volunteers
