// One immutable event of the journal and its name (journal.md §2.1). It knows the frame only;
// what a kind means is the slices' business.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "journal/json.h"

namespace jishan::journal {

// A SHA-256 as 32 bytes; its text is 64 lower hex digits.
struct Hash {
  std::array<std::uint8_t, 32> bytes{};
  [[nodiscard]] std::string hex() const;
  static std::optional<Hash> from_hex(std::string_view text);
  friend bool operator==(const Hash& a, const Hash& b) { return a.bytes == b.bytes; }
  friend auto operator<=>(const Hash& a, const Hash& b) { return a.bytes <=> b.bytes; }
};

// What an event says before it has a place in the journal: made by commands.
struct Draft {
  std::string kind;      // "pts.claim"
  int version = 1;
  std::string date;      // business date, "YYYY-MM-DD"
  Json body;
  std::optional<Json> personal;  // x without its salt z, which commit adds
  bool is_critical = false;
};

// A well-formed event. `json` is the whole object as written in a line (with h; x or xh).
struct Event {
  Hash h;
  std::string kind;
  int version = 1;
  std::int64_t lamport = 1;  // l
  std::int64_t sequence = 1; // s
  std::string writer;        // w, form-checked
  std::string operator_id;   // o, "" or u…
  std::string date;          // d
  std::int64_t minutes = 0;  // t
  bool is_critical = false;
  std::vector<Hash> parents;
  Json body;
  std::optional<Json> personal;       // x where it is held
  std::optional<Hash> personal_hash;  // xh: of x where held, else as written
  Json unknown_keys;                  // further top-level keys: kept, hashed, ignored
};

// Hashes x: SHA-256("jishan-x-1\n" ‖ canon(x)).
Hash hash_of_personal(const Json& personal);
// SHA-256("jishan-event-1\n" ‖ canon(event without h and x, with xh if it has a personal part)).
Hash hash_of_event(const Event& event);

// Well-formedness is a function of the bytes alone: form, limits, required keys, h agrees.
// An x that breaks a limit is dropped and its xh kept.
Result<Event> event_from_json(const Json& object);
Result<Event> event_from_line(std::string_view line);
enum class PersonalPart { kept, stripped };
// The canonical line (with h), as in files and store records, without the newline.
std::string line_of(const Event& event, PersonalPart personal = PersonalPart::kept);

inline constexpr std::size_t hashed_text_bytes_max = 44 * 1024;
inline constexpr std::size_t personal_bytes_max = 16 * 1024;
inline constexpr std::size_t parents_max = 32;

}  // namespace jishan::journal
