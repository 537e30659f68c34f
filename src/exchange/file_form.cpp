#include "exchange/file_form.h"

#include <algorithm>

namespace jishan::exchange {
namespace {

constexpr std::string_view zip_beginning("PK\x03\x04", 4);
constexpr std::string_view compound_file_beginning("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::string_view pdf_beginning = "%PDF-";
constexpr std::string_view marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"};
// UTF-16 has its zero bytes in every other place, but for a few characters such as 一 (U+4E00).
constexpr std::size_t misplaced_zeros_percent_max = 20;

bool is_control(char c) {
  constexpr std::string_view of_texts("\t\n\v\f\r\x1A", 6);
  return static_cast<unsigned char>(c) < 0x20 && of_texts.find(c) == std::string_view::npos;
}

bool looks_like_utf_16(std::string_view bytes) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
  return fewer * 100 <= more * misplaced_zeros_percent_max;
}

}  // namespace

FileForm file_form_of(std::string_view bytes) {
  if (bytes.starts_with(zip_beginning)) return FileForm::zip;
  if (bytes.starts_with(compound_file_beginning)) return FileForm::old_office;
  if (bytes.starts_with(pdf_beginning)) return FileForm::unknown;
  const bool has_mark = std::any_of(std::begin(marks), std::end(marks),
                                    [&](std::string_view mark) { return bytes.starts_with(mark); });
  if (has_mark) return FileForm::text;
  if (bytes.find('\0') != std::string_view::npos) {
    return looks_like_utf_16(bytes) ? FileForm::text : FileForm::unknown;
  }
  return std::any_of(bytes.begin(), bytes.end(), is_control) ? FileForm::unknown : FileForm::text;
}

}  // namespace jishan::exchange
