#include "journal/event.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/check.h"

namespace jishan::journal {
namespace {

constexpr std::string_view personal_tag = "jishan-x-1\n";
constexpr std::string_view event_tag = "jishan-event-1\n";

Error malformed(std::string detail) {
  return Error{ErrorCode::malformed, std::move(detail)};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool is_word(std::string_view text) {
  if (text.empty() || text.size() > key_bytes_max || text[0] < 'a' || text[0] > 'z') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// area.verb
bool is_kind(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && is_word(text.substr(0, dot)) &&
         is_word(text.substr(dot + 1));
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

void append_string_member(std::string& text, std::string_view key, std::string_view value) {
  text += ",\"";
  text += key;
  text += "\":\"";
  text += value;
  text += '"';
}

void append_integer_member(std::string& text, std::string_view key, std::int64_t value) {
  text += ",\"";
  text += key;
  text += "\":";
  text += std::to_string(value);
}

enum class Name { written, left_out };

// The known members in the order of their keys. Kinds, ids and dates need no escapes by their form.
std::string known_members(const Event& event, const EventTexts& texts, Name name,
                          PersonalPart personal) {
  std::string text;
  text.reserve(texts.body.size() + texts.personal.size() + 320 + event.parents.size() * 67);
  text += "\"b\":";
  text += texts.body;
  if (event.is_critical) text += ",\"c\":1";
  append_string_member(text, "d", event.date);
  if (name == Name::written) append_string_member(text, "h", event.h.hex());
  append_string_member(text, "k", event.kind);
  append_integer_member(text, "l", event.lamport);
  append_string_member(text, "o", event.operator_id);
  text += ",\"p\":[";
  for (std::size_t i = 0; i < event.parents.size(); ++i) {
    text += i == 0 ? "\"" : ",\"";
    text += event.parents[i].hex();
    text += '"';
  }
  text += ']';
  append_integer_member(text, "s", event.sequence);
  append_integer_member(text, "t", event.minutes);
  append_integer_member(text, "v", event.version);
  append_string_member(text, "w", event.writer);
  if (personal == PersonalPart::kept && !texts.personal.empty()) {
    text += ",\"x\":";
    text += texts.personal;
  } else if (event.personal_hash) {
    append_string_member(text, "xh", event.personal_hash->hex());
  }
  return text;
}

// Unknown keys have to be sorted in among the known ones; this is rare, so it may be slow.
std::string with_unknown_keys(const std::string& known, std::string_view unknown_keys) {
  const JsonLimits generous{line_depth_max, std::numeric_limits<std::size_t>::max()};
  Result<Json> all = parse_json("{" + known + "}", generous);
  Result<Json> unknown = parse_json(unknown_keys, generous);
  CHECK(all.ok() && unknown.ok());
  for (auto& [key, value] : *unknown->object()) all->set(key, std::move(value));
  return all->canonical();
}

std::string assembled(const Event& event, const EventTexts& texts, Name name,
                      PersonalPart personal) {
  const std::string known = known_members(event, texts, name, personal);
  if (!texts.unknown_keys.empty()) return with_unknown_keys(known, texts.unknown_keys);
  return "{" + known + "}";
}

std::string assembled(const Event& event, Name name, PersonalPart personal) {
  const std::string body = event.body.canonical();
  const bool writes_personal = event.personal && personal == PersonalPart::kept;
  const std::string x = writes_personal ? event.personal->canonical() : std::string();
  const std::string unknown =
      event.unknown_keys.object()->empty() ? std::string() : event.unknown_keys.canonical();
  return assembled(event, EventTexts{body, x, unknown}, name, personal);
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

}  // namespace

std::optional<Hash> Hash::from_hex(std::string_view text) {
  Hash hash;
  if (text.size() != hash.bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
    const int high = hex_digit(text[2 * i]);
    const int low = hex_digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return hash;
}

Hash Hash::from_bytes(std::span<const std::uint8_t> bytes) {
  Hash hash;
  CHECK(bytes.size() == hash.bytes.size());
  std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
  return hash;
}

Hash hash_of_personal(std::string_view canonical_personal) {
  return Hash{Sha256().update(personal_tag).update(canonical_personal).finish()};
}

std::string hashed_text_of(const Event& event) {
  return assembled(event, Name::left_out, PersonalPart::stripped);
}

Hash hash_of_event(const Event& event) {
  return Hash{Sha256().update(event_tag).update(hashed_text_of(event)).finish()};
}

Result<Event> event_from_json(Json json) {
  Json::Object* const object = json.object();
  if (object == nullptr) return malformed("not an object");
  Event event;
  TRY(read_personal(event, *object));
  Fields fields(*object);
  event.h = fields.hash("h");
  event.kind = fields.text("k", is_kind);
  event.version = static_cast<int>(fields.integer("v", 1, std::numeric_limits<int>::max()));
  event.lamport = fields.integer("l", 1, integer_max);
  event.sequence = fields.integer("s", 1, integer_max);
  event.minutes = fields.integer("t", -integer_max, integer_max);
  event.date = fields.text("d", has_date_form);
  event.writer = fields.text("w", [](std::string_view w) { return bool(WriterId::from_text(w)); });
  event.operator_id = fields.text(
      "o", [](std::string_view o) { return o.empty() || OperatorId::from_text(o).has_value(); });
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

Result<Event> event_from_line(std::string_view line) {
  // The limits of arrays and depth hold for the hashed part; event_from_json checks them there.
  const JsonLimits generous{line_depth_max, std::numeric_limits<std::size_t>::max()};
  return event_from_json(TRY(parse_json(line, generous)));
}

std::string line_of(const Event& event, PersonalPart personal) {
  return assembled(event, Name::written, personal);
}

std::string line_of(const Event& header, const EventTexts& texts, PersonalPart personal) {
  return assembled(header, texts, Name::written, personal);
}

}  // namespace jishan::journal
