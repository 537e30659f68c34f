// What a chosen file is, told by its first bytes. Names lie: an .xls from a county's web page is
// often an .xlsx, and a chat program renames what it hands on.
#pragma once

#include <string_view>

namespace jishan::exchange {

enum class FileForm {
  text,        // CSV and its kin, in any of the encodings of encoding_of
  zip,         // an .xlsx file, unless somebody packed something else
  old_office,  // .xls, .doc, .et; also an .xlsx with a password
  unknown,     // a picture, a PDF, a program …
};

// Some 64 KB are enough.
FileForm file_form_of(std::string_view bytes);

}  // namespace jishan::exchange
