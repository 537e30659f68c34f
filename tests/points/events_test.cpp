#include "points/events.h"

#include <gtest/gtest.h>

#include "points/rule_codec.h"
#include "support/laptop.h"

namespace jishan::points {
namespace {

using support::json;

const std::string some_h(64, 'b');

journal::Event event_with(journal::Json body) {
  journal::Event event;
  event.body = std::move(body);
  return event;
}

journal::Event event_from(std::string_view text) {
  return event_with(json(text));
}

TEST(RuleCodec, GivesBackEveryRuleOfTheTemplate) {
  for (const Rule& rule : template_rules()) {
    const auto read = rule_from_json(json_of(rule));
    ASSERT_TRUE(read) << rule.code;
    EXPECT_EQ(json_of(*read), json_of(rule));
    EXPECT_EQ(read->cap, rule.cap);
  }
}

TEST(RuleCodec, LeavesOutWhatItCannotRead) {
  const std::string good = R"({"code":"A01","class":"A","type":"fixed","text":"t","pts":500)";
  EXPECT_TRUE(rule_from_json(json(good + "}")));
  EXPECT_TRUE(rule_from_json(json(good + R"(,"later":1})")));
  for (const char* more : {R"(,"type2":1,"cap":{"by":"village","per":"day","of":"pts","max":1})",
                           R"(,"cap":{"by":"hh","per":"day","of":"pts","max":0})", R"(,"cap":7)",
                           R"(,"unit":7)", R"(,"lo":"x")", R"(,"hi":1000000001)"}) {
    EXPECT_FALSE(rule_from_json(json(good + more + "}"))) << more;
  }
  for (const char* text : {R"({"class":"A","type":"fixed","text":"t","pts":1})",
                           R"({"code":"a","class":"A","type":"fixed","text":"t","pts":1})",
                           R"({"code":"A01","class":"AB","type":"fixed","text":"t","pts":1})",
                           R"({"code":"A01","class":"A","type":"tier","text":"t","pts":1})",
                           R"({"code":"A01","class":"A","type":"fixed","pts":1})"}) {
    EXPECT_FALSE(rule_from_json(json(text))) << text;
  }
}

TEST(PublishFrom, KeepsTheGoodRules) {
  const auto body = publish_from(
      event_from(R"({"name":"n","from":"2026-01-01","prev":"","rules":[)"
                 R"({"code":"A01","class":"A","type":"fixed","text":"t","pts":500},{"code":1}]})"));
  ASSERT_TRUE(body);
  EXPECT_EQ(body->rules.size(), 1U);
  EXPECT_FALSE(
      publish_from(event_from(R"({"name":"n","from":"2026-02-30","prev":"","rules":[]})")));
  EXPECT_FALSE(publish_from(event_from(R"({"name":"n","from":"2026-01-01","prev":""})")));
}

std::string claim_with(std::string_view line) {
  return R"({"id":"yaaaaaaaaaaaaaaaa","book":")" + some_h + R"(","lines":[)" + std::string(line) +
         "]}";
}

const std::string good_line =
    R"({"hh":"haaaaaaaaaaaaaaaa","code":"A01","qty":100,"pts":500,"d":"2026-03-08")";

TEST(ClaimFrom, GivesBackWhatWasWritten) {
  ClaimBody body;
  body.id = *ActId::from_text("yaaaaaaaaaaaaaaaa");
  body.book = some_h;
  ClaimLine line;
  line.household = *HouseholdId::from_text("haaaaaaaaaaaaaaaa");
  line.resident = *ResidentId::from_text("raaaaaaaaaaaaaaaa");
  line.witness = *ResidentId::from_text("rbbbbbbbbbbbbbbbb");
  line.code = "B01";
  line.quantity = 350;
  line.points = Points::whole(-7);
  line.date = "2026-03-08";
  line.src = "vol.service f r";
  line.gen = 2;
  body.lines = {line};
  const auto read = claim_from(event_with(json_of(body)));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, body.id);
  EXPECT_EQ(read->book, some_h);
  ASSERT_EQ(read->lines.size(), 1U);
  EXPECT_EQ(read->lines[0].household, line.household);
  EXPECT_EQ(read->lines[0].resident, line.resident);
  EXPECT_EQ(read->lines[0].witness, line.witness);
  EXPECT_EQ(read->lines[0].code, line.code);
  EXPECT_EQ(read->lines[0].quantity, line.quantity);
  EXPECT_EQ(read->lines[0].points, line.points);
  EXPECT_EQ(read->lines[0].date, line.date);
  EXPECT_EQ(read->lines[0].src, line.src);
  EXPECT_EQ(read->lines[0].gen, line.gen);
  EXPECT_EQ(json_of(*read), json_of(body));
}

TEST(ClaimFrom, AWrongFieldMakesItsLineInertAndKeepsTheNumbersOfTheOthers) {
  const char* wrong[] = {
      R"({"code":"A01","qty":100,"pts":500,"d":"2026-03-08"})",
      R"({"hh":"haaaaaaaaaaaaaaaa","qty":100,"pts":500,"d":"2026-03-08"})",
      R"({"hh":"haaaaaaaaaaaaaaaa","code":"A 1","qty":100,"pts":500,"d":"2026-03-08"})",
      R"({"hh":"haaaaaaaaaaaaaaaa","code":"A01","qty":0,"pts":500,"d":"2026-03-08"})",
      R"({"hh":"haaaaaaaaaaaaaaaa","code":"A01","qty":10000001,"pts":500,"d":"2026-03-08"})",
      R"({"hh":"haaaaaaaaaaaaaaaa","code":"A01","qty":100,"pts":1000000001,"d":"2026-03-08"})",
      R"({"hh":"haaaaaaaaaaaaaaaa","code":"A01","qty":100,"pts":500,"d":"2026-02-30"})",
      R"({"hh":"x","code":"A01","qty":100,"pts":500,"d":"2026-03-08"})",
      "7",
  };
  for (const char* line : wrong) {
    const auto body = claim_from(event_from(claim_with(std::string(line) + "," + good_line + "}")));
    ASSERT_TRUE(body);
    ASSERT_EQ(body->lines.size(), 1U) << line;
    EXPECT_EQ(body->lines[0].line, 1) << line;
  }
  for (const char* more : {R"(,"res":"x"})", R"(,"wit":7})", R"(,"src":""})", R"(,"src":1})",
                           R"(,"gen":0})", R"(,"gen":"2"})"}) {
    const auto body = claim_from(event_from(claim_with(good_line + more)));
    ASSERT_TRUE(body);
    EXPECT_TRUE(body->lines.empty()) << more;
  }
  EXPECT_FALSE(claim_from(event_from(R"({"book":"x","lines":[]})")));
  EXPECT_FALSE(claim_from(event_from(R"({"book":")" + some_h + R"("})")));
}

TEST(PostsFrom, CountsLinesOverAllNestedRows) {
  const std::string other_h(64, 'c');
  const auto posts = posts_from(event_from(
      R"({"rows":[{"of":")" + some_h + R"(","rows":[[4,"haaaaaaaaaaaaaaaa",500,1,""],["bad"]]},)" +
      R"({"of":"bad","rows":[[0,"haaaaaaaaaaaaaaaa",500,1,""]]},7,)" + R"({"of":")" + other_h +
      R"(","rows":[[0,"hbbbbbbbbbbbbbbbb",-300,2,"pts.claim x A01"]]}]})"));
  ASSERT_EQ(posts.size(), 2U);
  EXPECT_EQ(posts[0].line, 0);
  EXPECT_EQ(posts[0].claim, some_h + ":4");
  EXPECT_EQ(posts[1].line, 3);
  EXPECT_EQ(posts[1].claim, "pts.claim x A01");
  EXPECT_EQ(posts[1].points, Points::whole(-3));
  EXPECT_EQ(posts[1].gen, 2);
}

TEST(PostsFrom, LeavesOutWrongRows) {
  for (const char* row :
       {R"([-1,"haaaaaaaaaaaaaaaa",500,1,""])", R"([0,"x",500,1,""])",
        R"([0,"haaaaaaaaaaaaaaaa",1000000001,1,""])", R"([0,"haaaaaaaaaaaaaaaa",500,0,""])",
        R"([0,"haaaaaaaaaaaaaaaa",500,1])", R"([0,"haaaaaaaaaaaaaaaa",500,1,7])",
        R"(["0","haaaaaaaaaaaaaaaa",5,1,""])"}) {
    EXPECT_TRUE(
        posts_from(event_from(R"({"rows":[{"of":")" + some_h + R"(","rows":[)" + row + "]}]}"))
            .empty())
        << row;
  }
}

TEST(GrantFrom, KnowsItsClassesAndTheirPeriods) {
  const auto grant = [](const char* grant_class, const char* period, int points) {
    return grant_from(event_from(std::string(R"({"class":")") + grant_class + R"(","period":")" +
                                 period + R"(","lines":[["haaaaaaaaaaaaaaaa",)" +
                                 std::to_string(points) + ",1]]}"));
  };
  ASSERT_TRUE(grant("open", "", -500));
  EXPECT_EQ(grant("open", "", -500)->lines.size(), 1U);
  EXPECT_FALSE(grant("open", "2026", 500));
  EXPECT_FALSE(grant("base", "", 500));
  EXPECT_FALSE(grant("base", "2026-13", 500));
  EXPECT_FALSE(grant("rent", "2026", 500));
  ASSERT_TRUE(grant("base", "2026", 500));
  EXPECT_EQ(grant("base", "2026", 500)->lines.size(), 1U);
  EXPECT_TRUE(grant("base", "2026", -500)->lines.empty());
  EXPECT_TRUE(grant("gift", "2026", -500)->lines.empty());
  EXPECT_EQ(grant("other", "2026-Q2", -500)->lines.size(), 1U);
}

TEST(DecisionsFrom, ReadsTheThreeSteps) {
  const auto lines = decisions_from(event_from(
      R"({"lines":[{"ref":"r","step":"pre","ok":1,"pts":500},{"ref":"r","step":"later","ok":1,"pts":5},)"
      R"({"ref":"r","step":"panel","ok":0,"pts":0},{"ref":"r","step":"committee","ok":2,"pts":0}]})"));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].step, DecisionStep::pre);
  EXPECT_TRUE(lines[0].is_approved);
  EXPECT_EQ(lines[1].step, DecisionStep::panel);
  EXPECT_EQ(lines[1].line, 2);
}

TEST(Keys, AreTheTextsOfTheSpecification) {
  ClaimLine line;
  line.line = 3;
  line.code = "B01";
  EXPECT_EQ(claim_key(some_h, line), some_h + ":3");
  line.src = "vol.service f r";
  EXPECT_EQ(claim_key(some_h, line), "pts.claim vol.service f r B01");
  EXPECT_EQ(post_key(claim_key(some_h, line)), "pts.post pts.claim vol.service f r B01");
  EXPECT_EQ(grant_key(GrantClass::base, "2026", "haaaaaaaaaaaaaaaa"),
            "pts.grant base 2026 haaaaaaaaaaaaaaaa");
  EXPECT_EQ(grant_key(GrantClass::open, "", "haaaaaaaaaaaaaaaa"),
            "pts.grant open  haaaaaaaaaaaaaaaa");
}

}  // namespace
}  // namespace jishan::points
