#include "platform/web/fields.h"

#include <cstdint>
#include <cstring>

#include "base/check.h"

namespace jishan::platform {

void pack(std::string& packed, std::string_view field) {
  const auto size = static_cast<std::uint32_t>(field.size());
  for (int shift = 0; shift < 32; shift += 8) {
    packed.push_back(static_cast<char>((size >> shift) & 0xFFU));
  }
  packed += field;
}

std::vector<std::string> unpacked(std::string_view packed) {
  std::vector<std::string> fields;
  while (!packed.empty()) {
    CHECK(packed.size() >= 4);
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      size |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(packed[i])) << (8 * i);
    }
    CHECK(packed.size() - 4 >= size);
    fields.emplace_back(packed.substr(4, size));
    packed.remove_prefix(4 + static_cast<std::size_t>(size));
  }
  return fields;
}

}  // namespace jishan::platform
