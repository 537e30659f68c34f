// The beginnings of a book on this computer: a new village, or the sample village to practise in.
// Joining a colleague's book is an import (importing.h).
#pragma once

#include <string>

namespace jishan::app {

class App;

struct FoundingRequest {
  std::string name;           // 村或社区
  std::string town;           // 乡镇或街道; may be empty
  int groups = 0;             // village groups, 1–99
  std::string operator_name;  // who sits here
  std::string operator_role;  // 会计, 书记 …; may be empty
  std::string laptop;         // by duty; may be empty
};

enum class FoundingStatus {
  accepted,
  name_missing,
  name_too_long,
  town_too_long,
  groups_out_of_range,
  operator_missing,
  operator_too_long,
};

// Genesis, laptop, operator, groups and the template rule book, as one entry of a new book.
FoundingStatus found_village(App& app, const FoundingRequest& request);

}  // namespace jishan::app
