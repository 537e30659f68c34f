// What a person can do with the village as such: found it, set its fields, introduce operators and
// laptops. A refusal gives no draft.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/random.h"
#include "journal/command.h"
#include "village/events.h"

namespace jishan::village {

inline constexpr std::size_t village_name_characters_max = 40;
inline constexpr std::size_t person_name_characters_max = 40;
inline constexpr std::size_t writer_name_characters_max = 20;
inline constexpr std::size_t caps_max = 10;
inline constexpr std::size_t roles_max = 10;
inline constexpr std::size_t role_characters_max = 20;

// ── Founding ────────────────────────────────────────────────────────────────────────────────
struct FoundRequest {
  std::string name;
  std::string town;
  std::string code;          // division code, 12 digits, or ""
  Mode mode = Mode::real;
  int offset_minutes = 480;  // China
};
enum class FoundStatus {
  accepted,
  book_not_empty,
  name_missing,
  name_too_long,
  town_too_long,
  code_malformed,
  offset_out_of_range,
};
// One draft: the genesis. It is committed alone and first; laptop, operator, groups and the rule
// book follow in the same transaction.
journal::Planned<FoundStatus> plan_found(const journal::CommandContext& context,
                                         const FoundRequest& request);

// ── Settings ────────────────────────────────────────────────────────────────────────────────
struct SettingsRequest {
  std::string name;
  std::string town;
  std::int64_t step = 100;   // hundredths of a point: 10, 50 or 100
  std::int64_t rate_fen = 100;
  Gate gate = Gate::none;
  std::int64_t notice_days = 3;
  std::vector<Cap> caps;
  NameMask mask = NameMask::middle;
};
enum class SettingsStatus {
  accepted,
  unchanged,               // every field as it is already: nothing to write
  name_missing,
  name_too_long,
  town_too_long,
  step_out_of_range,       // not one of 10, 50, 100
  rate_out_of_range,       // below 0 or over 100,000 fen
  notice_days_out_of_range,  // not 1 … 60
  too_many_caps,
  cap_out_of_range,        // max below 1 or over 10^9
  cap_of_quantities,       // units differ from rule to rule
};
journal::Planned<SettingsStatus> plan_settings(const journal::CommandContext& context,
                                               const SettingsRequest& request);

// ── Operators ───────────────────────────────────────────────────────────────────────────────
struct OperatorRequest {
  OperatorId id;             // made when the form opens; a known one is edited
  std::string name;
  std::vector<std::string> roles;
  ResidentId resident;       // empty: not a resident, or not said
  bool is_on = true;
};
enum class OperatorStatus {
  accepted,
  unchanged,
  name_missing,
  name_too_long,
  too_many_roles,
  role_too_long,
};
journal::Planned<OperatorStatus> plan_operator(const journal::CommandContext& context,
                                               const OperatorRequest& request);

// ── Laptops ─────────────────────────────────────────────────────────────────────────────────
struct WriterRequest {
  WriterId writer;           // the one that writes
  std::string app;
  std::string name;          // the duty; a number is added where another laptop has it
};
enum class WriterStatus { accepted, unchanged, name_missing, name_too_long };
journal::Planned<WriterStatus> plan_writer(const journal::CommandContext& context,
                                           const WriterRequest& request);

// ── For every command ───────────────────────────────────────────────────────────────────────
// What commands look at besides their request: today at the village's offset, and whether the
// laptop's clock can be believed.
journal::CommandContext command_context(const journal::Journal& journal, Random& random,
                                        UtcMinutes now);

// The business date of an entry: what was typed, else today where the clock can be believed.
enum class DateProblem { none, date_needed, date_in_future };
struct BusinessDate {
  Date date;
  DateProblem problem = DateProblem::none;
};
// With a doubtful clock no typed date counts as in the future: nobody knows today.
BusinessDate business_date(const journal::CommandContext& context,
                           const std::optional<Date>& typed);

}  // namespace jishan::village
