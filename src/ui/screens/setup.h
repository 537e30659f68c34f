// The first run: join a colleague's book, begin a new one, or practise in the sample village.
#pragma once

#include <optional>
#include <string>

#include "app/founding.h"
#include "ui/desk.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

enum class SetupSource { join, create, sample };

struct SetupState {
  int source = static_cast<int>(SetupSource::create);
  FieldState village;
  FieldState town;
  FieldState groups{.text = "6"};
  FieldState person;
  FieldState laptop;
  DropDownState role_list;
  int role = 0;
  bool was_pressed_early = false;
  // The book was joined with what was typed here; said to the program when the merge is done.
  bool is_joining = false;
};

// The sample village while it is made, over whatever is shown.
void draw_sample_making(ScreenContext& context);
void setup_screen(ScreenContext& context, SetupState& state);

// What the person typed about herself, for a book that was joined.
void introduce(app::App& app, Desk& desk, const SetupState& state);

}  // namespace jishan::ui
