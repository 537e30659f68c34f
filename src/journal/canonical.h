// Reads text that is canonical to the byte already, as every line is that this program wrote: one
// pass gives the value and proves that its canonical text would be the text just read. It must
// never accept what parse_json refuses; whatever it does not accept, parse_json has to judge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "journal/json.h"

namespace jishan::journal {

class CanonicalReader {
 public:
  explicit CanonicalReader(std::string_view text) : m_text(text) {}

  [[nodiscard]] std::size_t position() const { return m_at; }
  [[nodiscard]] bool is_at_end() const { return m_at == m_text.size(); }

  // All take something from the front, or give false and must not be used any further.
  bool literal(std::string_view expected);
  bool integer(std::int64_t& value);
  // Without an escape in it, as ids, dates and hashes are: the text between the quotes.
  bool plain_string(std::string_view& value);
  bool value(Json& value, JsonLimits limits);

  // True if the front is this; takes nothing.
  [[nodiscard]] bool is_next(std::string_view expected) const {
    return m_text.substr(m_at).starts_with(expected);
  }

 private:
  bool string(std::string& value);
  bool object(Json::Object& object, JsonLimits limits);
  bool array(Json::Array& array, JsonLimits limits);
  bool byte(char expected);

  std::string_view m_text;
  std::size_t m_at = 0;
};

}  // namespace jishan::journal
