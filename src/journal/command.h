// The shape of every command: a request and what the tables say give a status and, when it is
// accepted, the events to commit. A command writes nothing itself; app commits the drafts of one
// user action in one transaction, so that what needs two slices is still one act.
//
//   journal::Planned<AwardStatus> plan_award(const journal::CommandContext&, const AwardRequest&);
#pragma once

#include <vector>

#include "base/date.h"
#include "base/random.h"
#include "db/database.h"
#include "journal/event.h"
#include "journal/journal.h"

namespace jishan::journal {

// What a command may look at besides its request. Every slice's plan_… functions take this first.
struct CommandContext {
  db::Database& database;
  const Journal& journal;
  Random& random;      // for new ids
  UtcMinutes now = 0;  // the laptop's clock
  Date today;          // civil date of now at the village's offset
  // The clock is before the newest entry or the build date: a proposed date must not be used, the
  // person has to type one.
  bool is_clock_suspicious = false;
};

// Status is the command's enum, ordered by precedence; its first value is `accepted`, and a
// command with an act id also has `already_recorded`, which writes nothing and is no error.
// A draft may name an earlier draft of the same plan: the text "@0" anywhere in its body stands
// for the hash of draft 0 and is replaced by Journal::commit before hashing.
template <class Status>
struct Planned {
  Status status{};
  std::vector<Draft> drafts;
};

}  // namespace jishan::journal
