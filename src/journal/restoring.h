// Brings graph and intake back from the rows of a database that was filled with an image: who knew
// what when, what waits, what was refused. The folds' tables stay as they are. It trusts no row's
// place; it must not know where the image came from.
#pragma once

#include "journal/graph.h"
#include "journal/intake.h"
#include "journal/store.h"

namespace jishan::journal {

// Stops at the first row that contradicts those before it: then fewer events are held than the image
// has rows, and whoever knows how many there should be sees it.
void restore(Graph& graph, Store& store, Intake& intake);

}  // namespace jishan::journal
