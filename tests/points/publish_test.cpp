#include <gtest/gtest.h>

#include "points/points_book.h"

namespace jishan::points {
namespace {

class PublishTest : public testing::Test {
 protected:
  void SetUp() override { book.found(); }
  PublishPlan plan(PublishRequest request) { return plan_publish(book.context(), request); }
  PublishStatus status(PublishRequest request) {
    const PublishPlan planned = plan(std::move(request));
    EXPECT_EQ(planned.drafts.empty(), planned.status != PublishStatus::accepted);
    return planned.status;
  }
  PublishRequest request() {
    return {"2027年细则", day("2027-01-01"), template_rules(), UnlawfulWords::refuse};
  }
  PointsBook book;
};

TEST_F(PublishTest, TheTemplateCanBePublishedAsItIs) {
  const PublishPlan planned = plan(request());
  ASSERT_EQ(planned.status, PublishStatus::accepted);
  book.laptop.write(planned.drafts);
  EXPECT_EQ(rule_book_on(*book.laptop.database, day("2026-12-31"))->name, "细则");
  const auto in_force = rule_book_on(*book.laptop.database, day("2027-01-01"));
  ASSERT_TRUE(in_force);
  EXPECT_EQ(in_force->name, "2027年细则");
  EXPECT_EQ(in_force->rules.size(), template_rules().size());
  EXPECT_EQ(rule_books(*book.laptop.database).size(), 2U);
}

TEST_F(PublishTest, EveryStatus) {
  EXPECT_EQ(status(request()), PublishStatus::accepted);
  PublishRequest wrong = request();
  wrong.name = " 　";
  EXPECT_EQ(status(wrong), PublishStatus::name_missing);
  wrong.name = std::string(61, 'x');
  EXPECT_EQ(status(wrong), PublishStatus::text_too_long);
  wrong = request();
  wrong.rules.clear();
  EXPECT_EQ(status(wrong), PublishStatus::no_rules);
  wrong.rules.resize(501);
  EXPECT_EQ(status(wrong), PublishStatus::too_many_rules);
  wrong = request();
  wrong.rules[3].text.clear();
  const PublishPlan with_problem = plan(wrong);
  EXPECT_EQ(with_problem.status, PublishStatus::rule_problem);
  ASSERT_EQ(with_problem.findings.size(), 1U);
  EXPECT_EQ(with_problem.findings[0].rule, 3U);
  wrong = request();
  wrong.rules[3].text = "违者罚款";
  EXPECT_EQ(status(wrong), PublishStatus::unlawful_wording);
  wrong.unlawful_words = UnlawfulWords::publish_all_the_same;
  const PublishPlan all_the_same = plan(wrong);
  EXPECT_EQ(all_the_same.status, PublishStatus::accepted);
  EXPECT_EQ(all_the_same.unlawful.size(), 1U) << "still shown";
  wrong = request();
  for (std::size_t i = 0; i < 30; ++i)
    wrong.rules[i].clause = std::string(1500, 'x').substr(0, 500);
  for (std::size_t i = 0; i < 30; ++i) {
    wrong.rules[i].text.clear();
    for (int n = 0; n < 500; ++n) wrong.rules[i].text += "字";
  }
  EXPECT_EQ(status(wrong), PublishStatus::too_large);
  book.publish("2027年细则", day("2027-01-01"), template_rules());
  EXPECT_EQ(status(request()), PublishStatus::already_recorded);
}

TEST_F(PublishTest, OfTwoBooksFromOneDayTheLaterWrittenIsInForce) {
  std::vector<Rule> rules = test_rules();
  rules.resize(1);
  book.publish("改过的", day("2026-01-01"), rules);
  EXPECT_EQ(rule_book_on(*book.laptop.database, day("2026-01-01"))->name, "改过的");
  EXPECT_FALSE(rule_book_on(*book.laptop.database, day("2025-12-31")));
  EXPECT_TRUE(rule_books_twice(*book.laptop.database, *book.laptop.journal).empty())
      << "the second knew the first";
}

TEST_F(PublishTest, TwoBooksFromOneDayWrittenApartAreAskedAbout) {
  support::Laptop other(points_folds, 6);
  other.take_from(book.laptop);
  const auto here = plan({"甲", day("2026-06-01"), test_rules(), UnlawfulWords::refuse});
  const auto there = plan({"乙", day("2026-06-01"), test_rules(), UnlawfulWords::refuse});
  book.laptop.write(here.drafts);
  other.write(there.drafts);
  book.laptop.take_from(other);
  other.take_from(book.laptop);
  const auto todos = rule_books_twice(*book.laptop.database, *book.laptop.journal);
  ASSERT_EQ(todos.size(), 1U);
  EXPECT_EQ(todos[0].id(), "rules-from:2026-06-01");
  EXPECT_EQ(book.laptop.state(), other.state());
  EXPECT_EQ(rule_book_on(*book.laptop.database, day("2026-06-01"))->h,
            rule_book_on(*other.database, day("2026-06-01"))->h);
}

}  // namespace
}  // namespace jishan::points
