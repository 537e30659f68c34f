#include "base/checksum.h"

#include <gtest/gtest.h>

#include <set>

#include "base/random.h"

namespace jishan {
namespace {

std::string random_bytes(std::size_t size, std::uint64_t seed) {
  SeededRandom random(seed);
  std::vector<std::uint8_t> bytes(size);
  random.fill(bytes);
  return {bytes.begin(), bytes.end()};
}

TEST(Checksum, IsTheSameOnEveryPlatform) {
  // Computed by a second implementation, in another language.
  std::string ascending;
  for (int i = 0; i < 100; ++i) ascending += static_cast<char>(i);
  EXPECT_EQ(checksum_text(""), "84009a13b6293b9a");
  EXPECT_EQ(checksum_text("积善簿"), "d82cb0fb2c843515");
  EXPECT_EQ(checksum_text(ascending), "cf59486c0552e709");
}

TEST(Checksum, TellsEveryFlippedBit) {
  const std::string whole = random_bytes(1027, 1);
  std::set<std::uint64_t> sums{checksum(whole)};
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_TRUE(sums.insert(checksum(damaged)).second) << "bit " << bit;
  }
}

TEST(Checksum, TellsEveryCut) {
  const std::string zeros(300, '\0');
  std::set<std::uint64_t> sums;
  for (std::size_t size = 0; size <= zeros.size(); ++size) {
    EXPECT_TRUE(sums.insert(checksum(zeros.substr(0, size))).second) << size << " zeros";
  }
}

TEST(Checksum, TellsWordsThatChangedPlaces) {
  const std::string whole = random_bytes(256, 2);
  for (std::size_t word = 1; word < 32; ++word) {
    std::string swapped = whole;
    for (std::size_t i = 0; i < 8; ++i) std::swap(swapped[i], swapped[word * 8 + i]);
    EXPECT_NE(checksum(swapped), checksum(whole)) << "word " << word;
  }
}

}  // namespace
}  // namespace jishan
