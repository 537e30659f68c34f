// What must hold for any bytes. libFuzzer calls these with what it invents, the tests with
// mutations of good files from fixed seeds. A broken promise stops the program (CHECK).
#pragma once

#include <string_view>

namespace jishan::fuzz {

void check_line(std::string_view bytes);
void check_bundle(std::string_view bytes);

}  // namespace jishan::fuzz
