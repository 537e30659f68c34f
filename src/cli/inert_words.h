// An inert line in words: for a script and for the person who has to do something about it.
#pragma once

#include <string>

#include "journal/inert.h"
#include "journal/json.h"

namespace jishan::cli {

// "<h>" or "<h>:<n>".
std::string ref_of(const journal::InertLine& line);
// "missing \"pts\", wrong \"d\"": causes and what they are about, quoted as canonical text.
std::string causes_of(const journal::InertLine& line);
// Why it has no effect and what to do, in Chinese; one line without a line end.
std::string advice_on(const journal::InertLine& line);

journal::Json json_of(const journal::InertLine& line);

}  // namespace jishan::cli
