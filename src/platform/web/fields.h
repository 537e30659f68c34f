// Several byte strings as one, for the seam: each with its length before it, as four bytes,
// lowest first. web/src/fields.ts does the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jishan::platform {

void pack(std::string& packed, std::string_view field);
// Stops the program where the lengths do not add up: both sides are ours.
std::vector<std::string> unpacked(std::string_view packed);

}  // namespace jishan::platform
