// The rule book as pure logic: what a rule is, what an entry under it is worth, what is wrong
// with a rule. No SQL, no clock.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/points.h"
#include "village/caps.h"

namespace jishan::points {

// Classes of the template; a book may use any single capital letter.
// A 环境  B 公益志愿  C 乡风家风  D 平安守法  E 村务参与  F 产业技能  G 荣誉  X 扣分
inline constexpr std::array<char, 8> template_classes = {'A', 'B', 'C', 'D', 'E', 'F', 'G', 'X'};

enum class RuleType {
  fixed,         // points
  range,         // low … high, the person chooses
  per_quantity,  // points for each whole unit
};

// How much of a rule may be granted; checked when a person acts, never by a fold.
using village::Cap;
using village::CapMeasure;
using village::CapScope;
using village::CapSpan;

struct Rule {
  std::string code;  // "B02", unique in its book, 1–12 characters A–Z 0–9 . -
  char rule_class = 'A';
  RuleType type = RuleType::fixed;
  Points points;  // fixed: the amount; per_quantity: for each unit; range: proposed
  Points low;     // range only, low ≤ high
  Points high;
  std::string unit;  // per_quantity only: 小时, 次, 人
  std::optional<Cap> cap;
  std::string clause;  // where the village decided it: 村规民约第七条
  std::string text;
  friend bool operator==(const Rule& a, const Rule& b) {
    return a.code == b.code && a.rule_class == b.rule_class && a.type == b.type &&
           a.points == b.points && a.low == b.low && a.high == b.high && a.unit == b.unit &&
           a.cap == b.cap && a.clause == b.clause && a.text == b.text;
  }
};

// 1–12 characters A–Z 0–9 . -; also what a claim may carry, since codes stand in key texts.
bool is_rule_code(std::string_view code);

// The days a cap looks at, for an entry on this date; nothing for entry (only the entry itself)
// and ever.
std::optional<Period> cap_period(CapSpan span, Date date);

enum class AmountProblem {
  none,
  quantity_missing,
  quantity_out_of_range,  // not above 0, or above 10^7 hundredths
  points_missing,         // a range needs a choice
  points_outside_range,
  amount_zero,
  amount_out_of_range,
};
struct Amount {
  AmountProblem problem = AmountProblem::none;
  Points points;
};
// What an entry is worth: the writer of an entry works it out once, half up (journal.md §2.2).
// quantity in hundredths of the unit; chosen only for a range.
Amount amount_of(const Rule& rule, std::optional<std::int64_t> quantity,
                 std::optional<Points> chosen);

enum class RuleProblem {
  code_missing,
  code_malformed,
  code_twice,
  class_malformed,
  text_missing,
  text_too_long,  // text or clause over 500 characters, unit over 10
  points_zero,
  points_out_of_range,
  range_inverted,
  range_crosses_zero,  // a range is for gains or for deductions
  unit_missing,
  cap_out_of_range,
};
struct RuleFinding {
  std::size_t rule = 0;  // index
  RuleProblem problem{};
};
std::vector<RuleFinding> problems_of(const std::vector<Rule>& rules);

// Wording no village rule may carry: points are all that a village may take. Fines in village
// rules are void, and statutory benefits may not be tied to points (村民委员会组织法 art. 27;
// 中央农办 guidance on points schemes). A flag, not a verdict.
struct UnlawfulWording {
  std::size_t rule = 0;
  std::string word;
};
std::vector<UnlawfulWording> unlawful_wording(const std::vector<Rule>& rules);

// The rule book the program ships as an editable template: at least 60 rules, texts our own.
const std::vector<Rule>& template_rules();

}  // namespace jishan::points
