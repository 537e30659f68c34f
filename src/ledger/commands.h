// Reversal (红字冲销): the only way to take an entry back. It names its target and keeps both.
// It must not know what the entry was about; slices decide which entries one act of a person
// reverses together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/command.h"

namespace jishan::ledger {

// Did goods come back over the counter, or did they never move? Points ignore it.
enum class GoodsBack { never_moved, returned };

enum class Why { mistake, duplicate, objection, returned, undo, other };

struct ReversalTarget {
  // "<h>" (all lines of the event), "<h>:<n>" (one line), or the text of a ONCE key.
  std::string of;
  std::int64_t gen = 1;  // of the ONCE key; 1 otherwise
};

struct ReverseRequest {
  std::vector<ReversalTarget> targets;  // one ledger.reverse each
  GoodsBack back = GoodsBack::never_moved;
  Why why = Why::mistake;
  std::string note;                // required, except for undo; at most 500 characters
  std::optional<Date> typed_date;  // a reversal has today's date; typed when the clock is doubtful
};

enum class ReverseStatus {
  accepted,
  not_found,         // a target names no line that counts or counted
  already_reversed,  // every target; nothing is written
  book_locked,       // an unknown critical kind is in force
  reason_missing,
  text_too_long,
  date_needed,  // the clock is doubtful: the person types today's date
  date_in_future,
};

// Targets that are reversed already are left out.
journal::Planned<ReverseStatus> plan_reverse(const journal::CommandContext& context,
                                             const ReverseRequest& request);

}  // namespace jishan::ledger
