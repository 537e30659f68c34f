#include "ui/column_widths.h"

#include <charconv>

namespace jishan::ui {
namespace {

constexpr int width_max = 2000;

std::string key_of(std::string_view table, std::string_view column) {
  return std::string(table).append("\t").append(column);
}

}  // namespace

void ColumnWidths::read(std::string_view kept) {
  if (kept == m_read) return;
  m_read = kept;
  m_widths.clear();
  while (!kept.empty()) {
    const std::size_t end = kept.find('\n');
    const std::string_view line = kept.substr(0, end);
    kept.remove_prefix(end == std::string_view::npos ? kept.size() : end + 1);
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos || line.find('\t') == tab) continue;
    const std::string_view digits = line.substr(tab + 1);
    int width = 0;
    const auto [rest, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), width);
    const bool is_number = problem == std::errc() && rest == digits.data() + digits.size();
    if (is_number && width > 0 && width <= width_max) {
      m_widths.insert_or_assign(std::string(line.substr(0, tab)), width);
    }
  }
}

std::string ColumnWidths::text() const {
  std::string text;
  for (const auto& [key, width] : m_widths) {
    text.append(key).append("\t").append(std::to_string(width)).append("\n");
  }
  return text;
}

int ColumnWidths::of(std::string_view table, std::string_view column) const {
  const auto found = m_widths.find(key_of(table, column));
  return found == m_widths.end() ? 0 : found->second;
}

void ColumnWidths::set(std::string_view table, std::string_view column, int width) {
  if (of(table, column) == width) return;
  m_is_changed = true;
  const std::string key = key_of(table, column);
  if (width == 0) {
    m_widths.erase(key);
  } else {
    m_widths.insert_or_assign(key, width);
  }
}

}  // namespace jishan::ui
