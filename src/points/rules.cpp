#include "points/rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace jishan::points {
namespace {

constexpr std::int64_t quantity_max = 10'000'000;
constexpr std::size_t code_characters_max = 12;
constexpr std::size_t unit_characters_max = 10;

bool is_in_range(Points points) {
  return points.hundredths() >= -line_hundredths_max && points.hundredths() <= line_hundredths_max;
}

Date first_of_month(Date date, int month) {
  return *Date::from_ymd(date.year(), month, 1);
}

Date last_of_month(Date date, int month) {
  const auto next = month == 12 ? Date::from_ymd(date.year() + 1, 1, 1)
                                : Date::from_ymd(date.year(), month + 1, 1);
  // December 2199 has no next month in the calendar of the books.
  return next ? *Date::from_days(next->days() - 1) : *Date::from_ymd(date.year(), 12, 31);
}

void find_code_problem(const Rule& rule, std::set<std::string>& codes,
                       std::vector<RuleProblem>& found) {
  if (rule.code.empty()) {
    found.push_back(RuleProblem::code_missing);
  } else if (!is_rule_code(rule.code)) {
    found.push_back(RuleProblem::code_malformed);
  } else if (!codes.insert(rule.code).second) {
    found.push_back(RuleProblem::code_twice);
  }
  if (rule.rule_class < 'A' || rule.rule_class > 'Z') {
    found.push_back(RuleProblem::class_malformed);
  }
}

void find_text_problem(const Rule& rule, std::vector<RuleProblem>& found) {
  if (trimmed(rule.text).empty()) found.push_back(RuleProblem::text_missing);
  if (!fits(rule.text, field_characters_max) || !fits(rule.clause, field_characters_max) ||
      !fits(rule.unit, unit_characters_max)) {
    found.push_back(RuleProblem::text_too_long);
  }
  if (rule.type == RuleType::per_quantity && trimmed(rule.unit).empty()) {
    found.push_back(RuleProblem::unit_missing);
  }
}

void find_range_problem(const Rule& rule, std::vector<RuleProblem>& found) {
  if (rule.high < rule.low) {
    found.push_back(RuleProblem::range_inverted);
  } else if (rule.low.is_negative() && rule.high > Points()) {
    found.push_back(RuleProblem::range_crosses_zero);
  } else if (rule.low.is_zero() && rule.high.is_zero()) {
    found.push_back(RuleProblem::points_zero);
  }
  if (!is_in_range(rule.low) || !is_in_range(rule.high)) {
    found.push_back(RuleProblem::points_out_of_range);
  }
}

void find_points_problem(const Rule& rule, std::vector<RuleProblem>& found) {
  if (rule.type == RuleType::range) {
    find_range_problem(rule, found);
  } else if (rule.points.is_zero()) {
    found.push_back(RuleProblem::points_zero);
  } else if (!is_in_range(rule.points)) {
    found.push_back(RuleProblem::points_out_of_range);
  }
  if (rule.cap && (rule.cap->max < 1 || rule.cap->max > line_hundredths_max)) {
    found.push_back(RuleProblem::cap_out_of_range);
  }
}

// Spaces and full-width forms do not hide a word.
std::string squeezed(std::string_view text) {
  std::string squeezed;
  for (const char c : fold_full_width(text)) {
    if (c != ' ' && c != '\n' && c != '\t') squeezed += c;
  }
  return squeezed;
}

constexpr std::array<std::string_view, 12> unlawful_words = {
    "罚款",     "罚金",     "取消低保", "停发低保", "扣发低保", "取消医保",
    "停缴医保", "取消补贴", "停发补贴", "扣发补贴", "不予办理", "拒绝办理"};

}  // namespace

bool is_rule_code(std::string_view code) {
  if (code.empty() || code.size() > code_characters_max) return false;
  return std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
}

std::optional<Period> cap_period(CapSpan span, Date date) {
  const int month = date.month();
  const int quarter_month = (month - 1) / 3 * 3 + 1;
  switch (span) {
    case CapSpan::entry:
    case CapSpan::ever:
      return std::nullopt;
    case CapSpan::day:
      return Period{date, date};
    case CapSpan::week: {
      const std::int64_t monday = date.days() - (date.weekday() - 1);
      return Period{Date::from_days(monday).value_or(date),
                    Date::from_days(monday + 6).value_or(date)};
    }
    case CapSpan::month:
      return Period{first_of_month(date, month), last_of_month(date, month)};
    case CapSpan::quarter:
      return Period{first_of_month(date, quarter_month), last_of_month(date, quarter_month + 2)};
    case CapSpan::year:
      return Period{first_of_month(date, 1), last_of_month(date, 12)};
  }
  return std::nullopt;
}

Amount amount_of(const Rule& rule, std::optional<std::int64_t> quantity,
                 std::optional<Points> chosen) {
  Amount amount;
  switch (rule.type) {
    case RuleType::fixed:
      amount.points = rule.points;
      break;
    case RuleType::range:
      if (!chosen) return {AmountProblem::points_missing, Points()};
      if (*chosen < rule.low || *chosen > rule.high) {
        return {AmountProblem::points_outside_range, Points()};
      }
      amount.points = *chosen;
      break;
    case RuleType::per_quantity: {
      if (!quantity) return {AmountProblem::quantity_missing, Points()};
      if (*quantity < 1 || *quantity > quantity_max) {
        return {AmountProblem::quantity_out_of_range, Points()};
      }
      const std::optional<Points> product = points_for_quantity(rule.points, *quantity);
      if (!product) return {AmountProblem::amount_out_of_range, Points()};
      amount.points = *product;
      break;
    }
  }
  if (amount.points.is_zero()) amount.problem = AmountProblem::amount_zero;
  if (!is_in_range(amount.points)) amount.problem = AmountProblem::amount_out_of_range;
  return amount;
}

std::vector<RuleFinding> problems_of(const std::vector<Rule>& rules) {
  std::vector<RuleFinding> findings;
  std::set<std::string> codes;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::vector<RuleProblem> found;
    find_code_problem(rules[i], codes, found);
    find_text_problem(rules[i], found);
    find_points_problem(rules[i], found);
    for (const RuleProblem problem : found) findings.push_back({i, problem});
  }
  return findings;
}

std::vector<UnlawfulWording> unlawful_wording(const std::vector<Rule>& rules) {
  std::vector<UnlawfulWording> found;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string text = squeezed(rules[i].text) + "\n" + squeezed(rules[i].clause);
    for (const std::string_view word : unlawful_words) {
      if (text.find(word) != std::string::npos) found.push_back({i, std::string(word)});
    }
  }
  return found;
}

}  // namespace jishan::points
