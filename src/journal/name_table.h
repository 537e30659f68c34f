// Which local number an event's name has: a flat table, because every event of a merge is looked
// up here about four times. It keeps four bytes of each name; who owns the names says whether it
// is the one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "journal/event.h"

namespace jishan::journal {

class NameTable {
 public:
  // 0 if there is none. `name_of(number)` gives the name of a number inserted before.
  template <class NameOf>
  [[nodiscard]] std::uint32_t find(const Hash& name, const NameOf& name_of) const {
    const std::uint32_t tag = tag_of(name);
    for (std::size_t at = tag & m_mask;; at = (at + 1) & m_mask) {
      const Slot& slot = m_slots[at];
      if (slot.number == 0) return 0;
      if (slot.tag == tag && name_of(slot.number) == name) return slot.number;
    }
  }

  // A name that is not in it yet; numbers from 1 on.
  void insert(const Hash& name, std::uint32_t number) {
    if (2 * ++m_count > m_slots.size()) grow();
    place({tag_of(name), number});
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = 0;  // 0: free
  };

  // A name is evenly spread already.
  static std::uint32_t tag_of(const Hash& name) {
    std::uint32_t tag = 0;
    std::memcpy(&tag, name.bytes.data(), sizeof tag);
    return tag;
  }
  void place(Slot slot) {
    std::size_t at = slot.tag & m_mask;
    while (m_slots[at].number != 0) at = (at + 1) & m_mask;
    m_slots[at] = slot;
  }
  void grow() {
    std::vector<Slot> before(2 * m_slots.size());
    before.swap(m_slots);
    m_mask = m_slots.size() - 1;
    for (const Slot& slot : before) {
      if (slot.number != 0) place(slot);
    }
  }

  std::vector<Slot> m_slots = std::vector<Slot>(64);  // a power of two, at most half of it taken
  std::size_t m_mask = 63;
  std::size_t m_count = 0;
};

}  // namespace jishan::journal
