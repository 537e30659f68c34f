// Crockford's base32 alphabet (no I, L, O, U), as used for ids, fingerprints and notice codes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace jishan {

// The bytes as base32, most significant bits first; the size in bits must be a multiple of 5.
std::string crockford_lower(std::span<const std::uint8_t> bytes);
std::string crockford_upper(std::span<const std::uint8_t> bytes);

bool is_crockford_lower(std::string_view text);

// 16 characters as four groups of four, for reading aloud: "K7QF 3M2D 9XTA 6RWP".
std::string in_groups_of_four(std::string_view code);

}  // namespace jishan
