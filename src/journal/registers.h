// REGISTER: every field of every entity as last written (journal.md §2.3). Shown is the write
// with the greatest (l, h, line); causally maximal writes with differing values are a conflict.
// One table serves all slices; it must not know any field.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "journal/event.h"
#include "journal/fold.h"

namespace jishan::journal {

class Journal;

struct RegisterWrite {
  std::int64_t event_number = 0;
  Json value;
};

class Registers {
 public:
  explicit Registers(db::Database& database) : m_database(database) {}
  // The journal calls this before the folds' own create_tables, also for a rebuild.
  static void create_tables(db::Database& database);

  // Records one write. `table` is the kind's area ("hh"), `key` the entity or the joined key
  // fields, `field` a field of f or x; element keys are part of `key`.
  void write(std::string_view table, std::string_view key, std::string_view field,
             const FoldEvent& taken, int line, const Json& value);

  // The value shown, or nothing when it was never written.
  [[nodiscard]] std::optional<Json> shown(std::string_view table, std::string_view key,
                                          std::string_view field) const;
  // All fields of an entity as shown, by field name.
  [[nodiscard]] Json::Object shown_fields(std::string_view table, std::string_view key) const;
  // The same for an entity that several keys stand for: per field the greatest (l, h, line) of all.
  [[nodiscard]] Json::Object shown_fields(std::string_view table,
                                          std::span<const std::string> keys) const;
  [[nodiscard]] std::vector<std::string> keys(std::string_view table) const;  // ascending
  // The same as shown, as text or integer; nothing when never written or of the other type.
  [[nodiscard]] std::optional<std::string> shown_text(std::string_view table, std::string_view key,
                                                      std::string_view field) const;
  [[nodiscard]] std::optional<std::int64_t> shown_integer(std::string_view table,
                                                          std::string_view key,
                                                          std::string_view field) const;
  // All causally maximal writes, the one shown last; more than one distinct value among them is
  // a conflict, closed by writing again.
  [[nodiscard]] std::vector<RegisterWrite> maximal(std::string_view table, std::string_view key,
                                                   std::string_view field,
                                                   const Journal& journal) const;

 private:
  db::Database& m_database;
};

}  // namespace jishan::journal
