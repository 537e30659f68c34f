// Reads the fields of a body by the rules of docs/format.md §7.1 and notes those that are missing
// or wrong. One reading serves the fold, which asks only whether a line is good, and `verify`,
// which wants to know why not. It must not know any kind.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/inert.h"
#include "journal/json.h"

namespace jishan::journal {

using TextCheck = bool (*)(std::string_view text);
// A check that several kinds share.
inline bool is_not_empty(std::string_view text) {
  return !text.empty();
}

class FieldReader {
 public:
  // The members of an object. `inert` may be null: then nobody wants to know what is wrong.
  FieldReader(const Json& object, int line, InertList* inert);
  // The elements of an array under these names; an array may be longer.
  FieldReader(const Json& array, std::span<const std::string_view> names, int line,
              InertList* inert);

  // Each of the following notes a field that is missing or wrong and then gives the value in
  // brackets. An optional field is read only where it is there.
  [[nodiscard]] bool has(std::string_view name) const { return member(name) != nullptr; }
  std::string_view text(std::string_view name);                              // [""]
  std::string_view text(std::string_view name, TextCheck is_right);          // [""]
  std::int64_t integer(std::string_view name, std::int64_t low, std::int64_t high);  // [low]
  bool flag(std::string_view name) { return integer(name, 0, 1) == 1; }      // [false]
  const Json::Array& list(std::string_view name);                            // [empty]
  const Json& object(std::string_view name);                                 // [empty]
  template <class Id>  // [the empty id]
  Id id(std::string_view name) {
    const Json* const value = required(name);
    if (value == nullptr) return Id();
    const std::string* const text = value->string();
    const std::optional<Id> id = text == nullptr ? std::nullopt : Id::from_text(*text);
    if (!id) reject(name);
    return id.value_or(Id());
  }
  // One of these values by its text; the first one where it is none of them.
  template <class Enum, std::size_t Count, class TextOf>
  Enum one_of(std::string_view name, const std::array<Enum, Count>& values, TextOf text_of) {
    const std::string_view written = text(name);
    for (const Enum value : values) {
      if (text_of(value) == written) return value;
    }
    if (member(name) != nullptr && member(name)->string() != nullptr) reject(name);
    return values[0];
  }

  // Notes that a field is wrong for a reason of its kind.
  void reject(std::string_view name) { note(name, InertCause::wrong); }
  [[nodiscard]] bool is_good() const { return m_is_good; }

 private:
  [[nodiscard]] const Json* member(std::string_view name) const;
  const Json* required(std::string_view name);
  void note(std::string_view name, InertCause cause);

  const Json* m_value;  // null: neither object nor array, and that is noted
  std::span<const std::string_view> m_names;
  int m_line;
  InertList* m_inert;
  bool m_is_good = true;
};

// The good ones of a list's elements; `read(element, its number, inert)` gives an optional line.
template <class Line, class Read>
std::vector<Line> good_lines(const Json::Array& list, InertList* inert, const Read& read) {
  std::vector<Line> lines;
  lines.reserve(list.size());
  int number = 0;
  for (const Json& element : list) {
    if (std::optional<Line> line = read(element, number++, inert)) {
      lines.push_back(std::move(*line));
    }
  }
  return lines;
}

}  // namespace jishan::journal
