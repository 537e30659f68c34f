#include "journal/field_reader.h"

#include <gtest/gtest.h>

#include <array>

#include "base/ids.h"
#include "support/laptop.h"

namespace jishan::journal {
namespace {

using support::json;

constexpr std::array colours = {'r', 'g'};
std::string_view name_of(char colour) {
  return colour == 'r' ? "red" : "green";
}
bool is_short(std::string_view text) {
  return text.size() < 3;
}

// What a reader of every sort of field notes about this object.
std::string noted(const Json& object) {
  InertList inert;
  FieldReader read(object, 4, &inert);
  read.text("text");
  read.text("short", is_short);
  read.integer("number", 1, 5);
  read.flag("flag");
  read.list("list");
  read.object("object");
  read.id<HouseholdId>("id");
  read.one_of("colour", colours, name_of);
  std::string told;
  for (const Inert& one : inert) {
    EXPECT_EQ(one.line, 4);
    told += std::string(code_of(one.cause)) + " " + one.what + "; ";
  }
  EXPECT_EQ(read.is_good(), told.empty());
  return told;
}

const Json good = json(R"({"text":"","short":"ab","number":5,"flag":0,"list":[],"object":{},)"
                       R"("id":"h0123456789abcdef","colour":"green"})");

TEST(FieldReader, NotesNothingOfAGoodObject) {
  EXPECT_EQ(noted(good), "");
  InertList inert;
  FieldReader read(good, 0, &inert);
  EXPECT_EQ(read.text("short"), "ab");
  EXPECT_EQ(read.integer("number", 1, 5), 5);
  EXPECT_EQ(read.id<HouseholdId>("id").text(), "h0123456789abcdef");
  EXPECT_EQ(read.one_of("colour", colours, name_of), 'g');
  EXPECT_FALSE(read.has("size"));
}

TEST(FieldReader, NotesEveryFieldThatIsMissingOrWrong) {
  for (const auto& [name, value] : *good.object()) {
    Json missing = good;
    missing.object()->erase(name);
    EXPECT_EQ(noted(missing), "missing " + name + "; ");
    Json mistyped = good;
    const bool is_array = value.array() != nullptr;
    mistyped.object()->insert_or_assign(name, is_array ? Json() : Json(Json::Array()));
    EXPECT_EQ(noted(mistyped), "wrong " + name + "; ");
  }
  for (const std::string_view wrong :
       {R"("short":"abc")", R"("number":0)", R"("number":6)", R"("flag":2)",
        R"("id":"r0123456789abcdef")", R"("colour":"blue")"}) {
    Json changed = good;
    const Json member = json("{" + std::string(wrong) + "}");
    const auto& [name, value] = *member.object()->begin();
    changed.object()->insert_or_assign(name, value);
    EXPECT_EQ(noted(changed), "wrong " + name + "; ") << wrong;
  }
  EXPECT_EQ(noted(Json("text")), "wrong ; ");
}

TEST(FieldReader, ReadsARowByTheNamesOfItsPlaces) {
  constexpr std::array<std::string_view, 2> names = {"hh", "pts"};
  InertList inert;
  const Json long_row = json(R"(["a",7,"more"])");
  FieldReader longer(long_row, names, 0, &inert);
  EXPECT_EQ(longer.text("hh"), "a");
  EXPECT_EQ(longer.integer("pts", 0, 9), 7);
  EXPECT_TRUE(longer.is_good());
  const Json short_row = json(R"(["a"])");
  FieldReader shorter(short_row, names, 1, &inert);
  shorter.integer("pts", 0, 9);
  const Json no_row;
  FieldReader none(no_row, names, 2, &inert);
  none.text("hh");
  ASSERT_EQ(inert.size(), 2U);
  EXPECT_EQ(inert[0].cause, InertCause::missing);
  EXPECT_EQ(inert[0].what, "pts");
  EXPECT_EQ(inert[1].cause, InertCause::wrong);
  EXPECT_EQ(inert[1].what, "");
}

TEST(FieldReader, WithoutAListItOnlyTellsWhetherAllIsGood) {
  FieldReader read(good, 0, nullptr);
  EXPECT_EQ(read.integer("text", 3, 9), 3);
  EXPECT_FALSE(read.is_good());
}

}  // namespace
}  // namespace jishan::journal
