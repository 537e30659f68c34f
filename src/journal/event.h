// One immutable event of the journal and its name (journal.md §2.1). It knows the frame only;
// what a kind means is the slices' business.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/sha256.h"
#include "journal/json.h"

namespace jishan::journal {

// A SHA-256 as 32 bytes; its text is 64 lower hex digits.
struct Hash {
  Sha256Digest bytes{};
  [[nodiscard]] std::string hex() const { return jishan::hex(bytes); }
  static std::optional<Hash> from_hex(std::string_view text);
  static Hash from_bytes(std::span<const std::uint8_t> bytes);  // exactly 32
  friend bool operator==(const Hash& a, const Hash& b) { return a.bytes == b.bytes; }
  friend bool operator!=(const Hash& a, const Hash& b) { return a.bytes != b.bytes; }
  friend bool operator<(const Hash& a, const Hash& b) { return a.bytes < b.bytes; }
};

// What an event says before it has a place in the journal: made by commands.
struct Draft {
  std::string kind;  // "pts.claim"
  int version = 1;
  std::string date;  // business date, "YYYY-MM-DD"
  Json body;
  std::optional<Json> personal;  // x without its salt z, which commit adds
  bool is_critical = false;
};
// One text of the personal part; an empty one is not written.
void set_personal_text(Draft& draft, std::string_view key, std::string text);

// A well-formed event: everything that its line says.
struct Event {
  Hash h;
  std::string kind;
  int version = 1;
  std::int64_t lamport = 1;   // l
  std::int64_t sequence = 1;  // s
  std::string writer;         // w, form-checked
  std::string operator_id;    // o, "" or u…
  std::string date;           // d
  std::int64_t minutes = 0;   // t
  bool is_critical = false;
  std::vector<Hash> parents;
  Json body;
  std::optional<Json> personal;       // x where it is held
  std::optional<Hash> personal_hash;  // xh: of x where held, else as written
  Json unknown_keys;                  // further top-level keys: kept, hashed, ignored
};
// Empty where the event says none or its personal part is not held.
std::string personal_text(const Event& event, std::string_view key);

// What stands before the text that is hashed, so that no hash of one thing is one of another.
inline constexpr std::string_view personal_tag = "jishan-x-1\n";
inline constexpr std::string_view event_tag = "jishan-event-1\n";
// Hashes x: SHA-256("jishan-x-1\n" ‖ canon(x)).
Hash hash_of_personal(std::string_view canonical_personal);
// SHA-256("jishan-event-1\n" ‖ canon(event without h and x, with xh if it has a personal part)).
Hash hash_of_event(const Event& event);

// Well-formedness is a function of the bytes alone: form, limits, required keys, h agrees.
// An x that breaks a limit is dropped and its xh kept.
Result<Event> event_from_json(Json object);
Result<Event> event_from_line(std::string_view line);
// The same and quicker for a line that is line_of its event to the byte, as all are that this
// program wrote; nothing for every other one, good or bad.
std::optional<Event> event_from_canonical_line(std::string_view line);
enum class PersonalPart { kept, stripped };
// The canonical line (with h), as in files and store records, without the newline.
std::string line_of(const Event& event, PersonalPart personal = PersonalPart::kept);
// The canonical text that is hashed.
std::string hashed_text_of(const Event& event);

// The parts of a line that are kept as text; what is empty is absent.
struct EventTexts {
  std::string_view body;
  std::string_view personal;      // canonical x
  std::string_view unknown_keys;  // canonical object
};
// As line_of, for an event whose body, personal and unknown_keys are only given as text.
std::string line_of(const Event& header, const EventTexts& texts, PersonalPart personal);

inline constexpr std::size_t hashed_text_bytes_max = 44 * 1024;
inline constexpr std::size_t personal_bytes_max = 16 * 1024;
inline constexpr std::size_t parents_max = 32;
// Whatever nests deeper than this is damaged, also inside x: it is never even read.
inline constexpr int line_depth_max = 64;

}  // namespace jishan::journal
