#include "app/workflows/score_sheet.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "points/queries.h"
#include "village/commands.h"

namespace jishan::app {
namespace {

constexpr std::int64_t quantity_hundredths_max = 10'000'000;
constexpr std::string_view one = "1";
// What people and spreadsheets write for "done".
constexpr std::array<std::string_view, 4> ticks{"√", "✓", "✔", "是"};

bool is_deduction(const points::Rule& rule) { return rule.high <= Points() && rule.low < Points(); }

std::int64_t magnitude(std::int64_t hundredths) { return hundredths < 0 ? -hundredths : hundredths; }

// Typed as the rule's own points, with or without a sign.
bool is_worth(const points::Rule& rule, std::string_view typed) {
  const auto value = hundredths_from_text(typed);
  return value && magnitude(*value) == magnitude(rule.points.hundredths());
}

CellReading read_tick(const points::Rule& rule, std::string_view typed) {
  CellReading reading;
  if (hundredths_from_text(typed) == 0) return reading;
  const bool is_tick = typed == one || is_worth(rule, typed) ||
                       std::find(ticks.begin(), ticks.end(), typed) != ticks.end();
  if (!is_tick) {
    reading.problem = CellProblem::no_tick;
    return reading;
  }
  reading.is_entry = true;
  reading.points = rule.points;
  return reading;
}

CellReading read_number(const points::Rule& rule, std::int64_t typed) {
  CellReading reading;
  const CellLimits limits = *cell_limits(rule);
  const bool is_range = rule.type == points::RuleType::range;
  const bool takes_minus = is_range && is_deduction(rule);
  const std::int64_t value = takes_minus ? magnitude(typed) : typed;
  if (value == 0 && (!is_range || limits.low == 0)) return reading;
  if (value < limits.low || value > limits.high) {
    reading.problem = CellProblem::outside;
    return reading;
  }
  if (is_range) {
    reading.chosen = Points::hundredths(takes_minus ? -value : value);
  } else {
    reading.quantity = value;
  }
  const points::Amount amount = points::amount_of(rule, reading.quantity, reading.chosen);
  if (amount.problem != points::AmountProblem::none) {
    reading.problem = CellProblem::outside;
    return reading;
  }
  reading.is_entry = true;
  reading.points = amount.points;
  return reading;
}

// Whether some longer number that begins with these digits is not above `highest`.
bool has_longer_number(std::string_view typed, std::int64_t highest) {
  const auto value = hundredths_from_text(typed);
  if (!value) return true;
  const bool has_decimals = typed.find('.') != std::string_view::npos;
  if (has_decimals) return typed.size() - typed.find('.') < 3;
  return *value != 0 && magnitude(*value) * 10 <= highest;
}

const points::Rule* rule_of(const points::RuleBook& book, std::string_view code) {
  const auto found = std::find_if(book.rules.begin(), book.rules.end(),
                                  [code](const points::Rule& rule) { return rule.code == code; });
  return found == book.rules.end() ? nullptr : &*found;
}

// The lines of the award, and the cell that each stands in.
struct Lines {
  std::vector<points::AwardLine> lines;
  std::vector<CellPlace> places;
  std::vector<CellPlace> unreadable;
};

Lines lines_of(const ScoreSheet& sheet, const points::RuleBook& book) {
  Lines all;
  for (CellPlace at; at.row < sheet.households.size(); ++at.row) {
    for (at.column = 0; at.column < sheet.codes.size(); ++at.column) {
      const std::string& typed = typed_in(sheet, at);
      if (typed.empty()) continue;
      points::AwardLine line;
      line.household = sheet.households[at.row];
      line.code = sheet.codes[at.column];
      // A rule that is not in force that day is the award's to refuse.
      if (const points::Rule* rule = rule_of(book, line.code)) {
        const CellReading reading = read_cell(*rule, typed);
        if (reading.problem != CellProblem::none) all.unreadable.push_back(at);
        if (!reading.is_entry) continue;
        line.quantity = reading.quantity;
        line.chosen = reading.chosen;
      }
      all.lines.push_back(std::move(line));
      all.places.push_back(at);
    }
  }
  return all;
}

}  // namespace

const std::string& typed_in(const ScoreSheet& sheet, CellPlace place) {
  static const std::string nothing;
  const auto found = sheet.cells.find({sheet.households[place.row], sheet.codes[place.column]});
  return found == sheet.cells.end() ? nothing : found->second;
}

void type_in(ScoreSheet& sheet, CellPlace place, std::string text) {
  const std::pair key{sheet.households[place.row], sheet.codes[place.column]};
  if (text.empty()) {
    sheet.cells.erase(key);
  } else {
    sheet.cells[key] = std::move(text);
  }
}

std::optional<CellLimits> cell_limits(const points::Rule& rule) {
  switch (rule.type) {
    case points::RuleType::fixed: return std::nullopt;
    case points::RuleType::range:
      if (is_deduction(rule)) return CellLimits{-rule.high.hundredths(), -rule.low.hundredths()};
      return CellLimits{rule.low.hundredths(), rule.high.hundredths()};
    case points::RuleType::per_quantity: break;
  }
  const bool has_cap = rule.cap && rule.cap->span == points::CapSpan::entry &&
                       rule.cap->measure == points::CapMeasure::quantity;
  return CellLimits{1, has_cap ? rule.cap->max : quantity_hundredths_max};
}

CellReading read_cell(const points::Rule& rule, std::string_view typed) {
  const std::string text = fold_full_width(trimmed(typed));
  if (text.empty()) return {};
  if (rule.type == points::RuleType::fixed) return read_tick(rule, text);
  const auto value = hundredths_from_text(text);
  if (!value) return {.problem = CellProblem::no_number};
  return read_number(rule, *value);
}

bool may_grow(const points::Rule& rule, std::string_view typed) {
  const std::string text = fold_full_width(trimmed(typed));
  if (text.empty()) return true;
  if (const auto limits = cell_limits(rule)) return has_longer_number(text, limits->high);
  // A tick, or the rule's own points: 1 may be the 1 of 10.
  const std::string worth = to_display(Points::hundredths(magnitude(rule.points.hundredths())));
  return worth.size() > text.size() && worth.starts_with(text);
}

ScoreSheetPlan plan_score_sheet(const journal::CommandContext& context, const ScoreSheet& sheet) {
  ScoreSheetPlan plan;
  const village::BusinessDate date = village::business_date(context, sheet.typed_date);
  const auto book = points::rule_book_on(context.database, date.date);
  Lines all = lines_of(sheet, book ? *book : points::RuleBook());
  plan.unreadable = std::move(all.unreadable);
  plan.entries = all.lines.size();
  points::AwardRequest request;
  request.id = sheet.act;
  request.lines = std::move(all.lines);
  request.typed_date = sheet.typed_date;
  request.note = sheet.note;
  plan.award = points::plan_award(context, request);
  for (const points::RefusedLine& refused : plan.award.refused) {
    plan.refused.push_back({all.places[refused.line], refused.status});
  }
  if (plan.award.status == points::AwardStatus::already_recorded) {
    plan.status = ScoreSheetStatus::already_recorded;
  } else if (!plan.unreadable.empty()) {
    plan.status = ScoreSheetStatus::cells_unreadable;
  } else if (plan.award.status == points::AwardStatus::no_lines) {
    plan.status = ScoreSheetStatus::no_entries;
  } else if (plan.award.status != points::AwardStatus::accepted) {
    plan.status = ScoreSheetStatus::award_refused;
  } else {
    plan.status = ScoreSheetStatus::accepted;
    plan.drafts = plan.award.drafts;
  }
  return plan;
}

}  // namespace jishan::app
