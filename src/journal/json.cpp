#include "journal/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/check.h"
#include "base/text.h"

namespace jishan::journal {
namespace {

bool has_forbidden_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

constexpr std::size_t members_expected = 4;

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

// Receives nlohmann's events and builds the value, refusing what the journal does not allow. An
// open container keeps what it has so far and becomes a value when it closes.
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
  bool start_object(std::size_t) { return open(Container::object); }
  bool key(std::string& name) {
    if (!is_key(name)) return refuse("key not of the form [a-z][a-z0-9_]{0,31}");
    m_open.back().key = std::move(name);
    return true;
  }
  bool end_object() {
    std::optional<Json::Object> object = Json::Object::of(std::move(m_open.back().members));
    m_open.pop_back();
    return object ? add(Json(std::move(*object))) : refuse("duplicate key");
  }
  bool start_array(std::size_t) { return open(Container::array); }
  bool end_array() {
    Json::Array elements = std::move(m_open.back().elements);
    m_open.pop_back();
    return add(Json(std::move(elements)));
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    return refuse("not JSON, at byte " + std::to_string(position));
  }
  // NOLINTEND

  Json& value() { return m_root; }
  [[nodiscard]] const std::string& reason() const { return m_reason; }

 private:
  enum class Container { object, array };
  struct Open {
    Container container{};
    std::string key;  // of the member that comes next
    Json::Object::Members members;
    Json::Array elements;
  };

  bool refuse(std::string reason) {
    m_reason = std::move(reason);
    return false;
  }

  bool add(Json value) {
    if (m_open.empty()) {
      m_root = std::move(value);
      return true;
    }
    Open& container = m_open.back();
    if (container.container == Container::object) {
      container.members.emplace_back(std::move(container.key), std::move(value));
      return true;
    }
    if (container.elements.size() >= m_limits.array_elements) return refuse("array too long");
    container.elements.push_back(std::move(value));
    return true;
  }

  bool open(Container container) {
    if (static_cast<int>(m_open.size()) >= m_limits.depth) return refuse("nested too deeply");
    m_open.push_back({container, {}, {}, {}});
    return true;
  }

  JsonLimits m_limits;
  Json m_root;
  std::vector<Open> m_open;
  std::string m_reason;
};

}  // namespace

Json::Object::Object(std::initializer_list<Member> members) {
  m_members.reserve(members.size());
  for (const Member& member : members) emplace(member.first, member.second);
}

std::optional<Json::Object> Json::Object::of(Members members) {
  const auto by_key = [](const Member& a, const Member& b) { return a.first < b.first; };
  if (!std::is_sorted(members.begin(), members.end(), by_key)) {
    std::sort(members.begin(), members.end(), by_key);
  }
  const auto twice = [](const Member& a, const Member& b) { return a.first == b.first; };
  if (std::adjacent_find(members.begin(), members.end(), twice) != members.end()) {
    return std::nullopt;
  }
  Object object;
  object.m_members = std::move(members);
  return object;
}

Json::Object::const_iterator Json::Object::place_of(std::string_view key) const {
  return std::lower_bound(m_members.begin(), m_members.end(), key,
                          [](const Member& member, std::string_view k) { return member.first < k; });
}

Json::Object::const_iterator Json::Object::find(std::string_view key) const {
  const const_iterator place = place_of(key);
  return place != m_members.end() && place->first == key ? place : m_members.end();
}

Json::Object::iterator Json::Object::find(std::string_view key) {
  return m_members.begin() + (std::as_const(*this).find(key) - m_members.cbegin());
}

std::pair<Json::Object::iterator, bool> Json::Object::emplace(std::string key, Json value) {
  if (m_members.empty() || m_members.back().first < key) {  // what is read comes sorted
    if (m_members.empty()) m_members.reserve(members_expected);
    m_members.emplace_back(std::move(key), std::move(value));
    return {m_members.end() - 1, true};
  }
  const const_iterator place = place_of(key);
  const iterator at = m_members.begin() + (place - m_members.cbegin());
  if (at->first == key) return {at, false};
  return {m_members.emplace(at, std::move(key), std::move(value)), true};
}

void Json::Object::insert_or_assign(std::string key, Json value) {
  const iterator found = find(key);
  if (found == end()) {
    emplace(std::move(key), std::move(value));
  } else {
    found->second = std::move(value);
  }
}

void Json::Object::erase(std::string_view key) {
  const iterator found = find(key);
  if (found != end()) m_members.erase(found);
}

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
    std::array<char, 24> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), *number);
    text.append(digits.data(), written.ptr);
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

bool is_key(std::string_view text) {
  if (text.empty() || text.size() > key_bytes_max || text[0] < 'a' || text[0] > 'z') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
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
