// What a person can do with volunteers, teams and service records. Every plan_… checks the request
// and gives a status; it writes nothing. Points for hours are a second slice's business: the app
// workflow service_points plans both and commits them in one transaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "journal/command.h"
#include "ledger/commands.h"
#include "volunteers/events.h"

namespace jishan::volunteers {

inline constexpr std::size_t name_characters_max = 40;
inline constexpr std::size_t number_characters_max = 20;
inline constexpr std::size_t skills_max = 20;
inline constexpr std::size_t skill_characters_max = 20;
inline constexpr std::size_t service_lines_max = 200;
inline constexpr std::int64_t served_typed_max = 9'999;
// More than this on one day is reported with the record (8 hours, journal.md §2.5 vol.service).
inline constexpr std::int64_t day_minutes_reported = 480;
// A record typed more than this many days after the service is reported as back-filled.
inline constexpr std::int64_t backfill_days_reported = 30;

// ── Volunteers ──────────────────────────────────────────────────────────────────────────────
struct VolunteerRequest {
  ResidentId resident;
  bool is_on = true;
  std::string number;  // 队员号, "" for none
  std::vector<std::string> skills;
  ResidentId guardian;  // of a minor; empty for none
  std::string note;
};
enum class VolunteerStatus {
  accepted,
  unchanged,  // every field as it is already: nothing to write
  resident_missing,
  resident_unknown,
  resident_gone,  // moved away or dead; leaving the volunteers is still allowed
  number_too_long,
  number_taken,  // another registered volunteer has it
  too_many_skills,
  skill_too_long,
  guardian_unknown,
  guardian_is_self,
  note_too_long,
};
journal::Planned<VolunteerStatus> plan_volunteer(const journal::CommandContext& context,
                                                 const VolunteerRequest& request);

// ── Teams ───────────────────────────────────────────────────────────────────────────────────
struct TeamRequest {
  TeamId id;  // made when the form opens; a known one is edited
  std::string name;
  bool is_on = true;
};
enum class TeamStatus { accepted, unchanged, name_missing, name_too_long, name_taken };
journal::Planned<TeamStatus> plan_team(const journal::CommandContext& context,
                                       const TeamRequest& request);

struct MemberRequest {
  TeamId team;
  std::vector<ResidentId> residents;  // all join or all leave
  bool is_on = true;
  bool is_leader = false;
};
enum class MemberStatus {
  accepted,
  unchanged,
  team_unknown,
  nobody_chosen,
  too_many_people,  // over service_lines_max
  not_a_volunteer,  // .line; leaving is still allowed
};
struct PlannedMember : journal::Planned<MemberStatus> {
  std::size_t line = 0;
};
PlannedMember plan_member(const journal::CommandContext& context, const MemberRequest& request);

// ── Service records ─────────────────────────────────────────────────────────────────────────
struct ServicePerson {
  ResidentId resident;
  std::int64_t minutes = 0;
  std::int64_t served = 0;  // people served by this volunteer
};
struct ServiceRequest {
  ActId act;                          // made when the form opens: a retry adds nothing
  std::vector<ServicePerson> people;  // one line each
  ServiceKind kind = ServiceKind::other;
  std::optional<Date> typed_date;     // the day on which the service began; empty: today
  std::optional<std::int64_t> start;  // minutes after midnight; empty: not noted
  std::string place;
  std::string note;
};
enum class ServiceStatus {
  accepted,
  already_recorded,
  nobody_chosen,
  too_many_people,
  not_a_volunteer,       // .line
  person_twice,          // .line repeats an earlier one
  minutes_not_positive,  // .line
  minutes_too_long,      // .line: over 24 hours
  served_out_of_range,   // .line
  start_out_of_range,
  place_too_long,
  note_too_long,
  date_needed,  // the clock is doubtful: the person types the date
  date_in_future,
};
// Doubts are reported beside the record and never refuse it.
enum class Doubt {
  overlap,      // with another record of the same volunteer on that day
  long_day,     // over 480 minutes on that day, this record included: .minutes
  back_filled,  // typed more than 30 days later
  minor_alone,  // a minor without a guardian noted
};
struct ServiceDoubt {
  std::size_t line = 0;
  Doubt doubt{};
  std::int64_t minutes = 0;  // overlap: of the overlap; long_day: of the whole day
};
struct PlannedService : journal::Planned<ServiceStatus> {
  std::size_t line = 0;              // the line that a refusal is about
  std::vector<ServiceDoubt> doubts;  // also when accepted
};
// One draft (vol.service); line n of the request is line n of the event, so that a claim in the
// same plan can name its source as "@0:n".
PlannedService plan_service(const journal::CommandContext& context, const ServiceRequest& request);

// Reverses one service line ("<h>:<n>") or a whole record ("<h>"). The points that came from it
// are taken back by the app workflow service_points, which calls this.
struct TakeBackRequest {
  std::string ref;
  ledger::Why why = ledger::Why::mistake;
  std::string note;                // required, except for undo; at most 500 characters
  std::optional<Date> typed_date;  // a reversal has today's date; typed when the clock is doubtful
};
journal::Planned<ledger::ReverseStatus> plan_take_back(const journal::CommandContext& context,
                                                       const TakeBackRequest& request);

}  // namespace jishan::volunteers
