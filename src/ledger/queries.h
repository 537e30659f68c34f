// What may be asked of the ledger: balances, entries behind a balance, standing of an act.
// It must not know why points moved: rules, goods and notes belong to the slices above.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "db/database.h"
#include "journal/journal.h"
#include "ledger/ledger.h"
#include "village/queries.h"

namespace jishan::ledger {

// Dates as in events, "YYYY-MM-DD", both included; an empty one means without limit.
struct DateSpan {
  std::string first;
  std::string last;
};

// Who wrote an event, on which laptop and when: self-declared, and by that laptop's clock.
struct Written {
  std::string kind;         // "pts.post"
  std::string operator_id;  // "" or u…
  std::string writer;
  std::int64_t minutes = 0;
};

enum class EntryFace {
  entry,     // the act itself
  reversal,  // its red line, on the reversal's own date
};

// One line of an account, as it stands in a passbook. A reversed act gives two: it cancels out but
// stays readable.
struct Entry {
  std::int64_t act = 0;  // the act's local number: for looking things up, never for order
  EntryFace face = EntryFace::entry;
  std::string ref;       // "<h>:<n>" of the act
  std::string once_key;  // "" for a FACT line
  std::int64_t gen = 1;
  std::string date;          // of the act, or of the reversal for a red line
  std::int64_t amount = 0;   // signed, as the account sees it; hundredths, or whole goods units
  std::int64_t balance = 0;  // of the account after this line, in the order shown
  std::string reversal;      // "<h>" of the reversal that killed the act; "" while it is live
  Written written;           // of the act, or of the reversal for a red line
};

// Sum over live acts of the account; for a household, over all members of its alias component.
// Accounts and units: ledger.h. Hundredths of a point, or whole goods units.
std::int64_t balance(db::Database& database, std::string_view account, std::string_view unit);

// All lines of the account (of its alias component), oldest first by (date, l, h, line); the
// running balance begins before `span`. Their amounts add up to the balance when span has no end.
std::vector<Entry> entries(db::Database& database, const journal::Journal& journal,
                           std::string_view account, std::string_view unit, DateSpan span = {});

// The line of one act as its own household's account sees it, without a running balance; nothing
// when the act moved nothing of this unit there, or does not count and never did.
std::optional<Entry> entry_of_act(db::Database& database, const journal::Journal& journal,
                                  std::int64_t act, std::string_view unit);

// Standing of an act by its local number.
Standing standing(db::Database& database, std::int64_t act);

// The generation in force of a ONCE key, the one a re-entry writes: the lowest not reversed.
std::int64_t generation_in_force(db::Database& database, std::string_view once_key);

// What counts for a ONCE key now.
struct Counted {
  std::int64_t act = 0;
  std::string ref;  // "<h>:<n>"
  std::int64_t gen = 1;
  std::int64_t points = 0;  // hundredths moved to its household, signed
};
std::optional<Counted> counted(db::Database& database, std::string_view once_key);

// The act of a line "<h>:<n>", if it is held.
struct ActView {
  std::int64_t act = 0;
  std::string once_key;
  std::int64_t gen = 1;
  std::string date;
  HouseholdId household;
  Standing standing{};
};
std::optional<ActView> act_of_ref(db::Database& database, std::string_view ref);
// All acts of an event, by line.
std::vector<ActView> acts_of_event(db::Database& database, const journal::Hash& h);

// Movements of goods at one outlet as stock reads them: a reversal with goods back is a movement
// on its own date, without it the movement never was (journal.md §2.5).
struct Movement {
  std::int64_t act = 0;
  std::string date;
  std::int64_t quantity = 0;  // signed, whole units
};
std::vector<Movement> movements(db::Database& database, std::string_view outlet,
                                std::string_view goods);

// Open to-dos: once-amount:<key> (twins of what counts move something else) and
// reversal-back:<h>:<n> (goods reversed both as returned and as never moved).
std::vector<village::Todo> todos(db::Database& database);

}  // namespace jishan::ledger
