// Where random bits come from. Commands take it as an argument, so that a test or the sample
// village with a seed gets the same bytes every time.
#pragma once

#include <cstdint>
#include <span>

namespace jishan {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// A reproducible source for tests and the sample village (xoshiro256** seeded by splitmix64;
// Blackman and Vigna, 2018). Never used for ids of a real book.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed);
  void fill(std::span<std::uint8_t> bytes) override;
  std::uint64_t next();
  // A number in 0 … bound − 1; bound must be positive.
  std::uint64_t below(std::uint64_t bound);

 private:
  std::uint64_t m_state[4];
};

}  // namespace jishan
