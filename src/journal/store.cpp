#include "journal/store.h"

#include "base/check.h"

namespace jishan::journal {
namespace {

constexpr std::string_view schema = R"(
CREATE TABLE journal_event (
  number INTEGER PRIMARY KEY,
  h BLOB NOT NULL,
  k TEXT NOT NULL,
  v INTEGER NOT NULL,
  l INTEGER NOT NULL,
  s INTEGER NOT NULL,
  w TEXT NOT NULL,
  o TEXT NOT NULL,
  d TEXT NOT NULL,
  t INTEGER NOT NULL,
  c INTEGER NOT NULL,
  parents BLOB NOT NULL,        -- numbers of 4 bytes, little end first; or hashes of 32 bytes
  parents_are_hashes INTEGER NOT NULL,
  body TEXT NOT NULL,           -- canonical b
  x TEXT,                       -- canonical x where it is held
  xh BLOB,                      -- of every event with a personal part
  unknown_keys TEXT             -- canonical object of further keys of the line
) STRICT;
CREATE TABLE journal_refused (
  number INTEGER PRIMARY KEY,
  h BLOB NOT NULL
) STRICT;
CREATE TABLE journal_root (
  number INTEGER PRIMARY KEY
) STRICT;
)";

constexpr std::size_t number_bytes = 4;

std::vector<std::uint8_t> packed(std::span<const Number> numbers) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(numbers.size() * number_bytes);
  for (const Number number : numbers) {
    for (std::size_t i = 0; i < number_bytes; ++i) {
      bytes.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
    }
  }
  return bytes;
}

std::vector<Number> unpacked(db::Bytes bytes) {
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < bytes.size(); at += number_bytes) {
    Number number = 0;
    for (std::size_t i = 0; i < number_bytes; ++i) number |= Number{bytes[at + i]} << (8 * i);
    numbers.push_back(number);
  }
  return numbers;
}

std::vector<Hash> hashes_in(db::Bytes bytes) {
  constexpr std::size_t hash_bytes = sizeof(Hash::bytes);
  std::vector<Hash> hashes;
  for (std::size_t at = 0; at < bytes.size(); at += hash_bytes) {
    hashes.push_back(Hash::from_bytes(bytes.subspan(at, hash_bytes)));
  }
  return hashes;
}

std::vector<Hash> parent_hashes(db::Bytes bytes, bool are_hashes, const Graph& graph) {
  if (are_hashes) return hashes_in(bytes);
  std::vector<Hash> hashes;
  for (const Number number : unpacked(bytes)) hashes.push_back(graph.hash(number));
  return hashes;
}

constexpr std::string_view select_row =
    "SELECT h, k, v, l, s, w, o, d, t, c, parents, parents_are_hashes, body, x, xh, unknown_keys"
    " FROM journal_event WHERE number = ?";

// Everything of the row but body, x and unknown keys.
Event header(const db::Statement& row, const Graph& graph) {
  Event event;
  event.h = Hash::from_bytes(row.blob(0));
  event.kind = row.str(1);
  event.version = static_cast<int>(row.integer(2));
  event.lamport = row.integer(3);
  event.sequence = row.integer(4);
  event.writer = row.str(5);
  event.operator_id = row.str(6);
  event.date = row.str(7);
  event.minutes = row.integer(8);
  event.is_critical = row.integer(9) != 0;
  event.parents = parent_hashes(row.blob(10), row.integer(11) != 0, graph);
  if (!row.is_null(14)) event.personal_hash = Hash::from_bytes(row.blob(14));
  return event;
}

EventTexts texts(const db::Statement& row) {
  return EventTexts{row.text(12), row.text(13), row.text(15)};
}

bool has_tables(db::Database& database) {
  db::Statement found =
      database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'journal_event'");
  return found.step();
}

// What was checked when it came in.
Json trusted(std::string_view canonical) {
  Result<Json> value = parse_json(canonical);
  CHECK(value.ok());
  return std::move(*value);
}

}  // namespace

Store::Store(db::Database& database) : m_database(database), m_was_found(has_tables(database)) {
  if (!m_was_found) m_database.execute(schema);
}

void Store::insert_placed(Number number, const Event& event, std::span<const Number> parents) {
  insert(number, event, packed(parents), false);
}

void Store::insert_waiting(Number number, const Event& event) {
  std::vector<std::uint8_t> bytes;
  for (const Hash& parent : event.parents) {
    bytes.insert(bytes.end(), parent.bytes.begin(), parent.bytes.end());
  }
  insert(number, event, bytes, true);
}

void Store::insert(Number number, const Event& event, db::Bytes parents, bool are_hashes) {
  m_body_text.clear();
  event.body.append_canonical(m_body_text);
  m_personal_text.clear();
  if (event.personal) event.personal->append_canonical(m_personal_text);
  const bool has_unknown_keys = !event.unknown_keys.object()->empty();
  m_database
      .cached(
          "INSERT INTO journal_event (number, h, k, v, l, s, w, o, d, t, c, parents,"
          " parents_are_hashes, body, x, xh, unknown_keys)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(
          number, db::Bytes(event.h.bytes), event.kind, event.version, event.lamport,
          event.sequence, event.writer, event.operator_id, event.date, event.minutes,
          event.is_critical, parents, are_hashes, m_body_text,
          event.personal ? std::optional<std::string_view>(m_personal_text) : std::nullopt,
          event.personal_hash ? std::optional(db::Bytes(event.personal_hash->bytes)) : std::nullopt,
          has_unknown_keys ? std::optional(event.unknown_keys.canonical()) : std::nullopt);
}

void Store::set_parents(Number number, std::span<const Number> parents) {
  m_database.cached("UPDATE journal_event SET parents = ?, parents_are_hashes = 0 WHERE number = ?")
      .run(db::Bytes(packed(parents)), number);
}

void Store::remove(Number number) {
  m_database.cached("DELETE FROM journal_event WHERE number = ?").run(number);
}

void Store::insert_refused(Number number, const Hash& h) {
  m_database.cached("INSERT INTO journal_refused (number, h) VALUES (?, ?)")
      .run(number, db::Bytes(h.bytes));
}

void Store::insert_root(Number number) {
  m_database.cached("INSERT INTO journal_root (number) VALUES (?)").run(number);
}

std::optional<Hash> Store::root() const {
  db::Statement& row = m_database.cached(
      "SELECT h FROM journal_event WHERE number = (SELECT min(number) FROM journal_root)");
  std::optional<Hash> root;
  if (row.bind().step() && row.blob(0).size() == sizeof(Hash::bytes)) {
    root = Hash::from_bytes(row.blob(0));
  }
  row.reset();
  return root;
}

void Store::set_personal(Number number, const Json& personal) {
  m_database.cached("UPDATE journal_event SET x = ? WHERE number = ?")
      .run(personal.canonical(), number);
}

bool Store::lacks_personal(Number number) const {
  db::Statement& row =
      m_database.cached("SELECT x IS NULL AND xh IS NOT NULL FROM journal_event WHERE number = ?");
  CHECK(row.bind(number).step());
  const bool lacks = row.integer(0) != 0;
  row.reset();
  return lacks;
}

std::string Store::kind(Number number) const {
  db::Statement& row = m_database.cached("SELECT k FROM journal_event WHERE number = ?");
  CHECK(row.bind(number).step());
  std::string kind = row.str(0);
  row.reset();
  return kind;
}

std::vector<Number> Store::parents(Number number) const {
  db::Statement& row =
      m_database.cached("SELECT parents, parents_are_hashes FROM journal_event WHERE number = ?");
  CHECK(row.bind(number).step());
  CHECK(row.integer(1) == 0);
  std::vector<Number> numbers = unpacked(row.blob(0));
  row.reset();
  return numbers;
}

Event Store::event(Number number, const Graph& graph) const {
  db::Statement& row = m_database.cached(select_row);
  CHECK(row.bind(number).step());
  Event event = header(row, graph);
  const EventTexts parts = texts(row);
  event.body = trusted(parts.body);
  if (!parts.personal.empty()) event.personal = trusted(parts.personal);
  if (!parts.unknown_keys.empty()) event.unknown_keys = trusted(parts.unknown_keys);
  row.reset();
  return event;
}

std::string Store::line(Number number, const Graph& graph, PersonalPart personal) const {
  db::Statement& row = m_database.cached(select_row);
  CHECK(row.bind(number).step());
  std::string line = line_of(header(row, graph), texts(row), personal);
  row.reset();
  return line;
}

std::optional<std::vector<PlaceRow>> Store::place_rows(Number after, int rows_max) const {
  db::Statement& found = m_database.cached(
      "SELECT number, h, k, v, l, s, w, t, c, parents, parents_are_hashes,"
      " x IS NULL AND xh IS NOT NULL FROM journal_event WHERE number > ?1"
      " UNION ALL SELECT number, h, NULL, 0, 0, 0, '', 0, 0, NULL, 0, 0"
      " FROM journal_refused WHERE number > ?1 ORDER BY number LIMIT ?2");
  std::vector<PlaceRow> rows;
  bool is_sound = true;
  found.bind(after, rows_max);
  while (is_sound && found.step()) {
    PlaceRow& row = rows.emplace_back();
    row.number = found.integer(0);
    const db::Bytes h = found.blob(1);
    const db::Bytes parents = found.blob(9);
    row.is_refused = found.is_null(2);
    row.is_waiting = found.integer(10) != 0;
    const std::size_t parent_bytes = row.is_waiting ? sizeof(Hash::bytes) : number_bytes;
    is_sound = h.size() == sizeof(Hash::bytes) && parents.size() % parent_bytes == 0;
    if (!is_sound) break;
    Event& event = row.event;
    event.h = Hash::from_bytes(h);
    if (row.is_refused) continue;
    event.kind = found.str(2);
    event.version = static_cast<int>(found.integer(3));
    event.lamport = found.integer(4);
    event.sequence = found.integer(5);
    event.writer = found.str(6);
    event.minutes = found.integer(7);
    event.is_critical = found.integer(8) != 0;
    if (found.integer(11) != 0) event.personal_hash = Hash();
    if (row.is_waiting) {
      row.parent_hashes = hashes_in(parents);
    } else {
      row.parents = unpacked(parents);
    }
  }
  found.reset();
  return is_sound ? std::optional(std::move(rows)) : std::nullopt;
}

}  // namespace jishan::journal
