#include "journal/field_reader.h"

#include <algorithm>

namespace jishan::journal {

FieldReader::FieldReader(const Json& object, int line, InertList* inert)
    : m_value(object.object() == nullptr ? nullptr : &object), m_line(line), m_inert(inert) {
  if (m_value == nullptr) reject("");
}

FieldReader::FieldReader(const Json& array, std::span<const std::string_view> names, int line,
                         InertList* inert)
    : m_value(array.array() == nullptr ? nullptr : &array),
      m_names(names),
      m_line(line),
      m_inert(inert) {
  if (m_value == nullptr) reject("");
}

std::string_view FieldReader::text(std::string_view name) {
  const Json* const value = required(name);
  if (value == nullptr) return {};
  if (value->string() == nullptr) {
    reject(name);
    return {};
  }
  return *value->string();
}

std::string_view FieldReader::text(std::string_view name, TextCheck is_right) {
  const Json* const value = required(name);
  if (value == nullptr) return {};
  if (value->string() == nullptr || !is_right(*value->string())) {
    reject(name);
    return {};
  }
  return *value->string();
}

std::int64_t FieldReader::integer(std::string_view name, std::int64_t low, std::int64_t high) {
  const Json* const value = required(name);
  if (value == nullptr) return low;
  const std::int64_t* const number = value->integer();
  if (number == nullptr || *number < low || *number > high) {
    reject(name);
    return low;
  }
  return *number;
}

const Json::Array& FieldReader::list(std::string_view name) {
  static const Json::Array none;
  const Json* const value = required(name);
  if (value == nullptr) return none;
  if (value->array() == nullptr) {
    reject(name);
    return none;
  }
  return *value->array();
}

const Json& FieldReader::object(std::string_view name) {
  static const Json none;
  const Json* const value = required(name);
  if (value == nullptr) return none;
  if (value->object() == nullptr) {
    reject(name);
    return none;
  }
  return *value;
}

const Json* FieldReader::member(std::string_view name) const {
  if (m_value == nullptr) return nullptr;
  if (m_names.empty()) return m_value->find(name);
  const auto found = std::find(m_names.begin(), m_names.end(), name);
  const auto place = static_cast<std::size_t>(found - m_names.begin());
  const Json::Array& elements = *m_value->array();
  return place < elements.size() ? &elements[place] : nullptr;
}

const Json* FieldReader::required(std::string_view name) {
  const Json* const value = member(name);
  if (value == nullptr && m_value != nullptr) note(name, InertCause::missing);
  return value;
}

void FieldReader::note(std::string_view name, InertCause cause) {
  m_is_good = false;
  if (m_inert != nullptr) m_inert->push_back({m_line, cause, std::string(name)});
}

}  // namespace jishan::journal
