// From what a command wants to say to an event with its place: parents, order, writer, salt, name.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"
#include "journal/event.h"
#include "journal/graph.h"
#include "journal/journal.h"

namespace jishan::journal {

// What the next event of this writer has to name as parents.
struct NextPlace {
  std::vector<Hash> parents;  // own previous first, then all other heads ascending
  std::int64_t lamport = 1;
  std::int64_t sequence = 1;
};
// With more heads than fit, the first ones: the event then joins those.
NextPlace next_place(const Graph& graph, const Author& author, std::size_t parents_limit);
// How many parents the next event of this writer would need.
std::size_t parents_needed(const Graph& graph, const Author& author);

// "@0", "@0:3" and the same words of key texts become the hashes of earlier drafts' events.
Json with_draft_hashes(const Json& body, std::span<const Event> earlier);

// Gives the draft its place and its name. A draft that breaks the limits stops the program.
Event event_of(const Draft& draft, NextPlace place, const Author& author,
               std::span<const Event> earlier, Random& random);

}  // namespace jishan::journal
