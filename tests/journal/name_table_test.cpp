#include "journal/name_table.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/sha256.h"

namespace jishan::journal {
namespace {

// Owns the names, as the graph does: number 1 is the first.
class Names {
 public:
  void insert(const Hash& name) {
    m_names.push_back(name);
    m_table.insert(name, static_cast<std::uint32_t>(m_names.size()));
  }
  [[nodiscard]] std::uint32_t find(const Hash& name) const {
    return m_table.find(name,
                        [&](std::uint32_t number) -> const Hash& { return m_names[number - 1]; });
  }

 private:
  std::vector<Hash> m_names;
  NameTable m_table;
};

Hash name_of(int i) {
  return Hash{sha256(std::to_string(i))};
}

TEST(NameTable, FindsEveryNameAgainHoweverOftenItGrew) {
  Names names;
  constexpr int count = 5000;
  for (int i = 1; i <= count; ++i) {
    ASSERT_EQ(names.find(name_of(i)), 0U);
    names.insert(name_of(i));
    ASSERT_EQ(names.find(name_of(i)), static_cast<std::uint32_t>(i));
  }
  for (int i = 1; i <= count; ++i) {
    EXPECT_EQ(names.find(name_of(i)), static_cast<std::uint32_t>(i));
    EXPECT_EQ(names.find(name_of(-i)), 0U);
  }
}

// What the table keeps of a name is only its beginning.
TEST(NameTable, TellsNamesApartThatBeginAlike) {
  Names names;
  Hash name = name_of(1);
  constexpr std::uint8_t count = 200;
  for (std::uint8_t i = 1; i <= count; ++i) {
    name.bytes.back() = i;
    names.insert(name);
  }
  for (std::uint8_t i = 1; i <= count; ++i) {
    name.bytes.back() = i;
    EXPECT_EQ(names.find(name), std::uint32_t{i});
  }
  name.bytes.back() = 0;
  EXPECT_EQ(names.find(name), 0U);
}

// The place of the first probe is the last one of the table, so that the search goes round.
TEST(NameTable, GoesRoundItsEnd) {
  Names names;
  Hash name{};
  for (std::uint8_t i = 0; i < 4; ++i) name.bytes[i] = 0xff;
  for (std::uint8_t i = 1; i <= 20; ++i) {
    name.bytes.back() = i;
    names.insert(name);
  }
  for (std::uint8_t i = 1; i <= 20; ++i) {
    name.bytes.back() = i;
    EXPECT_EQ(names.find(name), std::uint32_t{i});
  }
  EXPECT_EQ(names.find(Hash{}), 0U);
}

}  // namespace
}  // namespace jishan::journal
