#include "journal/registers.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "journal/journal.h"

namespace jishan::journal {
namespace {

// Sorted so that the write shown is the last of its field.
constexpr std::string_view schema = R"(
CREATE TABLE registers_write (
  area TEXT NOT NULL,
  key TEXT NOT NULL,
  field TEXT NOT NULL,
  l INTEGER NOT NULL,
  h BLOB NOT NULL,
  line INTEGER NOT NULL,
  event INTEGER NOT NULL,
  value TEXT NOT NULL,          -- canonical JSON
  PRIMARY KEY (area, key, field, l, h, line)
) STRICT, WITHOUT ROWID;
)";

Json value_of(std::string_view canonical) {
  Result<Json> value = parse_json(canonical);
  CHECK(value.ok());
  return std::move(*value);
}

}  // namespace

void Registers::create_tables(db::Database& database) {
  database.execute(schema);
}

void Registers::write(std::string_view table, std::string_view key, std::string_view field,
                      const FoldEvent& taken, int line, const Json& value) {
  // A field that stands in f and in x of one line is the same field: f, taken first, wins.
  m_database
      .cached(
          "INSERT INTO registers_write (area, key, field, l, h, line, event, value)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .run(table, key, field, taken.event.lamport, db::Bytes(taken.event.h.bytes), line,
           taken.number, value.canonical());
}

std::optional<Json> Registers::shown(std::string_view table, std::string_view key,
                                     std::string_view field) const {
  db::Statement& row = m_database.cached(
      "SELECT value FROM registers_write WHERE area = ? AND key = ? AND field = ?"
      " ORDER BY l DESC, h DESC, line DESC LIMIT 1");
  if (!row.bind(table, key, field).step()) return std::nullopt;
  Json value = value_of(row.text(0));
  row.reset();
  return value;
}

std::optional<std::string> Registers::shown_text(std::string_view table, std::string_view key,
                                                 std::string_view field) const {
  const std::optional<Json> value = shown(table, key, field);
  const std::string* const text = value ? value->string() : nullptr;
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<std::int64_t> Registers::shown_integer(std::string_view table, std::string_view key,
                                                     std::string_view field) const {
  const std::optional<Json> value = shown(table, key, field);
  const std::int64_t* const number = value ? value->integer() : nullptr;
  return number == nullptr ? std::nullopt : std::optional(*number);
}

Json::Object Registers::shown_fields(std::string_view table, std::string_view key) const {
  db::Statement& rows = m_database.cached(
      "SELECT field, value FROM registers_write WHERE area = ? AND key = ?"
      " ORDER BY field, l, h, line");
  Json::Object fields;
  rows.bind(table, key);
  while (rows.step()) fields.insert_or_assign(rows.str(0), value_of(rows.text(1)));
  return fields;
}

Json::Object Registers::shown_fields(std::string_view table,
                                     std::span<const std::string> keys) const {
  if (keys.size() == 1) return shown_fields(table, keys.front());
  struct Latest {
    std::int64_t lamport = 0;
    Hash h;
    std::int64_t line = 0;
  };
  db::Statement& rows = m_database.cached(
      "SELECT field, value, l, h, line FROM registers_write WHERE area = ? AND key = ?"
      " ORDER BY field, l, h, line");
  Json::Object fields;
  std::map<std::string, Latest, std::less<>> latest;
  for (const std::string& key : keys) {
    rows.bind(table, key);
    while (rows.step()) {
      const Latest write{rows.integer(2), Hash::from_bytes(rows.blob(3)), rows.integer(4)};
      const auto [at, is_first] = latest.try_emplace(rows.str(0), write);
      const auto order = [](const Latest& each) {
        return std::tie(each.lamport, each.h, each.line);
      };
      if (!is_first && order(write) < order(at->second)) continue;
      at->second = write;
      fields.insert_or_assign(at->first, value_of(rows.text(1)));
    }
  }
  return fields;
}

std::vector<std::string> Registers::keys(std::string_view table) const {
  db::Statement& rows =
      m_database.cached("SELECT DISTINCT key FROM registers_write WHERE area = ? ORDER BY key");
  std::vector<std::string> keys;
  rows.bind(table);
  while (rows.step()) keys.push_back(rows.str(0));
  return keys;
}

std::vector<RegisterWrite> Registers::maximal(std::string_view table, std::string_view key,
                                              std::string_view field,
                                              const Journal& journal) const {
  db::Statement& rows = m_database.cached(
      "SELECT event, value FROM registers_write WHERE area = ? AND key = ? AND field = ?"
      " ORDER BY l, h, line");
  std::vector<RegisterWrite> maximal;
  rows.bind(table, key, field);
  while (rows.step()) {
    // Of two lines of one event the later one speaks; otherwise a write replaces those it knew.
    const std::int64_t event = rows.integer(0);
    std::erase_if(maximal, [&](const RegisterWrite& earlier) {
      return earlier.event_number == event || journal.is_before(earlier.event_number, event);
    });
    maximal.push_back({event, value_of(rows.text(1))});
  }
  return maximal;
}

}  // namespace jishan::journal
