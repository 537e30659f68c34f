// Text and bytes ↔ rows of cells: CSV, tab- and semicolon-separated text, as spreadsheets save and
// copy it. Decoding bytes to UTF-8 is the platform's; which encoding they are in is decided here.
#pragma once

#include <string>
#include <string_view>

#include "base/sheet.h"

namespace jishan::exchange {

enum class Encoding { utf_8, utf_16le, utf_16be, gb18030 };

// From the first bytes of a file (some 64 KB are enough): byte order mark; UTF-16 by the zero
// bytes of its ASCII characters; valid UTF-8 (a character cut off at the end does not count
// against it); everything else is GB 18030, which Chinese spreadsheets save CSV in.
Encoding encoding_of(std::string_view bytes);

enum class Delimiter : char { comma = ',', tab = '\t', semicolon = ';' };
// The one that cuts most of the first rows into the same number of cells, quotes respected.
Delimiter delimiter_of(std::string_view text);

// Quoted cells may hold delimiters, line ends and doubled quotes (RFC 4180); CRLF, LF and CR end a
// row; a byte order mark and wholly empty rows at the end are dropped. ="0123" as spreadsheets
// write it is the text 0123. Cells that only digits, a point and an exponent make up stay text: what
// the file says is all there is.
Sheet sheet_from_text(std::string_view text, Delimiter delimiter);
Sheet sheet_from_text(std::string_view text);

// RFC 4180 with CRLF, for files that a spreadsheet opens. A text that a spreadsheet would take for
// a formula (=, +, -, @ in front) gets an apostrophe.
std::string csv_from_sheet(const Sheet& sheet);

}  // namespace jishan::exchange
