#include "db/database.h"

#include <sqlite3.h>

#include <cstdio>
#include <functional>
#include <string>
#include <unordered_map>

#include "base/check.h"

namespace jishan::db {
namespace {

// A statement that fails is our bug; SQLite's own words go out before the program stops.
void check_sqlite(int code, sqlite3* handle, std::string_view sql) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  std::fprintf(stderr, "SQLite %d: %s\n%.*s\n", code, sqlite3_errmsg(handle),
               static_cast<int>(sql.size()), sql.data());
  CHECK(false);
}

// Lets a map keyed by text be searched by a view, without a copy.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

void check_statement(int code, sqlite3_stmt* statement) {
  check_sqlite(code, sqlite3_db_handle(statement), sqlite3_sql(statement));
}

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)), m_copies(other.m_copies) {}

Statement::~Statement() {
  sqlite3_finalize(m_statement);
}

bool Statement::step() {
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  check_statement(code, m_statement);
  reset();
  return false;
}

void Statement::run() {
  CHECK(!step());
}

void Statement::reset() {
  sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

Bytes Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::bind_integer(int index, std::int64_t value) {
  check_statement(sqlite3_bind_int64(m_statement, index, value), m_statement);
}

void Statement::bind_text(int index, std::string_view value) {
  // A null pointer would bind NULL; the empty text is a value.
  const char* text = value.data() == nullptr ? "" : value.data();
  check_statement(
      sqlite3_bind_text(m_statement, index, text, static_cast<int>(value.size()),
                        m_copies == Copies::own ? SQLITE_TRANSIENT : SQLITE_STATIC),
      m_statement);
}

void Statement::bind_blob(int index, Bytes value) {
  const void* bytes = value.data() == nullptr ? static_cast<const void*>("") : value.data();
  check_statement(sqlite3_bind_blob(m_statement, index, bytes, static_cast<int>(value.size()),
                                    m_copies == Copies::own ? SQLITE_TRANSIENT : SQLITE_STATIC),
                  m_statement);
}

void Statement::bind_null(int index) {
  check_statement(sqlite3_bind_null(m_statement, index), m_statement);
}

struct Database::Kept {
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements;
  int open_transactions = 0;
};

Database::Database(sqlite3* handle) : m_handle(handle), m_kept(std::make_unique<Kept>()) {}

Database::~Database() {
  m_kept.reset();  // before the connection that the statements belong to
  // The connection itself lives until the last statement of a slice is gone.
  sqlite3_close_v2(m_handle);
}

std::unique_ptr<Database> Database::open_in_memory() {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  check_sqlite(code, handle, "open");
  std::unique_ptr<Database> database(new Database(handle));
  database->execute("PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY;");
  return database;
}

void Database::execute(std::string_view sql) {
  const std::string text(sql);
  check_sqlite(sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr), m_handle, sql);
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  check_sqlite(code, m_handle, sql);
  CHECK(statement != nullptr);
  return Statement(statement);
}

Statement& Database::cached(std::string_view literal_sql) {
  const auto found = m_kept->statements.find(literal_sql);
  if (found != m_kept->statements.end()) return found->second;
  return m_kept->statements.emplace(literal_sql, prepare(literal_sql)).first->second;
}

void Database::reset_statements() {
  for (sqlite3_stmt* statement = sqlite3_next_stmt(m_handle, nullptr); statement != nullptr;
       statement = sqlite3_next_stmt(m_handle, statement)) {
    sqlite3_reset(statement);
  }
}

std::int64_t Database::last_insert_rowid() const {
  return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const {
  return sqlite3_changes(m_handle);
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(m_handle) == 0;
}

std::string Database::query_plan(std::string_view sql) {
  Statement plan = prepare("EXPLAIN QUERY PLAN " + std::string(sql));
  std::string lines;
  while (plan.step()) {
    lines += plan.text(3);
    lines += '\n';
  }
  return lines;
}

Transaction::Transaction(Database& database, Rollback rollback)
    : m_database(database), m_rollback(database.in_transaction() ? Rollback::possible : rollback) {
  if (m_rollback == Rollback::none) m_database.execute("PRAGMA journal_mode = OFF");
  const int depth = m_database.m_kept->open_transactions++;
  m_savepoint = "level_" + std::to_string(depth);
  m_database.execute("SAVEPOINT " + m_savepoint);
}

Transaction::~Transaction() {
  if (!m_is_open) return;
  CHECK(m_rollback == Rollback::possible);
  m_database.execute("ROLLBACK TO " + m_savepoint);
  commit();
}

void Transaction::commit() {
  CHECK(m_is_open);
  m_database.execute("RELEASE " + m_savepoint);
  m_is_open = false;
  --m_database.m_kept->open_transactions;
  if (m_rollback == Rollback::none) m_database.execute("PRAGMA journal_mode = MEMORY");
}

}  // namespace jishan::db
