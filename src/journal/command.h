// The shape of every command: a request and what the tables say give a status and, when it is
// accepted, the events to commit. A command writes nothing itself; app commits the drafts of one
// user action in one transaction, so that what needs two slices is still one act.
#pragma once

#include <vector>

#include "journal/event.h"

namespace jishan::journal {

// Status is the command's enum, ordered by precedence; its first value is `accepted`, and a
// command with an act id also has `already_recorded`, which writes nothing and is no error.
template <class Status>
struct Planned {
  Status status{};
  std::vector<Draft> drafts;
};

}  // namespace jishan::journal
