#include "ui/chinese_left.h"

#include <array>
#include <set>

namespace jishan::test {
namespace {

// The seal is a picture, and a language is offered under its own name.
constexpr std::array<std::string_view, 2> own_chinese = {"积", "中文"};

// Three bytes of UTF-8 from U+4E00 to U+9FFF.
bool is_han_at(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size()) return false;
  const auto first = static_cast<unsigned char>(text[i]);
  const auto second = static_cast<unsigned char>(text[i + 1]);
  return first >= 0xE4 && first <= 0xE9 && (first != 0xE4 || second >= 0xB8);
}

// Runs of Chinese characters, without what stands between them.
std::vector<std::string> chinese_runs(std::string_view text) {
  std::vector<std::string> runs;
  std::string run;
  for (std::size_t i = 0; i <= text.size();) {
    if (is_han_at(text, i)) {
      run += text.substr(i, 3);
      i += 3;
      continue;
    }
    if (!run.empty()) runs.push_back(run);
    run.clear();
    ++i;
  }
  return runs;
}

bool is_own(std::string_view run) {
  for (const std::string_view own : own_chinese) {
    if (run == own) return true;
  }
  return false;
}

// Words of the book may stand side by side: a household and what it did. Whoever joins them leaves
// no single character over.
bool is_joined_of(std::string_view run, std::string_view of_the_book) {
  constexpr std::size_t character = 3;
  while (!run.empty()) {
    std::size_t known = run.size();
    while (known > 0 && of_the_book.find(run.substr(0, known)) == std::string_view::npos) {
      known -= character;
    }
    if (known == 0 || (known == character && run.size() > character)) return false;
    run.remove_prefix(known);
  }
  return true;
}

}  // namespace

std::vector<std::string> chinese_left(const ui::Mirror& mirror, std::string_view of_the_book) {
  std::set<std::string> left;
  const auto judge = [&](const std::string& text) {
    for (const std::string& run : chinese_runs(text)) {
      if (!is_own(run) && !is_joined_of(run, of_the_book)) {
        left.insert("Chinese on an English screen: " + run + " in “" + text + "”");
      }
    }
  };
  for (const ui::MirrorRow& row : mirror.rows()) {
    judge(row.label);
    judge(row.value);
    judge(row.description);
  }
  for (const ui::PaintedText& text : mirror.paint()->texts()) judge(text.text);
  return {left.begin(), left.end()};
}

}  // namespace jishan::test
