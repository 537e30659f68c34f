// The name of a book on this computer, and of the store that takes its place when one is lost: abc,
// abc-2, abc-3. So the stores themselves say which is the latest, whatever becomes of the list of books.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"

namespace jishan::app {

// "abc" of "abc-3".
std::string_view base_of(std::string_view book);
// 3 of "abc-3"; 1 of what has no number.
int generation_of(std::string_view book);
// The next one after all generations of this book that are known.
std::string next_generation(std::string_view book, const std::vector<std::string>& known);

// Of each book the latest generation that was listed as saved; one that was not may be half made, and
// stands for its book only where no other does.
std::vector<BookListing> latest_of_each(const std::vector<BookListing>& listings);
// The latest generation of this book, half made or not: where to look first.
std::string latest_of(std::string_view book, const std::vector<BookListing>& listings);

}  // namespace jishan::app
