// SQLite in memory behind three small types. The only folder that includes sqlite3.h.
// The database holds derived tables and a lean copy of the journal and can be rebuilt, and every
// statement is our own text; so a statement that fails is a bug and stops the program (CHECK)
// instead of travelling through every caller as an error nobody can answer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/ids.h"
#include "base/points.h"

struct sqlite3;
struct sqlite3_stmt;

namespace jishan::db {

using Bytes = std::span<const std::uint8_t>;

// A prepared statement. Bind, then step() until it gives false, then it resets itself.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Binds all parameters from the first one on: integers, texts, blobs, ids, Points, nullopt.
  template <class... Values>
  Statement& bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }
  // Binds one parameter, from 1, of a statement that was reset; for columns known only at run time.
  template <class Value>
  void bind_at(int index, const Value& value) {
    bind_one(index, value);
  }
  // True while there is a row.
  bool step();
  // For statements without rows.
  void run();
  // The values are read where they stand, not copied: run() without values must not follow.
  template <class... Values>
  void run(const Values&... values) {
    reset();
    m_copies = Copies::none;
    int index = 0;
    (bind_one(++index, values), ...);
    m_copies = Copies::own;
    run();
  }
  void reset();

  // Columns from 0; text views live until the next step.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string str(int column) const { return std::string(text(column)); }
  [[nodiscard]] Bytes blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  template <class Id>
  [[nodiscard]] Id id(int column) const {  // the empty id for an empty or foreign text
    return Id::from_text(text(column)).value_or(Id());
  }
  [[nodiscard]] Points points(int column) const { return Points::hundredths(integer(column)); }

 private:
  friend class Database;
  explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

  void bind_integer(int index, std::int64_t value);
  void bind_text(int index, std::string_view value);
  void bind_blob(int index, Bytes value);
  void bind_null(int index);
  template <class Value>
  void bind_one(int index, const Value& value) {
    if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      bind_integer(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      bind_text(index, value);
    } else if constexpr (std::is_same_v<Value, Points>) {
      bind_integer(index, value.hundredths());
    } else if constexpr (std::is_same_v<Value, std::nullopt_t>) {
      bind_null(index);
    } else if constexpr (std::is_convertible_v<const Value&, Bytes>) {
      bind_blob(index, value);
    } else {
      bind_text(index, value.text());  // ids
    }
  }
  template <class Value>
  void bind_one(int index, const std::optional<Value>& value) {
    if (value) {
      bind_one(index, *value);
    } else {
      bind_null(index);
    }
  }

  enum class Copies { own, none };  // of bound texts and blobs

  sqlite3_stmt* m_statement;
  Copies m_copies = Copies::own;
};

class Database {
 public:
  // A new empty database in memory.
  static std::unique_ptr<Database> open_in_memory();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // One or more statements without parameters, such as a schema.
  void execute(std::string_view sql);
  // A fresh statement; keep it in a member when it is used often.
  [[nodiscard]] Statement prepare(std::string_view sql);
  // A statement kept by its text for the life of the database; the text must be a literal.
  // The caller must have finished with its rows before the same text is asked for again.
  Statement& cached(std::string_view literal_sql);

  // Lets go of rows that somebody began to read and left, so that tables can be dropped.
  void reset_statements();

  [[nodiscard]] std::int64_t last_insert_rowid() const;
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] bool in_transaction() const;
  // Lines of EXPLAIN QUERY PLAN, for tests on hot queries.
  [[nodiscard]] std::string query_plan(std::string_view sql);

 private:
  friend class Transaction;
  explicit Database(sqlite3* handle);
  struct Kept;
  sqlite3* m_handle;
  std::unique_ptr<Kept> m_kept;
};

// Whether a transaction may be left without commit().
enum class Rollback {
  possible,
  // Only the program's end leaves it: no page is copied before it changes, which for a large batch
  // would be most of the database each time. Inside another transaction it is as `possible`.
  none,
};

// Everything between construction and commit(), or nothing. Nested ones are savepoints.
class Transaction {
 public:
  explicit Transaction(Database& database, Rollback rollback = Rollback::possible);
  ~Transaction();  // rolls back when commit() was not called
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& m_database;
  Rollback m_rollback;
  std::string m_savepoint;
  bool m_is_open = true;
};

}  // namespace jishan::db
