// SHA-256 (FIPS 180-4). Events, personal parts, heads and files are named by it; it keeps no
// secret, so no care is taken about timing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jishan {

using Sha256Digest = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  Sha256();
  Sha256& update(std::string_view bytes);
  // The digest of everything so far; the object must not be used afterwards.
  [[nodiscard]] Sha256Digest finish();

 private:
  void compress(const std::uint8_t* block);

  std::array<std::uint32_t, 8> m_state;
  std::array<std::uint8_t, 64> m_block{};
  std::size_t m_block_bytes = 0;
  std::uint64_t m_total_bytes = 0;
};

Sha256Digest sha256(std::string_view bytes);

// 64 lower hex digits.
std::string hex(const Sha256Digest& digest);

}  // namespace jishan
