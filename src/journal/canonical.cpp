#include "journal/canonical.h"

#include <utility>

#include "base/text.h"

namespace jishan::journal {
namespace {

// Most arrays are rows of a posting, with five elements: one allocation instead of four.
constexpr std::size_t elements_expected = 5;

// From here to the first byte that ends a string, begins an escape or may not stand in one.
struct PlainRun {
  std::size_t size = 0;
  bool is_ascii = true;
};

PlainRun plain_run(std::string_view text) {
  PlainRun run;
  for (; run.size < text.size(); ++run.size) {
    const auto c = static_cast<unsigned char>(text[run.size]);
    if (c == '"' || c == '\\' || c < 0x20) break;
    run.is_ascii &= c < 0x80;
  }
  return run;
}

}  // namespace

bool CanonicalReader::byte(char expected) {
  if (m_at == m_text.size() || m_text[m_at] != expected) return false;
  ++m_at;
  return true;
}

bool CanonicalReader::literal(std::string_view expected) {
  if (!is_next(expected)) return false;
  m_at += expected.size();
  return true;
}

bool CanonicalReader::integer(std::int64_t& value) {
  const bool is_negative = byte('-');
  const std::size_t first = m_at;
  constexpr std::size_t digits_max = 16;  // 2^53 has sixteen
  value = 0;
  for (; m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at) {
    if (m_at - first == digits_max) return false;
    value = value * 10 + (m_text[m_at] - '0');
  }
  const std::size_t digits = m_at - first;
  const bool has_leading_zero = digits > 0 && m_text[first] == '0' && (digits > 1 || is_negative);
  if (digits == 0 || has_leading_zero || value > integer_max) return false;
  if (is_negative) value = -value;
  return true;
}

bool CanonicalReader::plain_string(std::string_view& value) {
  if (!byte('"')) return false;
  value = m_text.substr(m_at);
  const PlainRun run = plain_run(value);
  value = value.substr(0, run.size);
  m_at += run.size;
  return byte('"') && (run.is_ascii || is_valid_utf8(value));
}

bool CanonicalReader::string(std::string& value) {
  if (!byte('"')) return false;
  bool is_ascii = true;
  while (true) {
    const PlainRun run = plain_run(m_text.substr(m_at));
    value.append(m_text, m_at, run.size);
    m_at += run.size;
    is_ascii &= run.is_ascii;
    if (byte('"')) return is_ascii || is_valid_utf8(value);
    if (!byte('\\') || m_at == m_text.size()) return false;
    const char escaped = m_text[m_at++];
    if (escaped != '"' && escaped != '\\' && escaped != 'n') return false;
    value += escaped == 'n' ? '\n' : escaped;
  }
}

bool CanonicalReader::object(Json::Object& object, JsonLimits limits) {
  if (byte('}')) return true;
  std::string_view previous;
  do {
    std::string_view key;
    if (!plain_string(key) || !is_key(key) || key <= previous || !byte(':')) return false;
    if (!value(object.emplace(std::string(key), Json(0)).first->second, limits)) return false;
    previous = key;
  } while (byte(','));
  return byte('}');
}

bool CanonicalReader::array(Json::Array& array, JsonLimits limits) {
  if (byte(']')) return true;
  array.reserve(elements_expected);
  do {
    if (array.size() == limits.array_elements) return false;
    if (!value(array.emplace_back(0), limits)) return false;
  } while (byte(','));
  return byte(']');
}

bool CanonicalReader::value(Json& value, JsonLimits limits) {
  if (m_at == m_text.size()) return false;
  const char first = m_text[m_at];
  if (first == '"') {
    std::string text;
    if (!string(text)) return false;
    value = Json(std::move(text));
    return true;
  }
  if (first != '{' && first != '[') {
    std::int64_t number = 0;
    if (!integer(number)) return false;
    value = Json(number);
    return true;
  }
  if (limits.depth == 0) return false;
  --limits.depth;
  ++m_at;
  if (first == '{') {
    Json::Object members;
    if (!object(members, limits)) return false;
    value = Json(std::move(members));
    return true;
  }
  Json::Array elements;
  if (!array(elements, limits)) return false;
  value = Json(std::move(elements));
  return true;
}

}  // namespace jishan::journal
