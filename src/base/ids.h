// Typed ids: a letter that says what it names and 80 random bits in Crockford base32
// (journal.md §2.2). No id is derived from personal data.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/crockford.h"
#include "base/random.h"

namespace jishan {

inline constexpr std::size_t id_size = 17;  // letter + 16 characters

template <char Letter>
class EntityId {
 public:
  // The empty id: "none chosen". It is never written into an event.
  EntityId() { m_text.fill('\0'); }

  static EntityId make(Random& random) {
    std::array<std::uint8_t, 10> bits{};
    random.fill(bits);
    const std::string text = crockford_lower(bits);
    EntityId id;
    id.m_text[0] = Letter;
    std::memcpy(id.m_text.data() + 1, text.data(), text.size());
    return id;
  }

  static std::optional<EntityId> from_text(std::string_view text) {
    if (text.size() != id_size || text[0] != Letter || !is_crockford_lower(text.substr(1))) {
      return std::nullopt;
    }
    EntityId id;
    std::memcpy(id.m_text.data(), text.data(), id_size);
    return id;
  }

  [[nodiscard]] bool is_empty() const { return m_text[0] == '\0'; }
  [[nodiscard]] std::string_view text() const {
    return is_empty() ? std::string_view() : std::string_view(m_text.data(), id_size);
  }
  [[nodiscard]] std::string str() const { return std::string(text()); }

  friend bool operator==(const EntityId& a, const EntityId& b) { return a.m_text == b.m_text; }
  friend bool operator!=(const EntityId& a, const EntityId& b) { return a.m_text != b.m_text; }
  friend bool operator<(const EntityId& a, const EntityId& b) { return a.m_text < b.m_text; }

 private:
  std::array<char, id_size> m_text;
};

using HouseholdId = EntityId<'h'>;
using ResidentId = EntityId<'r'>;
using CellId = EntityId<'c'>;
using GoodsId = EntityId<'g'>;
using OutletId = EntityId<'o'>;
using OperatorId = EntityId<'u'>;
using WriterId = EntityId<'w'>;
using ActivityId = EntityId<'a'>;
using ShiftId = EntityId<'f'>;
using TeamId = EntityId<'m'>;
using BodyId = EntityId<'b'>;
using ActId = EntityId<'y'>;  // made when a form opens; a retry with the same one adds nothing

}  // namespace jishan

template <char Letter>
struct std::hash<jishan::EntityId<Letter>> {
  std::size_t operator()(const jishan::EntityId<Letter>& id) const {
    return std::hash<std::string_view>()(id.text());
  }
};
