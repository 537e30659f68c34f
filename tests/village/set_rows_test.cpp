#include "village/set_rows.h"

#include <gtest/gtest.h>

#include <array>

#include "support/laptop.h"

namespace jishan::village {
namespace {

constexpr std::array<Field, 1> fields = {{{"on", is_flag}}};
constexpr std::array<Field, 2> personal = {{{"name", is_text}, {"note", is_text}}};
std::string key_of(journal::FieldReader& row) {
  return std::string(row.text("id"));
}
constexpr SetKind kind = {"thing", key_of, fields, personal};

struct SetRows : testing::Test {
  SetRows() : database(db::Database::open_in_memory()), registers(*database) {
    journal::Registers::create_tables(*database);
  }
  std::vector<std::string> take(std::string_view body, std::string_view x, RowParts parts) {
    event.body = support::json(body);
    event.personal.reset();
    if (!x.empty()) event.personal = support::json(x);
    return write_rows(registers, kind, {1, event}, parts);
  }
  std::unique_ptr<db::Database> database;
  journal::Registers registers;
  journal::Event event;
};

TEST_F(SetRows, ARowAndThePersonalPartAtTheSameIndex) {
  const auto keys = take(R"({"rows":[{"id":"a","f":{}},{"id":"b","f":{"on":1}}]})",
                         R"({"rows":[{},{"name":"张三"}],"z":"s"})", RowParts::all);
  EXPECT_EQ(keys, (std::vector<std::string>{"a", "b"})) << "a row without fields exists as well";
  EXPECT_EQ(registers.shown_integer("thing", "b", "on"), 1);
  EXPECT_EQ(registers.shown_text("thing", "b", "name"), "张三");
  EXPECT_TRUE(registers.shown_fields("thing", "a").empty());
}

TEST_F(SetRows, AWrongFieldMakesTheRowInertWithItsPersonalPart) {
  const auto keys =
      take(R"({"rows":[{"id":"a","f":{"on":2}},{"id":"b"},{"f":{}},"x"]})",
           R"({"rows":[{"name":"张三"},{"name":"李四"},{"name":"王五"}]})", RowParts::all);
  EXPECT_TRUE(keys.empty());
  EXPECT_TRUE(registers.keys("thing").empty());
}

TEST_F(SetRows, SaysWhatMakesARowInert) {
  journal::InertList inert;
  explain_rows(kind, support::json(R"({"rows":[{"id":"a","f":{"on":2}},{"f":{}},"x",{"id":7},)"
                                   R"({"id":"a","f":{}}]})"),
               inert);
  std::string told;
  for (const journal::Inert& one : inert) {
    told += std::to_string(one.line) + " " + std::string(code_of(one.cause)) + " " + one.what + "\n";
  }
  EXPECT_EQ(told, "0 wrong f.on\n1 missing id\n2 wrong \n3 wrong id\n3 missing f\n");
}

TEST_F(SetRows, AWrongPersonalFieldIsLeftOutAlone) {
  // Who does not hold x could not know that the row is inert.
  take(R"({"rows":[{"id":"a","f":{"on":1}}]})", R"({"rows":[{"name":7,"note":"n"}]})",
       RowParts::all);
  EXPECT_EQ(registers.shown_integer("thing", "a", "on"), 1);
  EXPECT_FALSE(registers.shown("thing", "a", "name").has_value());
  EXPECT_EQ(registers.shown_text("thing", "a", "note"), "n");
}

TEST_F(SetRows, APersonalPartThatComesLaterWritesOnlyItself) {
  take(R"({"rows":[{"id":"a","f":{"on":1}}]})", "", RowParts::all);
  const auto keys = take(R"({"rows":[{"id":"a","f":{"on":1}}]})", R"({"rows":[{"name":"张三"}]})",
                         RowParts::personal);
  EXPECT_EQ(keys, std::vector<std::string>{"a"});
  EXPECT_EQ(registers.shown_text("thing", "a", "name"), "张三");
}

TEST_F(SetRows, UnknownFieldsAreIgnored) {
  take(R"({"rows":[{"id":"a","f":{"colour":"red","on":0}}],"more":1})", "", RowParts::all);
  EXPECT_EQ(registers.shown_fields("thing", "a").size(), 1U);
}

}  // namespace
}  // namespace jishan::village
