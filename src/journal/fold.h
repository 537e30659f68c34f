// How a slice turns closed events into its tables (journal.md §2.3). A fold reads no clock,
// setting, rule book, role, locale, float, hash-map order or arrival order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "db/database.h"
#include "journal/event.h"
#include "journal/inert.h"

namespace jishan::journal {

class Journal;

// A closed event as folds see it. `number` is the journal's local row number: allowed in tables,
// never in dumps or order decisions. Order is (lamport, h, line).
struct FoldEvent {
  std::int64_t number = 0;
  const Event& event;
};

class Fold {
 public:
  virtual ~Fold() = default;
  // The slice's name, also the name of its room: "roster".
  [[nodiscard]] virtual std::string_view name() const = 0;
  // Another level than the one that made the tables: drop and rebuild this slice and all above.
  [[nodiscard]] virtual int level() const { return 1; }
  // Creates the slice's tables, empty. Called once per database and again for a rebuild, after
  // every table whose name starts with the slice's prefix (name + "_") was dropped.
  virtual void create_tables(db::Database& database) = 0;
  // Does this version know the kind? Unknown events are kept and exported, not taken.
  [[nodiscard]] virtual bool knows(std::string_view kind, int version) const = 0;
  // Inserts facts by key, marks keys dirty, hands candidate acts to the ledger, looks nothing up.
  // Must give the same tables in any order of events. A line with a missing, mistyped or
  // out-of-range field is inert. Called again for the same number when a missing x was filled in:
  // take_personal below.
  virtual void take(const FoldEvent& taken) = 0;
  // x arrived for an event taken without it.
  virtual void take_personal(const FoldEvent&) {}
  // For each dirty key: delete and recompute its rows from facts. Once per transaction, layers in
  // arrow order.
  virtual void settle() = 0;
  // Adds this slice's part to the state document; rows sorted, no local number, no clock.
  virtual void dump(Json& books, Json& people) const = 0;
  // Adds what this slice asks a person to decide: open to-dos as [type, key, basis]. Unlike a
  // table it may ask the journal who knew what when.
  virtual void list_todos(const Journal&, Json::Array&) const {}
  // Why lines of this closed event, of a kind that it knows, have no effect now: those that take()
  // leaves out, and those that have none on account of other events.
  virtual void explain_inert(const FoldEvent&, InertList&) const {}
};

}  // namespace jishan::journal
