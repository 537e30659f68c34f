// Text about a person. It has no conversion to text: only mask() with an audience gives
// characters, so that a public output which forgets to mask does not compile.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace jishan {

enum class Audience {
  desk,    // the operator's own screen: everything
  book,    // the exported book: everything
  public_notice,  // notice boards, slips: masked
};

// How a village covers names on what it hands out and posts.
enum class NameMask {
  middle,  // the middle characters, or the given name of two characters: 李×芳, 赵×
  given,   // all but the first character: 李××, 赵×
};

class Personal {
 public:
  Personal() = default;
  explicit Personal(std::string text) : m_text(std::move(text)) {}
  [[nodiscard]] bool is_empty() const { return m_text.empty(); }
  friend bool operator==(const Personal& a, const Personal& b) { return a.m_text == b.m_text; }

 private:
  friend std::string mask(const Personal& personal, Audience audience, NameMask cover);
  std::string m_text;
};

// desk and book: the text. public_notice: the name covered as the village chose; a text without
// Chinese characters is covered wholly.
std::string mask(const Personal& personal, Audience audience,
                 NameMask cover = NameMask::middle);

}  // namespace jishan
