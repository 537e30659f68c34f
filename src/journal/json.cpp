#include "journal/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/text.h"

namespace jishan::journal {
namespace {

bool is_key(std::string_view key) {
  if (key.empty() || key.size() > key_bytes_max || key[0] < 'a' || key[0] > 'z') return false;
  return std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool has_forbidden_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

void append_quoted(std::string& text, std::string_view value) {
  text += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c != '"' && c != '\\' && c != '\n') continue;
    text.append(value, begin, i - begin);
    text += '\\';
    text += c == '\n' ? 'n' : c;
    begin = i + 1;
  }
  text.append(value, begin);
  text += '"';
}

// Receives nlohmann's events and builds the value, refusing what the journal does not allow.
// Open containers are a stack of pointers: a container's children are only added to its top, so
// the pointers stay valid.
class Builder {
 public:
  explicit Builder(JsonLimits limits) : m_limits(limits) {}

  // NOLINTBEGIN: the names are nlohmann's.
  bool null() { return refuse("null is not allowed"); }
  bool boolean(bool) { return refuse("true and false are not allowed"); }
  bool number_float(double, const std::string& text) {
    return refuse("not an integer within 2^53: " + text);
  }
  bool number_integer(std::int64_t value) {
    if (value < -integer_max) return refuse("integer below -(2^53-1)");
    return add(Json(value));
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(integer_max)) return refuse("integer above 2^53-1");
    return add(Json(static_cast<std::int64_t>(value)));
  }
  bool string(std::string& value) {
    if (has_forbidden_control(value)) return refuse("control character in a string");
    return add(Json(std::move(value)));
  }
  bool binary(std::vector<std::uint8_t>&) { return refuse("binary value"); }
  bool start_object(std::size_t) { return open(Json(Json::Object())); }
  bool key(std::string& name) {
    if (!is_key(name)) return refuse("key not of the form [a-z][a-z0-9_]{0,31}");
    if (m_open.back()->find(name) != nullptr) return refuse("duplicate key " + name);
    m_key = std::move(name);
    return true;
  }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Json(Json::Array())); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    return refuse("not JSON, at byte " + std::to_string(position));
  }
  // NOLINTEND

  Json& value() { return m_root; }
  [[nodiscard]] const std::string& reason() const { return m_reason; }

 private:
  bool refuse(std::string reason) {
    m_reason = std::move(reason);
    return false;
  }

  // Gives the place of the value, or nullptr when the array is full.
  Json* place(Json value) {
    if (m_open.empty()) {
      m_root = std::move(value);
      return &m_root;
    }
    Json& container = *m_open.back();
    if (Json::Object* object = container.object()) {
      return &object->emplace(std::move(m_key), std::move(value)).first->second;
    }
    Json::Array& array = *container.array();
    if (array.size() >= m_limits.array_elements) return nullptr;
    array.push_back(std::move(value));
    return &array.back();
  }

  bool add(Json value) { return place(std::move(value)) != nullptr || refuse("array too long"); }

  bool open(Json value) {
    if (static_cast<int>(m_open.size()) >= m_limits.depth) return refuse("nested too deeply");
    Json* const placed = place(std::move(value));
    if (placed == nullptr) return refuse("array too long");
    m_open.push_back(placed);
    return true;
  }

  bool close() {
    m_open.pop_back();
    return true;
  }

  JsonLimits m_limits;
  Json m_root;
  std::vector<Json*> m_open;
  std::string m_key;
  std::string m_reason;
};

}  // namespace

const Json* Json::find(std::string_view key) const {
  const Object* const members = object();
  if (members == nullptr) return nullptr;
  const auto found = members->find(key);
  return found == members->end() ? nullptr : &found->second;
}

std::optional<std::int64_t> Json::integer_at(std::string_view key) const {
  const Json* const member = find(key);
  const std::int64_t* const value = member == nullptr ? nullptr : member->integer();
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<std::string_view> Json::string_at(std::string_view key) const {
  const Json* const member = find(key);
  const std::string* const value = member == nullptr ? nullptr : member->string();
  return value == nullptr ? std::nullopt : std::optional<std::string_view>(*value);
}

const Json::Array* Json::array_at(std::string_view key) const {
  const Json* const member = find(key);
  return member == nullptr ? nullptr : member->array();
}

const Json* Json::object_at(std::string_view key) const {
  const Json* const member = find(key);
  return member == nullptr || member->object() == nullptr ? nullptr : member;
}

Json& Json::set(std::string key, Json value) {
  Object* const members = object();
  CHECK(members != nullptr);
  members->insert_or_assign(std::move(key), std::move(value));
  return *this;
}

Json& Json::push_back(Json value) {
  Array* const elements = array();
  CHECK(elements != nullptr);
  elements->push_back(std::move(value));
  return *this;
}

std::string Json::canonical() const {
  std::string text;
  append_canonical(text);
  return text;
}

void Json::append_canonical(std::string& text) const {
  if (const std::int64_t* const number = integer()) {
    text += std::to_string(*number);
  } else if (const std::string* const characters = string()) {
    append_quoted(text, *characters);
  } else if (const Array* const elements = array()) {
    text += '[';
    for (const Json& element : *elements) {
      if (&element != &elements->front()) text += ',';
      element.append_canonical(text);
    }
    text += ']';
  } else {
    char separator = '{';
    for (const auto& [key, value] : *object()) {
      text += separator;
      append_quoted(text, key);
      text += ':';
      value.append_canonical(text);
      separator = ',';
    }
    text += separator == '{' ? "{}" : "}";
  }
}

bool obeys(const Json& value, JsonLimits limits) {
  if (const std::int64_t* const number = value.integer()) {
    return *number >= -integer_max && *number <= integer_max;
  }
  if (const std::string* const text = value.string()) {
    return !has_forbidden_control(*text) && is_valid_utf8(*text);
  }
  if (limits.depth == 0) return false;
  const JsonLimits inner{limits.depth - 1, limits.array_elements};
  if (const Json::Array* const elements = value.array()) {
    return elements->size() <= limits.array_elements &&
           std::all_of(elements->begin(), elements->end(),
                       [&](const Json& element) { return obeys(element, inner); });
  }
  return std::all_of(value.object()->begin(), value.object()->end(), [&](const auto& member) {
    return is_key(member.first) && obeys(member.second, inner);
  });
}

Result<Json> parse_json(std::string_view text, JsonLimits limits) {
  Builder builder(limits);
  // nlohmann skips a byte order mark; inside a line there is none.
  if (text.starts_with("\xEF\xBB\xBF")) return Error{ErrorCode::malformed, "byte order mark"};
  const bool is_good = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (!is_good) return Error{ErrorCode::malformed, builder.reason()};
  return std::move(builder.value());
}

}  // namespace jishan::journal
