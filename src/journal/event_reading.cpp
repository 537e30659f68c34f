// Reading an event: from any text of it, and quickly from the text that this program writes.
#include <algorithm>
#include <limits>
#include <utility>

#include "journal/canonical.h"
#include "journal/event.h"

namespace jishan::journal {
namespace {

Error malformed(std::string detail) {
  return Error{ErrorCode::malformed, std::move(detail)};
}

constexpr std::int64_t version_max = std::numeric_limits<int>::max();

// area.verb
bool is_kind(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && is_key(text.substr(0, dot)) &&
         is_key(text.substr(dot + 1));
}

// YYYY-MM-DD in form only; whether there is such a day is the folds' business.
bool has_date_form(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  return true;
}

bool is_writer(std::string_view text) {
  return WriterId::from_text(text).has_value();
}

bool is_operator(std::string_view text) {
  return text.empty() || OperatorId::from_text(text).has_value();
}

// Takes a member out of the object.
std::optional<Json> take(Json::Object& object, std::string_view key) {
  const auto found = object.find(key);
  if (found == object.end()) return std::nullopt;
  std::optional<Json> value(std::move(found->second));
  object.erase(found);
  return value;
}

// Takes the required members one after the other and remembers the first that is wrong.
class Fields {
 public:
  explicit Fields(Json::Object& object) : m_object(object) {}

  std::int64_t integer(std::string_view key, std::int64_t smallest, std::int64_t greatest) {
    const std::optional<Json> value = take(m_object, key);
    const std::int64_t* const number = value ? value->integer() : nullptr;
    if (number == nullptr || *number < smallest || *number > greatest) return complain(key, 0);
    return *number;
  }

  std::string text(std::string_view key, bool (*has_form)(std::string_view)) {
    std::optional<Json> value = take(m_object, key);
    const std::string* const characters = value ? value->string() : nullptr;
    if (characters == nullptr || !has_form(*characters)) return complain(key, std::string());
    return *characters;
  }

  Json object(std::string_view key) {
    std::optional<Json> value = take(m_object, key);
    if (!value || value->object() == nullptr) return complain(key, Json());
    return std::move(*value);
  }

  Hash hash(std::string_view key) {
    const std::optional<Json> value = take(m_object, key);
    const std::string* const characters = value ? value->string() : nullptr;
    const auto read = characters == nullptr ? std::nullopt : Hash::from_hex(*characters);
    return read ? *read : complain(key, Hash());
  }

  std::vector<Hash> hashes(std::string_view key) {
    const std::optional<Json> value = take(m_object, key);
    const Json::Array* const elements = value ? value->array() : nullptr;
    if (elements == nullptr || elements->size() > parents_max) {
      return complain(key, std::vector<Hash>());
    }
    std::vector<Hash> read;
    for (const Json& element : *elements) {
      const std::string* const characters = element.string();
      const auto one = characters == nullptr ? std::nullopt : Hash::from_hex(*characters);
      if (!one) return complain(key, std::vector<Hash>());
      read.push_back(*one);
    }
    return read;
  }

  template <class T>
  T complain(std::string_view key, T value) {
    if (m_complaint.empty()) m_complaint = "missing or wrong: " + std::string(key);
    return value;
  }
  [[nodiscard]] const std::string& complaint() const { return m_complaint; }

 private:
  Json::Object& m_object;
  std::string m_complaint;
};

// Own previous event first if s > 1, the others strictly ascending, none twice.
bool are_parents_in_order(const Event& event) {
  const std::vector<Hash>& parents = event.parents;
  const std::size_t others = event.sequence > 1 ? 1 : 0;
  if (parents.size() < others) return false;
  for (std::size_t i = others + 1; i < parents.size(); ++i) {
    if (!(parents[i - 1] < parents[i])) return false;
  }
  return others == 0 || std::find(parents.begin() + 1, parents.end(), parents[0]) == parents.end();
}

// Takes x or xh. An x that breaks a limit is dropped, so that who holds the full file and who
// holds a stripped one agree on the event.
Result<Nothing> read_personal(Event& event, Json::Object& object) {
  std::optional<Json> personal = take(object, "x");
  const std::optional<Json> written_hash = take(object, "xh");
  if (personal && written_hash) return malformed("both x and xh");
  if (personal) {
    if (personal->object() == nullptr) return malformed("missing or wrong: x");
    const std::string canonical = personal->canonical();
    event.personal_hash = hash_of_personal(canonical);
    if (canonical.size() <= personal_bytes_max && obeys(*personal, JsonLimits{depth_max - 1})) {
      event.personal = std::move(personal);
    }
  } else if (written_hash) {
    const std::string* const text = written_hash->string();
    event.personal_hash = text == nullptr ? std::nullopt : Hash::from_hex(*text);
    if (!event.personal_hash) return malformed("missing or wrong: xh");
  }
  return Nothing{};
}

// The members of a line in the order of their keys, each ",\"key\":" and a value of its form.
class LineFields {
 public:
  explicit LineFields(std::string_view line) : m_reader(line) {}

  bool text(std::string_view begin, std::string& value, bool (*has_form)(std::string_view)) {
    std::string_view read;
    if (!m_reader.literal(begin) || !m_reader.plain_string(read) || !has_form(read)) return false;
    value = read;
    return true;
  }
  bool integer(std::string_view begin, std::int64_t& value, std::int64_t smallest,
               std::int64_t greatest) {
    return m_reader.literal(begin) && m_reader.integer(value) && value >= smallest &&
           value <= greatest;
  }
  bool hash(std::string_view begin, Hash& value) {
    std::string_view text;
    if (!m_reader.literal(begin) || !m_reader.plain_string(text)) return false;
    const std::optional<Hash> read = Hash::from_hex(text);
    if (read) value = *read;
    return read.has_value();
  }
  bool hashes(std::string_view begin, std::vector<Hash>& values) {
    if (!m_reader.literal(begin) || !m_reader.literal("[")) return false;
    if (m_reader.literal("]")) return true;
    if (!hash("", values.emplace_back())) return false;
    while (values.size() < parents_max && m_reader.is_next(",")) {
      if (!hash(",", values.emplace_back())) return false;
    }
    return m_reader.literal("]");
  }
  bool object(std::string_view begin, Json& value) {
    // The event object itself is the first of the levels.
    return m_reader.literal(begin) && m_reader.value(value, JsonLimits{depth_max - 1}) &&
           value.object() != nullptr;
  }
  bool literal(std::string_view expected) { return m_reader.literal(expected); }
  [[nodiscard]] bool is_next(std::string_view expected) const {
    return m_reader.is_next(expected);
  }
  [[nodiscard]] bool is_at_end() const { return m_reader.is_at_end(); }
  [[nodiscard]] std::size_t position() const { return m_reader.position(); }

 private:
  CanonicalReader m_reader;
};

// Where h and the personal part stand in a line: all else is hashed as it is.
struct Cuts {
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  std::size_t personal_begin = 0;
};

bool read_members(LineFields& fields, Event& event, Cuts& cuts) {
  if (!fields.object("{\"b\":", event.body)) return false;
  event.is_critical = fields.literal(",\"c\":1");
  if (!fields.text(",\"d\":", event.date, has_date_form)) return false;
  cuts.name_begin = fields.position();
  if (!fields.hash(",\"h\":", event.h)) return false;
  cuts.name_end = fields.position();
  std::int64_t version = 0;
  const bool are_good = fields.text(",\"k\":", event.kind, is_kind) &&
                        fields.integer(",\"l\":", event.lamport, 1, integer_max) &&
                        fields.text(",\"o\":", event.operator_id, is_operator) &&
                        fields.hashes(",\"p\":", event.parents) &&
                        fields.integer(",\"s\":", event.sequence, 1, integer_max) &&
                        fields.integer(",\"t\":", event.minutes, -integer_max, integer_max) &&
                        fields.integer(",\"v\":", version, 1, version_max) &&
                        fields.text(",\"w\":", event.writer, is_writer);
  cuts.personal_begin = fields.position();
  event.version = static_cast<int>(version);
  return are_good && are_parents_in_order(event);
}

// An x beyond its limits is left to event_from_json, which drops it.
bool read_personal(LineFields& fields, Event& event, std::string_view line) {
  if (fields.is_next(",\"xh\":")) return fields.hash(",\"xh\":", event.personal_hash.emplace());
  constexpr std::string_view begin = ",\"x\":";
  if (!fields.is_next(begin)) return true;
  const std::size_t from = fields.position() + begin.size();
  if (!fields.object(begin, event.personal.emplace())) return false;
  const std::string_view text = line.substr(from, fields.position() - from);
  event.personal_hash = hash_of_personal(text);
  return text.size() <= personal_bytes_max;
}

// h is the hash of the line without h and with xh for x.
bool is_name_right(const Event& event, std::string_view line, const Cuts& cuts) {
  const std::string_view first = line.substr(0, cuts.name_begin);
  const std::string_view second = line.substr(cuts.name_end, cuts.personal_begin - cuts.name_end);
  std::string last;
  if (event.personal_hash) last = ",\"xh\":\"" + event.personal_hash->hex() + "\"";
  last += '}';
  if (first.size() + second.size() + last.size() > hashed_text_bytes_max) return false;
  return Hash{Sha256().update(event_tag).update(first).update(second).update(last).finish()} ==
         event.h;
}

}  // namespace

Result<Event> event_from_json(Json json) {
  Json::Object* const object = json.object();
  if (object == nullptr) return malformed("not an object");
  Event event;
  TRY(read_personal(event, *object));
  Fields fields(*object);
  event.h = fields.hash("h");
  event.kind = fields.text("k", is_kind);
  event.version = static_cast<int>(fields.integer("v", 1, version_max));
  event.lamport = fields.integer("l", 1, integer_max);
  event.sequence = fields.integer("s", 1, integer_max);
  event.minutes = fields.integer("t", -integer_max, integer_max);
  event.date = fields.text("d", has_date_form);
  event.writer = fields.text("w", is_writer);
  event.operator_id = fields.text("o", is_operator);
  event.parents = fields.hashes("p");
  event.body = fields.object("b");
  event.is_critical = object->contains("c");
  if (event.is_critical) static_cast<void>(fields.integer("c", 1, 1));
  if (!fields.complaint().empty()) return malformed(fields.complaint());
  if (!are_parents_in_order(event)) return malformed("parents not in order");
  event.unknown_keys = std::move(json);
  // The event object itself is the first of the levels.
  const JsonLimits inner{depth_max - 1};
  if (!obeys(event.body, inner) || !obeys(event.unknown_keys, JsonLimits{depth_max})) {
    return malformed("nested too deeply, array too long, or a character that is not allowed");
  }
  const std::string text = hashed_text_of(event);
  if (text.size() > hashed_text_bytes_max) return malformed("longer than 44 KiB");
  if (Hash{Sha256().update(event_tag).update(text).finish()} != event.h) {
    return Error{ErrorCode::wrong_hash, "h does not agree with the text"};
  }
  return event;
}

std::optional<Event> event_from_canonical_line(std::string_view line) {
  LineFields fields(line);
  std::optional<Event> event(std::in_place);
  Cuts cuts;
  if (!read_members(fields, *event, cuts) || !read_personal(fields, *event, line) ||
      !fields.literal("}") || !fields.is_at_end() || !is_name_right(*event, line, cuts)) {
    event.reset();
  }
  return event;
}

Result<Event> event_from_line(std::string_view line) {
  if (std::optional<Event> event = event_from_canonical_line(line)) return std::move(*event);
  // The limits of arrays and depth hold for the hashed part; event_from_json checks them there.
  const JsonLimits generous{line_depth_max, std::numeric_limits<std::size_t>::max()};
  return event_from_json(TRY(parse_json(line, generous)));
}

}  // namespace jishan::journal
