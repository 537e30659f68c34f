// Bodies of the roster kinds and their codec (journal.md §2.5, "Roster"). The codec ignores unknown
// fields; a row with a missing, mistyped or out-of-range field is inert. A set event holds only the
// fields that the person changed; "" clears a field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "journal/event.h"

namespace jishan::roster {

inline constexpr std::string_view kind_cell = "cell.set";
inline constexpr std::string_view kind_household = "hh.set";
inline constexpr std::string_view kind_resident = "res.set";
inline constexpr std::string_view kind_alias = "alias.set";

inline constexpr std::int64_t group_max = 99;

// cell.set: a node of the grid. Only groups (level "group") are made so far.
struct CellFields {
  std::optional<std::string> parent;     // c… or ""
  std::optional<std::string> level;      // "group"
  std::optional<std::int64_t> number;    // 1–99; 0 clears
  std::optional<std::string> name;
  [[nodiscard]] bool is_empty() const;
};
struct CellRow {
  CellId id;
  CellFields fields;
};

// Does the household live here? Codes of hh.set `state`.
enum class HouseholdState {
  here,    // ""
  away,    // "away": lives elsewhere most of the year, still counts
  moved,   // "moved": registered elsewhere now
  closed,  // "closed": nobody left, or merged into another
};
// Codes of res.set `state`.
enum class ResidentState {
  here,   // ""
  away,   // "away"
  moved,  // "moved"
  dead,   // "dead"
};
// Classes that compete apart (党员干部户, 代表户, 一般户); never a welfare class.
enum class HouseholdClass {
  ordinary,        // ""
  cadre,           // "cadre"
  representative,  // "rep"
};
enum class Sex { unknown = 0, male = 1, female = 2, unstated = 9 };  // GB/T 2261.1

std::string_view code_of(HouseholdState state);
std::string_view code_of(ResidentState state);
std::string_view code_of(HouseholdClass household_class);
// Codes of a later version read as the first enumerator.
HouseholdState household_state_from(std::string_view code);
ResidentState resident_state_from(std::string_view code);
HouseholdClass household_class_from(std::string_view code);

// No longer an account that gains or spends.
inline bool is_gone(HouseholdState state) {
  return state == HouseholdState::moved || state == HouseholdState::closed;
}
inline bool is_gone(ResidentState state) {
  return state == ResidentState::moved || state == ResidentState::dead;
}

// hh.set ‖ addr, note
struct HouseholdFields {
  std::optional<std::string> number;           // 户号, may collide, is reported
  std::optional<std::int64_t> group;           // 1–99; 0 clears
  std::optional<std::string> cell;             // c… or ""
  std::optional<HouseholdClass> household_class;
  std::optional<std::string> head;             // r… or ""
  std::optional<HouseholdState> state;
  std::optional<std::string> outlet;           // o… or ""
  std::optional<std::string> address;          // x
  std::optional<std::string> note;             // x
  [[nodiscard]] bool is_empty() const;
};
struct HouseholdRow {
  HouseholdId id;
  HouseholdFields fields;
};

// res.set ‖ name, sex, born, minor, phone, idno
struct ResidentFields {
  std::optional<std::string> household;        // h… or ""
  std::optional<std::string> relation;         // GB/T 4761, two digits, or "": see relations.h
  std::optional<ResidentState> state;
  std::optional<std::string> name;             // x, as the following
  std::optional<Sex> sex;
  std::optional<std::string> born;             // "YYYY-MM-DD" or ""
  std::optional<std::int64_t> minor;           // 1: under age, where no birthday is kept
  std::optional<std::string> phone;
  std::optional<std::string> id_number;
  [[nodiscard]] bool is_empty() const;
};
struct ResidentRow {
  ResidentId id;
  ResidentFields fields;
};

// alias.set: two ids that name one household (or resident) turn out to be the same.
struct Alias {
  char type = 'h';        // letter of the ids; a letter this version does not know has no effect
  std::string a;
  std::string b;
  std::int64_t on = 1;
};

// Each gives as few drafts as the limits of an event allow (500 rows, 44 KiB of hashed text,
// 16 KiB of x); rows without fields are left out.
std::vector<journal::Draft> cell_drafts(const std::vector<CellRow>& rows, const std::string& date);
std::vector<journal::Draft> household_drafts(const std::vector<HouseholdRow>& rows,
                                             const std::string& date);
std::vector<journal::Draft> resident_drafts(const std::vector<ResidentRow>& rows,
                                            const std::string& date);
journal::Draft alias_draft(const Alias& alias, std::string date);

}  // namespace jishan::roster
