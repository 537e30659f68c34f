// The store of a book was lost or is damaged: what was found of it, what that gives together, and the
// ways on. It must not know how copies are read or joined.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/desk.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

enum class CopyCheck { running, good, damaged, foreign };

// A copy in words.
struct RecoveryLine {
  std::string where;
  std::string newest;      // these three are empty until it is checked
  std::string households;
  std::string records;
  CopyCheck check{};
  std::string result;
  bool is_ticked = false;
};

struct RecoveryView {
  std::string title;
  std::string text;
  std::vector<RecoveryLine> lines;
  std::vector<std::string> latest;  // of the selected copy
  std::string joined_title;
  bool is_recommended = false;  // every copy that is good takes part
  bool has_joined = false;
  std::string households;
  std::string records;
  std::string newest;
  std::string gives;  // what each of the ticked ones adds
  bool is_looking = false;
};

// What a press of a button still lacks.
enum class RecoveryLack { nothing, checking, copy, tick };

struct RecoveryState {
  RecoveryView view;
  std::string made_of;  // what the view was made of
  TableState copies;
  RecoveryLack lack{};
  ImGuiID table = 0;
  ImGuiID find_file = 0;
  float height = 0;  // of all that was drawn, physical pixels
};

void recovery_screen(ScreenContext& context, RecoveryState& state);

}  // namespace jishan::ui
