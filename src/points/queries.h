// Rows → views of points: rules in force, balances with their lock, entries with their reasons,
// figures with the lines behind them. Reads only; SQL stays in the .cpp files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/personal.h"
#include "base/points.h"
#include "db/database.h"
#include "journal/journal.h"
#include "ledger/queries.h"
#include "points/rules.h"
#include "village/queries.h"

namespace jishan::points {

// ── Rule books ──────────────────────────────────────────────────────────────────────────────
struct RuleBook {
  std::string h;  // of its rules.publish; "" when the village has none
  std::string name;
  std::string from;         // "YYYY-MM-DD"
  std::vector<Rule> rules;  // as published
};
// In force on a day: the book with the greatest (from, l, h) whose `from` is not later.
std::optional<RuleBook> rule_book_on(db::Database& database, Date day);
// The same book's `h` alone, for a command that asks `rule_of` for the few rules it needs.
std::optional<std::string> rule_book_h_on(db::Database& database, Date day);
// All books, newest `from` first.
std::vector<RuleBook> rule_books(db::Database& database);
// The rule an entry was made under, with its text of that time.
std::optional<Rule> rule_of(db::Database& database, std::string_view book_h, std::string_view code);
// Indices of rules that match what was typed: start of the code, part of the text, or pinyin
// initials. Best match first; everything in book order for an empty query.
std::vector<std::size_t> find_rules(const RuleBook& book, std::string_view typed);

// How much of a rule's cap is used by live entries on the day of `date`, without a new one.
struct CapUse {
  Cap cap;
  std::int64_t used = 0;  // in the cap's measure
};
std::optional<CapUse> cap_use(db::Database& database, const Rule& rule, HouseholdId household,
                              ResidentId resident, Date date);
// The same of a cap that the village set over all rules: what was earned, so deductions neither
// use it nor give it back.
CapUse village_cap_use(db::Database& database, const Cap& cap, HouseholdId household,
                       ResidentId resident, Date date);

// ── Accounts ────────────────────────────────────────────────────────────────────────────────
// Of a household's alias component.
struct Account {
  HouseholdId root;
  Points balance;
  Points gift;
  Points lock;       // base points of the latest period: they cannot be spent
  Points spendable;  // balance − lock; may be negative
};
Account account_of(db::Database& database, HouseholdId household);
// Every component with an entry, by root; households without one are absent (all zero).
std::map<HouseholdId, Account> accounts(db::Database& database);
// Sum of what moved per component within the days: "本季 +38".
std::map<HouseholdId, Points> changes(db::Database& database, ledger::DateSpan span);

// ── Entries ─────────────────────────────────────────────────────────────────────────────────
enum class EntryReason { award, deduction, opening, base, gift, other_grant, redemption, other };

// One line of a passbook. Text of a redemption (goods) is the shop's: ask it by `entry.ref`.
struct PassbookRow {
  ledger::Entry entry;
  EntryReason reason{};
  std::string code;           // rule code of an award
  char rule_class = 0;        // of its rule; 0 where there is none
  std::string text;           // the rule's text as it was then; "" for other reasons
  std::string unit;           // of a per-quantity rule
  std::int64_t quantity = 0;  // hundredths; 0 where there is none
  HouseholdId household;      // as written, before aliases
  ResidentId resident;        // who did it, if noted
  ResidentId witness;
  Personal note;                 // of the award, or of the reversal for a red line
  bool is_note_missing = false;  // the personal part is not held here
};
// Oldest first; the amounts add up to the balance.
std::vector<PassbookRow> passbook(db::Database& database, const journal::Journal& journal,
                                  HouseholdId household, ledger::DateSpan span = {});
// Awards and deductions of the whole village, newest first (by place in the journal).
std::vector<PassbookRow> recent_entries(db::Database& database, const journal::Journal& journal,
                                        int rows_max);
// The row of one entry, by "<h>:<n>" of the line that moved points.
std::optional<PassbookRow> entry_of(db::Database& database, const journal::Journal& journal,
                                    std::string_view ref);

// ── Figures ─────────────────────────────────────────────────────────────────────────────────
// Each figure is the sum of the lines that figure_entries gives for the same question.
enum class FigureKind {
  balance,   // everything that moved up to the last day
  gained,    // awards and their reversals
  deducted,  // deductions and their reversals; ≤ 0 unless a reversal falls into a later period
  granted,   // opening balances, base and other grants
  redeemed,  // as the households see it: ≤ 0
};
struct FigureQuestion {
  FigureKind kind{};
  HouseholdId household;  // empty: the whole village
  ledger::DateSpan span;
  // Only lines under rules of these classes, "" for all; 0 among them stands for lines whose rule
  // nobody knows. Asked of what the whole village gained, nothing else.
  std::string rule_classes;
};
Points figure(db::Database& database, const FigureQuestion& question);
std::vector<PassbookRow> figure_entries(db::Database& database, const journal::Journal& journal,
                                        const FigureQuestion& question);

// What the village gained within the days, taken apart by month and class of rule: all parts add up
// to the figure of the span, those of a class to the figure of the class. A reversal belongs to the
// month in which it was made. In order of month and class.
struct GainedPart {
  std::string month;    // "YYYY-MM"
  char rule_class = 0;  // 0: the rule is not known
  Points points;
};
std::vector<GainedPart> gained_by_month(db::Database& database, const ledger::DateSpan& span);

// ── To-dos ──────────────────────────────────────────────────────────────────────────────────
// Open ones; derived from b only, equal on every laptop with the same events.

// Spent more than there is, found at merge (journal.md §2.5): the component has live redemptions
// and spendable < min(0, settled floor). Sums only, so that no order of files matters.
struct Overdraft {
  HouseholdId root;
  Points spendable;
  village::Todo todo;  // overdraft:<root>
};
std::vector<Overdraft> overdrafts(db::Database& database, const journal::Journal& journal);

// claim-twice:<household> <code> <date>: the same rule for the same household and day, entered by
// laptops that did not know of each other's entry.
std::vector<village::Todo> claims_twice(db::Database& database, const journal::Journal& journal);

// rules-from:<date>: two rule books in force from one day, published without knowing each other.
std::vector<village::Todo> rule_books_twice(db::Database& database,
                                            const journal::Journal& journal);

}  // namespace jishan::points
