// Search as you type: a field with a list below, filled by the screen for what was typed. Once
// chosen it shows what was chosen with × to take it back.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

enum class PickerRowKind {
  choice,
  caption,  // parts the list: 按成员找到
  action,   // the last row: 登记新户
};
struct PickerRow {
  PickerRowKind kind = PickerRowKind::choice;
  std::string key;            // given back when chosen
  std::string text;
  std::vector<Span> marks;    // what matched, in bytes of `text`
  std::string facts;          // small, after the text: 02-014，2 组，4 人
  std::string right;          // small, at the right end: 可兑 126
  bool is_dim = false;        // can be chosen, but look: 灰的条目这户已到上限
};

struct PickerState {
  std::string typed;
  bool is_open = false;
  int selected = 0;           // index of the row that Enter takes
  bool was_left = false;
};

struct PickerSpec {
  std::string_view label;
  std::string_view placeholder;
  std::string_view hint;
  std::string_view error;
  Need need = Need::optional;
  Icon icon = Icon::search;
  // What is chosen now; empty: nothing, the field takes typing.
  std::string_view chosen;
  std::string_view chosen_facts;
  std::string_view chosen_right;
  bool is_search_of_screen = false;  // F3, Ctrl+F and / lead here
  std::function<std::vector<PickerRow>(std::string_view typed)> rows;
  std::function<std::string(std::size_t count)> found;  // "7 户"
};

struct PickerOutcome {
  bool is_chosen = false;
  bool is_cleared = false;
  bool is_action = false;   // the action row was taken
  std::string key;          // of the chosen row
  bool is_focused = false;
};

// block as of a field: 78 high, or 36 + hint when the label is empty.
PickerOutcome picker(Ui& ui, const Rect& block, PickerState& state, const PickerSpec& spec);

}  // namespace jishan::ui
