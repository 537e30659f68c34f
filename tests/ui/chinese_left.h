// What is still Chinese on an English screen, besides the words of the book: everything that a person
// once typed stands in the journal, so what does not stand there is the program's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/mirror.h"

namespace jishan::test {

// The mirror must watch its paint. `of_the_book`: all texts that persons wrote. Empty: all is well.
std::vector<std::string> chinese_left(const ui::Mirror& mirror, std::string_view of_the_book);

}  // namespace jishan::test
