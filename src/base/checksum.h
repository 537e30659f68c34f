// A quick sum over bytes that tells damage of a disk or a cut file: any change within eight bytes
// that lie together changes it for certain, any other one with all likelihood there is. It is no
// proof against a forger; names of events are (sha256.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jishan {

std::uint64_t checksum(std::string_view bytes);
// The same as 16 lower hex digits.
std::string checksum_text(std::string_view bytes);

}  // namespace jishan
