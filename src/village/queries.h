// What may be asked of the village. Rows → views; nothing here writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/personal.h"
#include "db/database.h"
#include "journal/journal.h"
#include "village/events.h"

namespace jishan::village {

// As last set, else as founded, else the default. All empty before there is a genesis.
struct Settings {
  std::string name;
  std::string town;
  std::string code;
  Mode mode = Mode::real;
  int offset_minutes = 480;
  std::int64_t step = 100;        // hundredths of a point
  std::int64_t rate_fen = 100;
  Gate gate = Gate::none;
  std::int64_t notice_days = 3;
  std::vector<Cap> caps;
  NameMask mask = NameMask::middle;
};
// The genesis of a book that was united from several is its smallest root.
Settings settings(db::Database& database);

struct OperatorView {
  OperatorId id;
  Personal name;                  // empty where x is not held
  std::vector<std::string> roles;
  ResidentId resident;
  bool is_on = true;
};
enum class Operators { active, all };
// By id, because names are personal and may be missing.
std::vector<OperatorView> operators(db::Database& database, Operators which = Operators::active);
std::optional<OperatorView> find_operator(db::Database& database, const OperatorId& id);

struct WriterView {
  WriterId id;
  std::string name;               // shown one; "" before it introduced itself
  std::string app;
  std::int64_t last_sequence = 0; // of its newest event held
};
// Every laptop that introduced itself, by name.
std::vector<WriterView> writers(db::Database& database, const journal::Journal& journal);
// "" for an unknown one.
std::string writer_name(db::Database& database, std::string_view writer);

// Is this to-do closed by a decision on exactly this evidence?
bool is_settled(db::Database& database, std::string_view todo, std::string_view basis);
// The floor decided for an overdraft: the smallest among causally maximal decisions, so that two
// that did not know of each other do not add up and a later one may raise it again; 0 if none.
std::int64_t settled_floor(db::Database& database, const journal::Journal& journal,
                           std::string_view todo);

// A to-do that a merge brought up. Its id is "type:key"; closed by sys.settle with this basis.
struct Todo {
  std::string type;
  std::string key;
  std::string basis;
  [[nodiscard]] std::string id() const { return type + ":" + key; }
};
// Open ones: village-field (a setting that laptops chose differently without knowing of each
// other), by field.
std::vector<Todo> todos(db::Database& database, const journal::Journal& journal);

}  // namespace jishan::village
