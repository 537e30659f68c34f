#include "village/events.h"

#include <gtest/gtest.h>

#include "support/laptop.h"
#include "village/row_drafts.h"

namespace jishan::village {
namespace {

using journal::Json;
using support::json;

TEST(VillageEvents, TheGenesisComesBack) {
  Genesis genesis;
  genesis.name = "柳荫村";
  genesis.town = "临溪镇";
  genesis.code = "110105199201";
  genesis.mode = Mode::practice;
  const journal::Draft draft = create_draft(genesis, "2026-03-08");
  const auto read = genesis_from(draft.body);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->name, genesis.name);
  EXPECT_EQ(read->town, genesis.town);
  EXPECT_EQ(read->code, genesis.code);
  EXPECT_EQ(read->mode, Mode::practice);
  EXPECT_EQ(read->offset_minutes, 480);
  EXPECT_EQ(read->algorithm, "sha-256");
}

TEST(VillageEvents, AGenesisWithAWrongFieldIsInert) {
  const Json good = create_draft(Genesis(), "2026-03-08").body;
  ASSERT_TRUE(genesis_from(good).has_value());
  for (const auto& [field, value] : *good.object()) {
    Json missing = good;
    missing.object()->erase(field);
    EXPECT_FALSE(genesis_from(missing).has_value()) << field;
    Json mistyped = good;
    mistyped.set(field, Json(Json::Array()));
    EXPECT_FALSE(genesis_from(mistyped).has_value()) << field;
  }
  for (const std::string_view wrong : {R"({"mode":"test"})", R"({"offset_min":-721})",
                                       R"({"offset_min":841})", R"({"scale":1})"}) {
    Json changed = good;
    const Json replaced = json(wrong);
    for (const auto& [field, value] : *replaced.object()) changed.set(field, value);
    EXPECT_FALSE(genesis_from(changed).has_value()) << wrong;
  }
}

TEST(VillageEvents, ADecisionNeedsAHashAsItsBasis) {
  const std::string basis(64, 'a');
  const auto settle = settle_from(settle_draft({"hh-number:1", basis, -5}, "", "").body);
  ASSERT_TRUE(settle.has_value());
  EXPECT_EQ(settle->todo, "hh-number:1");
  EXPECT_EQ(settle->floor, -5);
  EXPECT_FALSE(settle_from(json(R"({"todo":"x","basis":"abc"})")).has_value());
  EXPECT_FALSE(settle_from(json(R"({"todo":"","basis":")" + basis + R"("})")).has_value());
  EXPECT_FALSE(
      settle_from(json(R"({"todo":"x","basis":")" + basis + R"(","floor":"0"})")).has_value());
}

TEST(VillageEvents, NamesStandInThePersonalPartOnly) {
  SeededRandom random(1);
  const OperatorId id = OperatorId::make(random);
  const journal::Draft draft = operator_draft(id, {.on = 1}, "金丝雀", "2026-03-08");
  EXPECT_EQ(draft.body.canonical().find("金丝雀"), std::string::npos);
  ASSERT_TRUE(draft.personal.has_value());
  EXPECT_NE(draft.personal->canonical().find("金丝雀"), std::string::npos);
  EXPECT_FALSE(operator_draft(id, {.on = 0}, std::nullopt, "2026-03-08").personal.has_value());
}

TEST(VillageEvents, AUnionNamesAGenesis) {
  const journal::Hash other = journal::hash_of_personal("{}");
  EXPECT_EQ(union_from(unite_draft({other}, "2026-03-08").body)->other, other);
  EXPECT_FALSE(union_from(json(R"({"other":"x"})")).has_value());
}

TEST(VillageRowDrafts, RowsAreCutAtFiveHundredAndKeepTheirPersonalPartsBesideThem) {
  std::vector<SetRow> rows(1201);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].row.set("id", static_cast<std::int64_t>(i));
    if (i % 7 == 0) rows[i].personal.set("name", std::to_string(i));
  }
  const auto drafts = row_drafts("hh.set", rows, "2026-03-08");
  ASSERT_EQ(drafts.size(), 3U);
  std::size_t seen = 0;
  for (const journal::Draft& draft : drafts) {
    const Json::Array& body = *draft.body.array_at("rows");
    const Json::Array& personal = *draft.personal->array_at("rows");
    EXPECT_LE(body.size(), 500U);
    EXPECT_LE(personal.size(), body.size());
    for (std::size_t i = 0; i < body.size(); ++i, ++seen) {
      EXPECT_EQ(body[i].integer_at("id"), static_cast<std::int64_t>(seen));
      if (seen % 7 != 0) continue;
      EXPECT_EQ(personal[i].string_at("name"), std::to_string(seen));
    }
  }
  EXPECT_EQ(seen, rows.size());
}

TEST(VillageRowDrafts, EventsStayWithinTheLimitsOfTheFormat) {
  std::vector<SetRow> rows(40);
  for (SetRow& row : rows) {
    row.row.set("text", std::string(4000, 'b'));
    row.personal.set("note", std::string(1500, 'x'));
  }
  const auto drafts = row_drafts("hh.set", rows, "2026-03-08");
  std::size_t total = 0;
  for (const journal::Draft& draft : drafts) {
    EXPECT_LE(draft.body.canonical().size(), journal::hashed_text_bytes_max - 2500);
    EXPECT_LE(draft.personal->canonical().size(), journal::personal_bytes_max - 64);
    total += draft.body.array_at("rows")->size();
  }
  EXPECT_EQ(total, rows.size());
  EXPECT_EQ(drafts.size(), 4U) << "ten rows fit into the personal part of one event";
}

}  // namespace
}  // namespace jishan::village
