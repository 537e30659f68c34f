// What may be asked of the roster. Rows → views; nothing here writes. An id that became an alias
// is answered with its root everywhere; what was written under it keeps its own id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/personal.h"
#include "base/pinyin.h"
#include "db/database.h"
#include "roster/events.h"
#include "village/queries.h"

namespace jishan::roster {

// ── Aliases ─────────────────────────────────────────────────────────────────────────────────
// The root of a component is its smallest id; an id without aliases is its own root.
HouseholdId root_of(db::Database& database, const HouseholdId& id);
ResidentId root_of(db::Database& database, const ResidentId& id);
// Every member of its component, ascending; only itself without aliases.
std::vector<HouseholdId> members_of(db::Database& database, const HouseholdId& id);
// SQL of slices above joins roster_alias(member, root), which holds members of components of two
// and more only: COALESCE((SELECT root FROM roster_alias WHERE member = x), x).

// ── Groups ──────────────────────────────────────────────────────────────────────────────────
struct GroupView {
  CellId id;
  std::int64_t number = 0;
  std::string name;                 // "" unless it was given one
  std::int64_t households = 0;      // not gone
};
std::vector<GroupView> groups(db::Database& database);  // by number

// ── One household, one resident ─────────────────────────────────────────────────────────────
struct HouseholdView {
  HouseholdId id;                   // root
  std::string number;
  std::int64_t group = 0;           // 0: none
  HouseholdClass household_class = HouseholdClass::ordinary;
  HouseholdState state = HouseholdState::here;
  ResidentId head;                  // as set, else the first resident with relation 户主
  Personal head_name;
  Personal address;
  Personal note;
  std::int64_t people = 0;          // residents that are not gone
};
struct ResidentView {
  ResidentId id;                    // root
  HouseholdId household;            // root; empty: in none
  std::string household_number;
  std::string relation;             // code
  ResidentState state = ResidentState::here;
  Personal name;
  Sex sex = Sex::unknown;
  std::optional<Date> born;
  bool is_minor_as_typed = false;
  Personal phone;
  Personal id_number;
};
// Nothing for an id that was never written.
std::optional<HouseholdView> find_household(db::Database& database, const HouseholdId& id);
std::optional<ResidentView> find_resident(db::Database& database, const ResidentId& id);
std::optional<HouseholdId> household_by_number(db::Database& database, std::string_view number);
std::optional<ResidentId> resident_by_id_number(db::Database& database, std::string_view number);
// Head first, then by relation and birth; gone ones last.
std::vector<ResidentView> residents_of(db::Database& database, const HouseholdId& household);
// Under 18 on that day: by birthday, else as typed.
bool is_minor(const ResidentView& resident, Date day);

// What one entry wrote about a household, or about one of the people who live there or lived there
// to the end.
struct ChangeView {
  std::int64_t minutes = 0;         // as the writing laptop's clock had it
  std::string operator_id;          // "" or u…
  std::string writer;
  ResidentId resident;              // empty: about the household itself
  bool is_first = false;            // it entered them
  std::vector<std::string> fields;  // "no", "phone" …, as in events.h; each once
};
// The newest first.
std::vector<ChangeView> changes_of(db::Database& database, const journal::Journal& journal,
                                   const HouseholdId& household);

struct RosterCounts {
  std::int64_t households = 0;      // not gone
  std::int64_t residents = 0;       // not gone, of households not gone
};
RosterCounts counts(db::Database& database);

// ── The list ────────────────────────────────────────────────────────────────────────────────
enum class HouseholdOrder { pinyin, number, group };
enum class Direction { ascending, descending };
enum class Presence { present, all };
struct HouseholdFilter {
  // Part of a name, of a 户号, "3组", or pinyin as one types it: "zsf", "zhangsf", "lguifang".
  std::string text;
  std::int64_t group = 0;           // 0: all
  HouseholdOrder order = HouseholdOrder::pinyin;
  Direction direction = Direction::ascending;
  Presence presence = Presence::present;
};
enum class FoundBy { nothing, head, number, group, member };
struct HouseholdHit {
  HouseholdId id;
  FoundBy by = FoundBy::nothing;
};
// Ids in order: an exact 户号 first, then by name or number, members' hits last. One such list is
// kept by the screen until Journal::revision() or the filter changes; 10,000 households scroll
// because only the rows in view are read.
std::vector<HouseholdHit> find_households(db::Database& database, const HouseholdFilter& filter);

struct HouseholdRowView {
  HouseholdId id;
  std::string number;
  Personal head_name;
  std::int64_t group = 0;
  std::int64_t people = 0;
  HouseholdClass household_class = HouseholdClass::ordinary;
  HouseholdState state = HouseholdState::here;
  FoundBy by = FoundBy::nothing;
  ResidentId member;                // found by this one
  Personal member_name;
  // What to show bold: bytes of the number, of the head's name or of the member's name.
  TextRange match;
};
// The rows from `offset` on, at most `limit`.
std::vector<HouseholdRowView> household_rows(db::Database& database,
                                             const std::vector<HouseholdHit>& hits,
                                             const HouseholdFilter& filter, std::size_t offset,
                                             std::size_t limit);

struct ResidentHit {
  ResidentId id;
  HouseholdId household;
  Personal name;
  std::string household_number;
  TextRange match;
};
// For pickers: people whose name matches, exact names first, then by pinyin.
std::vector<ResidentHit> find_residents(db::Database& database, std::string_view text,
                                        std::size_t limit);

// ── To-dos ──────────────────────────────────────────────────────────────────────────────────
// Open ones, sorted: hh-field (a household's field was set differently on laptops that did not
// know of each other), hh-number (two households with one 户号), hh-heads (two heads), hh-head
// (the head belongs to another household). Derived from b only.
std::vector<village::Todo> todos(db::Database& database, const journal::Journal& journal);

}  // namespace jishan::roster
