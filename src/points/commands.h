// Requests of points: publish a rule book, award, opening balances, reverse, undo. Each gives a
// status and the drafts to commit in one transaction; a refusal gives none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/points.h"
#include "journal/command.h"
#include "ledger/commands.h"
#include "points/rules.h"

namespace jishan::points {

inline constexpr std::size_t award_lines_max = 2'000;
inline constexpr std::size_t opening_lines_max = 20'000;

// ── Rule book ───────────────────────────────────────────────────────────────────────────────
enum class UnlawfulWords { refuse, publish_all_the_same };
inline constexpr std::size_t rule_book_name_characters_max = 60;
struct PublishRequest {
  std::string name;
  Date from;
  std::vector<Rule> rules;
  UnlawfulWords unlawful_words = UnlawfulWords::refuse;
};
enum class PublishStatus {
  accepted,
  already_recorded,  // a book with this name, date and these rules is there
  name_missing,
  text_too_long,  // the name
  no_rules,
  too_many_rules,    // over 500
  rule_problem,      // see findings
  unlawful_wording,  // see unlawful; the person may publish all the same
  too_large,         // the texts together exceed what one event holds (about 40 kB)
};
struct PublishPlan : journal::Planned<PublishStatus> {
  std::vector<RuleFinding> findings;
  std::vector<UnlawfulWording> unlawful;  // also when accepted
};
// A later `from` than today is allowed: that is how a new year's book is prepared.
PublishPlan plan_publish(const journal::CommandContext& context, const PublishRequest& request);

// ── Award: claim and posting in one step ────────────────────────────────────────────────────
struct AwardLine {
  HouseholdId household;
  ResidentId resident;  // empty: the household as such
  std::string code;
  std::optional<std::int64_t> quantity;  // hundredths of the unit, for per-quantity rules
  std::optional<Points> chosen;          // for ranges
  // For commands of slices above that write the source in the same plan (hours → points): the
  // source's key text, or "@0:2" for line 2 of draft 0. ONCE per (src, code).
  std::string src;
};
struct AwardRequest {
  ActId id;                        // made when the form opens: a retry adds nothing
  std::vector<AwardLine> lines;    // one for each household; at most award_lines_max
  std::optional<Date> typed_date;  // empty: today
  ResidentId witness;
  std::string note;     // one text for all lines, at most 500 characters
  int first_draft = 0;  // place of this plan's first draft in the commit
};
enum class AwardStatus {
  accepted,
  already_recorded,
  book_locked,  // an unknown critical kind is in force
  no_lines,
  too_many_lines,
  date_needed,  // the clock is doubtful: a date has to be typed
  date_in_future,
  text_too_long,
  witness_unknown,
  no_rule_book,  // none is in force on that day
  // The following are about one line.
  household_unknown,
  household_gone,
  household_twice,  // the same household, resident, rule and source twice in one request
  resident_unknown,
  resident_elsewhere,  // of another household, moved away or dead
  rule_not_in_force,
  source_used,  // this source has given points under this rule already
  quantity_missing,
  quantity_out_of_range,
  points_missing,
  points_outside_range,
  amount_zero,
  amount_out_of_range,
  cap_reached,          // see cap_use: nothing is cut off silently
  village_cap_reached,  // see village_cap_use
};
struct RefusedLine {
  std::size_t line = 0;
  AwardStatus status{};
};
struct AwardPlan : journal::Planned<AwardStatus> {
  std::size_t line = 0;  // the first line that was refused
  // All of them in order, so that a sheet of many can be put right at once.
  std::vector<RefusedLine> refused;
  Points total;  // of all lines, when accepted
};
AwardPlan plan_award(const journal::CommandContext& context, const AwardRequest& request);

// ── Opening balances from the paper book ────────────────────────────────────────────────────
struct OpeningLine {
  HouseholdId household;
  Points points;  // may be negative, not zero
};
struct OpeningRequest {
  std::vector<OpeningLine> lines;  // the whole list at once
  std::optional<Date> typed_date;  // empty: today
  std::string note;
};
enum class OpeningStatus {
  accepted,
  already_recorded,  // every household has exactly this opening balance: nothing is written
  book_locked,
  no_lines,
  too_many_lines,  // over opening_lines_max
  date_needed,
  date_in_future,
  text_too_long,
  // The following are about one line.
  household_unknown,
  household_gone,
  household_twice,
  amount_zero,
  amount_out_of_range,
  household_has_opening,  // another one: reverse it first
};
struct OpeningPlan : journal::Planned<OpeningStatus> {
  std::size_t line = 0;
};
// Lines that are recorded already with the same amount are left out.
OpeningPlan plan_opening(const journal::CommandContext& context, const OpeningRequest& request);

// ── Reversal ────────────────────────────────────────────────────────────────────────────────
struct ReverseEntryRequest {
  std::string ref;  // "<h>:<n>" of a pts.post or pts.grant line, as in PassbookRow::entry
  ledger::Why why = ledger::Why::mistake;
  std::string note;
  std::optional<Date> typed_date;
};
// Reverses the posting and, for an award, its claim. Entries of other kinds are not_found here.
journal::Planned<ledger::ReverseStatus> plan_reverse_entry(const journal::CommandContext& context,
                                                           const ReverseEntryRequest& request);
// Undo of a whole award request: the opposing events for all its lines. No reason is asked.
journal::Planned<ledger::ReverseStatus> plan_undo_award(const journal::CommandContext& context,
                                                        ActId id);

}  // namespace jishan::points
