// The JSON subset of the journal as a value: objects sorted by key, arrays, strings, integers.
// nlohmann/json reads it in json.cpp and is seen nowhere else; text that is canonical already is
// read by canonical.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace jishan::journal {

inline constexpr std::int64_t integer_max = (std::int64_t{1} << 53) - 1;
inline constexpr int depth_max = 8;
inline constexpr std::size_t array_elements_max = 500;
inline constexpr std::size_t key_bytes_max = 32;

struct JsonLimits {
  int depth = depth_max;  // a value without members has depth 0, {} and [] have 1
  std::size_t array_elements = array_elements_max;
};

class Json {
 public:
  using Array = std::vector<Json>;

  // Members sorted by key, in one piece of memory: bodies hold a handful of them and are read by
  // the hundred thousand, where a tree would be mostly allocation.
  class Object {
   public:
    using Member = std::pair<std::string, Json>;
    using Members = std::vector<Member>;
    using iterator = Members::iterator;
    using const_iterator = Members::const_iterator;

    Object() = default;
    // Of two members with one key the first stays.
    Object(std::initializer_list<Member> members);
    // Members in any order; nothing when a key stands twice. Takes n log n even from a forger.
    static std::optional<Object> of(Members members);

    [[nodiscard]] iterator begin() { return m_members.begin(); }
    [[nodiscard]] iterator end() { return m_members.end(); }
    [[nodiscard]] const_iterator begin() const { return m_members.begin(); }
    [[nodiscard]] const_iterator end() const { return m_members.end(); }
    [[nodiscard]] bool empty() const { return m_members.empty(); }
    [[nodiscard]] std::size_t size() const { return m_members.size(); }

    [[nodiscard]] iterator find(std::string_view key);
    [[nodiscard]] const_iterator find(std::string_view key) const;
    [[nodiscard]] bool contains(std::string_view key) const { return find(key) != end(); }
    // The member of this key and whether it is new; one that was there stays as it is.
    std::pair<iterator, bool> emplace(std::string key, Json value);
    void insert_or_assign(std::string key, Json value);
    void erase(iterator member) { m_members.erase(member); }
    void erase(std::string_view key);

    friend bool operator==(const Object& a, const Object& b) { return a.m_members == b.m_members; }

   private:
    // The first member whose key is not less.
    [[nodiscard]] const_iterator place_of(std::string_view key) const;

    Members m_members;
  };

  Json() : m_value(Object()) {}
  Json(int value) : m_value(std::int64_t{value}) {}
  Json(std::int64_t value) : m_value(value) {}
  Json(std::string value) : m_value(std::move(value)) {}
  Json(std::string_view value) : m_value(std::string(value)) {}
  Json(const char* value) : m_value(std::string(value)) {}
  Json(Array value) : m_value(std::move(value)) {}
  Json(Object value) : m_value(std::move(value)) {}

  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&m_value); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&m_value); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&m_value); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&m_value); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&m_value); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&m_value); }

  // The member of an object, or nullptr (also when this is no object).
  [[nodiscard]] const Json* find(std::string_view key) const;
  // Typed members: nothing when missing or of another type (R4: the line is then inert).
  [[nodiscard]] std::optional<std::int64_t> integer_at(std::string_view key) const;
  [[nodiscard]] std::optional<std::string_view> string_at(std::string_view key) const;
  [[nodiscard]] const Array* array_at(std::string_view key) const;
  [[nodiscard]] const Json* object_at(std::string_view key) const;

  // Sets a member of an object; this must be an object. Appends to an array; this must be one.
  Json& set(std::string key, Json value);
  Json& push_back(Json value);

  // Canonical text: UTF-8, no spaces, keys sorted by bytes, escapes only \" \\ \n.
  [[nodiscard]] std::string canonical() const;
  void append_canonical(std::string& text) const;

  friend bool operator==(const Json& a, const Json& b) { return a.m_value == b.m_value; }

 private:
  std::variant<std::int64_t, std::string, Array, Object> m_value;
};

// [a-z][a-z0-9_]{0,31}
bool is_key(std::string_view text);

// Does the value keep the rules of the journal: limits, key form, string rules, integer range?
bool obeys(const Json& value, JsonLimits limits = {});

// Reads any RFC 8259 text of an allowed value (escapes, any key order, white space). Refused:
// duplicate key, fraction or exponent, bool, null, integers beyond ±(2^53−1), control characters
// but \n, ill-formed UTF-8, keys other than [a-z][a-z0-9_]{0,31}, and what breaks the limits.
Result<Json> parse_json(std::string_view text, JsonLimits limits = {});

}  // namespace jishan::journal
