// The rows of a laptop's derived tables as text, to compare whole books.
#pragma once

#include <map>
#include <string>

#include "support/laptop.h"

namespace jishan::support {

// All rows of the tables that name no local number, by table.
std::map<std::string, std::string> tables_of(Laptop& laptop);

}  // namespace jishan::support
