#include "points/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace jishan::points {
namespace {

Rule rule(RuleType type, Points points) {
  Rule made;
  made.code = "A01";
  made.type = type;
  made.points = points;
  made.text = "文字";
  if (type == RuleType::per_quantity) made.unit = "小时";
  return made;
}

Rule range(Points low, Points high) {
  Rule made = rule(RuleType::range, low);
  made.low = low;
  made.high = high;
  return made;
}

TEST(AmountOf, WorksOutEveryType) {
  EXPECT_EQ(amount_of(rule(RuleType::fixed, Points::whole(5)), {}, {}).points, Points::whole(5));
  EXPECT_EQ(amount_of(rule(RuleType::fixed, Points::whole(-5)), {}, {}).points, Points::whole(-5));
  EXPECT_EQ(amount_of(range(Points::whole(5), Points::whole(10)), {}, Points::whole(7)).points,
            Points::whole(7));
  const Rule hourly = rule(RuleType::per_quantity, Points::hundredths(150));
  EXPECT_EQ(amount_of(hourly, 250, {}).points, Points::hundredths(375));
  EXPECT_EQ(amount_of(hourly, 1, {}).points, Points::hundredths(2)) << "1.5 rounds half up";
}

TEST(AmountOf, NamesEveryProblem) {
  const Rule hourly = rule(RuleType::per_quantity, Points::whole(2));
  const Rule chosen = range(Points::whole(0), Points::whole(10));
  struct Case {
    AmountProblem expected;
    Amount amount;
  };
  const Case cases[] = {
      {AmountProblem::none, amount_of(hourly, 100, {})},
      {AmountProblem::quantity_missing, amount_of(hourly, {}, Points::whole(2))},
      {AmountProblem::quantity_out_of_range, amount_of(hourly, 0, {})},
      {AmountProblem::quantity_out_of_range, amount_of(hourly, -100, {})},
      {AmountProblem::quantity_out_of_range, amount_of(hourly, 10'000'001, {})},
      {AmountProblem::points_missing, amount_of(chosen, 100, {})},
      {AmountProblem::points_outside_range, amount_of(chosen, {}, Points::hundredths(1001))},
      {AmountProblem::points_outside_range, amount_of(chosen, {}, Points::hundredths(-1))},
      {AmountProblem::amount_zero, amount_of(chosen, {}, Points())},
      {AmountProblem::amount_zero, amount_of(rule(RuleType::fixed, Points()), {}, {})},
      {AmountProblem::amount_out_of_range,
       amount_of(rule(RuleType::per_quantity, Points::whole(10'000'000)), 200, {})},
      {AmountProblem::amount_out_of_range,
       amount_of(rule(RuleType::fixed, Points::hundredths(line_hundredths_max + 1)), {}, {})},
  };
  for (const Case& one : cases) EXPECT_EQ(one.amount.problem, one.expected);
}

std::vector<RuleProblem> problems(std::vector<Rule> rules) {
  std::vector<RuleProblem> found;
  for (const RuleFinding& finding : problems_of(rules)) found.push_back(finding.problem);
  return found;
}

TEST(ProblemsOf, NamesEveryProblem) {
  const Rule good = rule(RuleType::fixed, Points::whole(5));
  EXPECT_TRUE(problems({good}).empty());
  std::map<RuleProblem, Rule> bad;
  (bad[RuleProblem::code_missing] = good).code = "";
  (bad[RuleProblem::code_malformed] = good).code = "a 1";
  (bad[RuleProblem::class_malformed] = good).rule_class = 'b';
  (bad[RuleProblem::text_missing] = good).text = "　 ";
  (bad[RuleProblem::text_too_long] = good).text = std::string(501, 'x');
  (bad[RuleProblem::points_zero] = good).points = Points();
  (bad[RuleProblem::points_out_of_range] = good).points =
      Points::hundredths(-line_hundredths_max - 1);
  bad[RuleProblem::range_inverted] = range(Points::whole(5), Points::whole(4));
  bad[RuleProblem::range_crosses_zero] = range(Points::whole(-5), Points::whole(4));
  (bad[RuleProblem::unit_missing] = rule(RuleType::per_quantity, Points::whole(1))).unit = "";
  (bad[RuleProblem::cap_out_of_range] = good).cap =
      Cap{CapScope::household, CapSpan::day, CapMeasure::times, 0};
  for (const auto& [problem, broken] : bad) {
    EXPECT_EQ(problems({broken}), std::vector<RuleProblem>{problem}) << static_cast<int>(problem);
  }
  EXPECT_EQ(problems({good, good}), std::vector<RuleProblem>{RuleProblem::code_twice});
  EXPECT_EQ(problems({range(Points(), Points())}),
            std::vector<RuleProblem>{RuleProblem::points_zero});
}

TEST(IsRuleCode, KeepsKeyTextsReadable) {
  for (const char* code : {"A01", "X", "B02.1", "C-3", "ABCDEFGHIJK1"}) {
    EXPECT_TRUE(is_rule_code(code)) << code;
  }
  for (const char* code : {"", "a01", "A 1", "A:1", "甲1", "ABCDEFGHIJKL1"}) {
    EXPECT_FALSE(is_rule_code(code)) << code;
  }
}

TEST(UnlawfulWording, IsFlaggedEvenWhenItIsSpacedOut) {
  Rule plain = rule(RuleType::fixed, Points::whole(-5));
  Rule fine = plain;
  fine.text = "乱倒垃圾，罚　款 50 元";
  Rule benefit = plain;
  benefit.clause = "情节严重的取消低保";
  const auto found = unlawful_wording({plain, fine, benefit});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].rule, 1U);
  EXPECT_EQ(found[0].word, "罚款");
  EXPECT_EQ(found[1].rule, 2U);
  EXPECT_EQ(found[1].word, "取消低保");
}

TEST(CapPeriod, CoversEverySpan) {
  const Date date = *Date::from_iso("2026-08-15");  // a Saturday
  struct Case {
    CapSpan span;
    const char* first;
    const char* last;
  };
  const Case cases[] = {{CapSpan::day, "2026-08-15", "2026-08-15"},
                        {CapSpan::week, "2026-08-10", "2026-08-16"},
                        {CapSpan::month, "2026-08-01", "2026-08-31"},
                        {CapSpan::quarter, "2026-07-01", "2026-09-30"},
                        {CapSpan::year, "2026-01-01", "2026-12-31"}};
  for (const Case& one : cases) {
    const auto period = cap_period(one.span, date);
    ASSERT_TRUE(period);
    EXPECT_EQ(period->first.iso(), one.first);
    EXPECT_EQ(period->last.iso(), one.last);
  }
  EXPECT_FALSE(cap_period(CapSpan::entry, date));
  EXPECT_FALSE(cap_period(CapSpan::ever, date));
  EXPECT_EQ(cap_period(CapSpan::month, *Date::from_iso("2199-12-05"))->last.iso(), "2199-12-31");
}

TEST(Template, IsARuleBookThatCouldBePublished) {
  const std::vector<Rule>& rules = template_rules();
  EXPECT_GE(rules.size(), 60U);
  EXPECT_TRUE(problems_of(rules).empty());
  EXPECT_TRUE(unlawful_wording(rules).empty());
  std::set<char> classes;
  std::set<RuleType> types;
  for (const Rule& one : rules) {
    classes.insert(one.rule_class);
    types.insert(one.type);
    EXPECT_EQ(one.code[0], one.rule_class) << one.code;
    const Points most = one.type == RuleType::range ? one.high : one.points;
    EXPECT_EQ(most.is_negative(), one.rule_class == 'X') << one.code;
    if (one.type == RuleType::range) {
      EXPECT_FALSE(one.points < one.low || one.points > one.high) << one.code;
    }
  }
  EXPECT_TRUE(
      std::equal(classes.begin(), classes.end(), template_classes.begin(), template_classes.end()));
  EXPECT_EQ(types.size(), 3U);
}

}  // namespace
}  // namespace jishan::points
