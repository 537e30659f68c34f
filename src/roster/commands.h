// What a person can do with the roster: groups, households, residents. Every plan_… checks the
// request against what this laptop knows and gives a status; it writes nothing. Only changed
// fields are written, so that two laptops that edit different fields do not collide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/personal.h"
#include "journal/command.h"
#include "roster/events.h"
#include "roster/relations.h"
#include "roster/rules.h"

namespace jishan::roster {

inline constexpr std::size_t name_characters_max = 40;
inline constexpr std::size_t household_number_characters_max = 20;
inline constexpr std::size_t group_name_characters_max = 40;
inline constexpr std::size_t residents_of_household_max = 60;

// ── Groups ──────────────────────────────────────────────────────────────────────────────────
struct GroupsRequest {
  int count = 0;  // groups 1 … count get a cell each where they have none yet
};
enum class GroupsStatus { accepted, unchanged, count_out_of_range };
journal::Planned<GroupsStatus> plan_groups(const journal::CommandContext& context,
                                           const GroupsRequest& request);

struct GroupRequest {
  CellId id;            // made when the form opens; a known one is edited
  std::int64_t number = 0;
  std::string name;     // "" for none: shown as 3组
};
enum class GroupStatus { accepted, unchanged, number_out_of_range, number_taken, name_too_long };
journal::Planned<GroupStatus> plan_group(const journal::CommandContext& context,
                                         const GroupRequest& request);

// ── Residents ───────────────────────────────────────────────────────────────────────────────
struct ResidentRequest {
  ResidentId id;             // made when the form opens; a known one is edited
  HouseholdId household;     // another one than now: the person moves
  std::string name;
  std::string relation;      // code of relations.h, "" for not said
  Sex sex = Sex::unknown;
  std::optional<Date> born;
  bool is_minor = false;     // where no birthday is kept
  std::string phone;
  std::string id_number;     // as typed; sex and birthday are taken from it where they are not given
  ResidentState state = ResidentState::here;
};
enum class ResidentStatus {
  accepted,
  unchanged,
  household_missing,
  household_unknown,
  household_gone,
  household_full,          // over residents_of_household_max
  name_missing,
  name_too_long,
  relation_unknown,
  id_number_malformed,
  id_number_taken,         // .other has it
  born_in_future,
  phone_malformed,
};
// Doubts never refuse.
enum class ResidentDoubt {
  wrong_check_digit,
  impossible_date_in_id,
  born_differs_from_id,
  sex_differs_from_id,
  same_name_in_household,
  second_head,             // another resident of the household is 户主 already
  minor,                   // under 14 on the day of entry: handle with care
};
struct PlannedResident : journal::Planned<ResidentStatus> {
  ResidentId other;
  std::vector<ResidentDoubt> doubts;  // also when accepted
};
PlannedResident plan_resident(const journal::CommandContext& context,
                              const ResidentRequest& request);

// ── Households ──────────────────────────────────────────────────────────────────────────────
struct HouseholdRequest {
  HouseholdId id;            // made when the form opens; a known one is edited
  std::string number;        // "" gives the next free one: group, hyphen, three digits (02-014)
  std::int64_t group = 0;    // 1–99; 0: none
  HouseholdClass household_class = HouseholdClass::ordinary;
  HouseholdState state = HouseholdState::here;
  std::string address;
  std::string note;
  ResidentId head;           // empty in a new one: the first with relation 户主, else the first
  // People entered together with a new household, or new ones of a known one; their `household`
  // is filled in.
  std::vector<ResidentRequest> residents;
};
enum class HouseholdStatus {
  accepted,
  unchanged,
  number_too_long,
  number_taken,              // .other has it
  group_out_of_range,
  group_unknown,
  address_too_long,
  note_too_long,
  residents_missing,         // a new household needs somebody
  too_many_residents,
  head_unknown,              // not a resident of this household
  resident_refused,          // .resident_line, .resident_status
  id_number_twice,           // .resident_line has the number of an earlier line
};
struct PlannedHousehold : journal::Planned<HouseholdStatus> {
  HouseholdId other;
  std::size_t resident_line = 0;
  ResidentStatus resident_status{};
  // Doubts of each line of `residents`.
  std::vector<std::vector<ResidentDoubt>> doubts;
};
PlannedHousehold plan_household(const journal::CommandContext& context,
                                const HouseholdRequest& request);

// A number nobody in the book has, for a new household of this group.
std::string next_household_number(db::Database& database, std::int64_t group);

// ── Aliases ─────────────────────────────────────────────────────────────────────────────────
// Two households that are one: entered twice on two laptops. No screen yet.
struct AliasRequest {
  HouseholdId a;
  HouseholdId b;
  bool is_on = true;
};
enum class AliasStatus { accepted, unchanged, household_unknown, same_household };
journal::Planned<AliasStatus> plan_alias(const journal::CommandContext& context,
                                         const AliasRequest& request);

}  // namespace jishan::roster
