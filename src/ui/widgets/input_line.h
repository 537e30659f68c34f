// One line of typing inside a frame that its caller draws: the only place that calls ImGui's
// text field. It keeps 500 characters and says when it had to cut.
#pragma once

#include <string>
#include <string_view>

#include "ui/context.h"
#include "ui/paint.h"

namespace jishan::ui {

enum class OnEnter { next_field, stay };
enum class Access { edit, read_only };

struct InputLineSpec {
  std::string_view placeholder;
  Align align = Align::left;
  TextSize size = TextSize::body;
  OnEnter on_enter = OnEnter::next_field;
  Opening opening{};
};

struct InputLineOutcome {
  ImGuiID id = 0;
  bool is_focused = false;
  bool is_changed = false;
  bool is_left = false;     // the focus went away in this frame
  bool is_entered = false;  // Enter, after the text took every character typed before it
  bool was_cut = false;     // more than 500 characters were given
};

// The focus stop of the line of this name in the current id scope.
ImGuiID input_line_id(std::string_view name);

// `frame` is the whole field and takes clicks, `inner` is where the text stands.
InputLineOutcome input_line(Ui& ui, std::string_view name, const Rect& frame, const Rect& inner,
                            std::string& text, const InputLineSpec& spec);

// The program changed the text of the line that is being typed in: take it over, all selected, or
// with the caret where it was, when it may be the text of another line that changed.
enum class Caret { selects_all, stays };
void reload_active_line(Caret caret = Caret::selects_all);

}  // namespace jishan::ui
