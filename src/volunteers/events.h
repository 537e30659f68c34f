// What the volunteers' room writes into the journal: volunteers, teams, memberships, service
// records. Bodies and their codec only; it must not know tables, points or rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "journal/event.h"
#include "journal/inert.h"
#include "journal/json.h"

namespace jishan::volunteers {

inline constexpr std::string_view volunteer_set_kind = "vol.set";
inline constexpr std::string_view team_set_kind = "team.set";
inline constexpr std::string_view member_set_kind = "member.set";
inline constexpr std::string_view service_kind = "vol.service";

inline constexpr std::int64_t service_minutes_max = 24 * 60;
inline constexpr std::int64_t served_max = 1'000'000'000;

// What was done, as a code in the body: a free text could name people.
enum class ServiceKind {
  elders,       // 关爱老人
  children,     // 关爱儿童
  visits,       // 走访慰问
  environment,  // 环境整治
  safety,       // 平安巡防
  legal,        // 普法宣传
  culture,      // 文体活动
  errands,      // 代办帮办
  farming,      // 农忙互助
  emergency,    // 应急救援
  other,
};
inline constexpr int service_kinds_count = 11;
std::string_view code_of(ServiceKind kind);
std::optional<ServiceKind> service_kind_from_code(std::string_view code);

// vol.set: a resident as a volunteer; only the fields that the person changed.
struct VolunteerFields {
  std::optional<std::int64_t> on;     // 1 registered, 0 left
  std::optional<std::string> number;  // 队员号; "" clears it
  std::optional<std::vector<std::string>> skills;
  std::optional<std::string> guardian;  // resident id of a minor's guardian; "" clears it
  [[nodiscard]] bool is_empty() const;
};

// team.set
struct TeamFields {
  std::optional<std::string> name;
  std::optional<std::int64_t> on;
  [[nodiscard]] bool is_empty() const;
};

// member.set: one membership for each (team, resident).
struct MemberFields {
  std::optional<std::int64_t> on;
  std::optional<std::string> post;  // "leader" or ""
  [[nodiscard]] bool is_empty() const;
};
struct MemberRow {
  TeamId team;
  ResidentId resident;
  MemberFields fields;
};

// vol.service, one line for each volunteer. A line with a shift is ONCE (shift, resident, gen):
// one attendance sheet typed on two laptops counts once. Without one every line counts.
struct ServiceLine {
  int line = 0;  // place in the event, from 0; a draft numbers by position
  ResidentId resident;
  ShiftId shift;                      // empty: none
  std::string date;                   // "YYYY-MM-DD", the day on which the service began
  std::optional<std::int64_t> start;  // minutes after midnight; nothing when it was not noted
  std::int64_t minutes = 0;           // 1 … service_minutes_max
  std::int64_t night_minutes = 0;     // those of them in the night
  std::string kind;                   // code of ServiceKind; unknown codes are kept
  std::int64_t served = 0;            // people served by this volunteer
  std::string via;                    // "paper" or "live"
  std::string by;                     // who vouches for it: resident or operator id, or ""
  std::int64_t gen = 1;
};
struct Service {
  ActId act;
  std::vector<ServiceLine> lines;
};

journal::Draft volunteer_set(const ResidentId& resident, const VolunteerFields& fields,
                             const std::optional<std::string>& note, std::string date);
journal::Draft team_set(const TeamId& id, const TeamFields& fields, std::string date);
journal::Draft member_set(const std::vector<MemberRow>& rows, std::string date);
journal::Draft service(const Service& record, std::string place, std::string note,
                       std::string date);

// Nothing when a field outside the lines is missing or wrong: the event is inert (journal.md R4).
// Lines with such a field are left out.
// What makes the event or lines of it inert goes to `inert`.
std::optional<Service> service_from(const journal::Json& body, journal::InertList* inert = nullptr);
// x is never needed for a figure; what is missing or wrong in it is empty.
struct ServicePersonal {
  std::string place;
  std::string note;
};
ServicePersonal service_personal_from(const journal::Event& event);

}  // namespace jishan::volunteers
