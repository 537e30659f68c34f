#include "exchange/delimited.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "base/text.h"

namespace jishan::exchange {
namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf_16le_mark = "\xFF\xFE";
constexpr std::string_view utf_16be_mark = "\xFE\xFF";
// A character that the end of the excerpt cuts in two leaves at most three bytes.
constexpr std::size_t cut_bytes_max = 3;
constexpr std::size_t rows_looked_at_max = 50;

bool is_utf_8_excerpt(std::string_view bytes) {
  for (std::size_t cut = 0; cut <= std::min(cut_bytes_max, bytes.size()); ++cut) {
    const std::string_view whole = bytes.substr(0, bytes.size() - cut);
    const bool cut_is_lead = cut == 0 || (static_cast<std::uint8_t>(bytes[whole.size()]) >= 0xC2);
    if (cut_is_lead && is_valid_utf8(whole)) return true;
  }
  return false;
}

// No text in UTF-8 or GB 18030 holds a zero byte. UTF-16 without a mark shows by those of its line
// ends, commas and digits; a few characters (一 is U+4E00) have theirs in the other place.
std::size_t zeros_at(std::string_view bytes, std::size_t parity) {
  std::size_t zeros = 0;
  for (std::size_t i = parity; i < bytes.size(); i += 2) zeros += bytes[i] == '\0' ? 1 : 0;
  return zeros;
}

// Reads cells one by one; quotes as RFC 4180 has them.
class Reader {
 public:
  Reader(std::string_view text, Delimiter delimiter)
      : m_text(text), m_delimiter(static_cast<char>(delimiter)) {}

  // The next row; false at the end of the text.
  bool read(SheetRow& row) {
    row.clear();
    if (m_at == m_text.size()) return false;
    for (bool more = true; more;) {
      row.push_back({cell(), CellKind::text});
      more = m_at < m_text.size() && m_text[m_at] == m_delimiter;
      if (more) ++m_at;
    }
    skip_line_end();
    return true;
  }

 private:
  [[nodiscard]] bool is_end() const {
    return m_at == m_text.size() || m_text[m_at] == m_delimiter || m_text[m_at] == '\n' ||
           m_text[m_at] == '\r';
  }
  std::string cell() {
    // ="0123": how a spreadsheet is told that digits are text.
    const bool is_formula = m_text.substr(m_at).starts_with("=\"");
    if (is_formula) ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '"') return quoted();
    const std::size_t begin = m_at;
    while (!is_end()) ++m_at;
    return std::string(m_text.substr(begin, m_at - begin));
  }
  std::string quoted() {
    std::string text;
    for (++m_at; m_at < m_text.size(); ++m_at) {
      if (m_text[m_at] != '"') {
        text += m_text[m_at];
      } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
        text += '"';
        ++m_at;
      } else {
        ++m_at;
        break;
      }
    }
    // What stands between the closing quote and the delimiter belongs to the cell all the same.
    while (!is_end()) text += m_text[m_at++];
    return text;
  }
  void skip_line_end() {
    if (m_at < m_text.size() && m_text[m_at] == '\r') ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
  }

  std::string_view m_text;
  char m_delimiter;
  std::size_t m_at = 0;
};

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(utf_8_mark)) text.remove_prefix(utf_8_mark.size());
  return text;
}

bool is_blank(const SheetRow& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const Cell& cell) { return trimmed(cell.text).empty(); });
}

// How many rows the delimiter cuts into the same number of cells, at least two of them.
std::size_t rows_of_equal_size(std::string_view text, Delimiter delimiter) {
  Reader reader(text, delimiter);
  std::map<std::size_t, std::size_t> rows_by_size;
  SheetRow row;
  for (std::size_t i = 0; i < rows_looked_at_max && reader.read(row); ++i) {
    if (row.size() > 1) ++rows_by_size[row.size()];
  }
  std::size_t most = 0;
  for (const auto& [size, rows] : rows_by_size) most = std::max(most, rows);
  return most;
}

}  // namespace

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with(utf_8_mark)) return Encoding::utf_8;
  if (bytes.starts_with(utf_16le_mark)) return Encoding::utf_16le;
  if (bytes.starts_with(utf_16be_mark)) return Encoding::utf_16be;
  const std::size_t even = zeros_at(bytes, 0);
  const std::size_t odd = zeros_at(bytes, 1);
  if (odd > even) return Encoding::utf_16le;
  if (even > 0) return Encoding::utf_16be;
  return is_utf_8_excerpt(bytes) ? Encoding::utf_8 : Encoding::gb18030;
}

Delimiter delimiter_of(std::string_view text) {
  const std::string_view body = without_mark(text);
  Delimiter best = Delimiter::comma;
  std::size_t most = rows_of_equal_size(body, best);
  for (const Delimiter delimiter : {Delimiter::tab, Delimiter::semicolon}) {
    const std::size_t rows = rows_of_equal_size(body, delimiter);
    if (rows > most) {
      most = rows;
      best = delimiter;
    }
  }
  return best;
}

Sheet sheet_from_text(std::string_view text, Delimiter delimiter) {
  Sheet sheet;
  Reader reader(without_mark(text), delimiter);
  SheetRow row;
  while (reader.read(row)) sheet.rows.push_back(std::move(row));
  while (!sheet.rows.empty() && is_blank(sheet.rows.back())) sheet.rows.pop_back();
  return sheet;
}

Sheet sheet_from_text(std::string_view text) {
  return sheet_from_text(text, delimiter_of(text));
}

std::string csv_from_sheet(const Sheet& sheet) {
  constexpr std::string_view formula_beginnings = "=+-@\t";
  std::string csv;
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) csv += ',';
      std::string text = row[i].text;
      const bool looks_like_formula =
          row[i].kind == CellKind::text && !text.empty() &&
          formula_beginnings.find(text.front()) != std::string_view::npos;
      if (looks_like_formula) text.insert(0, 1, '\'');
      if (text.find_first_of(",\"\r\n") == std::string::npos) {
        csv += text;
        continue;
      }
      csv += '"';
      for (const char c : text) {
        if (c == '"') csv += '"';
        csv += c;
      }
      csv += '"';
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace jishan::exchange
