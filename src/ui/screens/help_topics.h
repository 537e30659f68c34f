// What F1 says of each place: what it is for, and its keys. Texts only; it draws nothing.
#pragma once

#include <vector>

#include "app/app.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/strings/keys.h"

namespace jishan::ui {

struct KeyRow {
  Chord chord;  // none: the keys are named by `keys`
  Key keys{};
  Key what{};
};

struct HelpTopic {
  Key name{};
  Key text{};
  std::vector<KeyRow> keys;
};

HelpTopic help_of(Screen screen);
// Of what is shown before anybody works in a book.
HelpTopic help_of(app::Phase phase);

}  // namespace jishan::ui
