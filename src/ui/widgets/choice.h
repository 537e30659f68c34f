// Choices among few or many: segment, drop-down, radio, checkbox, tabs, quantity stepper.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

enum class ChoiceSize { normal, small };

// 2–4 choices beside each other; ← → and the digits choose. True when it changed.
bool segment(Ui& ui, const Rect& box, std::string_view label,
             const std::vector<std::string_view>& choices, int& chosen,
             ChoiceSize size = ChoiceSize::normal);
float segment_width(const Ui& ui, const std::vector<std::string_view>& choices,
                    ChoiceSize size = ChoiceSize::normal);

// Tabs inside a panel, 40 high, 3 px accent under the current one.
bool tabs(Ui& ui, const Rect& box, std::string_view label,
          const std::vector<std::string_view>& choices, int& chosen);

struct DropDownState {
  bool is_open = false;
  int selected = 0;
};
struct DropDownSpec {
  std::string_view label;
  std::string_view hint;
  Need need = Need::optional;
  std::vector<std::string> choices;
};
// With label and hint line, as high as a field's block.
bool drop_down(Ui& ui, const Rect& block, DropDownState& state, const DropDownSpec& spec,
               int& chosen);
// Only the box, in a head.
bool drop_down_box(Ui& ui, const Rect& box, DropDownState& state, const DropDownSpec& spec,
                   int& chosen);

// The label belongs to the target; rows are 32 high.
bool checkbox(Ui& ui, const Rect& box, std::string_view label, bool& is_on);
// The tick of a row in a table: for the mouse, Space on the row does the same. True when pressed.
bool row_tick(Ui& ui, const Rect& cell, bool is_on);
bool radio(Ui& ui, const Rect& box, std::string_view label, bool is_on);

// − 2 +: + and − keys, digits replace. True when it changed; stays within min and max.
struct StepperSpec {
  std::string_view label;
  std::int64_t min = 0;
  std::int64_t max = 99'999;
};
bool stepper(Ui& ui, const Rect& box, std::int64_t& quantity, const StepperSpec& spec);

}  // namespace jishan::ui
